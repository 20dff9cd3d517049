//! What is near to a finding on how well a case is made, and is sound: `check` says nothing of it.

use crate::{LOOKS, edit, run, text, with_couple, with_course, with_sound_case};

const CASE: &str = "case.ron";
const SCENE: &str = "1-first-hour.scene.ron";

/// What the first beat says, and how its second reply and the `why` of another are.
const FIRST: &str =
    "(say: [\"So. It's my voice.\", \"Well. The voice, it's about the voice.\", \"It's my voice, they'll have told you.\"]),";
const BACK: &str = "why: \"Keeps both open. It doesn't yet ask which of them this hour is for.\",\n                    to: \"concert\",";
const WHY: &str = "why: \"Leaves room for a no.\",";

#[track_caller]
fn is_silent(edits: &[(&str, &str, &str)]) {
    let (_folder, dialogues) = with_sound_case();
    edit(&dialogues, edits);
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
}

/// That why in another place of the scene.
#[track_caller]
fn is_silent_with_why(why: &str) {
    is_silent(&[(SCENE, WHY, &format!("why: \"{why}\","))]);
}

#[test]
fn a_face_and_a_voice_that_are_written_at_all_are_the_author_s_choice() {
    is_silent(&[(CASE, "voice: (pitch: 45, breath: 75)", "voice: (pitch: 50)"), (CASE, LOOKS, "appearance: (),")]);
}

#[test]
fn two_people_who_differ_in_enough_are_told_apart() {
    let (_folder, dialogues) = with_couple();
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
}

#[test]
fn variants_and_lines_that_come_in_some_states_are_wordings() {
    let variants = "(first: [(when: [In([Guarded])], say: [\"So.\", \"Well.\"]), (say: \"It's my voice.\")]),";
    is_silent(&[(SCENE, FIRST, variants)]);
    let lines = "(say: \"It's my voice.\"), (when: [Ruptured], say: \"So.\"), (when: [NotRuptured], say: [\"Well.\", \"There.\"]),";
    is_silent(&[(SCENE, FIRST, lines)]);
}

#[test]
fn a_way_that_is_open_once_leads_to_nothing_that_is_met_often() {
    let back = BACK.replace("\"concert\"", "\"again\"");
    let again = "(id: \"again\", branch: [(when: [NotMet(\"not-yet\")], to: \"goal\"), (to: \"concert\")]),\n(id: \"goal\",";
    let goal = "(\n            id: \"goal\",";
    is_silent(&[(SCENE, BACK, &back), (SCENE, goal, again)]);
}

#[test]
fn one_thing_that_is_done_is_enough() {
    is_silent(&[
        (SCENE, "act: \"Get up, and hold the door.\"", "say: \"Then I'll get the door for you.\""),
        (SCENE, "act: \"Take one, and pull the face that it deserves.\"", "say: \"Thank you. I can taste the pencil already.\""),
    ]);
}

#[test]
fn a_why_may_speak_of_what_is_wrong_and_right_in_the_room() {
    for why in [
        "Asks what's wrong, at the wrong moment.",
        "They may well be right about all of it, and right now it doesn't help.",
        "A correction, to somebody who knows what corrections are.",
        "Takes the mistake as your own.",
    ] {
        is_silent_with_why(why);
    }
    // In a language whose words aren't known nothing is said of any.
    is_silent(&[(CASE, "id: \"sound\",", "id: \"sound\", language: \"de\","), (SCENE, WHY, "why: \"Correct: it asks.\",")]);
}

#[test]
fn marks_of_one_kind_are_not_mixed_with_what_only_looks_like_them() {
    is_silent_with_why("Says “no”, “not yet” and “later” – of 5–6 well-known ways – and doesn't ask.");
    is_silent(&[(SCENE, "“of course”", "„of course“"), (SCENE, WHY, "why: \"Leaves room for a „no“.\", // a \\\"comment\\\" - “so”")]);
}

#[test]
fn replies_may_differ_in_length_by_a_little() {
    is_silent(&[(
        SCENE,
        "say: \"What would you want this hour to be for?\"",
        "say: \"And what would you yourself want this hour to be for?\"",
    )]);
    is_silent(&[(SCENE, "say: \"It is time. The same hour next week, then.\"", "say: \"It is time. The same hour next week.\"")]);
}

#[test]
fn a_source_may_name_several_works_and_the_institution_by_its_letters() {
    let listed = "sources: [\n\"American Psychological Association (2017). Ethical principles.\",";
    is_silent(&[(CASE, "sources: [", listed), (SCENE, "source: \"Dazzi et al. 2014\"", "source: \"APA 2017, 10.02; Dazzi et al. 2014\"")]);
}

#[test]
fn a_note_may_be_asked_for_in_a_later_session() {
    let (_folder, dialogues) = with_course();
    assert_eq!(run(0, &["--dialogues", text(&dialogues), "check"]), "");
    let asked = "why: \"Clear. Whether they want to is still open.\",\n effects: [Note(\"same-time\")],";
    edit(&dialogues, &[(SCENE, "why: \"Clear. Whether they want to is still open.\",", asked)]);
    assert!(run(0, &["--dialogues", text(&dialogues), "check"]).contains("[idle-note]"));
    edit(&dialogues, &[(CASE, "weight: 1,", "weight: 1, when: [Noted(\"same-time\")],")]);
    assert!(!run(0, &["--dialogues", text(&dialogues), "check"]).contains("[idle-note]"));
}
