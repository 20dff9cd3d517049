### Words that only the window uses.

window-title = { $screen } – Fifty Minutes

screen-book = Appointments
screen-referral = Referral
screen-room = In session
screen-pause = Pause
screen-afterwards = Afterwards
screen-settings = Settings
screen-drill = Ten minutes
screen-progress = Progress

## The title

title-about = An hour with a simulated patient, for people who are learning to be therapists. Nobody here is real; what you practise may be.
title-book = Appointments
title-book-hint = Enter – who is waiting, and hours to go on with
title-drill = Ten minutes
title-drill-hint = F4 – hard moments, one at a time and as often as you like
title-progress = Progress
title-progress-hint = F5 – what you have tried, how it went, what to try next
title-settings = Settings
title-settings-hint = F2 – text size, colours, motion, sound
title-leave = Leave
title-leave-hint = Everything is kept as it is

## The appointment book

book-hint = Arrows or Tab move, Enter opens, Esc goes back. F3 leads to the author's desk.
book-cases = Cases
book-empty = There are no cases here.
book-about = { $people } · { $setting } · { $lens }
book-difficulty = Difficulty { $difficulty } of 5
book-length = { $sessions ->
    [one] one session
   *[other] { $sessions } sessions
  } of { $minutes } minutes
book-languages = Languages: { $languages }
book-language-in-part = { $language } (in part)
content-can-be-left-out = { $note } (can be left out)
content-notes = Comes up: { $notes }
book-not-playable = Can't be played until this is mended:
book-broken = “{ $case }” can't be played yet; the book says what has to be mended.
book-line = line { $line }
book-more-findings = and { $count } more; “fifty-minutes check” lists them all
book-unwritable = Nothing can be written in { $folder }: { $why }. What was kept up to here is safe. Free some space, or see whether you may write there.
or-unrecorded = Or hold the hour without a record.
book-hours-left = Left unfinished
book-no-hours-left = No hour waits to be gone on with.
book-go-on = Go on
book-left = { $when } · { $replies } { $replies ->
    [one] reply
   *[other] replies
  }, minute { $minute }
book-when = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
  } { $year }, { $time }
book-hours-held = Held
book-held = { $when } · { $ending }
book-again = tried again from reply { $turn }
book-next = Go on to session { $session }
book-unsound = Records that can't be gone on with
book-damaged = Damaged in line { $line }: what stands there is not what the program wrote. It is left as it is.
book-newer = Written by a newer version of the program. It is left as it is; with that version it can be gone on with.
book-unreadable = It can't be read at all: it is no file that the program may read, or too large. It is left as it is.
book-recover = Save what can be read
book-recovered = What could be read, { $replies } { $replies ->
        [one] reply
       *[other] replies
    }, is kept as an hour of its own and can be gone on with. The damaged record stays as it is.
book-read-again = Read the debrief
book-so-far = Read the debrief so far

## The referral note

referral-person = { $name }, { $age }
referral-mode = How you sit down
mode-Learn-about = Each reply names its skill, and a coach's note follows the one you take.
mode-Practise-about = A coach's note follows each reply, unless you have turned the notes off.
mode-Exam-about = Nothing is said until the end.
mode-exam-refused = Exam can't be chosen: no clinician has reviewed this case yet.
referral-session = Which session
referral-session-name = { $number }. { $title }
referral-after = It goes on from your hour of { $when }: what was said and felt there is carried over.
referral-supposed = It goes on from what the case supposes has gone before. To go on from an hour of your own, choose that hour in the book.
referral-model-there = There is a model hour of this session to step through: choose { $learn }.
referral-begin = Begin
referral-back = Back
referral-keys = Enter begins, Esc goes back.
referral-unrecorded = Begin without a record
referral-rehearse = Rehearse the draft
referral-rehearse-about = For whoever writes the case: nothing of this hour is kept, and it follows each change of its files as you save it.
referral-rehearse-slow = It may take two seconds until a change shows, since this system doesn't tell of it at once: { $why }

## The room

room-do = do
room-note = Note
room-go-on = Go on
room-minute = { $minute } min
room-keys = 1–{ $most } reply · F1 a moment · F3 so far · Esc pause · F10 leave
room-keys-reading = Arrows and Tab choose · F1 a moment · F3 so far · Esc pause · F10 leave
room-keys-words = Enter shows the replies · F1 a moment · F3 so far · Esc pause · F10 leave
room-keys-nearest = 1–{ $most } choose · F1 a moment · F3 so far · Esc pause · F10 leave
room-keys-over = Enter goes on · F3 so far · Esc pause
stuck-save = Save the whole hour again
stuck-folder = Or in another folder, such as one on a stick
stuck-elsewhere = Save it there
stuck-saved-elsewhere = The whole hour is saved in { $folder }, and kept there from here on. To find it there another time, start the program with --data-dir and that folder.
stuck-whole-path = Write the whole way to the folder, as in /media/stick or ~/stick.
sound-none = There is no sound: no device for it was found. Everything that is heard can be read instead, as captions that the settings turn on. The hour is kept as always.
room-saving = Saving… Your reply is being written to the disk. What it leads to shows once it is there.
room-unrecorded = Go on without a record
afterwards-unkept = What you said of the hour could not be kept, and shows only now. The hour itself is safe.

## A draft that is being written

draft-broken = The draft can't be played as it was saved. Until it is mended, what was read before goes on.
draft-stands = The hour stands before your reply { $turn }, “{ $words }” ({ $id }): the draft leads no further.
draft-stands-before-topic = The hour stands where you left out “{ $id }”: the draft leads no further.
draft-over = It is over here, at “{ $beat }”.
draft-gone = At “{ $beat }” there is nothing of that name any more.
draft-shut = At “{ $beat }” it is there, and not on offer: what it asks for doesn't hold.
draft-as-it-began = The draft has changed; this hour goes on with the script it began with.

## The pause

pause-title = The hour waits
pause-about = Take the time you need. Nothing runs on while you are here.
pause-go-on = Go on
pause-go-on-hint = Esc – back into the room
pause-settings = Settings
pause-settings-hint = F2 – text size, colours, motion, sound
pause-leave = Leave the room
pause-leave-kept = F10 – the hour is kept; go on with it from the book
pause-leave-unkept = F10 – this hour has no record, and will be gone
pause-grounding-hint = F1 – a few plain steps, and where to turn

## A moment to yourself

grounding-title = A moment to yourself
grounding-about = Nothing runs on while you are here, and there is nothing to get right. Take what helps.
grounding-back = Back to where you were
grounding-back-hint = Esc – it is as you left it

## What can be left out

leave-out = Leave this out
leave-out-title = Leave something out
leave-out-about = From now on it won't come up in this hour, and nothing of it counts from here on. What was answered already stays.

## Afterwards

afterwards-title = Before you read on
afterwards-about = Two short questions, for yourself. Leave open what you like.
afterwards-expects = How do you expect { $name } to leave?
afterwards-feel = What did you feel in this hour?
afterwards-feel-hint = In your own words
afterwards-own = Kept for you and shown only in your debrief. Shift and Enter start a new line.
afterwards-go-on = Go on to the debrief

## The debrief

debrief-show = Show the { $count } { $count ->
    [one] line
   *[other] lines
  } it came from
debrief-hide = Hide the { $count ->
    [one] line
   *[other] lines
  } it came from
debrief-bar = { $value } on the way from 0 to 100
debrief-before = Before: { $text }
debrief-axis = Across: replies. Up: from 0 to 100. Click on it to go to a reply.
debrief-openness = experiencing, 1 to 7 over the whole height
debrief-stances = In the room
debrief-mattered = What mattered
debrief-scores = Three scores
debrief-over-time = Over time
debrief-transcript = Transcript
debrief-see = { $title }: go to reply { $line }
debrief-instead = Your reply there
debrief-again = Try again from reply { $turn }
debrief-other = Instead of reply { $turn }: { $line }
hindsight-under-way = Looking back: { $percent } %.
hindsight-wait = What would have come of them is being looked at.
debrief-close = Back to the appointments

## Settings

settings-text = Text: { $percent } %
settings-text-name = Text size in percent
settings-language = Language
settings-theme = Colours
theme-Light = Light
theme-Dark = Dark
theme-HighContrast = High contrast
settings-volume = Sound: { $percent } %
settings-volume-name = Volume in percent
settings-mute = Mute
settings-voice = Voices: { $percent } %
settings-voice-name = Volume of voices in percent
settings-tone = The room: { $percent } %
settings-tone-name = Volume of the room in percent
settings-rain = Rain at the window
settings-clock = A clock that ticks
settings-music = Music: { $percent } %
settings-music-name = Volume of the music in percent
settings-music-hint = It follows the faces that are shown, very softly. In an exam there is none, whatever is set here.
settings-captions = Captions at the foot of the picture
settings-captions-hint = What is described is what is seen. What it may mean is a guess, as it always is; in an exam none is made.
captions-Off = None
captions-Sounds = What is heard
captions-Described = What is heard and seen
captions-Interpreted = Heard, seen, and what it may mean
settings-room = The room
settings-motion = Reduced motion: the person holds still, and one face fades into the next
settings-notes = Coach's notes after each reply
settings-notes-hint = In an exam there are none, whatever is set here.
settings-presets = Several at once
preset-Seeing = Easier to see
sets-Seeing = Text at 150 % or more, high contrast, captions of what is seen
preset-Hearing = Easier to follow without hearing well
sets-Hearing = Captions of what is heard and seen; no music, room, rain or clock
preset-Stillness = Less going on
sets-Stillness = Reduced motion; no music, rain or clock
settings-close = Back
settings-kept = What is kept of you
settings-unread = Your settings could not be read and are as they were at first. The file that was there is { $file } now.
settings-unwritable = The settings hold until the program is closed, but can't be kept: { $why }
settings-nowhere = The settings hold until the program is closed; there is no folder to keep them in.

## When the window can't be opened

window-no-display = There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set. Start the program from a desktop. In a terminal, this plays the same hour: fifty-minutes play CASE. Your records are safe.
window-display-silent = The screen { $display } does not answer, so no window could be opened. See whether DISPLAY or WAYLAND_DISPLAY names the screen you sit at. In a terminal, this plays the same hour: fifty-minutes play CASE. Your records are safe.
window-no-graphics = No graphics driver was found that can draw the window. Install your graphics card's Vulkan driver, or on Debian and Ubuntu the one that needs no card: mesa-vulkan-drivers. In a terminal, this plays the same hour: fifty-minutes play CASE. Your records are safe.
window-no-cause = it was told to, and not why
window-no-reason = it gave no reason
window-graphics-lost = the graphics card or its driver stopped answering ({ $what }); if it does so again, bring the driver up to date, or draw without the card by setting WGPU_FORCE_FALLBACK_ADAPTER=1 before the start
window-graphics-memory = the graphics card has no memory left; close what else uses it, or make the window smaller by --size
window-graphics-error = the graphics driver refused to draw ({ $what })
window-failed = The window had to close: { $what }. Every reply of an hour that is kept is in your records, and the hour can be gone on with. In a terminal, this plays the same hour: fifty-minutes play CASE.

## The author's desk

screen-authoring = Author's desk
title-authoring = Author's desk
title-authoring-hint = F3 – for whoever writes cases: the scene as a map, what is wrong with it, any moment played
authoring-about = For whoever writes cases. Choose one to see its scenes as maps, what is wrong with it, and to play it from any beat.
authoring-only-read = These cases are the copy in the program and can only be read here. To write, start with --dialogues FOLDER, or with a folder “dialogues” where you start from; fifty-minutes new my-case --in FOLDER makes a case to begin with.
authoring-found = { $errors ->
    [0] no errors
    [one] one error
   *[other] { $errors } errors
  }, { $warnings ->
    [0] no warnings
    [one] one warning
   *[other] { $warnings } warnings
  }
authoring-part-map = Map
authoring-part-beats = Beats
authoring-part-findings = Findings: { $count }
authoring-part-state = How things stand
authoring-part-beat = The beat
authoring-part-try = Try it
authoring-to-room = Back to the room
authoring-back = Back
authoring-unread = { $why }. The cases are read by themselves as soon as they can be; until then only what was read before is here.
authoring-gone = The files of this case aren't there any more. What is shown is the case as it was when it could last be played.
authoring-gone-beat = There is no beat “{ $gone }” in the scene any more. In its place stands “{ $beat }”.
authoring-keys = 1–6 parts · Ctrl+F or F3 find · F4 editor · F5 play from here · F7 play the hour · Esc back
authoring-stale = The files are in error just now. What is shown is the case as it was when it could last be played.
authoring-no-map = There is nothing to draw until the errors are mended.
authoring-no-findings = Nothing was found to be wrong.
authoring-go = Go to { $beat }
authoring-edit = Open in my editor
authoring-editor = My editor
authoring-editor-name = Command that opens my editor
authoring-editor-about = A command with {"{file}"} and {"{line}"} in it, such as: kate --line {"{line}"} {"{file}"}. Where it is left empty: { $found }.
authoring-editor-system = what this system opens such files with
authoring-editor-set = Use it
editor-unclear = This command can't be read: a quotation mark is not closed, or nothing is there. Write the program and what it is told, such as: kate --line {"{line}"} {"{file}"}
editor-failed = Could not open { $what }: { $why }. Set a command for your editor under Findings.
editor-ended = it ended with { $status }

## The map of a scene

chart-name = Map of the scene “{ $title }”, { $beats } beats. Arrows move it, plus and minus make it larger and smaller, 0 shows the whole of it, Enter opens the beat in its middle. The list of beats says the same in words.
chart-find = Find a beat
chart-find-hint = An id or words
chart-found = { $found ->
    [0] nothing found
   *[other] { $at } of { $found }
  }
chart-next = Next
chart-larger = Larger
chart-smaller = Smaller
chart-fit = Whole map
chart-counting = Counting how often players come to each beat: { $percent } %.
chart-counted = In { $hours } hours of players who follow one idea each.
chart-replies-never-taken = replies never taken
chart-met = met in { $percent } % of the hours
chart-never-taken = { $count ->
    [one] one reply never taken
   *[other] { $count } replies never taken
  }

## A beat at the side

beat-line = { $file }, line { $line }
beat-topic = Left out with the topic “{ $topic }”; it then goes to { $beat }.
beat-tells = Tells “{ $fact }” where its needs are met ({ $needs }); else it goes to { $beat }.
beat-no-needs = none
beat-lines = Said and seen
beat-replies = Replies
beat-onward = Goes on
beat-to = Leads to { $beat }
beat-taken = Taken in { $percent } % of the hours that came here.
beat-unsaid = Nothing is said or seen here.
beat-effects = Also: { $effects }.

## Trying a beat in a state

try-about = What each reply would do from the state that is set, found out by taking it. Nothing is kept of it.
try-set = Set how things stand
try-minute = Minute { $minute }
try-minute-name = Minute on the clock
try-stance = In the room: { $stance }. If it were over now: { $ending }.
try-measure = { $measure }: { $value }
try-measure-of = { $name }, { $measure }
try-rupture = Rupture
try-rupture-None = none open
try-depth = How deep: { $depth }
try-depth-of = { $name }, depth of the rupture
try-told = Told before
try-noted = Noted before
try-met = Met before
try-fresh = As the hour begins
try-arrived = As players first come here
try-play = Play from here
try-play-hour = Play the hour from its beginning
try-broken = It can be played as soon as the errors are mended.
try-replaces = An hour waits in the room{ $replies ->
    [one] , with one reply
   *[other] , with { $replies } replies
  }, and nothing is kept of it. If you play now, it is gone.
try-replace = Play, and let it go
try-wait = Let it wait
try-unrecorded = Played from here an hour has no record.
try-replies = What each reply would do
try-moved-on = From { $from } the hour goes on by itself to { $to }.
try-over = Here the hour is over: { $ending }.
try-no-replies = There is nothing to reply to here.
try-hidden = Not on offer.
try-change = { $measure } { $before } → { $after }
try-nothing = Nothing in them moves.
try-later = Later: { $measure } { $amount }, after { $replies ->
    [one] one more reply
   *[other] { $replies } more replies
  }
try-stance-change = { $before } → { $after }
try-told-now = Comes out: { $fact }
try-blocked-now = Asked for too early: { $fact }
rupture-Opened = A rupture opens
rupture-Deepened = The rupture deepens
rupture-Eased = The rupture eases
rupture-Mended = The rupture is mended
rupture-Refused = Mending is tried and not taken
try-ends = The hour ends: { $ending }

## What is missing

unmet = Needs { $what }.
unmet-is = { $what }; it is { $is }
unmet-none-of = one of these: { $ways }

## An hour of the author's

keep-transcript = Keep as a transcript
keep-transcript-hint = F8 – its replies, beside the case, for you to say what you expect of it
keep-done = Kept as { $file }. Write into it what you expect of the hour, then run: fifty-minutes test { $file }
room-author = F8 keep · F9 author's desk

severity-Error = Error
severity-Warning = Warning
severity-Note = Note

## Ten minutes, and progress

drill-looking = Somebody is being shown in.
drill-keys = 1–{ $most } reply · F1 a moment · Esc leave
drill-keys-answered = Enter again · N another · + too easy · − too hard · Esc leave
drill-again = The same moment
drill-again-hint = Enter – with other words, and in another state
drill-another = Another moment
drill-another-hint = N – this one comes again in its time
drill-easy = Too easy
drill-easy-hint = Plus – new moments of this kind become harder
drill-hard = Too hard
drill-hard-hint = Minus – new moments of this kind become easier, and this one waits if it is harder than they are
drill-pass-over-hint = N – the next one without this
drill-topic-on = Go on
drill-topic-on-hint = Enter – it can be left at any time with Esc
drill-topic-out = Leave this out today
drill-topic-out-hint = No moment with this comes up any more this time
drill-topics-out = Leave out all of this sort today
drill-topics-out-hint = No moment with anything that can be left out comes up this time
drill-failed = No moment could be looked for.
drill-look-again = Look again
drill-look-again-hint = Enter – as soon as what is told above is mended
drill-leave-it = Leave
drill-leave-hint = Esc – what you answered is kept
drill-as-well = As well
drill-would = On offer
progress-finding = Your records are being read.
progress-drill = Try this moment
progress-choose = Choose one, and ten minutes are about that alone.
progress-drill-this = Practise this alone
progress-untried = Not tried yet.
progress-back = Back
progress-back-hint = Esc – to the title
## Beside the hour

screen-so-far = The hour so far
so-far-about = Read back as far as you like. You can go back to before any reply; nothing after it has happened then, and you can take it up again. Choose a line, or two that belong together, and write down what you make of it. What you wrote of later lines goes with them.
so-far-about-exam = Read back as far as you like. In an exam there is no way back. Choose a line, or two that belong together, and write down what you make of it.
so-far-go-on = Go on with the hour
so-far-redo = Take up again what you took back
so-far-back = Back to before reply { $turn }
so-far-noted = in your notes
so-far-notebook = Your notebook
so-far-write = { $lines ->
    [0] No line is chosen: what you write is a hypothesis with nothing under it yet.
    [one] One line is chosen: what you write is about it.
   *[other] Two lines are chosen: what you write is how they belong together.
  }
so-far-words = What do you make of it?
so-far-write-down = Write it down
so-far-mark = Mark it
so-far-no-notes = Nothing is written yet.
so-far-strike = Take note { $number } away
so-far-afterwards = After the hour your notes stand beside the way the case is read. Nobody scores them.
before-reading = Before you answer: how may it be for { $name } just now?
before-grid = On the grid, from unpleasant at the left to pleasant at the right, from calm at the bottom to stirred at the top
before-grid-none = nothing chosen yet; the arrows move about
before-grid-how = Left is unpleasant, right is pleasant. The arrows move about, too.
before-stirred = stirred
before-calm = calm
before-saw = What do you see and hear?
before-reading-done = Go on
before-pass = Not now
before-reading-about = Afterwards you see how far it overlaps with what is plausible. It isn't scored, and you can turn it off in the settings.
before-words = What would you say or do yourself?
before-words-hint = Type it, or only think of it. Enter shows the replies.
before-words-done = Show the replies
before-skill = What is it? If you like:
before-words-kept = Your words are kept with the hour, and go along if you hand it in. No program judges them.
before-words-forgotten = Your words are forgotten after the debrief. Nobody judges them.
before-nearest = You: “{ $words }” Which of these comes nearest?
before-none = None of them
settings-read = Ask what you see in the person
settings-read-hint = At some moments, from your second hour on; never in an exam.
settings-say-first = Say it yourself first
settings-say-first-hint = You are asked for your own words before the replies are shown.
settings-keep-words = Keep these words with the hour
debrief-own = Yours
debrief-no-readings = You weren't asked what you saw, or left it.
debrief-see-reply = See reply { $turn }
## Exams, model hours, several trainees

screen-trainees = Who is practising
book-exams = Exams
exam-named = Exam: { $exam }
exam-about = { $people } · session { $session }
exam-not-to-be-held = Can't be held until this is mended:
exam-cannot-be-held = This exam can't be held. { $why }
exam-begin = Begin the exam
exam-begin-again = Begin it once more
exam-go-on = Go on with the exam
dropped-refused = “{ $file }” is no exam and no hour that was handed in: { $why }
handed-in-sound = This hour was handed in as a file. Nothing in it was changed, and the same replies lead to the same hour.
handed-in-written = Written to { $file }: the hour and its script, to be handed in.
hand-in = Write a file to hand in
hand-in-hint = F7 – the hour and its script in one file, as they were kept, with your notes and what you felt
model-note-mark = Model
model-on = On
model-back = Back
model-leave = To the referral note
model-play = Play it yourself
model-at = Reply { $at } of { $of } · { $title }
model-was = That was the model hour. Held by you it will be another: nobody has to answer as it does.
model-keys = → on · ← back · ↑ ↓ replies · Esc leave
referral-model = Step through a model hour: { $title }
referral-model-about = The whole hour as somebody held it, reply by reply, with what there is to notice. Nothing is kept.
title-trainee = Practising: { $name }
title-trainee-hint = F6 – somebody else, or somebody new
trainee-nobody = without a name
trainee-choose = Practise: { $name }
trainee-new = Somebody new
trainee-hint = heron-7
trainee-pseudonym = Letters from a to z, digits and hyphens. A pseudonym does better than your name.
trainee-add = Add and begin
trainees-about = Each has records and settings of their own, and hours that were left wait for whoever began them.
trainees-open = There are no passwords: everybody who uses this account of the machine can read all of it.
trainees-back = Back
