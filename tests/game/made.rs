//! A made scene of any length, in chapters as long scenes have them: for what only shows in a large one.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use fifty_minutes::library;

use crate::Folder;

/// Beats in a chapter.
const CHAPTER: usize = 20;

/// The text of a scene of so many beats: chapters of beats that lead on by a few, sometimes back, and into the next chapter.
pub fn scene(beats: usize) -> String {
    let moments = ["[Emotional]", "[Goal([Elicit, Agenda])]", "[Risk]", "[]", "[Emotional, Cue(fits: [Wait], misfits: [TakeNotes])]", "[]"];
    let (skills, last) = (["Reflection", "OpenQuestion", "Silence"], beats - 2);
    let mut out =
        String::from("(title: \"A made scene\", length: 120, start: \"b0\", time_is_up: \"time\", walks_out: \"leaves\", beats: [\n");
    for beat in 0..last {
        let chapter = beat / CHAPTER * CHAPTER;
        let ends = (chapter + CHAPTER).min(last);
        let on = |step: usize| (beat + step).min(ends);
        // The last of a chapter leads into the next, one in seven back to where its chapter began.
        let to = [on(1), on(2 + beat % 3), if beat % 7 == 6 { chapter } else { on(1 + beat % 2) }];
        let named = |to: usize| if to >= last { "time".to_string() } else { format!("b{to}") };
        let _ = writeln!(out, "(id: \"b{beat}\", moments: {}, lines: [(say: \"This is said at {beat}.\")], replies: [", moments[beat % 6]);
        for (place, (skill, to)) in skills.iter().zip(to).enumerate() {
            let when = if place == 2 { format!(", when: [AtLeast(Trust, {})]", 10 + beat % 60) } else { String::new() };
            // Enough are open without.
            let _ = writeln!(
                out,
                "(id: \"r{beat}-{place}\", say: \"Answer {place} to {beat}.\", skill: {skill}, empathy: 3, why: \"It is answer {place}.\", to: \"{}\"{when}),",
                named(to)
            );
        }
        let _ = writeln!(
            out,
            "(id: \"r{beat}-3\", act: \"Wait.\", skill: Silence, empathy: 2, body: Wait, why: \"It waits.\", to: \"{}\"),",
            named(to[0])
        );
        out.push_str("]),\n");
    }
    out.push_str(
        "(id: \"time\", lines: [(say: \"It is time.\")], ends: Planned),\n(id: \"leaves\", lines: [(say: \"No.\")], ends: WalksOut),\n])\n",
    );
    out
}

/// The small case with that scene in the place of its own.
pub fn case(folder: &Folder, beats: usize) {
    let case = folder.place().dialogues.unwrap().join("alex");
    fs::write(case.join("1-first-hour.scene.ron"), scene(beats)).unwrap();
    let mut written = fs::read_to_string(case.join("case.ron")).unwrap();
    // What nothing in it tells or leaves out.
    for (list, put) in [("    facts: [", ""), ("    formulation: [", ""), ("    content_notes: [", "    content_notes: [],")] {
        let Some(from) = written.find(list) else { continue };
        let to = from + written[from..].find("\n    ],").unwrap() + 7;
        written.replace_range(from..to, put);
    }
    fs::write(case.join("case.ron"), written).unwrap();
}

#[test]
fn it_can_be_played() {
    let folder = Folder::new();
    case(&folder, 500);
    let dialogues = folder.place().dialogues.unwrap();
    let library = library::open(Some(&dialogues)).unwrap();
    let shelf = library.case("alex").unwrap();
    let errors: Vec<String> = shelf.findings.iter().take(3).map(ToString::to_string).collect();
    assert_eq!(shelf.bundle.as_ref().map(|bundle| bundle.hours[0].beats.len()), Some(500), "{errors:?}");
    // To be looked at in the window: FIFTY_MINUTES_MADE=FOLDER cargo test --test game made
    if let Some(to) = std::env::var_os("FIFTY_MINUTES_MADE") {
        let to = Path::new(&to);
        fs::create_dir_all(to.join("made")).unwrap();
        for file in ["case.ron", "1-first-hour.scene.ron"] {
            let text = fs::read_to_string(dialogues.join("alex").join(file)).unwrap();
            fs::write(to.join("made").join(file), text.replace("\"alex\"", "\"made\"")).unwrap();
        }
    }
}
