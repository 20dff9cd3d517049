### Words that only the terminal uses.

complaint = fifty-minutes: { $what }
no-window-built = this build has no window. Play in the terminal: fifty-minutes play CASE
choose-again = Choose a number from 1 to { $most }, or the id of a reply.
case-broken = the case “{ $case }” can't be played until this is mended:
choices-unreadable = the choices in { $file } can't be read: { $why }
choice-refused = { $file }, line { $line }: { $why }
resume-other-case = { $id } is an hour of “{ $case }”. Go on with: fifty-minutes play { $case } --resume { $id }
window-options = --case, --seed, --mute, --reduced-motion and --size before a command are for the window; put them behind the command if it takes them
ask-resume = An hour of “{ $title }” was left after { $moves } { $moves ->
    [one] reply
   *[other] replies
  }, begun { $started }. Go on with it? [Y/n]
ask-expects = How do you expect they leave?
ask-felt = What did you feel in this hour?
nothing-kept = Nothing was kept of this hour.
kept = Kept as { $id }. Read it again with: fifty-minutes report { $id }
left = You left the room; the hour is kept as { $id }. Go on with: fifty-minutes play { $case } --resume { $id }
report-unwritable = the report can't be written to { $file }: { $why }
no-records = There are no records yet.
record-line = { $id }  session { $session }  begun { $started }  { $moves } { $moves ->
    [one] reply
   *[other] replies
  }  { $state }
record-unfinished = not finished
record-torn = not finished; the last line was cut off while it was written and will be set aside
record-empty = empty: the program was stopped before the hour began
record-damaged = damaged in line { $line }; nothing was changed
record-newer = written by a newer version of the program; left as it is
record-unreadable = can't be read
new-bad-id = “{ $id }” can't be a case's name: use lower-case letters, digits and hyphens, at most 64
new-exists = { $folder } is there already; nothing was changed. Choose another name
new-unwritable = { $folder } can't be written: { $why }
new-made = Made { $folder }. Look it over with: fifty-minutes --dialogues { $in } check
    Play it with: fifty-minutes --dialogues { $in } play { $id }
