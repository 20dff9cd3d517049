### Words that both the terminal and the window use.

product = Fifty Minutes
formative = A rehearsal, not an examination of you: the scores say how these replies, by this rubric, met this script.

## Codes

skill-OpenQuestion = open question
skill-ClosedQuestion = closed question
skill-Reflection = reflection
skill-ComplexReflection = complex reflection
skill-Summary = summary
skill-Affirmation = affirmation
skill-Reassurance = reassurance
skill-Information = information
skill-Advice = advice
skill-AdviceWithPermission = advice with permission
skill-Persuasion = persuasion
skill-Confrontation = confrontation
skill-Interpretation = interpretation
skill-SelfDisclosure = self-disclosure
skill-Immediacy = immediacy
skill-SeekCollaboration = seeking collaboration
skill-EmphasiseAutonomy = emphasising autonomy
skill-Structuring = structuring the hour
skill-Silence = silence
skill-Attending = attending without words

goal-Elicit = asks for the goal
goal-Agenda = a shared agenda
goal-Rationale = gives a reason and asks
goal-Negotiate = names a difference and negotiates
goal-Feedback = asks for feedback
goal-NextStep = a next step of their own

boundary-Violation = a violation
boundary-Crossing = an unexamined crossing
boundary-Cold = a cold refusal
boundary-Hold = a limit, held warmly
boundary-Explore = asked what it means
boundary-Accept = a simple yes
boundary-none = no response to the pressure

safety-Noticed = noticed
safety-AskedDirectly = asked directly
safety-AssessedIntent = asked about intent
safety-AssessedMeans = asked about means
safety-Planned = made a plan
safety-Consulted = consulted
safety-ContractInsteadOfPlan = a promise in place of a plan
safety-BreachOfConfidence = confidence broken without ground

repair-ClarifyMisunderstanding = cleared up a misunderstanding
repair-ChangeTask = changed the task
repair-GiveRationale = gave a reason
repair-InviteFeelings = invited what was felt about it
repair-OwnPart = owned a part in it
repair-DiscloseExperience = spoke of their own experience of it
repair-LinkPattern = linked it to a pattern
repair-ValidateDefence = found sense in the holding back
repair-Refocus = came back to what it is about
repair-JustifySelf = justified themselves
repair-PushOn = pushed on

setting-Office = office
setting-Online = online
lens-Humanistic = humanistic
lens-Cognitive = cognitive
lens-Psychodynamic = psychodynamic
lens-MotivationalInterviewing = motivational interviewing
lens-Systemic = systemic
mode-Learn = learn
mode-Practise = practise
mode-Exam = exam

sound-Sigh = sighs
sound-Sniff = sniffs
sound-Swallow = swallows
sound-Sob = sobs
sound-Breath = draws a breath

## Scores

score-empathy = Empathy
score-goals = Goal agreement
score-boundaries = Boundaries
band-BelowFair = below fair
band-Fair = fair
band-Good = good
not-enough = not enough to say
offered-range = what was on offer on this path: { $min } to { $max }

weighs-level = level { $coded }
weighs-level-lower = level { $coded }, counted as { $credited }: deeper than could be borne just then
weighs-fit = the body fitted what could be seen
weighs-fit-some = the body neither fitted nor jarred
weighs-fit-not = the body jarred with what could be seen
weighs-reflection = a reflection
weighs-complex = a complex reflection
weighs-question = a question
weighs-moves = goal moves: { $made } of { $offered } on offer ({ $names })
weighs-no-moves = goal moves: none of { $offered } on offer ({ $names })
weighs-together = done together
weighs-directive = directing
weighs-boundary = { $response }, { $indicated ->
    [yes] indicated here
   *[no] not what is indicated here
  }: { $points } points
weighs-boundary-unasked = { $response }, unasked: { $points } points

## Safety, ruptures, endings

safety-title = Safety
gate-NoCueMet = No risk cue was met.
gate-Skipped = A risk cue was there, and it was not asked about.
gate-Incomplete = The risk was asked about, and something is still missing.
gate-Adequate = The risk was asked about, assessed, planned for and taken to somebody.
gate-Unsafe = Something was done that makes an hour unsafe.
gate-steps = Done: { $steps }.

repairs-title = Ruptures
repairs-none = No rupture opened.
repair-line = Opened after reply { $opened }; tried: { $tried }; { $outcome }.
repair-tried-nothing = nothing
outcome-Mended = mended
outcome-Partial = mended in part
outcome-Refused = the attempt was not taken
outcome-Unaddressed = nobody spoke of it

ending-Returns = { $name } means to come back.
ending-Undecided = { $name } has not decided whether to come back.
ending-WontReturn = { $name } won't come back.
ending-WalkedOut = { $name } left before the hour was over.
ending-unfinished = The hour was not finished.
ending-short-Returns = comes back
ending-short-Undecided = undecided
ending-short-WontReturn = won't come back
ending-short-WalkedOut = walks out

afterwards-expected = You expected: { $expected }.
afterwards-felt = You felt: { $felt }

facts-title = What came out
facts-told = Told: { $what }
facts-blocked = Not told; seen: { $text }
facts-none = Nothing came out that had not been told before. An hour without a disclosure can be a good hour.

felt-title = What { $name } felt, which is not scored
felt-measure = { $measure }: { $start } at the start, { $end } at the end
measure-Trust = trust
measure-Agreement = agreement
measure-Safety = safety
measure-Distress = distress
measure-Frustration = frustration
measure-Hope = hope
measure-Dependency = dependency
measure-Experiencing = experiencing

## Before the hour

content-none = Nothing to be warned of comes up in this hour.
review-none = Not reviewed by a clinician yet.
review-by = Reviewed by { $who }.
referral-content = What comes up in this hour

## In the hour

you = You
pause = – { $seconds } { $seconds ->
    [one] second
   *[other] seconds
  } –
hour-over = The hour is over.

## Faces, for captions of stills

face-Calm = calm
face-Engaged = engaged
face-Warm = felt smile
face-Polite = polite smile
face-Brave = brave smile
face-Sad = sad
face-NearTears = holding back tears
face-Crying = crying
face-Irritated = irritated
face-Angry = angry
face-Simmering = anger held in
face-Anxious = anxious
face-Afraid = afraid
face-Ashamed = ashamed
face-Embarrassed = embarrassed
face-Scornful = scornful
face-Disgusted = disgusted
face-Surprised = surprised
face-Relieved = relieved
face-Thinking = thinking
face-Doubtful = doubtful
face-Flat = flat
face-ShutDown = shut down
face-Longing = longing

## How people look, for whoever can't see them: what is seen, never what it means

seen-and = ; { "" }
seen-leak = for a moment: { $leak }; then { $face }
seen-Calm = a face at rest, eyes on you
seen-Engaged = brows a little up, eyes on you
seen-Warm = a smile that the eyes join
seen-worn = a wide smile of the mouth alone
seen-Polite = a small smile of the mouth alone
seen-Brave = a smile, and brows drawn up in the middle
seen-Sad = eyes down, the corners of the mouth down
seen-NearTears = lips pressed together, wet eyes, looking up and away
seen-Crying = tears on the cheeks, the chin trembles
seen-Irritated = brows lowered, lips pressed together
seen-Angry = brows down hard, narrow eyes fixed on you
seen-Simmering = thin lips, a set jaw, eyes to one side
seen-Anxious = brows up and together, eyes going about, shoulders high
seen-Afraid = wide eyes, lips drawn back, head drawn back
seen-Ashamed = head and eyes down, red cheeks
seen-Embarrassed = lips pressed on a smile, red cheeks, looking aside
seen-Scornful = one corner of the mouth drawn tight, head back
seen-Disgusted = a wrinkled nose, the face turned aside
seen-Surprised = brows up, mouth open
seen-Relieved = shoulders down, lids low, a small smile
seen-Thinking = eyes up and to one side, brows a little drawn
seen-Doubtful = one brow up, the mouth to one side
seen-Flat = low lids, hardly a movement, low in the chair
seen-ShutDown = quite still, eyes on nothing, turned away
seen-Longing = looking far off to one side, lips a little parted
sits-Closed = sits back in the chair, turned a little aside
sits-Settled = sits in the middle of the chair
sits-Open = sits forward, shoulders low

## What the camera of a call does

camera-On = The picture is back.
camera-Frozen = The picture has frozen.
camera-Dark = The camera is off.
