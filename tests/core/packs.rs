//! Packs: what goes in comes out byte for byte, what has no place in one is refused, and nothing that is there is lost.

use std::fs;
use std::path::{Path, PathBuf};

use fifty_minutes::library::packs::{Pack, Trouble};
use fifty_minutes::library::{self, belongs, is_transcript};
use fifty_minutes::script::bundle::Source;

use crate::{edit, root, run, run_with_input, text, with_shipped_cases, with_sound_case};

/// A folder with the sound case, and a pack of it beside.
struct Sent {
    folder: tempfile::TempDir,
    dialogues: PathBuf,
    pack: PathBuf,
}

impl Sent {
    fn new() -> Sent {
        let (folder, dialogues) = with_sound_case();
        let pack = folder.path().join("cases.pack.json");
        run(0, &["--dialogues", text(&dialogues), "pack", "sound", "--out", text(&pack)]);
        Sent { folder, dialogues, pack }
    }

    fn text(&self) -> String {
        fs::read_to_string(&self.pack).unwrap()
    }

    /// Where it would be unpacked.
    fn theirs(&self) -> PathBuf {
        self.folder.path().join("theirs")
    }

    #[track_caller]
    fn unpack(&self, status: i32, more: &[&str]) -> String {
        run(status, &[&["unpack", text(&self.pack), "--into", text(&self.theirs())], more].concat())
    }

    /// Nothing of that is unpacked, and it is told so.
    #[track_caller]
    fn refused(&self, bytes: impl AsRef<[u8]>, words: &str) {
        fs::write(&self.pack, bytes).unwrap();
        let told = self.unpack(2, &[]);
        assert!(told.contains(words), "{words}: {told}");
        assert!(!self.theirs().exists());
    }
}

/// Every file below a folder that belongs to a case, by its name there, with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let (mut found, mut open) = (Vec::new(), vec![folder.to_path_buf()]);
    while let Some(next) = open.pop() {
        for path in fs::read_dir(next).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                open.push(path);
            } else if belongs(&path) || is_transcript(&path) {
                found.push((path.strip_prefix(folder).unwrap().into(), fs::read(&path).unwrap()));
            }
        }
    }
    found.sort();
    found
}

#[test]
fn every_shipped_case_comes_out_as_it_went_in() {
    let dialogues = root().join("dialogues");
    let library = library::open(Some(&dialogues)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let ids: Vec<String> = library.shelves.cases.iter().map(|shelf| shelf.id.clone()).collect();
    for id in &ids {
        let pack = Pack::of_bytes(Pack::make(&library, std::slice::from_ref(id)).unwrap().written().as_bytes()).unwrap();
        assert_eq!(pack.unpack(folder.path(), false).unwrap(), Vec::<PathBuf>::new());
        assert_eq!(files(&folder.path().join(id)), files(&dialogues.join(id)), "{id}");
    }
    let there = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(there.collect::<std::collections::BTreeSet<_>>(), ids.into_iter().collect());
}

#[test]
fn what_a_pack_holds_is_shown_before_anything_is_written() {
    let sent = Sent::new();
    let shown = run(0, &["unpack", text(&sent.pack)]);
    for words in
        ["sound: Alex, first hour", "Alex", "Sessions: 1", "en", "Licence: ", "none yet", "The check finds no error", "Nothing was written"]
    {
        assert!(shown.contains(words), "{words}: {shown}");
    }
    let written = sent.unpack(0, &[]);
    assert!(written.starts_with(shown.split("Nothing was written").next().unwrap()), "{written}");
    assert_eq!(files(&sent.theirs()), files(&sent.dialogues));
    assert_eq!(run(0, &["--dialogues", text(&sent.theirs()), "check"]), "");
}

#[test]
fn names_that_lead_elsewhere_and_kinds_that_do_not_belong_are_refused() {
    let sent = Sent::new();
    let sound: Vec<Source> =
        files(&sent.dialogues).into_iter().map(|(name, bytes)| (text(&name).to_string(), String::from_utf8(bytes).unwrap())).collect();
    let with = |name: &str| Pack::of_files("1.0.0".into(), [&sound[..], &[(name.to_string(), "x".to_string())]].concat()).written();
    for name in [
        "../sound/case.ron",
        "sound/../../case.ron",
        "/etc/case.ron",
        "C:\\sound\\case.ron",
        "sound\\case.ron",
        "sound/run.sh",
        "sound/.bashrc",
        "sound/con.scene.ron",
        "nul/case.ron",
        "Sound/case.ron",
        "sound/A.scene.ron",
        "sound/lang/../x.csv",
        "sound/deep/er/x.scene.ron",
        "sound/\u{202e}.scene.ron",
        "midterm.exam.ron",
        "",
    ] {
        sent.refused(with(name), "is no name for a file of a pack");
    }
    sent.refused(with("sound/case.ron"), "“sound/case.ron” stands in it twice");
    sent.refused(with("other/1.scene.ron"), "“other” has no case.ron");
    let many: Vec<Source> = (0..2_001).map(|number| (format!("sound/{number}.scene.ron"), String::new())).collect();
    sent.refused(Pack::of_files("1".into(), [&sound[..], &many].concat()).written(), "more than 2,000 files");
    for (text, words) in
        [("x".repeat(10_001), "longer than 10,000 characters"), ("%PDF-1.4".into(), "PDF"), ("a\rb".into(), "Macs of long ago")]
    {
        sent.refused(Pack::of_files("1".into(), [&sound[..], &[("sound/9.scene.ron".into(), text)]].concat()).written(), words);
    }
    sent.refused(Pack::of_files("1".into(), Vec::new()).written(), "this is no pack of cases");
}

#[test]
fn what_is_not_as_it_was_made_is_refused() {
    let sent = Sent::new();
    let sound = sent.text();
    const CHANGED: &str = "this pack was changed since it was made";
    let changed = |find: &str, put: &str| {
        assert!(sound.contains(find), "{find}");
        sound.replacen(find, put, 1)
    };
    sent.refused(changed("keeps the scarf on", "keeps the scarf off"), CHANGED);
    sent.refused(changed("\"blake3\": \"", "\"blake3\": \"0"), CHANGED);
    sent.refused(changed("\"bytes\": ", "\"bytes\": 1"), CHANGED);
    sent.refused(changed("\"app\": \"", "\"app\": \"9"), CHANGED);
    sent.refused(changed("\"review\": \"none yet\"", "\"review\": \"a clinician\""), CHANGED);
    sent.refused(changed("{", "{\"more\": 1,"), CHANGED);
    sent.refused(changed("{\n", "{ \n"), CHANGED);
    sent.refused(format!("{sound} "), CHANGED);
    sent.refused(changed("\"min_reader\": 1", "\"min_reader\": 2"), "made by a newer version of the program (format 2)");
    sent.refused([sound.as_bytes(), &[0xff]].concat(), "this is no pack of cases");
    sent.refused("{}", "this is no pack of cases");
    sent.refused(" ".repeat(17 * 1024 * 1024), "larger than 16 MiB");
    for part in 0..100 {
        let bytes = &sound.as_bytes()[..sound.len() * part / 100];
        assert!(matches!(Pack::of_bytes(bytes), Err(Trouble::Changed | Trouble::NoPack)), "{part}");
    }
    sent.refused(&sound.as_bytes()[..sound.len() - 1], CHANGED);
}

#[test]
fn nothing_that_is_there_is_written_over_or_lost() {
    let sent = Sent::new();
    fs::create_dir_all(sent.theirs().join("sound")).unwrap();
    fs::write(sent.theirs().join("sound/mine.txt"), "mine").unwrap();
    let told = sent.unpack(2, &[]);
    assert!(told.contains("there already: sound. Nothing was written"), "{told}");
    assert_eq!(fs::read_dir(sent.theirs().join("sound")).unwrap().count(), 1);
    let told = sent.unpack(0, &["--overwrite"]);
    let aside = sent.theirs().join(".sound-before-1");
    assert!(told.contains(text(&aside)), "{told}");
    assert_eq!(fs::read_to_string(aside.join("mine.txt")).unwrap(), "mine");
    assert_eq!(files(&sent.theirs().join("sound")), files(&sent.dialogues.join("sound")));

    // What one left that was killed goes, and nothing else that is hidden.
    for hidden in [".unpacking-1/sound", ".unpacking-mine", ".sound-before-2"] {
        fs::create_dir_all(sent.theirs().join(hidden)).unwrap();
    }
    sent.unpack(0, &["--overwrite"]);
    for (hidden, stays) in [(".unpacking-1", !cfg!(unix)), (".unpacking-mine", true), (".sound-before-2", true)] {
        assert_eq!(sent.theirs().join(hidden).exists(), stays, "{hidden}");
        let _ = fs::remove_dir_all(sent.theirs().join(hidden));
    }
    fs::remove_dir_all(sent.theirs().join(".sound-before-3")).unwrap();

    // Of two cases one is there: neither is written.
    run(0, &["new", "other", "--in", text(&sent.dialogues)]);
    run(0, &["--dialogues", text(&sent.dialogues), "pack", "sound", "other", "--out", text(&sent.pack), "--overwrite"]);
    sent.unpack(2, &[]);
    let there: Vec<_> = fs::read_dir(sent.theirs()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(there.len(), 2, "{there:?}");

    let told = run(2, &["unpack", text(&sent.pack), "--into", text(&sent.pack.join("below"))]);
    assert!(told.contains("can't be written"), "{told}");
    let told = run(2, &["--dialogues", text(&sent.dialogues), "pack", "sound", "--out", text(&sent.pack)]);
    assert!(told.contains("is there already and was left as it is"), "{told}");
}

#[test]
fn a_case_with_an_error_is_not_packed() {
    let sent = Sent::new();
    let out = sent.folder.path().join("broken.pack.json");
    let pack = |status| run(status, &["--dialogues", text(&sent.dialogues), "pack", "sound", "--out", text(&out)]);
    fs::create_dir(sent.dialogues.join("sound/transcripts")).unwrap();
    fs::write(sent.dialogues.join("sound/transcripts/one.txt"), "nonsense").unwrap();
    assert!(pack(1).contains("[transcript]: "));
    fs::write(sent.dialogues.join("sound/transcripts/one.txt"), [0xff]).unwrap();
    assert!(pack(1).contains("[no-plain-text]: "));
    fs::rename(sent.dialogues.join("sound/transcripts/one.txt"), sent.dialogues.join("sound/transcripts/One.md")).unwrap();
    edit(&sent.dialogues, &[("1-first-hour.scene.ron", "to: \"goal\"", "to: \"gaol\"")]);
    let told = pack(1);
    assert!(told.contains("[missing-target]: ") && told.contains("only sound cases are packed") && !out.exists(), "{told}");
    assert!(run(2, &["pack", "nobody", "--out", text(&out)]).contains("there is no case called “nobody”"));
    assert!(run(2, &["pack", "noor", "--out", "noor.json"]).contains("a name that ends in .pack.json"));
}

#[test]
fn a_rubric_of_its_own_goes_along_and_judges_no_other_cases() {
    let (folder, dialogues) = with_shipped_cases();
    let rubric = dialogues.join("rubric.ron");
    fs::write(&rubric, fs::read_to_string(&rubric).unwrap() + "// ours\n").unwrap();
    let pack = folder.path().join("ours.pack.json");
    run(0, &["--dialogues", text(&dialogues), "pack", "noor", "--out", text(&pack)]);
    let (_other, theirs) = with_sound_case();
    let told = run(2, &["unpack", text(&pack), "--into", text(&theirs)]);
    assert!(told.contains("It brings rubric.ron of its own") && told.contains("a folder of its own"), "{told}");
    assert!(!theirs.join("noor").exists() && !theirs.join("rubric.ron").exists());
    let new = folder.path().join("new");
    run(0, &["unpack", text(&pack), "--into", text(&new)]);
    assert_eq!(fs::read(new.join("rubric.ron")).unwrap(), fs::read(&rubric).unwrap());
}

#[test]
fn an_exam_is_held_of_a_pack() {
    let sent = Sent::new();
    let exam = sent.folder.path().join("midterm.exam.ron");
    run(0, &["--dialogues", text(&sent.dialogues), "exam", "--new", "sound", "--out", text(&exam)]);
    let set = fs::read_to_string(&exam).unwrap().replacen("case:", "pack: \"cases.pack.json\",\n    case:", 1);
    fs::write(&exam, &set).unwrap();
    let theirs = sent.folder.path().join("theirs");
    run(0, &["new", "other", "--in", text(&theirs)]);
    let data = sent.folder.path().join("data");
    let hold = ["--dialogues", text(&theirs), "--data-dir", text(&data), "exam", text(&exam)];
    let held = run_with_input(0, &[&hold[..], &["--format", "json"]].concat(), &"1\n".repeat(40));
    assert!(held.contains("\"case\": \"sound\""), "{held}");
    let listed = run(0, &["--data-dir", text(&data), "records", "list", "--format", "json"]);
    assert!(listed.contains("\"at_hand\": false"), "{listed}");
    let check = ["--dialogues", text(&theirs), "check", text(&exam)];
    assert_eq!(run(0, &check), "");
    fs::write(&sent.pack, sent.text().replacen("scarf", "shawl", 1)).unwrap();
    assert!(run(1, &check).contains("“cases.pack.json”: this pack was changed"));
    fs::remove_file(&sent.pack).unwrap();
    assert!(run(1, &check).contains("[missing-file]: “cases.pack.json”: it can't be read"));
}
