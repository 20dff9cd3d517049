//! The folder of cases being watched, through real files: every way in which an editor saves is told of, and nothing else.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use fifty_minutes::library::watch::{Look, Watch};
use fifty_minutes::library::{self, Library};
use fifty_minutes::script::finding::Finding;
use tempfile::TempDir;

use crate::{with_shipped_cases, with_sound_case};

/// Long enough on the busiest machine; nothing waits so long that is told of.
const PATIENCE: Duration = Duration::from_secs(60);

const SCENE: &str = "sound/1-first-hour.scene.ron";

struct Watched {
    _folder: TempDir,
    dialogues: PathBuf,
    watch: Option<Watch>,
    told: Receiver<Library>,
}

impl Watched {
    /// A folder with the case `sound`, made ready as wanted, and watched; what is told is read at once.
    fn begin(ready: impl Fn(&Path)) -> Watched {
        let (folder, dialogues) = with_sound_case();
        ready(&dialogues);
        let (sender, told) = channel();
        let read = dialogues.clone();
        let watch = Watch::begin(&dialogues, Look::at(&dialogues), move |_| {
            // Where it isn't there nothing is read.
            if let Ok(library) = library::open(Some(&read)) {
                let _ = sender.send(library);
            }
        });
        Watched { _folder: folder, dialogues, watch: Some(watch.unwrap()), told }
    }

    /// What is told, until that is so.
    #[track_caller]
    fn until(&self, what: &str, is_so: impl Fn(&Library) -> bool) {
        loop {
            let library = self.told.recv_timeout(PATIENCE).unwrap_or_else(|_| panic!("{what}: nobody told"));
            if is_so(&library) {
                return;
            }
        }
    }
}

/// The title of the first scene, where it can be played.
fn title(library: &Library) -> Option<&str> {
    Some(library.case("sound").ok()?.bundle.as_ref()?.hours.first()?.scene.title.as_str())
}

/// The scene with that title.
fn titled(dialogues: &Path, title: &str) -> String {
    fs::read_to_string(dialogues.join(SCENE)).unwrap().replace("The first hour", title)
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(|entry| entry.unwrap().path()) {
        let to = to.join(entry.file_name().unwrap());
        if entry.is_dir() { copy(&entry, &to) } else { _ = fs::copy(&entry, to).unwrap() }
    }
}

/// What an editor does to have a file be that text.
type Save = fn(&Path, &str);

#[test]
fn every_way_in_which_an_editor_saves_is_told_of() {
    let ways: [(&str, Save); 5] = [
        ("cut short and written", |file, text| fs::write(file, text).unwrap()),
        ("written elsewhere and renamed", |file, text| {
            let temporary = file.with_file_name(".goutputstream-1");
            fs::write(&temporary, text).unwrap();
            fs::rename(temporary, file).unwrap();
        }),
        ("a backup beside it, and a number to try", |file, text| {
            let (backup, number) = (file.with_extension("ron~"), file.with_file_name("4913"));
            fs::write(&number, "").unwrap();
            fs::remove_file(number).unwrap();
            fs::rename(file, &backup).unwrap();
            fs::write(file, text).unwrap();
            fs::remove_file(backup).unwrap();
        }),
        ("taken away and made anew", |file, text| {
            fs::remove_file(file).unwrap();
            fs::write(file, text).unwrap();
        }),
        ("in pieces", |file, text| {
            use std::io::Write;
            let mut open = fs::File::create(file).unwrap();
            text.as_bytes().chunks(100).for_each(|piece| open.write_all(piece).unwrap());
        }),
    ];
    for (way, save) in ways {
        let watched = Watched::begin(|_| {});
        for wanted in ["Another first hour", "And another"] {
            let text = titled(&watched.dialogues, wanted).replace("Another first hour", wanted);
            save(&watched.dialogues.join(SCENE), &text);
            watched.until(way, |library| title(library) == Some(wanted));
        }
    }
}

/// Something that is done to a folder of cases.
type Change = fn(&Path);

/// What is so of what is read after it.
type Read = fn(&Library) -> bool;

fn is_unread(findings: &[Finding]) -> bool {
    findings.iter().any(|finding| finding.code == "unused-file")
}

#[test]
fn whatever_else_is_read_is_told_of_too() {
    let changes: [(&str, Change, Read); 7] = [
        (
            "a case that is new",
            |cases| copy(&cases.join("sound"), &cases.join("other")),
            |library| {
                // Its id is that of the other one, so that it is there and can't be played.
                library.case("other").is_ok_and(|shelf| shelf.case.is_some())
            },
        ),
        ("a case taken away", |cases| fs::remove_dir_all(cases.join("sound")).unwrap(), |library| library.shelves.cases.is_empty()),
        (
            "a first sheet",
            |cases| {
                fs::create_dir(cases.join("sound/lang")).unwrap();
                fs::write(cases.join("sound/lang/pt-BR.csv"), "nothing of a sheet").unwrap();
            },
            |library| library.case("sound").is_ok_and(|shelf| shelf.findings.iter().any(|finding| finding.file.ends_with("pt-BR.csv"))),
        ),
        (
            "a first transcript",
            |cases| {
                fs::create_dir(cases.join("sound/transcripts")).unwrap();
                fs::write(cases.join("sound/transcripts/one.txt"), "").unwrap();
            },
            |library| library.transcripts.len() == 1,
        ),
        (
            "a rubric by a wrong name",
            |cases| fs::write(cases.join("Rubric.ron"), "(").unwrap(),
            |library| is_unread(&library.shelves.shared),
        ),
        (
            "a folder by a wrong name",
            |cases| {
                fs::create_dir(cases.join("sound/transcript")).unwrap();
                fs::write(cases.join("sound/transcript/one.txt"), "").unwrap();
            },
            |library| library.case("sound").is_ok_and(|shelf| is_unread(&shelf.findings)),
        ),
        ("rules of its own", |cases| fs::write(cases.join("rubric.ron"), "(").unwrap(), |library| !library.shelves.shared.is_empty()),
    ];
    for (what, change, is_so) in changes {
        let watched = Watched::begin(|_| {});
        change(&watched.dialogues);
        watched.until(what, is_so);
        // And what comes after it.
        fs::create_dir_all(watched.dialogues.join("sound")).unwrap();
        fs::write(watched.dialogues.join("sound/case.ron"), "(").unwrap();
        watched.until(what, |library| library.case("sound").is_ok_and(|shelf| shelf.case.is_none() && !shelf.findings.is_empty()));
    }
}

#[test]
fn a_folder_that_comes_and_goes_is_watched_again() {
    let ways: [(&str, Change); 3] = [
        ("taken away and made anew", |cases| {
            fs::remove_dir_all(cases).unwrap();
            fs::create_dir(cases).unwrap();
        }),
        ("moved and made anew", |cases| {
            fs::rename(cases, cases.with_file_name("elsewhere")).unwrap();
            fs::create_dir(cases).unwrap();
        }),
        ("taken away with what it lies in", |cases| {
            fs::remove_dir_all(cases.parent().unwrap()).unwrap();
            fs::create_dir_all(cases).unwrap();
        }),
    ];
    for (way, change) in ways {
        let watched = Watched::begin(|_| {});
        let kept = tempfile::tempdir().unwrap();
        copy(&watched.dialogues, kept.path());
        change(&watched.dialogues);
        watched.until(way, |library| library.shelves.cases.is_empty());
        copy(kept.path(), &watched.dialogues);
        watched.until(way, |library| title(library) == Some("The first hour"));
        fs::write(watched.dialogues.join(SCENE), titled(&watched.dialogues, "Here again")).unwrap();
        watched.until(way, |library| title(library) == Some("Here again"));
    }
}

#[cfg(unix)]
#[test]
fn what_nobody_tells_of_is_seen_all_the_same() {
    // The file itself lies elsewhere, where nothing is watched: as good as over a network.
    let elsewhere = tempfile::tempdir().unwrap();
    let file = elsewhere.path().join("scene");
    let watched = Watched::begin(|dialogues| {
        fs::rename(dialogues.join(SCENE), &file).unwrap();
        std::os::unix::fs::symlink(&file, dialogues.join(SCENE)).unwrap();
    });
    fs::write(&file, titled(&watched.dialogues, "From far away")).unwrap();
    watched.until("a file elsewhere", |library| title(library) == Some("From far away"));
}

#[test]
fn what_was_saved_before_the_watching_and_after_the_look_is_told_of() {
    let (_folder, dialogues) = with_sound_case();
    let seen = Look::at(&dialogues);
    fs::write(dialogues.join(SCENE), titled(&dialogues, "In between")).unwrap();
    let (sender, told) = channel();
    let _watch = Watch::begin(&dialogues, seen, move |_| _ = sender.send(())).unwrap();
    told.recv_timeout(PATIENCE).unwrap();
}

#[cfg(unix)]
#[test]
fn what_editors_put_beside_it_is_nothing_to_see_and_breaks_no_case() {
    let (_folder, dialogues) = with_sound_case();
    let seen = Look::at(&dialogues);
    let case = dialogues.join("sound");
    for name in [".1-first-hour.scene.ron.swp", "1-first-hour.scene.ron~", "4913", "#case.ron#", "._case.ron", "case.ron.orig", ".case.ron"]
    {
        fs::write(case.join(name), b"\xff\xfe not a scene").unwrap();
    }
    // How Emacs says that somebody is at it: a link that leads nowhere.
    std::os::unix::fs::symlink("somebody@somewhere.1", case.join(".#1-first-hour.scene.ron")).unwrap();
    fs::create_dir(dialogues.join(".git")).unwrap();
    fs::write(dialogues.join(".git/case.ron"), "").unwrap();
    fs::read(case.join("case.ron")).unwrap();
    assert_eq!(Look::at(&dialogues), seen);
    let library = library::open(Some(&dialogues)).unwrap();
    let shelf = library.case("sound").unwrap();
    assert!(shelf.bundle.is_some(), "{:?}", shelf.findings);
    assert_eq!(library.shelves.cases.len(), 1);
}

#[test]
fn a_burst_of_writes_is_told_of_fewer_times_than_it_has_writes() {
    const WRITES: usize = 300;
    let watched = Watched::begin(|_| {});
    let text = titled(&watched.dialogues, "Number");
    for number in 0..WRITES {
        fs::write(watched.dialogues.join(SCENE), text.replace("Number", &format!("Number {number}"))).unwrap();
    }
    let last = format!("Number {}", WRITES - 1);
    let told = std::cell::Cell::new(0);
    watched.until("the last of them", |library| {
        told.set(told.get() + 1);
        title(library) == Some(&last)
    });
    assert!(told.get() < WRITES, "{}", told.get());
}

#[test]
fn nothing_is_told_when_nobody_watches_any_more() {
    let mut watched = Watched::begin(|_| {});
    watched.watch = None;
    // Whoever told is gone, and so is what they told with, whatever they had told before.
    while watched.told.recv_timeout(PATIENCE).is_ok() {}
    assert_eq!(watched.told.recv_timeout(PATIENCE).map(drop), Err(RecvTimeoutError::Disconnected));
}

#[test]
fn what_is_read_again_is_what_is_read_anew() {
    let (_folder, dialogues) = with_shipped_cases();
    let write = |file: &str, text: &[u8]| fs::write(dialogues.join(file), text).unwrap();
    let replaced = |file: &str, find: &str, put: &str| {
        let text = fs::read_to_string(dialogues.join(file)).unwrap();
        assert!(text.contains(find), "{find}");
        text.replace(find, put).into_bytes()
    };
    let mut before = library::open(Some(&dialogues)).unwrap();
    let mut follows = |what: &str, language: Option<&str>| {
        let again = library::open_again(&dialogues, language, &before).unwrap();
        let anew = library::open_in(Some(&dialogues), language).unwrap();
        assert_eq!(format!("{:?}", again.shelves), format!("{:?}", anew.shelves), "{what}");
        before = again;
    };
    follows("nothing", None);
    let case = replaced("noor/case.ron", "title: \"", "title: \"Again: ");
    write("noor/case.ron", &case);
    follows("another title", None);
    write("noor/case.ron", b"\xff");
    follows("what can't be read", None);
    write("noor/case.ron", b"(");
    follows("what is no case", None);
    write("noor/case.ron", &case);
    follows("what is one again", None);
    follows("another language", Some("pt-BR"));
    write("rubric.ron", &[&fs::read(dialogues.join("rubric.ron")).unwrap()[..], b"\n// Looked at."].concat());
    follows("the rubric that all share", Some("pt-BR"));
    fs::remove_dir_all(dialogues.join("marta")).unwrap();
    copy(&dialogues.join("noor"), &dialogues.join("another"));
    follows("one case less and one more", Some("pt-BR"));
}
