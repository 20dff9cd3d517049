//! Cases of many shapes, made from a seed, one thing a line: several people, formats, settings, facts, topics and sessions.

use std::collections::BTreeMap;

use fifty_minutes::script::parse;
use fifty_minutes::script::shelf::SCENE;
use fifty_minutes::script::translation::{Sheet, sheet, texts};

/// Numbers that follow from a seed alone.
pub struct Draw(u64);

impl Draw {
    pub fn new(seed: u64) -> Draw {
        Draw(seed)
    }

    pub fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    /// That line in one of two cases, else none.
    fn perhaps(&mut self, line: &str) -> String {
        if self.below(2) == 0 { line.into() } else { String::new() }
    }
}

/// The lines of each file, by its name below the folder of cases.
pub type Files = BTreeMap<String, Vec<String>>;

pub const CASE: &str = "made/case.ron";
pub const SHEET: &str = "made/lang/pt-BR.csv";

/// What is drawn before anything is written.
struct Shape {
    people: usize,
    online: bool,
    sessions: usize,
    facts: usize,
    topics: usize,
}

/// A sound case with its sessions.
pub fn case_of(draw: &mut Draw) -> Files {
    let shape = Shape {
        people: 1 + draw.below(3),
        online: draw.below(2) == 0,
        sessions: 1 + draw.below(3),
        facts: 1 + draw.below(3),
        topics: draw.below(3),
    };
    let lines = |written: String| written.lines().filter(|line| !line.is_empty()).map(String::from).collect();
    let mut files = Files::from([(CASE.into(), lines(case(draw, &shape)))]);
    for session in 0..shape.sessions {
        files.insert(format!("made/hour-{session}{SCENE}"), lines(scene(draw, &shape, session)));
    }
    files
}

/// The same with a sheet in which every text is translated, as the program makes it.
pub fn translated(mut files: Files) -> Files {
    let text = |name: &str| files[name].join("\n");
    let case = parse::case("", &text(CASE)).unwrap();
    let named = |name: &str| Some(name.strip_prefix("made/")?.strip_suffix(SCENE)?.to_string());
    let names: Vec<String> = files.keys().filter_map(|name| named(name)).collect();
    let scenes = names.iter().map(|name| (name.as_str(), parse::scene("", &text(&format!("made/{name}{SCENE}"))).unwrap())).collect();
    let empty = sheet(&Sheet::default(), &texts(&case, &scenes)).written();
    // A text with a comma stands in quotation marks.
    let filled = empty.lines().enumerate().map(|(row, line)| match line.strip_suffix(",,") {
        Some(line) if row > 0 => format!("{line},{},", line.split_once(',').unwrap().1),
        _ => line.to_string(),
    });
    let filled = filled.collect();
    files.insert(SHEET.into(), filled);
    files
}

/// Id, looks and voice.
const PEOPLE: [[&str; 3]; 3] = [
    [
        "alex",
        "(age: 40, skin: Pale, hair_style: Cropped, hair_colour: \"#8A5A2B\", eye_colour: \"#4F6B7A\", glasses: Wire, \
         clothing: Shirt, clothing_colour: \"#3E5A6B\", build: 20, face_length: 80)",
        "(pitch: 20, timbre: 35, breath: 20)",
    ],
    [
        "sam",
        "(age: 41, skin: DeepBrown, hair_style: Bald, hair_colour: \"#2B2320\", eye_colour: \"#5B4636\", glasses: Without, \
         clothing: Jumper, clothing_colour: \"#8A3B3B\", build: 80, face_length: 20)",
        "(pitch: 50, timbre: 65, breath: 45)",
    ],
    [
        "kim",
        "(age: 42, skin: Tan, hair_style: Tousled, hair_colour: \"#C9B27C\", eye_colour: \"#6E8B7A\", glasses: Round, \
         clothing: TShirt, clothing_colour: \"#6E8B5A\", build: 50, face_length: 50)",
        "(pitch: 85, timbre: 40, breath: 75)",
    ],
];

const STANDS: &str = "(trust: 40, agreement: 35, safety: 42, distress: 50, frustration: 10, hope: 45, experiencing: 2)";

fn case(draw: &mut Draw, shape: &Shape) -> String {
    let format = ["Individual", "Couple", "Family"][shape.people - 1];
    let setting = if shape.online { "Online" } else { "Office" };
    let lens = draw.one(&["Humanistic", "Cognitive", "Psychodynamic", "MotivationalInterviewing", "Systemic"]);
    let topics: String = (0..shape.topics).map(|topic| format!("(topic: \"topic-{topic}\", note: \"Of topic {topic}.\"),\n")).collect();
    let plain = draw.perhaps("\"Something more.\",\n");
    let mut before = "";
    let mut people = String::new();
    for [id, appearance, voice] in &PEOPLE[..shape.people] {
        let beside = if shape.online && !before.is_empty() { draw.perhaps(&format!("beside: \"{before}\",\n")) } else { String::new() };
        before = id;
        people += &format!(
            "(\nid: \"{id}\",\nname: \"Called {id}\",\nage: 40,\nabout: \"Comes on foot.\",\n\
             temperament: (reactance: 50, pace: 50, ruptures: Withdrawal, masking: 45, mask: Calm),\nstart: {STANDS},\n\
             appearance: {appearance},\nvoice: {voice},\n{beside}),\n"
        );
    }
    let needs = ["[AtLeast(Trust, 43)]", "[NotRuptured, Noted(\"said\")]", "[Any([Below(Distress, 60), AtLeast(Safety, 50)])]"];
    let facts: String = (0..shape.facts)
        .map(|fact| format!("(\nid: \"fact-{fact}\",\nwhat: \"Of fact {fact}.\",\nneeds: {},\nblocked: \"Swallows.\",\n),\n", needs[fact]))
        .collect();
    let each = vec![STANDS; shape.people].join(", ");
    let later: String = (1..shape.sessions)
        .map(|session| {
            format!(
                "(\nscene: \"hour-{session}\",\nnote: \"Weeks later: {session}.\",\nweek: [\n\
                 (weight: 1, note: \"rang-{session}\", what: \"Somebody rang.\", effects: [Add(Hope, 5)]),\n\
                 (weight: 3, when: [AtLeast(Trust, 30)], note: \"wrote-{session}\", what: \"Somebody wrote.\"),\n],\nsupposed: [\n\
                 (people: [{each}], told: [\"fact-0\"], noted: [\"said\"]),\n(people: [{each}]),\n],\n),\n"
            )
        })
        .collect();
    format!(
        "(\nid: \"made\",\nlanguage: \"en\",\ntitle: \"Made\",\nformat: {format},\nsetting: {setting},\nlens: {lens},\n\
         difficulty: 1,\nbegins: \"16:30\",\nlearning_goals: [\"Looks.\"],\ncontent_notes: [\n{topics}{plain}],\n\
         referral: \"They come.\",\naftercare: \"Take a walk.\",\nauthor: \"A seed\",\nreview: \"none yet\",\nlicence: \"CC0\",\n\
         sources: [\"Somebody 2014\"],\npeople: [\n{people}],\nfacts: [\n{facts}],\nformulation: [\n\
         (event: \"the rain\", related: true, reading: \"It rained.\", heard: [\"fact-0\"]),\n],\nsessions: [\n\"hour-0\",\n{later}],\n)"
    )
}

/// What an hour comes by, one after the other.
#[derive(Clone, Copy)]
enum Stop {
    /// A menu, the number of it, and of which kind.
    Menu(usize, usize),
    /// A beat that tells a fact.
    Fact(usize),
    /// One of the two beats that carry a topic.
    Topic(usize, usize),
}

/// The moment of each kind of menu, and what answers it in one of the replies.
const KINDS: [[&str; 2]; 7] = [
    ["moments: [Emotional],", ""],
    ["moments: [Goal([Elicit])],", "goal: [Elicit],"],
    ["moments: [Boundary(domain: Role, indicated: [Hold])],", "boundary: Hold,"],
    ["moments: [Rupture(Withdrawal)],", "repair: OwnPart,"],
    ["moments: [Risk],", "safety: [AskedDirectly],"],
    ["moments: [Cue(fits: [Wait], misfits: [TakeNotes])],", "body: Wait,"],
    // None, and replies that differ by one word alone.
    ["", ""],
];
const EMOTIONAL: usize = 0;
const RUPTURE: usize = 3;
const CUE: usize = 5;
const PLAIN: usize = 6;

/// One hour: menus that lead on and now and then back, guards, variants, notes, facts, topics, every moment.
fn scene(draw: &mut Draw, shape: &Shape, session: usize) -> String {
    // Each kind comes up, and by lot comes again.
    let menus = KINDS.len() + draw.below(4);
    let mut stops: Vec<Stop> =
        (0..menus).map(|menu| Stop::Menu(menu, if menu < KINDS.len() { menu } else { draw.below(KINDS.len()) })).collect();
    // Behind a reply, since before one nothing can be left out.
    let facts = (0..shape.facts).filter(|fact| fact % shape.sessions == session).map(Stop::Fact);
    let topics = (0..shape.topics).flat_map(|topic| [Stop::Topic(topic, 0), Stop::Topic(topic, 1)]);
    for stop in facts.chain(topics).collect::<Vec<_>>() {
        stops.insert(1 + draw.below(stops.len()), stop);
    }
    let name = |stop: &Stop| match stop {
        Stop::Menu(menu, _) => format!("beat-{menu}"),
        Stop::Fact(fact) => format!("tells-{fact}"),
        Stop::Topic(topic, part) => format!("of-{topic}-{part}"),
    };
    let mut beats = String::new();
    for (place, stop) in stops.iter().enumerate() {
        let id = name(stop);
        let next = stops.get(place + 1).map_or("closing".into(), name);
        let menu = stops[place + 1..].iter().find(|stop| matches!(stop, Stop::Menu(..))).map_or("closing".into(), name);
        beats += &match stop {
            Stop::Menu(number, kind) => {
                let back = name(&stops[draw.below(place + 1)]);
                self::menu(draw, shape, session, (*number, *kind), [&next, &back])
            }
            Stop::Fact(fact) => format!(
                "(\nid: \"{id}\",\n{}tells: \"fact-{fact}\",\nblocked: \"{menu}\",\n\
                 lines: [(say: [\"It gave out.\", \"Out it gave.\", \"It was gone.\"])],\nthen: \"{next}\",\n),\n",
                whose(draw, shape)
            ),
            Stop::Topic(topic, _) => format!(
                "(\nid: \"{id}\",\ntopic: \"topic-{topic}\", around: \"{menu}\",\n\
                 lines: [(say: [\"It comes up.\", \"Up it comes.\", \"There it is.\"])],\nthen: \"{next}\",\n),\n"
            ),
        };
    }
    format!(
        "(\ntitle: \"Hour {session}\",\nlength: 50,\nstart: \"beat-0\",\ntime_is_up: \"closing\",\nwalks_out: \"leaves\",\nbeats: [\n{beats}\
         (\nid: \"closing\",\nlines: [(say: [\"It's time.\", \"That's it.\", \"Time, then.\"])],\nends: Planned,\n),\n\
         (\nid: \"leaves\",\nlines: [(say: [\"No.\", \"No more.\", \"Not this.\"])],\nends: WalksOut,\n),\n],\n)"
    )
}

/// Where there are several, whose it is.
fn whose(draw: &mut Draw, shape: &Shape) -> String {
    if shape.people == 1 { String::new() } else { format!("whose: \"{}\",\n", PEOPLE[draw.below(shape.people)][0]) }
}

fn menu(draw: &mut Draw, shape: &Shape, session: usize, (number, kind): (usize, usize), [next, back]: [&str; 2]) -> String {
    let mut lines = vec!["(".to_string(), format!("id: \"beat-{number}\",")];
    let mut add = |line: &str| lines.extend(line.lines().map(String::from));
    if number == 0 {
        add("minutes: 1,");
    }
    add(KINDS[kind][0]);
    let several = shape.people > 1;
    if kind == RUPTURE || draw.below(2) == 0 {
        add(&whose(draw, shape));
    } else if kind == PLAIN && several {
        add("away: [\"sam\"],");
    }
    add("lines: [");
    if kind == CUE {
        add("(see: [\"Glances up.\", \"Glances at the door.\", \"Glances at nothing.\"]),");
    } else {
        let camera = if shape.online { draw.one(&["", ", camera: Frozen"]) } else { "" };
        let who = if several && kind != PLAIN { draw.one(&["", ", who: \"sam\""]) } else { "" };
        add(&format!("(see: [\"Looks up.\", \"Looks at the door.\", \"Looks at nothing.\"]{who}{camera}),"));
    }
    add("(say: [\"So.\", \"Well.\", \"Anyway.\"]),");
    if number % 2 == 1 {
        add("(when: [Noted(\"said\")], say: [\"You said so.\", \"So you said.\", \"That you said.\"]),");
    }
    if number % 2 == 0 && session > 0 {
        add(&format!("(when: [Noted(\"rang-{session}\")], say: [\"They rang.\", \"It rang.\", \"Somebody rang.\"]),"));
        add(&format!("(when: [NotNoted(\"wrote-{session}\")], say: [\"They didn't.\", \"No letter.\", \"Nothing came.\"]),"));
    }
    if number == 0 || draw.below(2) == 0 {
        add("(first: [");
        add("(when: [In([Guarded])], say: [\"It's fine.\", \"Fine.\", \"All is fine.\"]),");
        add("(say: [\"It isn't fine.\", \"Not fine.\", \"It's not.\"]),");
        add("]),");
    }
    add("],\nreplies: [");
    let plain = kind == PLAIN;
    for reply in 0..if plain { 3 } else { 3 + draw.below(3) } {
        let done = reply == 2 && !plain;
        let skill = match () {
            () if plain => ["Affirmation", "Affirmation", "Summary"][reply],
            () if done => ["Silence", "Attending"][number % 2],
            () => draw.one(&["OpenQuestion", "Reflection", "Structuring"]),
        };
        add(&format!("(\nid: \"reply-{reply}\",\n{}: \"Reply {reply}.\",\nskill: {skill},", if done { "act" } else { "say" }));
        if kind == EMOTIONAL {
            add(&format!("empathy: {},", 1 + (reply + draw.below(2)) % 5));
        }
        if reply == 1 {
            add(KINDS[kind][1]);
            if several && !plain {
                add(draw.one(&["", "with: [\"alex\", \"sam\"],"]));
            }
        }
        if reply == 0 && !plain {
            add("effects: [Note(\"said\")],");
        }
        if reply == 2 && !plain {
            add(draw.one(&["", "source: \"Somebody 2014\","]));
            if several {
                add(draw.one(&["", "against: \"sam\","]));
            }
        }
        if reply > 2 {
            add("when: [AtLeast(Trust, 50)],");
        }
        let to = if reply == 0 || plain { next } else { draw.one(&[next, back, "closing"]) };
        add(&format!("why: \"Because of {reply}.\",\nto: \"{to}\",\n),"));
    }
    // On one line, so that `),` on one of its own ends a reply.
    add("]),");
    lines.join("\n") + "\n"
}
