### Words that only the terminal uses.

complaint = fifty-minutes: { $what }
no-window-built = this build has no window. Play in the terminal: fifty-minutes play CASE
choose-again = Choose a number from 1 to { $most }, or the id of a reply. Ctrl and D leave.
ask-leave-out = To leave one of these out, now or later, type leave out and its name: { $topics }.
ask-help = Type help at any time for a moment to yourself and for where to turn.
help-leave = The hour waits as long as you like. Ctrl and D leave the room; the hour can be gone on with later.
command-help = help
command-leave-out = leave out
left-out = Left out from here on: { $topic }.
content-left-out = left out
case-broken = the case “{ $case }” can't be played until this is mended:
choices-unreadable = the choices in { $file } can't be read: { $why }
choice-refused = { $file }, line { $line }: { $why }
resume-other-case = { $id } is an hour of “{ $case }”. Name that case: fifty-minutes play { $case }
window-options = --case, --exam, --no-record, --seed, --mute, --reduced-motion and --size before a command are for the window; put them behind the command if it takes them
ask-resume = An hour of “{ $title }” was left after { $moves } { $moves ->
    [one] reply
   *[other] replies
  }, begun { $started }. Go on with it? [Y/n]
ask-expects = How do you expect they leave?
ask-felt = What did you feel in this hour?
nothing-kept = Nothing was kept of this hour.
kept = Kept as { $id }. Read it again with: { $command }
supposed-before = It goes on from what the case supposes has gone before. To go on from an hour of your own: fifty-minutes play { $case } --after ID
comes-again = The next session goes on from here with: { $command }
left = You left the room; the hour is kept as { $id }. Go on with: { $command }
file-exists = { $file } is there already and was left as it is. Name another file, or say --overwrite
begin-unwritable = { $why }. Free some space, choose another place with --data-dir, or hold an hour without a record with --no-record
file-unwritable = { $file } can't be written: { $why }
no-records = There are no records yet.
record-line = { $id }  session { $session }  begun { $started }  { $moves } { $moves ->
    [one] reply
   *[other] replies
  }  { $state }
record-unfinished = not finished
record-torn = not finished; its end could not be read, and will be set aside
record-empty = empty: the program was stopped before the hour began
record-damaged = damaged in line { $line }; nothing was changed. What comes before it can be saved with: fifty-minutes records recover { $id }
record-no-header = not a record of an hour, or damaged in its first line; nothing of it can be trusted. Nothing was changed
record-newer = written by a newer version of the program; left as it is
record-unreadable = can't be read
new-bad-id = “{ $id }” can't be a case's name: use lower-case letters, digits and hyphens, at most 64, and not “cast”, which stands for the people to begin from
new-exists = { $folder } is there already; nothing was changed. Choose another name
new-unwritable = { $folder } can't be written: { $why }
new-made =
    Made { $folder }: a small hour that can be played as it stands.
    To sit through it once, with nothing kept of it:
      fifty-minutes{ $at } play { $id } --no-record
    To hear after each change of yours what isn't right yet; where all is well it says nothing:
      fifty-minutes{ $at } check
new-made-desk =
    To see it in the window as a map that follows what you save:
      fifty-minutes{ $at } --desk { $id }

still-made = Drawn into { $file }.
still-too-large = { $count } pictures of that size make too large a sheet; choose a smaller --size, fewer people or fewer states
still-empty = nobody is in “{ $case }” yet. Add people to its case.ron
still-too-many-states = side by side each shows one state, and there are { $states } for { $people ->
    [one] one person
   *[other] { $people } people
  }. Leave some out, or name more people
still-nobody = nobody here is called “{ $person }”. { $help }
still-no-state = there is no state called “{ $state }”. { $help }
still-no-weather = there is no weather called “{ $weather }”. { $help }
still-no-camera = a camera does nothing called “{ $camera }”. { $help }
sheet-made = { $file }: { $texts } texts, { $translated } of them translated, { $stale } of those to be looked over.
sheet-same-language = “{ $case }” is written in { $language } already
sheet-loses = { $lost ->
    [one] one translation
   *[other] { $lost } translations
  } in { $file } { $lost ->
    [one] belongs
   *[other] belong
  } to no text of “{ $case }” and would be lost; nothing was written. Is it the sheet of that case? Name another file, or say --overwrite
sheet-unwritable = the sheet can't be written to { $file }: { $why }

## Transcripts

test-outcome = { $run ->
    [0] No transcript was run.
    [one] One transcript was run.
   *[other] { $run } transcripts were run.
  } { $differing ->
    [0] None differs from what is expected.
    [one] One differs from what is expected.
   *[other] { $differing } differ from what is expected.
  }
transcript-no-case = there is no case “{ $case }” that can be played
transcript-no-case-help = `check` names what is wrong with it.
transcript-unclear = “{ $line }” can't be understood here
transcript-empty = nothing stands after `{ $what }`
transcript-empty-help = Write what is meant behind it on the same line.
transcript-no-number = “{ $found }” is no whole number
transcript-sessions = the last session of the case is { $there }
transcript-no-before = no transcript “{ $name }” beside this one plays the session before to its end
transcript-rest = what follows
transcript-enough = not looked at: { $most } differences are enough to begin with
transcript-nobody = nobody of that name comes
catalogue-title = The cases
catalogue-lead = Made by `fifty-minutes catalogue`: what there is in each session, and how it fares when everybody plays it. What is said of scores, endings and facts is what was found in these scripts, and holds of nothing else. A player who doesn't listen follows one idea, such as always asking or always taking the warmest reply: { $runs } hours of each.
catalogue-languages = Languages: { $languages }
catalogue-partly = { $language } (in part)
format-Individual = one person
format-Couple = a couple
format-Family = a family
catalogue-beats = Beats
catalogue-replies = Replies
catalogue-words = Words that are said, seen and done
catalogue-minutes = Minutes
catalogue-moments = Beats by kind of moment
catalogue-endings = How they can leave
catalogue-facts = Facts that can come out
catalogue-scores = Scores that can be reached
catalogue-expert = Who knows the script
catalogue-naive = Who doesn't listen
catalogue-of = { $there } of { $all }
catalogue-good = { $good } of { $runs } hours good at everything; on the whole { $means }
catalogue-best-naive = at most { $good } % of a player's hours good at everything; the best means { $means }
transcript-over = the hour is over
transcript-on-offer = on offer: { $offered }
transcript-late = `{ $key }:` stands here too late or twice
transcript-late-help = Write it once, above the first pick and the first expectation.
transcript-no-reply = the session has no reply “{ $reply }”
transcript-no-fact = the case has no fact “{ $fact }”

## What can be reached

explore-title = { $case }, session { $session }, seed { $seed }: what can be reached in this script, after { $moves } moves.
explore-highest-exact = highest: { $value }, exact
explore-highest-between = highest: { $value } was found; no hour has more than { $bound }
explore-lowest-exact = lowest: { $value }, exact
explore-lowest-between = lowest: { $value } was found; no hour has less than { $bound }
explore-never-enough = no hour says enough for this score
explore-over-seeds = over { $seeds } seeds: { $mean } on average, spread { $spread }
explore-endings = Endings
explore-facts = Facts
explore-way = { $id }, after { $replies } { $replies ->
    [one] reply
   *[other] replies
  }
explore-no-way = { $id }: no way was found
explore-beats = No way was found to these beats: { $beats }
explore-no-hours = No hour was found that is good at all three and leaves no risk without an answer.
explore-hour = Good at everything: empathy { $empathy }, goal agreement { $goals }, boundaries { $boundaries }

## Playtest

playtest-title = { $case }, session { $session }: { $runs } hours of each player from seed { $seed } on, { $rate } moves a second.
playtest-beats = beats met
playtest-replies = replies taken
playtest-guards = sides of conditions
playtest-phrasings = wordings met
playtest-facts = facts told
playtest-player = mean (range)
playtest-good = all good
playtest-leaves = how they left
playtest-changing = The preferred replies change with the person's state at { $changing } of { $menus } menus that were met in several.
playtest-won = { $player } has a preferred reply in whatever state at { $won } { $won ->
    [0] menus
    [one] menu: { $beats }
   *[other] menus: { $beats }
  }
playtest-passes = It holds.
playtest-fails = It does not hold yet.

player-Random = random
player-First = first on the screen
player-Longest = longest
player-Shortest = shortest
player-Warmest = warmest
player-AlwaysAsk = always asks
player-AlwaysReflect = always reflects
player-AlwaysDeepest = always deepest
player-AlwaysExplores = always explores
player-Adviser = adviser
player-Pleaser = pleaser
player-Silent = silent
player-RuptureFarmer = rupture farmer
player-Systematic = everywhere once
player-Expert = expert

## What only playing finds

moment-Emotional = emotional opportunities
moment-Goal = goal negotiations
moment-Boundary = places where a boundary is in play
moment-Rupture = rupture markers
moment-Cue = cues

proof-at-once = at once
proof-dead-end = at the beat “{ $beat }” nothing can be answered and the hour is not over; the shortest way there: { $way }
proof-help-dead-end = Keep three replies open whatever happens, or end the hour here.
proof-round = from the beat “{ $beat }” nothing new can come any more, with { $minutes } minutes left; the shortest way there: { $way }
proof-help-round = Look at the conditions of the ways out: is one of them the wrong way round?
proof-never-met = no player and no search came to the beat “{ $beat }”
proof-help-never-met = Look at the conditions on the ways to it.
proof-never-told = no player and no search could bring about the fact “{ $fact }”
proof-help-never-told = Ask for less in its `needs`, or let more lead to the beat that tells it.
proof-never-holds = this condition never held where it was asked
proof-help-never-holds = Is it the wrong way round, or does it ask for too much? A condition that never holds hides what it stands before.
proof-always-holds = this condition held wherever it was asked
proof-help-always-holds = Is it the wrong way round, or not needed? Take it away, or let it tell two states apart.
proof-never-asked = this condition was never asked: something before it always comes first
proof-help-never-asked = Put it earlier, or narrow what stands before it.
proof-few-endings = people leave in fewer than { $least } ways here: { $there }
proof-help-few-endings = Let what happens in the hour decide how they leave.
proof-never-mended = no rupture was ever mended whole
proof-help-never-mended = Give the rupture at least two replies that mend it.
proof-thin-hour = an hour to a planned end can meet only { $count } { $kind }; it needs { $least }. That hour: { $way }
proof-help-thin-hour = Put a moment of that kind on this way.
proof-out-of-reach = no hour is good at { $score }: { $proven ->
    [yes] the highest there is is { $value }
   *[no] the highest that was found is { $value }
  }
proof-help-out-of-reach = Offer replies that meet its moments well, at the states in which people come to them.
proof-not-to-be-missed = every hour is good at { $score }: the lowest that was found is { $value }
proof-help-not-to-be-missed = Offer replies at its moments that a thoughtful trainee might take and that cost something.
proof-few-good-hours = { $found ->
    [0] no hour was found
   *[other] only one hour was found
  } that is good at all three scores and leaves no risk without an answer; there should be two clearly different ones
proof-help-few-good-hours = Let more than one way of working do well.
proof-won-without-listening = “{ $player }” is good at all three scores in { $good } of { $runs } hours
proof-help-won-without-listening = See in the playtest at which menus its pick is preferred in whatever state, and let some of them cost something there.
proof-same-in-every-state = the preferred replies change with the person's state at only { $changing } of { $menus } menus
proof-help-same-in-every-state = Let more depend on how the person is: a level that can't be borne yet, a limit in a rupture, a silence.
proof-longest = longest
proof-warmest = warmest
proof-given-away = the { $what } reply is a preferred one at { $times } menus; by chance it would be at { $expected }
proof-help-given-away = Even out the lengths and the tone, also among the replies that cost something.
proof-always-the-same-skill = at { $wins } of { $menus } menus { $skill } is the only skill with a preferred reply
proof-help-always-the-same-skill = Let other skills do well at some of them, and let this one cost something.

## A table of turns from elsewhere

assess-unreadable = { $file } can't be assessed: { $why }
assess-no-rubric = there is no rubric to assess by until that is mended
table-rows = { $therapist } { $therapist ->
    [one] row
   *[other] rows
  } of the therapist's and { $patient } of the patient's, by rubric { $rubric }, as { $lens }.{ $bad ->
    [0] { "" }
    [one] { " " }One row is left out, because something in it can't be read.
   *[other] { " " }{ $bad } rows are left out, because something in them can't be read.
  }
table-turn = { $number }. (line { $line }) { $text }
table-turn-unwritten = { $number }. (line { $line })
table-at-line = Line { $line }:
table-no-rupture = The table names no rupture.
table-outcome-unknown = what came of it the table doesn't say
table-skills-title = What was done, counted
table-miti-title = By the counts of the MITI 4.2.1
table-notes-title = What was taken for granted
table-formative = The scores say how these codes come out by this rubric. They are as good as the coding.
table-count = { $what }: { $count ->
    [0] none
    [one] 1 (line { $lines })
   *[other] { $count } (lines { $lines })
  }
table-ratio = Reflections for each question: { $ratio } ({ $reflections } to { $questions }).
table-ratio-none = Reflections for each question: { $reflections } { $reflections ->
    [one] reflection
   *[other] reflections
  }, and no question.
table-complex = Complex reflections: { $percent } % ({ $complex } of { $reflections }).
table-complex-none = Complex reflections: there was no reflection.
table-adherent = MI-adherent: { $adherent } (affirm { $affirm }, seek collaboration { $seek }, emphasise autonomy { $autonomy }). MI-non-adherent: { $other } (persuade { $persuade }, confront { $confront }).
table-adherent-share = MI-adherent among both: { $percent } %. The manual gives the two totals; the share is this program's.
table-miti-source = Source: Moyers, Manuel & Ernst (2014), Motivational Interviewing Treatment Integrity Coding Manual 4.2.1. Its four global ratings need somebody who listens to the whole and are not made here.

miti-GiveInformation = giving information (GI)
miti-Persuade = persuade
miti-PersuadeWithPermission = persuade with permission
miti-Question = question (Q)
miti-SimpleReflection = simple reflection (SR)
miti-ComplexReflection = complex reflection (CR)
miti-Affirm = affirm (AF)
miti-SeekCollaboration = seeking collaboration (Seek)
miti-EmphasiseAutonomy = emphasising autonomy (Emphasize)
miti-Confront = confront
skill-Question = question

table-column = column { $number } (“{ $name }”)
table-column-twice = { $column } is the same column as column { $first }; only the first is read
table-help-column-twice = Take one of them away, or put both into one.
table-column-not-read = { $column } is not read
table-no-speaker = { $column } is empty in this row
table-help-no-speaker = Write therapist or patient.
table-unknown-word = { $column }: “{ $found }” is none of its words
table-not-a-level = { $column }: “{ $found }” is no level of empathy
table-help-not-a-level = Write a whole number from 1 to 5, or leave it empty.
table-more-than-one = { $column }: there are { $count } words, and a turn has one
table-help-more-than-one = Write the one that matters most here, or part the turn into two rows.
table-code-of-patient = { $column }: “{ $found }” stands in a row of the patient's
table-help-code-of-patient = Codes stand in the therapist's rows. Is the speaker right?
table-never-indicated = { $column }: “{ $found }” is never what is indicated
table-help-never-indicated = Write Hold, Explore or Accept, one or several.
table-encoding = { $column }: there is a byte that is no UTF-8
table-help-encoding = Save the table in the spreadsheet as “CSV UTF-8”.
table-too-many-cells = this row has { $cells } cells, and the first row names { $columns }
table-help-too-many-cells = A text with a comma or semicolon in it needs quotation marks around it; a spreadsheet sets them by itself.
table-open-quotation = a quotation mark is opened in this row and never closed, so that all below was read as one cell
table-help-open-quotation = Close it. A quotation mark within a text is written twice.
table-no-list = { $column }: this is too long to be codes
table-help-no-list = Is the text in its own column?
table-too-many-words = { $column }: there are more than { $most } words, and only the first { $most } are read
table-help-too-many-words = Write those that matter most, or part the turn into several rows.
table-untold = More that can't be read, and is not told here: { $count }.
table-no-level = { $column }: a feeling was offered here, and the reply has no level
table-help-no-level = Write 1 to 5. A plain question about risk needs none if its step stands under “safety”.
table-no-moves = { $column }: a goal negotiation is named, and neither what it offers nor what was made of it
table-help-no-moves = Write the moves that it offers under “offered”.
table-not-answered = no reply follows, so this moment doesn't count.

table-bearable = How much the patient could bear a table doesn't say: each level of empathy counts as it is coded.
table-absent = There is no column for { $columns }; nothing is said of what would stand there.
table-no-risk = No row names a risk cue, so that nothing can be said of one that was missed.
table-level-makes-moment = No row names an emotional moment. Rows that became one by their level: { $count }. A feeling that no level stands beside is not seen.
table-level-elsewhere = Levels where no emotional moment is named: { $count }. As in an hour, they don't count.
table-moves-make-moment = Rows where goal moves were made and none is named as offered: { $count }. What was made counts as all that was offered; what was missed is not seen.
table-moves-elsewhere = Rows with goal moves where no goal negotiation is named: { $count }. As in an hour, they don't count.
table-unasked = Boundary responses where no pressure is named: { $count }. As in an hour, they count as unasked.
table-nothing-indicated = Pressures for which nothing is named as indicated: { $count }. A response to one is worth what it is where it isn't indicated.
table-no-fit = Cues for which the column “fit” says nothing: { $count }. They count as neither met nor missed by the body.
table-nothing-to-repair = Repair moves where no rupture is open: { $count }. They are left out of the log.
table-no-rupture-to-mend = Words on how a rupture went on where none is open: { $count }. They are passed over.
table-safety-without-risk = Rows with steps of safety: { $count }. Without a risk cue they say nothing of the hour, save those that are unsafe by themselves.
table-once-a-turn = Rows with more than one reflection, question or persuasion: { $count }. As in the manual, a turn counts each once: a complex reflection before a simple one.

explain-unknown = there is no finding called “{ $code }”. { $help }

## Drill and progress

drill-about = One moment at a time, as often as you like; ten minutes are enough. Type help at any time for a moment to yourself and for where to turn.
drill-topic-ask = Enter: go on. n: another moment. leave out: no moments with this today. q: stop.
drill-ask = Enter: the same moment with other words. n: another moment. +: too easy. -: too hard. q: stop.
drill-leave = The moment waits as long as you like. Ctrl and D end the drill; what you answered is kept.
drill-no-moment = there is no moment called “{ $moment }” to be drilled; `fifty-minutes progress` names one

## Beside the hour

ask-beside = Type look back for the hour so far and for notes in it, and back to take your last reply back.
ask-beside-exam = Type look back for the hour so far and for notes in it.
command-look-back = look back
command-back = back
command-redo = redo
command-mark = mark
command-note = note
command-link = link
command-strike = strike
command-read = read
back-how = Type back to take the last reply back, or back and the number of a reply to go to just before it.
went-back = Back before reply { $turn }. Nothing after it has happened, and what you wrote of it is gone with it; redo brings both again.
redo-nothing = There is no reply to take up again here.
note-how = Type mark and the number of a line to mark it, note and your words to write something down (with the number of a line before them, about that line), link and two numbers for lines that belong together, strike and the number of a note to take it away.
look-back-how = Type back and the number of a reply, which stands in round brackets, to go to just before it; redo to take up again what you took back. For notes: mark and the number of a line, note and your words (with the number of a line before them, about that line), link and two numbers for lines that belong together, strike and the number of a note.
note-no-line = There is no line of that number; they go from 1 to { $most }. Type look back to see them.
note-kept = Written down as note { $number }.
note-struck = Note { $number } is gone.
note-none-such = There is no note { $number }.
read-how = Three numbers: from -2 unpleasant to 2 pleasant, from -2 calm to 2 stirred, and how sure you are: 1 guessing, 2 fairly sure, 3 certain. Such as: -1 2 1
read-kept = Noted. It is told after the hour.
read-not-yet = In your first hour you aren't asked what you see in the person; from the second on you are.
ask-saw = What do you see in { $name }, and what do you hear? A few words, or Enter.
ask-mood = How may it be for { $name } just now? Three numbers: from -2 unpleasant to 2 pleasant, from -2 calm to 2 stirred, and how sure you are, 1 guessing, 2 fairly sure, 3 certain. Such as: -1 2 1. Enter leaves it.
ask-words = What would you say or do yourself? Type it, or only think of it and press Enter.
ask-own = What was it, and which of these comes nearest? { $skills }. Two numbers, the second from 1 to { $most }; one is enough, and Enter leaves both open.

## Exams and model hours

exam-which = name the exam's file: fifty-minutes exam FILE.exam.ron
exam-broken = the exam in { $file } can't be held until this is mended:
exam-another = { $id } is no hour of this exam
exam-left = an attempt at this exam was left: { $id }. Go on with it by --resume { $id }, or begin another by --again, which its record will say
exam-ask-resume = The exam “{ $title }”, begun { $started }, was left. Go on with it? [Y/n]
exam-name = an exam's file has a name that ends in .exam.ron, such as midterm.exam.ron
exam-made =
    Made { $file }. Read it through, and see that all is well with:
      fifty-minutes check { $file }
verify-torn = nothing was changed, but its end ({ $bytes } bytes) could not be read, as when a program is stopped while it writes; what stands before it is sound.
records-recovered =
    What could be read, { $replies } { $replies ->
        [one] reply
       *[other] replies
    }, is kept as { $id }. It can be reported and gone on with; the damaged record stays as it is.
verify-sound = nothing was changed, and the same replies lead to the same hour.
verify-unfinished = nothing was changed; the hour is not over.
verify-trouble = not sound: { $trouble }
verify-another-exam = this is no hour of that exam
model-none = none
model-no-such = no such model hour in “{ $case }”. There are, with their sessions: { $there }
model-note = Note: { $note }
model-go-on = Enter goes on.
model-over = That was the model hour. To hold it yourself: fifty-minutes play { $case } --session { $session } --mode learn
transcript-idle = nothing is picked and nothing expected in this transcript, so that it tries nothing
transcript-idle-help = Write the replies of an hour as lines such as “pick: ID”, and what you expect after them.
transcript-idle-note = a note stands here, and this is no model hour
transcript-idle-note-help = Write `model:` and a title above the first pick, or begin the line with # .
transcript-many-lines = this transcript has more than { $most } lines that mean something; no more are read
transcript-many-findings = more is wrong in this transcript: of so many lines { $most } are told
transcript-many-help = Mend what is told above, or part the transcript into several.
transcript-model-unfinished = the hour isn't over after the last pick, and a model hour goes to its end
transcript-model-pick = “{ $pick }” can't be picked here; { $found }
transcript-model-help = A model hour is stepped through from its beginning to its end. Mend the picks, or take `model:` away.
command-leave-out-what = Name what to leave out: { $topics }.
redone = Taken up again:
read-left = Without the three numbers it is not taken down.
pack-name = a pack has a name that ends in .pack.json, such as cases.pack.json
pack-made = { $file } holds { $cases ->
    [one] the case
   *[other] the { $cases } cases
}, whole. `fifty-minutes unpack` shows it to whoever gets it.
unpack-unreadable = { $file } can't be unpacked: { $why }
unpack-case =
    { $id }: { $title }
    With: { $people }
    Sessions: { $sessions }. Languages: { $languages }
    Author: { $author }
    Licence: { $licence }
    Review by a clinician: { $review }
    Files: { $files }, { $size }
unpack-shared = It brings { $files } of its own, by which its cases are judged.
unpack-version = It was made with version { $version } of the program.
unpack-errors = { $errors ->
    [0] The check finds no error in it.
    [one] The check finds an error in it:
   *[other] The check finds { $errors } errors in it:
}
unpack-nothing = Nothing was written. With --into FOLDER it is written below that folder.
unpack-ask = Write it below which folder? Enter alone writes nothing.
unpack-done = Written below { $folder }.
unpack-aside = What was there is in { $folder }.

## When a record can't be written any more

stuck = This is not kept yet, and nothing came of it: { $why }. Everything before it is safe.
stuck-same = 1  Save the whole hour again in the same place
stuck-other = 2  Save it in another folder
stuck-leave = 3  Leave; the hour can be gone on with later
stuck-on = 4  Go on without keeping it
stuck-where = In which folder? Enter leaves it.
stuck-again = That did not work either: { $why }
