//! Scenes of all shapes, made from a seed, on which `check` is silent; and one defect of each kind planted in them, which it tells
//! at its line and nothing else.

use std::collections::BTreeSet;

use fifty_minutes::script::shelf::assemble;

const CASE: &str = r#"(
id: "made", title: "Made", format: Individual, setting: Office, lens: Humanistic, difficulty: 1, learning_goals: ["Looks."],
content_notes: [], referral: "Alex comes.", aftercare: "Take a walk.", author: "A seed", review: "none yet", licence: "CC0", sources: [],
people: [(id: "alex", name: "Alex", age: 40, about: "A teacher.",
temperament: (reactance: 50, pace: 50, ruptures: Withdrawal, masking: 45, mask: Calm),
start: (trust: 40, agreement: 35, safety: 42, distress: 50, frustration: 10, hope: 45, experiencing: 2), appearance: (age: 40), voice: (pitch: 40))],
facts: [(id: "concert", what: "It gave out.", needs: [AtLeast(Trust, 43)], blocked: "Swallows.")],
sessions: ["hour"],
)
"#;

const RUBRIC: &str = include_str!("../../dialogues/rubric.ron");
const REACTIONS: &str = include_str!("../../dialogues/reactions.ron");

/// Numbers that follow from a seed alone.
struct Draw(u64);

impl Draw {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }
}

/// A sound scene, one thing a line: beats that lead on and now and then back, guards, variants, notes, a fact, every moment.
fn scene(draw: &mut Draw) -> Vec<String> {
    let count = 6 + draw.below(5);
    let told = 1 + draw.below(count - 1);
    let mut lines: Vec<String> = Vec::new();
    let mut add = |line: String| lines.push(line);
    ["(", "title: \"Made\",", "length: 50,", "start: \"beat-0\",", "time_is_up: \"closing\",", "walks_out: \"leaves\",", "beats: ["]
        .iter()
        .for_each(|line| add(line.to_string()));
    for beat in 0..count {
        add("(".into());
        add(format!("id: \"beat-{beat}\","));
        // Each kind comes up, and by lot comes again.
        let kind = if beat < 6 { beat } else { draw.below(6) };
        let moment = ["Emotional", "Goal([Elicit])", "Boundary(domain: Role, indicated: [Hold])", "Rupture(Withdrawal)", "Risk"];
        let moment = moment.get(kind).copied().unwrap_or("Cue(fits: [Wait], misfits: [TakeNotes])");
        add(format!("moments: [{moment}],"));
        add("lines: [".into());
        add(format!("(see: \"Looks at {}.\"),", draw.one(&["the door", "the clock", "nothing"])));
        let wordings = ["[\"So.\", \"Well.\", \"Anyway.\"]", "[\"So.\", \"Well.\", \"Anyway.\", \"Yes.\"]"];
        add(format!("(say: {}),", draw.one(&wordings)));
        if beat > 0 && (beat == 1 || draw.below(2) == 0) {
            add("(when: [Noted(\"said\")], say: \"You said so.\"),".into());
        }
        if beat == 0 || draw.below(2) == 0 {
            add("(first: [".into());
            add("(when: [In([Guarded])], say: \"It's fine.\"),".into());
            add("(say: \"It isn't fine.\"),".into());
            add("]),".into());
        }
        add("],".into());
        add("replies: [".into());
        for reply in 0..3 + draw.below(3) {
            add("(".into());
            add(format!("id: \"reply-{reply}\","));
            let shown = if reply == 2 { "act" } else { "say" };
            add(format!("{shown}: \"Reply {beat} and {reply}.\","));
            add(format!("skill: {},", draw.one(&["OpenQuestion", "Reflection", "Silence", "Structuring"])));
            add(format!("empathy: {},", 1 + (reply + draw.below(2)) % 5));
            let answer = ["", "goal: [Elicit],", "boundary: Hold,", "repair: OwnPart,", "safety: [AskedDirectly],"].get(kind);
            if reply == 1 {
                add(answer.copied().unwrap_or("body: Wait,").into());
            }
            if reply == 0 {
                add("effects: [Note(\"said\")],".into());
            }
            if reply > 2 {
                add("when: [AtLeast(Trust, 50)],".into());
            }
            add(format!("why: \"Because of {beat} and {reply}.\","));
            let next = if beat + 1 == told { "fact".into() } else { format!("beat-{}", beat + 1) };
            let next = if beat + 1 == count { "closing".into() } else { next };
            let back = format!("beat-{}", draw.below(beat + 1));
            let to = if reply == 0 { next } else { draw.one(&[&next, &back, "closing"]).to_string() };
            add(format!("to: \"{to}\","));
            add("),".into());
        }
        add("],".into());
        add("),".into());
    }
    let beats = [
        format!(
            "(\nid: \"fact\",\ntells: \"concert\",\nblocked: \"beat-{told}\",\nlines: [(say: [\"It gave out.\", \"Out.\", \"Gone.\"])],\nthen: \"beat-{told}\",\n),"
        ),
        "(\nid: \"closing\",\nlines: [(say: [\"It's time.\", \"Time.\", \"So.\"])],\nends: Planned,\n),".into(),
        "(\nid: \"leaves\",\nlines: [(say: [\"No.\", \"Enough.\", \"I'm off.\"])],\nends: WalksOut,\n),".into(),
        "],\n)".into(),
    ];
    beats.iter().flat_map(|beat| beat.split('\n')).for_each(|line| add(line.into()));
    lines
}

/// What is found in a scene: code and line.
fn found(lines: &[String]) -> BTreeSet<(&'static str, usize)> {
    let files = [("rubric.ron", RUBRIC.into()), ("reactions.ron", REACTIONS.into()), ("made/case.ron", CASE.into())];
    let scene = ("made/hour.scene.ron", lines.join("\n"));
    let sources: Vec<(String, String)> = files.into_iter().chain([scene]).map(|(name, text): (&str, String)| (name.into(), text)).collect();
    assemble("", &sources).findings().map(|finding| (finding.code, finding.line.unwrap_or_default() as usize)).collect()
}

/// A code, how a line begins in which it can be planted, what to find and to put there (nothing for the whole line), and how the
/// line begins above it where it's told: empty where that is the line itself, and > where it is the next.
const DEFECTS: [(&str, &str, &str, &str, &str); 38] = [
    ("commas", "skill: ", ",", "", ""),
    ("commas", "skill: ", ",", ";", ""),
    ("commas", "skill: ", ",", ",,", ""),
    ("quotation-marks", "say: \"Reply", "\"Reply", "“Reply", ""),
    ("quotation-marks", "say: \"Reply", "\",", ",", ""),
    ("quotation-marks", "why: ", "Because", "Be\"cause\"", ""),
    ("odd-character", "skill: ", ": ", ":\u{a0}", ""),
    ("odd-character", "skill: ", ":", " =", ""),
    ("odd-character", "to: ", ": ", "：", ""),
    ("syntax", "why: ", ":", "", ""),
    ("brackets", "),", "),", "", "("),
    ("brackets", "moments: [G", ")]", ")", ""),
    ("unknown-word", "skill: ", ",", "x,", ""),
    ("unknown-name", "why: ", "why", "wy", ""),
    ("missing-part", "why: ", "", "", "("),
    ("wrong-kind", "length: ", "50", "\"fifty\"", ""),
    ("out-of-range", "empathy: ", ": ", ": 6", ""),
    ("missing-target", "to: ", ": \"", ": \"no-", ""),
    ("duplicate-id", "id: \"reply-1", "-1", "-0", ""),
    ("bad-id", "id: \"reply-1", "-", " ", ""),
    ("empty-text", "act: ", "", "act: \"\",", ""),
    ("control-character", "act: ", "Reply", "\u{7}", ""),
    ("empty-list", "moments: [Goal", "Elicit", "", ""),
    ("unknown-fact", "tells: ", "concert", "konzert", ""),
    ("unknown-note", "(when: [Noted", "said", "says", ""),
    ("unknown-person", "(see: ", "(", "(who: \"sam\", ", ""),
    ("unclear-line", "(see: ", "(", "(pause: 2, ", ""),
    ("out-of-place", "(see: ", "(", "(leak: Sad, ", ""),
    ("never-comes", "(when: [In", "when: [In([Guarded])], ", "", ">"),
    ("contradiction", "(when: [Noted", ")]", "), NotNoted(\"said\")]", ""),
    ("thin-menu", "act: ", "act", "when: [Ruptured], act", "replies: ["),
    ("two-ways-on", "ends: Planned", "", "ends: Planned, then: \"leaves\",", "("),
    ("no-way-on", "ends: Planned", "", "", "("),
    ("endless", "ends: Planned", "", "then: \"closing\",", "id: \"closing"),
    ("unanswered-moment", "moments: [Goal", "Elicit", "NextStep", ""),
    ("idle-moment", "id: \"closing", ",", ", moments: [Emotional],", ""),
    ("unreachable-beat", "id: \"leaves", "id", "id: \"lost\", ends: Planned), (id", ""),
    ("nobody", "id: \"closing", ",", ", away: [\"alex\"],", ""),
];

#[test]
fn check_is_silent_on_sound_scenes_of_every_shape() {
    for seed in 0..80 {
        let lines = scene(&mut Draw(seed));
        assert_eq!(found(&lines), BTreeSet::new(), "seed {seed}:\n{}", lines.join("\n"));
    }
}

#[test]
fn each_planted_kind_of_defect_is_told_at_its_line_and_nothing_else() {
    for (number, (code, begins, find, put, told)) in DEFECTS.into_iter().enumerate() {
        for seed in 0..4 {
            let draw = &mut Draw(1_000 * number as u64 + seed);
            let mut lines = scene(draw);
            let fitting: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with(begins)).collect();
            let at = fitting[draw.below(fitting.len())];
            lines[at] = if find.is_empty() { put.into() } else { lines[at].replacen(find, put, 1) };
            let line = match told {
                "" => at,
                ">" => at + 1,
                _ => (0..at).rev().find(|above| lines[*above].starts_with(told)).expect("a line that begins so"),
            };
            let line = line + 1;
            assert_eq!(
                found(&lines),
                BTreeSet::from([(code, line)]),
                "defect {number}, seed {seed}, line {}:\n{}",
                at + 1,
                lines.join("\n")
            );
        }
    }
}
