### Words that both the terminal and the window use.

product = Fifty Minutes
language-name = English
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
safety-PromisedSecrecy = secrecy promised where there is a duty to act
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
repair-line = { $opened ->
    [0] Opened before the first reply
   *[other] Opened after reply { $opened }
  }; tried: { $tried }; { $outcome }.
repair-tried-nothing = nothing
outcome-Mended = mended
outcome-Partial = mended in part
outcome-Refused = the attempt was not taken
outcome-Unaddressed = nothing that mends was tried

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

debrief-left-out = Left out at your wish: { $note } Nothing that would have come of it is counted.

facts-title = What came out
facts-told = Told: { $what }
facts-blocked = Not told; seen: { $text }
facts-none = Nothing came out that had not been told before. An hour without a disclosure can be a good hour.

names = { $others } and { $last }
score-lowest = Counted for each of them over the moments that are theirs; the score is the lowest.
debrief-week = In the days before: { $what }
felt-title = What { $name } felt, which is not scored
felt-scale = Each from 0 to 100; experiencing from 1, outward facts, to 7, something new that is felt and understood.
felt-measure = { $measure }: { $start } at the start, { $end } at the end
measure-Trust = trust
measure-Agreement = agreement
measure-Safety = safety
measure-Distress = distress
measure-Frustration = frustration
measure-Hope = hope
measure-Dependency = dependency
measure-Experiencing = experiencing

## Looked back on

screen-debrief = Debrief
debrief-minutes = { $minutes } minutes, { $replies } { $replies ->
    [one] reply
   *[other] replies
  }.
debrief-aftercare = Before you go
stance-Guarded = guarded
stance-Venting = venting
stance-Frustrated = frustrated
stance-Withdrawn = withdrawn
stance-Engaged = engaged
stance-OpeningUp = opening up


well-title = What went well
well-none = By this rubric nothing stands out yet.
well-Mended = What had come between you was mended
well-SawThrough = A risk was asked about plainly and seen through
well-Deeper = A feeling was met a step further than it was shown
well-HeldFrame = A pressure on the frame met what is indicated there
well-SharedGoal = Common ground was looked for in every way the moment offered
well-MetCue = The body met what could only be seen
well-Told = Something was told that had not been told before

turning-title = What turned the hour
turning-none = No single reply clearly changed what could still come of this hour.
hindsight-method = From before and from after each reply { $hours } hours were gone on with, with replies drawn by lot. A difference is told only where it would hardly come about by chance. All of it is said of this script, not of life.
turned-fact = { $way ->
    [rises] A truth came closer
   *[falls] A truth moved away
  }
turned-fact-gone = A truth all but went out of reach
turned-fact-told = A truth came out
turned-ending = { $way ->
    [rises] An ending became likelier: { $ending }
   *[falls] An ending became less likely: { $ending }
  }
turned-score = { $way ->
    [rises] { $score }: what could still come of it rose
   *[falls] { $score }: what could still come of it fell
  }
changed-fact = “{ $what }” { $other ->
    [yes] After this reply it is told in { $after } of the hours; after yours, in { $before }.
   *[no] Before this reply it is told in { $before } of the hours; after it, in { $after }.
  }
changed-ending = How it ends, { $ending }: { $other ->
    [yes] in { $after } of the hours after this reply; in { $before } after yours.
   *[no] in { $before } of the hours before this reply; in { $after } after it.
  }
changed-score = { $score }: { $other ->
    [yes] the hours after this reply come to { $after } on average; those after yours, to { $before }.
   *[no] the hours before this reply come to { $before } on average; those after it, to { $after }.
  }
changed-reach = { $score }: { $before } was still in reach before this reply; after it no hour comes to more than { $after }.
other-same = Nothing that is counted here would clearly have stood otherwise.
inside = { $name } was { $stance } when it came: { $measures }.
inside-measure = { $measure } { $before }, after it { $after }
inside-shown = What showed: { $face }.
inside-masked = What showed: { $face }. What slipped out before it: { $leak }.
silence-title = A silence was left a step too early
silence-lead = Had you stayed once more:

interventions-title = What was tried
interventions-none = None of what is kept here was tried: no interpretation, challenge, advice or information, nothing of your own, no word about the two of you, no step for the days after.
intervention-Interpretation = An interpretation
intervention-Confrontation = A confrontation
intervention-Persuasion = Persuasion
intervention-Advice = Advice
intervention-AdviceWithPermission = Advice, with permission
intervention-Information = Information
intervention-SelfDisclosure = Something of your own
intervention-Immediacy = A word about what is between you
intervention-Rationale = A reason for doing a thing
intervention-NextStep = A step for the days after
intervention-then = { $name } was { $stance } then.
intervention-checked = Reply { $turn } asked how that was.
intervention-asks = It asked how that was itself.
intervention-unchecked = Nobody asked, in the next three replies, how that was.
intervention-no-time = The hour held no three replies more in which to ask how that was.

cues-title = What could be seen
cues-none = What could only be seen was met each time, or nothing of the kind came up.
cue-title = A possible cue; how would you check?
cue-seen = Seen just before: { $text }

next-title = What to practise next
next-none = Nothing was missed that counts here. Take a harder case, or this one again with another idea of what the hour is for.
next-safety = Seeing a risk through: { $step }.
next-goal = Looking for common ground: { $move }.
next-frame = Where the frame is pressed: { $response }.
next-Repair = Speaking of what has come between you.
next-MeetFeeling = Meeting a feeling that is offered: saying it back so that it is recognised.
next-Pace = Going no deeper than can be borne just then.
next-MeetCue = Meeting with your body what can only be seen.
next-missed = { $missed ->
    [one] There was occasion once, at reply { $turn }.
   *[other] There was occasion { $missed } times, the first at reply { $turn }.
  }
next-on-offer = On offer there: { $line }

## Before the hour

content-none = Nothing to be warned of comes up in this hour.
review-none = Not reviewed by a clinician yet.
review-by = Reviewed by { $who }.
referral-content = What comes up here

## A moment to yourself

grounding-feet = Put both feet on the floor. Feel how it holds you, without your doing anything.
grounding-breath = Let one breath go out slowly, longer than it came in. Then breathe as you like.
grounding-see = Look around the room that you are in, and find five things that you can see: a colour, an edge, something old.
grounding-hear = Listen for something near, and for something far away.
grounding-true = Say to yourself where you are and what day it is. The person in this hour is made up; you are not, and you may stop.
turn-title = Where to turn

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

## The debrief as a page

report-skip = Go to the debrief
report-contents = Contents
report-with = With { $name }, session { $session }.
report-scores = The three scores
report-lines = { $count ->
    [one] The line it came from
   *[other] The { $count } lines it came from
  }
report-reply = Reply { $turn }
report-reply-at = Reply { $turn }, minute { $minute }
report-others = What else was on offer
report-next = What would have come next
report-led = Where it would have led
report-not-retraced = This version of the program can't go through the hour again: the same replies lead elsewhere now. So nothing is said of what could have been.
report-drawn = Each line is drawn over the replies: how it was at the start, then after each reply, from 0 to 100. Experiencing goes from 1 to 7 and is drawn as high as the rest. The bands behind the lines say how { $name } was in the room, the signs beneath what kind of moment each reply met.
report-drawn-none = Nothing can be drawn before there is a reply.
stay = { $from ->
    [0] { $stance } at the start
   *[other] { $stance } after reply { $from }
  }
report-marks-title = What kind of moment each reply met
report-marks-about = Each reply leads to its place in the hour.
report-table = The same as a table
report-after = after
report-start = the start
report-stance = stance
report-marks = moment
mark-Turning = turning point
mark-Emotional = emotional opportunity
mark-Goal = goal negotiation
mark-Boundary = pressure on the frame
mark-Rupture = rupture marker
mark-Risk = risk cue
mark-Cue = something to be seen
report-transcript = The hour, line by line
report-numbers = The number before a line counts everything that was said, seen and done.
report-no-reply = No reply was given in this hour, so there is nothing to look back on.
report-record = The hour that this is about
report-case = Case
report-session = Session
report-seed = Seed
report-rubric = Rubric
report-review = Review
report-program = Told by

## What a camera of a call does

camera-On = the picture is back
camera-Frozen = the picture has frozen
camera-Dark = the camera is off

## Conditions and effects, in the words of a reader

when-at-least = { $measure } at least { $number }
when-below = { $measure } below { $number }
when-stance = stance: { $stances }
when-told = told: { $fact }
when-not-told = not told: { $fact }
when-met = been at: { $beat }
when-not-met = not been at: { $beat }
when-noted = noted: { $note }
when-not-noted = not noted: { $note }
when-ruptured = a rupture is open
when-not-ruptured = no rupture is open
when-leaving = how they would leave now: { $ending }
when-minute = from minute { $minute } on
when-either = { $others } or { $last }
when-of = { $name }: { $what }
when-of-several = { $name } ({ $what })
effect-add = { $measure } { $by }
effect-note = notes: { $note }
effect-forget = forgets: { $note }

## The map of an hour

map-title = { $case } · session { $session }: { $scene }
map-about = { $beats } beats, { $replies } replies. The hour goes down the page.
map-about-coverage = A share says in how many of { $hours } hours a beat was met by players who follow one idea and don't listen; beside a reply, in how many of the hours that came to its beat it was taken. Never met and never taken hold of everybody, also of who goes everywhere and of who knows the script.
map-about-scores = A reply is preferred in a state when no other on offer beats it: by what can be had after it on every score, and by what it does for safety. It is said of this script.
map-in-words = Each box is a beat with its first words; the lines lead to what can come next.
map-columns = A line that ends in a name goes on in the column beside it: at its top, or, where it leads back, at the foot of the one before.
map-line = line { $line }
map-starts = begins here
map-time-is-up = when time is up
map-walks-out = when somebody has had enough
map-ends = ends as planned
map-leaves = somebody walks out
map-tells = can be told: { $fact }
map-stays = stays here: { $by }
map-replies = { $replies } { $replies ->
    [one] reply
   *[other] replies
  }
map-by-itself = goes on by itself
map-by-chance = goes on by chance
map-otherwise = otherwise
map-chance = { $weight } in { $all }
map-blocked = too early for: { $fact }
map-around = left out: { $topic }
map-met = met in { $share } of the hours
map-met-elsewhere = met only by who goes everywhere or knows the script
map-met-left-out = met when a topic is left out
map-never-met = never met
map-taken = { $reply }, { $share }
map-never-taken = { $reply }, never taken
map-percent = { $percent } %
map-under-one = under 1 %
map-preferred = preferred: { $replies }
map-preferred-sometimes = preferred in some states: { $replies }
map-none-preferred = no reply beats another
map-leads-back = leads back
map-leads-around = where a topic is left out
map-a-fact = a fact can be told
map-a-preferred-reply = a preferred reply
map-from = { $percent } % of the hours or more

## The script of a case, on paper

script-label = script for review
script-people = People
script-format = Setting
script-difficulty = Difficulty
script-author = Author
script-licence = Licence
script-goals = What can be learnt here
script-referral = What the trainee reads before the first hour
script-so = How things stand at the start
script-start = At the start: { $measures }.
script-temperament = Takes a push with { $reactance } of 100 and opens with { $pace } (50 is usual). A rupture shows as { $rupture }. While safety is below { $masking }, feelings hide behind: { $mask }.
script-topic = (topic “{ $topic }”: can be left out)
script-facts = What has not been told before
script-fact = Fact
script-needs = Told only when
script-too-early = When it is asked for too early
script-formulation = What has to do with the trouble now
script-event = Event
script-feels = May be felt: { $feelings }
script-heard = Comes up in: { $where }
script-related = Related
script-reading = Reading
script-yes = yes
script-no = no
script-sources = Sources
script-or = or:
script-session = Session { $session }: { $scene }
script-length = { $minutes } minutes, { $beats } beats; the file is { $file }.scene.ron.
script-how-to-read = Each beat has a number, so that others can lead to it; the line is the one in the file. What stands before a line says when it is said. Of several wordings one is drawn.
script-note = What the trainee reads before it
script-week = What may happen in the week before
script-weight = share { $weight }
script-supposed = What may have gone before, for whoever sits down to this session without having held the one before
script-told = Told: { $ids }
script-noted = Noted: { $ids }
script-from = from { $beats }
script-whose = whose moment: { $name }
script-away = not in the room: { $names }
script-minutes = an answer takes { $minutes } { $minutes ->
    [one] minute
   *[other] minutes
  }
script-when = When: { $conditions }
script-face = face: { $face }
script-leak = face: { $face }, after a glimpse of: { $leak }
script-goal = goal negotiation, offering: { $moves }
script-boundary = pressure on the frame ({ $domain }); indicated here: { $indicated }
script-rupture = rupture marker ({ $style })
script-cue = something to be seen; fits: { $fits }; jars: { $misfits }
script-reply = What can be answered
script-why = What it is, and why
script-yours = Your notes
script-with = said to { $names }
script-against = takes a side against { $name }
rupture-Withdrawal = withdrawal
rupture-Confrontation = confrontation
domain-Role = role
domain-Time = time
domain-Place = place
domain-Money = money
domain-Gifts = gifts
domain-Language = language
domain-SelfDisclosure = self-disclosure
domain-Contact = contact
domain-Confidentiality = confidentiality
body-Still = keeps still
body-Wait = waits
body-Nod = nods
body-LeanIn = leans in
body-LeanBack = leans back
body-SoftVoice = softens the voice
body-LookAway = looks away
body-LookAtClock = looks at the clock
body-TakeNotes = takes notes
body-OfferTissue = offers a tissue
look-You = looks at you
look-Beside = looks at whoever is beside them
look-Hands = looks at the hands
look-Table = looks at the table
look-Floor = looks at the floor
look-Window = looks at the window
look-Clock = looks at the clock
look-Door = looks at the door
look-Nowhere = looks past everything
does-Nod = nods
does-ShakeHead = shakes the head
does-BowHead = bows the head
does-TiltHead = tilts the head
does-LiftChin = lifts the chin
does-RaiseBrow = raises a brow
does-PressLips = presses the lips
does-BiteLip = bites the lip
does-MouthWords = moves the lips without a sound
does-HalfSmile = half a smile
does-Laugh = a breath of a laugh
does-CloseEyes = closes the eyes
does-BreatheOut = breathes out
does-BreatheIn = breathes in
does-Swallow = swallows
does-Shrug = shrugs
does-SitUp = sits up
does-SitBack = sits back
does-LeanIn = leans in
does-TurnAway = turns away

## An hour kept as a transcript

written-what = In a sentence or two: what does this hour show?
written-judge = Judge first and run it afterwards: write what you expect of the hour, and take the # away before each line that you mean.

## Practising moment by moment

competence-MeetFeeling = Meeting a feeling that is offered
competence-MeetCue = Meeting with your body what can only be seen or heard
competence-Pace = Going no deeper than can be borne
competence-AgreeOnGoals = Looking for common ground
competence-KeepFrame = Keeping the frame
competence-MendRupture = Speaking of what has come between you
competence-SeeRiskThrough = Seeing a risk through
criterion-MeetFeeling = The feeling is said back so that it is recognised, and no deeper than can be borne just now.
criterion-MeetCue = What you do fits what you see or hear, whatever the words say.
criterion-Pace = What you say goes no deeper than can be borne just now. A true thing may come too early.
criterion-AgreeOnGoals = You look with them for what this is for, how, and what comes next, as far as this moment offers it.
criterion-KeepFrame = You answer a wish that touches the frame as it needs to be answered here: with a warm limit, with a question, or with a plain yes.
criterion-MendRupture = You speak of what has just gone wrong between you, and take your own share in it.
criterion-SeeRiskThrough = You ask plainly, or take the next step after the answer: intent, means, a plan, somebody to consult.
because-Due = tried before, and due today
because-Missed = missed in one of your hours
because-New = new to you
kind-Feeling = A feeling is offered
kind-Cue = Something can only be seen or heard
kind-Goal = It is about what this is for
kind-Pressure = Somebody presses on the frame
kind-Rupture = Something has come between you
kind-Risk = There is a sign of danger
drill-title = { $competence }. Difficulty { $difficulty } of 5; { $because }.
drill-criterion = What to look for: { $criterion }
drill-topic = The next moment touches something that can be left out: { $note }
drill-done = That was it.
drill-missed = Not this time.
drill-others = This was on offer and does it as well:
drill-instead = This was on offer and does it:
drill-level = Noted: new moments of this kind are looked for at difficulty { $level } of 5 now.{ $waits ->
    [yes] { " " }This one waits until they are as hard again.
   *[no] {""}
  }
drill-enough = That was about ten minutes. It is enough for a day, and you can go on as long as you like.
drill-nothing = There is no moment left for today. What you tried comes up again in its time.
drill-nothing-else = What is left for today touches what you passed over just now, and nothing else. It is still there when you begin again.
drill-unkept = You can go on; from here on nothing is kept.
stuck-saved = The whole hour is saved in { $folder }.
stuck-without = From here on nothing is kept.
stuck-do-again = What you did last has not happened yet; do it again.
progress-competences = What you do
progress-moments = What you met, and how often your answer did all that the moment asked for
progress-hours = Your hours
progress-hours-about = Those that are over and in which you never went back. Of the others only the moments count, above.
progress-sureness = How sure you were of what you saw in somebody
progress-today = Today
progress-few = { $done } of { $tries }. That is too little to say anything.
progress-share = { $done } of { $tries }. With this many tries the true share could be { $low } to { $high } %.
progress-of = { $done } of { $tries }
progress-changed = Lately { $latest }, before that { $before }: something has changed.
progress-as-before = Lately { $latest }, before that { $before }: that may be chance.
progress-days = Day by day: { $days }
progress-never = Not tried yet: { $names }
progress-hour = { $day } { $title }, hour { $session } ({ $mode ->
    [exam] exam
    [learn] learn
   *[practise] practise
  }):
progress-not-enough = –
progress-few-hours = { $score }: { $hours ->
    [0] no hour yet in which there is enough to say.
    [one] one hour. From three on there is something to say of them together.
   *[other] { $hours } hours. From three on there is something to say of them together.
  }
progress-score = { $score }: { $mean } on average in { $hours } hours. By so many hours it may in truth be anything from { $low } to { $high }.
progress-due = { $due ->
    [0] Nothing comes up again today.
    [one] One moment comes up again today.
   *[other] { $due } moments come up again today; ten are enough for one day.
  }
progress-next = To try next: { $competence }. Of all of these it has least behind it so far.
progress-next-case = Or a whole hour with many such moments, with somebody you haven't sat with yet:
progress-damaged = { $file } is damaged in line { $line }. What comes after that is not counted here; nothing was changed.
progress-newer = { $file } was written by a newer version of the program and is not counted here. Update the program to see it.
progress-unreadable = { $file } can't be read and is not counted here; nothing was changed.
progress-no-script = { $file } is not counted here: the script that this hour began with is not beside your records any more.
drill-over = { $answers ->
    [0] Nothing was tried.
    [one] You answered once; { $done ->
        [0] it did not do what the moment was for.
       *[other] it did what the moment was for.
      }
   *[other] You answered { $answers } times. { $done ->
        [0] None of them did what its moment was for; such days are practice too.
        [one] One did what its moment was for.
       *[other] { $done } did what their moment was for.
      }
  }

## What a trainee keeps for themselves

own-title = In your own words
own-words = You would have said: “{ $words }”
own-thought = You thought of words of your own first, and kept them to yourself.
own-skill = To you it was: { $skill }.
own-nearest = Nearest to it you found: { $line }
own-nearest-taken = Nearest to it you found the reply that you gave.
readings-title = What you saw in them
reading-title = Before reply { $turn }: { $name }
reading-saw = You saw: { $saw }
reading-mood = On the grid: { $mood }. You were { $sure }.
reading-plausible = Plausible here, as the author sees it: { $feelings }.
overlap-Same = Your place is one of theirs.
overlap-Near = Your place is next to one of theirs.
overlap-Elsewhere = Your place lies away from theirs. Look once more at what was seen and heard just before: what did you go by?
reading-checked = And your reply left it to { $name } to say whether it is so. That is worth more than any guess.
reading-unchecked = Only { $name } knows, and nobody asked.
reading-together = Near what is plausible: { $overlapped } of { $of }. Left to them to say: { $checked } of { $all }.
sureness = When you were { $sure }: { $overlapped } of { $of } near what is plausible.
sureness-few = When you were { $sure }: { $overlapped } of { $of } near, too few to say anything of it.
sure-Guessing = guessing
sure-FairlySure = fairly sure
sure-Certain = certain
mood = { $pleasant }, { $stirred }
mood-very-unpleasant = very unpleasant
mood-unpleasant = unpleasant
mood-neither = neither pleasant nor unpleasant
mood-pleasant = pleasant
mood-very-pleasant = very pleasant
mood-very-calm = very calm
mood-calm = calm
mood-awake = neither calm nor stirred
mood-stirred = stirred
mood-very-stirred = very stirred
notebook-title = Your notebook, and how the case is read
notebook-nothing = You wrote nothing down in this hour. What came up is read so:
notebook-related = As the case reads it, this has to do with what troubles them now.
notebook-unrelated = As the case reads it, this is part of their life and not of the trouble.
notebook-marked = Your notes about it: { $notes }.
notebook-left = It came up, and no note of yours is about it.
notebook-by-lens = { $lens }: { $reading }
notebook-unheard = { $count ->
    [one] One more event that the case turns on did not come up in this hour. It isn't told here.
   *[other] { $count } more events that the case turns on did not come up in this hour. They aren't told here.
  }
note-Mark = Note { $number }: a line that you marked
note-empty = Note { $number }: no words, and no line
note-Unsupported = Note { $number }: nothing stands under it yet
note-Supported = Note { $number }, about a line
note-Link = Note { $number }: two lines that belong together

feeling-Calm = calm
feeling-Content = content
feeling-Relieved = relieved
feeling-Grateful = grateful
feeling-Touched = touched
feeling-Hopeful = hopeful
feeling-Glad = glad
feeling-Proud = proud
feeling-Excited = excited
feeling-Curious = curious
feeling-Amused = amused
feeling-Surprised = surprised
feeling-Tired = tired
feeling-Numb = numb
feeling-Bored = bored
feeling-Lonely = lonely
feeling-Sad = sad
feeling-Grieving = grieving
feeling-Hopeless = hopeless
feeling-Longing = longing
feeling-Torn = torn
feeling-Wary = wary
feeling-Embarrassed = embarrassed
feeling-Ashamed = ashamed
feeling-Guilty = guilty
feeling-Hurt = hurt
feeling-Irritated = irritated
feeling-Tense = tense
feeling-Anxious = anxious
feeling-Afraid = afraid
feeling-Angry = angry
feeling-Desperate = desperate
note-instead = Another way, { $skill }: { $line } { $why }

## Exams

exam-was = An exam: { $title }.
exam-was-own = An exam that was not set by a file.
exam-attempt = This is attempt { $attempt } at it: it had been begun before.
exam-unreviewed = No clinician had read the case.
exam-at-hand = The program could have shown the case's answers on this machine before: it was there to practise with, or an hour of it had been kept.
exam-not-at-hand = The case came with the exam, and no hour of it had been kept on this machine. What happened elsewhere can't be known here.
exam-met = { $met ->
    [0] When it began, no hour of the case had been kept on this machine.
    [one] When it began, one hour of the case had been kept on this machine.
   *[other] When it began, { $met } hours of the case had been kept on this machine.
  }
exam-formative = It was held on a machine that nobody watched: the result is formative, something to talk about. What was looked up while it was left isn't known.
exam-rules = The same hour for everybody. No coach's notes, no going back, no music, and no limit of time. You may leave the room and go on later, from the same place. Nothing is told before the end. An exam that is begun a second time is kept as a second one, and its record says so, as it says whether the case was on this machine before.
exam-nothing-left-out = Nothing can be left out of this exam. Read what comes up in it, and talk to whoever set it if something is too close to you.
model-title = A model hour: { $title }
model-taken = Taken here: { $reply }

## Records

record-tail = The end of this record ({ $bytes } bytes) could not be read: the program, or the computer, was stopped while it was written. It is set aside in a file of its own before your next reply is kept; everything before it is here.

## What is kept

kept-where = Your hours, your drills and your settings lie in { $folder }, and nowhere else: the program uses no network. An hour is a file in the folder “records” there, kept under no name but the one that you gave yourself. To delete an hour, delete its file; to delete everything, delete the folder.
