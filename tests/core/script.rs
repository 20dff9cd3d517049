//! The script of a case on paper: everything that an author wrote is on it in words, each beat once, and it stands alone.

use std::fs;

use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::model::Beat;

use crate::page::{escaped, leads_somewhere, nests, reads_well, stands_alone, tags};
use crate::{edit, root, run, text, with_couple, with_course, with_shipped_cases, with_sound_case};

fn script(arguments: &[&str]) -> String {
    run(0, &[&["script"], arguments].concat())
}

#[track_caller]
fn is_sound(page: &str) {
    let tags = tags(page);
    stands_alone(page, &tags);
    nests(&tags);
    leads_somewhere(&tags);
    reads_well(&tags);
}

/// All that is written at a beat.
fn written(beat: &Beat) -> Vec<&str> {
    let lines = beat.lines.iter().flat_map(|line| line.say.iter().chain(&line.see).chain(line.first.iter().map(|variant| &variant.say)));
    let replies = beat.replies.iter().flat_map(|reply| reply.say.iter().chain(&reply.act).chain([&reply.why]).chain(&reply.source));
    lines.flat_map(|phrasings| &phrasings.0).chain(replies).map(String::as_str).collect()
}

/// The article of the beat of that number in a session.
fn article(page: &str, session: usize, number: usize) -> Option<&str> {
    let from = page.find(&format!("id=\"beat-{session}-{number}\""))?;
    page[from..].split("</article>").next()
}

#[track_caller]
fn tells_all(page: &str, bundle: &Bundle) {
    let case = &bundle.case;
    let of_case = [&case.title, &case.author, &case.review, &case.licence].into_iter().chain(&case.learning_goals).chain(&case.sources);
    let facts = case.facts.iter().flat_map(|fact| fact.blocked.0.iter().chain([&fact.what]));
    let links = case.formulation.iter().flat_map(|link| [&link.event, &link.reading]);
    let notes = case.content_notes.iter().map(|note| &note.note);
    let weeks = case.sessions.iter().flat_map(|planned| planned.week.iter().map(|happening| &happening.what));
    let people = case.people.iter().flat_map(|person| [&person.name, &person.about]);
    for written in of_case.chain(facts).chain(links).chain(notes).chain(weeks).chain(people) {
        assert!(page.contains(&escaped(written)), "{written}");
    }
    for (session, hour) in (1..).zip(&bundle.hours) {
        let articles: Vec<&str> = (1..=hour.scene.beats.len()).map(|number| article(page, session, number).unwrap()).collect();
        assert!(article(page, session, articles.len() + 1).is_none());
        for beat in &hour.scene.beats {
            let own: Vec<&&str> = articles.iter().filter(|article| article.contains(&format!("</span>{}", beat.id))).collect();
            let own = own.iter().find(|article| article.split("</span>").nth(1).unwrap().split(" <").next() == Some(&beat.id)).unwrap();
            for text in written(beat) {
                assert!(own.contains(&escaped(text)), "{}: {text}", beat.id);
            }
            for to in beat.replies.iter().map(|reply| &reply.to).chain(&beat.then).chain(&beat.blocked).chain(&beat.around) {
                assert!(own.contains(&format!(" {to}</a>")), "{}: {to}", beat.id);
            }
        }
    }
}

#[test]
fn every_shipped_case_is_on_paper_whole() {
    let dialogues = root().join("dialogues");
    for bundle in crate::map::shipped() {
        let page = script(&["--dialogues", text(&dialogues), &bundle.case.id]);
        is_sound(&page);
        tells_all(&page, &bundle);
        assert!(!page.contains("AtLeast(") && !page.contains("Noted("), "{}", bundle.case.id);
    }
}

#[test]
fn conditions_and_effects_are_in_words() {
    let (_folder, dialogues) = with_couple();
    edit(
        &dialogues,
        &[
            (
                "1-first-hour.scene.ron",
                "(who: \"sam\", see: \"Winds the scarf",
                "(when: [Any([Told(\"concert\"), NotMet(\"goal\"), Of(\"sam\", [AtLeast(Trust, 44), Ruptured])]), In([Guarded, Venting]), Below(Hope, 20), \
                 Leaving(WontReturn), Minute(12), NotNoted(\"asked\"), NotTold(\"concert\"), NotRuptured], who: \"sam\", see: \"Winds the scarf",
            ),
            (
                "1-first-hour.scene.ron",
                "empathy: 2,\n                    why: \"Gets a date",
                "empathy: 2,\n effects: [Note(\"asked\"), Forget(\"asked\"), Add(Trust, -6), Of(\"sam\", [Add(Hope, 4)])],\n why: \"Gets a date",
            ),
        ],
    );
    let page = script(&["--dialogues", text(&dialogues), "sound"]);
    is_sound(&page);
    let when = "When: told: concert, not been at: goal or Sam (trust at least 44; a rupture is open); stance: guarded or venting; hope below 20; \
                how they would leave now: won't come back; from minute 12 on; not noted: asked; not told: concert; no rupture is open";
    assert!(page.contains(&escaped(when)), "{page}");
    assert!(page.contains("notes: asked; forgets: asked; trust −6; Sam: hope +4"), "{page}");
    for told in ["not in the room: Alex", "whose moment: Sam", "takes a side against Sam", "said to Alex, Sam"] {
        assert!(page.contains(told), "{told}");
    }
}

#[test]
fn what_is_written_stays_text() {
    let (_folder, dialogues) = with_sound_case();
    let hostile = "</style><script>alert(1)</script>";
    edit(&dialogues, &[("case.ron", "Alex, first hour", hostile), ("1-first-hour.scene.ron", "It's my voice", hostile)]);
    let page = script(&["--dialogues", text(&dialogues), "sound"]);
    is_sound(&page);
    assert!(page.matches(&escaped(hostile)).count() >= 3);
}

#[test]
fn one_session_alone_and_the_reader_s_language() {
    let (folder, dialogues) = with_course();
    let at = ["--dialogues", text(&dialogues), "sound"];
    let second = script(&[&at[..], &["--session", "2"]].concat());
    is_sound(&second);
    assert!(article(&second, 2, 1).is_some() && article(&second, 1, 1).is_none());
    assert!(second.contains("Alex hummed on the stairs.") && second.contains("Noted: asked"));
    let whole = script(&at);
    assert!(article(&whole, 1, 1).is_some() && article(&whole, 2, 1).is_some());
    run(2, &[&["script"], &at[..], &["--session", "3"]].concat());
    let file = folder.path().join("script.html");
    run(0, &[&["script"], &at[..], &["--out", text(&file)]].concat());
    assert_eq!(fs::read_to_string(&file).unwrap(), whole);
    run(2, &[&["script"], &at[..], &["--out", text(&file)]].concat());

    let (_folder, dialogues) = with_shipped_cases();
    let page = script(&["--dialogues", text(&dialogues), "--language", "pt-BR", "noor"]);
    assert!(page.contains("O que se pode responder") && page.contains("lang=\"pt-BR\""));
}
