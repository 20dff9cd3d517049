//! An hour opened in the middle, why its replies are not on offer, and what each would do: on every case that ships, in hours by lot.

use std::sync::Arc;

use fifty_minutes::analysis::footfall::footfall;
use fifty_minutes::analysis::foresight::foresee;
use fifty_minutes::analysis::playtest::Terms;
use fifty_minutes::analysis::why_not::{Unmet, unmet};
use fifty_minutes::analysis::{InTurn, Prepared};
use fifty_minutes::library;
use fifty_minutes::script::bundle::Bundle;
use fifty_minutes::script::codes::{Measure, RuptureStyle};
use fifty_minutes::script::model::Guard;
use fifty_minutes::session::event::Event;
use fifty_minutes::session::opening::{Misfit, Opening};
use fifty_minutes::session::{Command, Session};
use fifty_minutes::sitting::{Sitting, Terms as Held};
use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use crate::{root, run, text, with_shipped_cases};

/// Every session of every case that ships.
fn hours() -> Vec<(Arc<Bundle>, usize)> {
    let library = library::open(Some(&root().join("dialogues"))).unwrap();
    let bundles = library.shelves.cases.iter().filter_map(|shelf| shelf.bundle.clone());
    bundles.flat_map(|bundle| (0..bundle.hours.len()).map(move |hour| (Arc::clone(&bundle), hour))).collect()
}

/// Calls back at each place where an hour by lot waits for a reply, before one is taken.
fn by_lot(bundle: &Arc<Bundle>, hour: usize, seed: u64, mut at: impl FnMut(&Session, u8)) {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    let mut session = Session::new(Arc::clone(bundle), hour, seed).unwrap();
    session.apply(Command::Begin, &mut Vec::new()).unwrap();
    while session.state().ending.is_none() {
        let menu = session.menu();
        let reply = menu[random.random_range(0..menu.len())];
        at(&session, reply);
        session.apply(Command::Reply(reply), &mut Vec::new()).unwrap();
    }
}

fn noor() -> Arc<Bundle> {
    hours().into_iter().map(|(bundle, _)| bundle).find(|bundle| bundle.case.id == "noor").unwrap()
}

fn first(bundle: &Arc<Bundle>) -> Opening {
    Opening::of(&Session::new(Arc::clone(bundle), 0, 1).unwrap())
}

/// That opening with random measures, notes, facts and a clock that stands anywhere.
fn any_state(opening: &Opening, bundle: &Bundle, hour: usize, random: &mut ChaCha8Rng) -> Opening {
    let mut set = opening.clone();
    let mut within = |measure: Measure| random.random_range(measure.range().0..=measure.range().1);
    for felt in &mut set.carried.people {
        (felt.trust, felt.agreement, felt.safety) = (within(Measure::Trust), within(Measure::Agreement), within(Measure::Safety));
        (felt.distress, felt.frustration) = (within(Measure::Distress), within(Measure::Frustration));
        (felt.hope, felt.dependency) = (within(Measure::Hope), within(Measure::Dependency));
        felt.experiencing = within(Measure::Experiencing);
        (felt.rupture, felt.rupture_depth) = (None, 0);
    }
    for felt in &mut set.carried.people {
        if random.random_bool(0.3) {
            (felt.rupture, felt.rupture_depth) = (Some(RuptureStyle::Withdrawal), random.random_range(1..=bundle.reactions.deepest));
        }
    }
    let mut some = |all: Vec<String>| all.into_iter().filter(|_| random.random_bool(0.4)).collect::<Vec<_>>();
    set.carried.told = some(bundle.case.facts.iter().map(|fact| fact.id.clone()).collect());
    set.carried.noted = some(bundle.hours[hour].notes.clone());
    set.met = some(bundle.hours[hour].scene.beats.iter().map(|beat| beat.id.clone()).collect()).into_iter().map(|beat| (beat, 1)).collect();
    set.minute = random.random_range(0..bundle.hours[hour].scene.length.into());
    set
}

#[test]
fn opened_where_another_stands_an_hour_goes_on_as_that_one_does() {
    for (bundle, hour) in hours() {
        for seed in 1..=6 {
            by_lot(&bundle, hour, seed, |session, reply| {
                let mut other = Session::opened(Arc::clone(&bundle), hour, seed, &Opening::of(session)).unwrap();
                other.apply(Command::Begin, &mut Vec::new()).unwrap();
                let at = &session.hour().scene.beats[usize::from(session.state().beat)].id;
                assert_eq!(other.state(), session.state(), "{}, session {hour}, seed {seed}, {at}", bundle.case.id);
                assert_eq!(other.menu(), session.menu());
                let (mut here, mut there): (Vec<Event>, Vec<Event>) = Default::default();
                session.clone().apply(Command::Reply(reply), &mut here).unwrap();
                other.apply(Command::Reply(reply), &mut there).unwrap();
                assert_eq!(here, there);
            });
        }
    }
}

#[test]
fn an_opening_that_fits_nothing_is_answered_in_words() {
    let bundle = noor();
    let refused = |change: &dyn Fn(&mut Opening)| {
        let mut opening = first(&bundle);
        change(&mut opening);
        Session::opened(Arc::clone(&bundle), 0, 1, &opening).unwrap_err().to_string()
    };
    assert!(Session::opened(Arc::clone(&bundle), 0, 1, &first(&bundle)).is_ok());
    assert!(refused(&|opening| opening.beat = "nowhere".into()).contains("no beat called “nowhere”"));
    assert!(refused(&|opening| opening.met.push(("nowhere".into(), 1))).contains("no beat"));
    assert!(refused(&|opening| opening.carried.told.push("nothing".into())).contains("no fact called “nothing”"));
    assert!(refused(&|opening| opening.left_out.push("nothing".into())).contains("no topic"));
    assert!(refused(&|opening| opening.carried.people.clear()).contains("noor"));
    assert!(refused(&|opening| opening.carried.people[0].trust = 101).contains("Trust of noor is 101; it goes from 0 to 100"));
    assert!(refused(&|opening| opening.carried.people[0].experiencing = 0).contains("it goes from 1 to 7"));
    assert!(refused(&|opening| opening.minute = 9999).contains("minute 9999"));
    let deep = |opening: &mut Opening| {
        let felt = &mut opening.carried.people[0];
        (felt.rupture, felt.rupture_depth) = (Some(RuptureStyle::Withdrawal), 200);
    };
    assert!(refused(&deep).contains("200 deep"));
    let there = Session::opened(Arc::clone(&bundle), 9, 1, &first(&bundle)).unwrap_err();
    assert!(matches!(there, Misfit::NoSession { asked: 10, .. }), "{there}");
}

/// Whether a condition is so, found out by its names: another way than the hour's own.
fn is_so(guard: &Guard, session: &Session, person: u8) -> bool {
    let (state, case) = (session.state(), &session.bundle().case);
    let patient = &state.patients[usize::from(person)];
    let told = |id: &String| state.told >> case.facts.iter().position(|fact| fact.id == *id).unwrap() & 1 == 1;
    let noted = |id: &String| state.noted >> session.hour().notes.iter().position(|note| note == id).unwrap() & 1 == 1;
    let met = |id: &String| state.visits[session.hour().scene.beats.iter().position(|beat| beat.id == *id).unwrap()] > 0;
    match guard {
        Guard::AtLeast(measure, least) => patient.get(*measure) >= *least,
        Guard::Below(measure, below) => patient.get(*measure) < *below,
        Guard::In(stances) => stances.contains(&patient.stance),
        Guard::Told(fact) => told(fact),
        Guard::NotTold(fact) => !told(fact),
        Guard::Met(beat) => met(beat),
        Guard::NotMet(beat) => !met(beat),
        Guard::Noted(note) => noted(note),
        Guard::NotNoted(note) => !noted(note),
        Guard::Ruptured => patient.rupture.is_some(),
        Guard::NotRuptured => patient.rupture.is_none(),
        Guard::Leaving(ending) => patient.leaning == *ending,
        Guard::Minute(minute) => state.minute >= u16::from(*minute),
        Guard::Any(ways) => ways.iter().any(|way| is_so(way, session, person)),
        Guard::Of(other, of) => {
            let other = case.people.iter().position(|person| person.id == *other).unwrap() as u8;
            of.iter().all(|guard| is_so(guard, session, other))
        }
    }
}

/// True where every part of what fails really does, of whom it is told.
fn fails(unmet: &[Unmet], session: &Session) -> bool {
    unmet.iter().all(|part| match part {
        Unmet::One(guard, person) => !matches!(guard, Guard::Any(_) | Guard::Of(..)) && !is_so(guard, session, *person),
        Unmet::NoneOf(ways) => !ways.is_empty() && ways.iter().all(|way| !way.is_empty() && fails(way, session)),
    })
}

#[test]
fn what_fails_is_told_where_and_only_where_conditions_do_not_hold() {
    let mut random = ChaCha8Rng::seed_from_u64(3);
    let (mut held, mut failed, mut nested) = (0, 0, 0);
    for (bundle, number) in hours() {
        let hour = &bundle.hours[number];
        let start = Opening::of(&Session::new(Arc::clone(&bundle), number, 1).unwrap());
        // Every list of conditions as it was written, and as it is asked.
        let replies = hour.scene.beats.iter().zip(&hour.beats).flat_map(|(beat, there)| beat.replies.iter().zip(&there.replies));
        let lines = hour.scene.beats.iter().zip(&hour.beats).flat_map(|(beat, there)| beat.lines.iter().zip(&there.lines));
        let facts = bundle.case.facts.iter().zip(&hour.facts).map(|(fact, there)| (&fact.needs, there));
        let lists = replies.map(|(reply, there)| (&reply.when, &there.when)).chain(lines.map(|(line, there)| (&line.when, &there.when)));
        let lists: Vec<_> = lists.chain(facts).filter(|(written, _)| !written.is_empty()).collect();
        for _ in 0..20 {
            let session = Session::opened(Arc::clone(&bundle), number, 1, &any_state(&start, &bundle, number, &mut random)).unwrap();
            for (written, when) in &lists {
                for person in 0..bundle.case.people.len() as u8 {
                    let unmet = unmet(written, when, session.state(), person);
                    let holds = written.iter().all(|guard| is_so(guard, &session, person));
                    assert_eq!(unmet.is_empty(), holds, "{}: {written:?}", bundle.case.id);
                    assert!(fails(&unmet, &session), "{}: {written:?}: {unmet:?}", bundle.case.id);
                    (held, failed) = (held + usize::from(holds), failed + usize::from(!holds));
                    nested += usize::from(unmet.iter().any(|part| matches!(part, Unmet::NoneOf(_))));
                }
            }
        }
    }
    assert!(held > 1000 && failed > 1000 && nested > 50, "{held} {failed} {nested}");
}

#[test]
fn what_a_reply_would_do_is_what_it_does() {
    let mut random = ChaCha8Rng::seed_from_u64(5);
    let (mut looked, mut later) = (0, 0);
    for (bundle, hour) in hours() {
        let start = Opening::of(&Session::new(Arc::clone(&bundle), hour, 1).unwrap());
        for beat in &bundle.hours[hour].scene.beats {
            let opening = Opening { beat: beat.id.clone(), ..any_state(&start, &bundle, hour, &mut random) };
            let mut session = Session::opened(Arc::clone(&bundle), hour, 1, &opening).unwrap();
            session.apply(Command::Begin, &mut Vec::new()).unwrap();
            let before = session.state().clone();
            let foreseen = foresee(&session);
            assert_eq!(*session.state(), before, "looking changes nothing");
            let on_offer = (0..16).filter(|reply| before.offered >> reply & 1 == 1);
            assert!(foreseen.iter().map(|foreseen| foreseen.reply).eq(on_offer), "one for each that is on offer");
            for told in foreseen {
                let (mut really, mut events) = (session.clone(), Vec::new());
                really.apply(Command::Reply(told.reply), &mut events).unwrap();
                let state = really.state();
                assert_eq!((&told.after, told.minute, told.ending), (&state.patients, state.minute, state.ending));
                let count = |wanted: fn(&Event) -> bool| events.iter().filter(|event| wanted(event)).count();
                assert_eq!(told.told.len(), count(|event| matches!(event, Event::Told { .. })));
                assert_eq!(told.blocked.len(), count(|event| matches!(event, Event::Blocked { .. })));
                assert_eq!(told.ruptures.len(), count(|event| matches!(event, Event::Rupture { .. })));
                assert_eq!(told.beats.last(), Some(&state.beat));
                // What it says comes later is waiting, beside what waited before.
                let waited = before.pending.iter().filter(|due| due.turn > state.turn);
                assert_eq!(waited.chain(&told.later).copied().collect::<Vec<_>>(), state.pending);
                (looked, later) = (looked + 1, later + told.later.len());
            }
        }
    }
    assert!(looked > 1000 && later > 100, "{looked} {later}");
}

#[test]
fn footfall_tells_where_players_come_and_how_things_stood_there() {
    let bundle = noor();
    let prepared = Prepared::new(&bundle, 0).unwrap();
    let mut players = 0;
    let count = footfall(&prepared, Terms { runs: 4, seed: 1 }, &InTurn, || {
        players += 1;
        true
    });
    assert_eq!((players, count.traffic.hours), (13, 52));
    let (hour, start) = (prepared.hour(), prepared.hour().start);
    assert_eq!(count.met(start), 100);
    assert!(
        (0..hour.beats.len() as u16)
            .any(|beat| count.met(beat) == 0 && count.never_taken(hour, beat) == hour.beats[usize::from(beat)].replies.len())
    );
    let replies = hour.beats[usize::from(start)].replies.len() as u8;
    let taken: u32 = (0..replies).map(|reply| count.taken(start, reply)).sum();
    assert!((98..=300).contains(&taken) && count.never_taken(hour, start) < usize::from(replies), "{taken}");
    for (at, first) in (0..).zip(&count.first) {
        assert!(first.is_none() || count.met(at) > 0);
        let Some(opening) = first else { continue };
        let mut session = Session::opened(Arc::clone(&bundle), 0, 1, opening).unwrap();
        session.apply(Command::Begin, &mut Vec::new()).unwrap();
        assert_eq!(session.state().beat, at, "it waits where it was met");
    }
    assert!(count.first.iter().flatten().count() > 10);
}

#[test]
fn an_hour_opened_in_the_middle_is_held_looked_back_on_and_tried_again_but_is_no_transcript() {
    let bundle = noor();
    let mut opening = None;
    by_lot(&bundle, 0, 2, |session, _| {
        if session.state().turn == 6 {
            opening = Some(Opening::of(session));
        }
    });
    let opening = opening.unwrap();
    let terms = Held { session: 1, seed: Some(2), ..Held::default() };
    let mut sitting = Sitting::open(&bundle, &terms, opening.clone()).unwrap();
    assert!(!sitting.is_kept() && sitting.minute() == opening.minute);
    assert_eq!(sitting.standing(), opening, "nothing was changed by opening it");
    while let Some(offer) = sitting.menu().first().map(|offer| offer.reply.clone()) {
        sitting.choose(&offer).unwrap();
    }
    let kept = sitting.kept();
    assert!(kept.look_back(|_, _| {}).is_some(), "it is gone through again from where it was opened");
    // Its replies go on counting from those that went before.
    let again = kept.again(kept.debrief().turns[1].turn.number, None).unwrap();
    assert_eq!(again.moves().len(), 1);
    assert_eq!(again.moves(), &sitting.moves()[..again.moves().len()]);
    assert!(kept.as_transcript().unwrap_err().to_string().contains("opened in the middle"));
    let nowhere = Opening { beat: "nowhere".into(), ..opening };
    assert!(Sitting::open(&bundle, &terms, nowhere).unwrap_err().to_string().contains("nowhere"));
}

#[test]
fn an_hour_is_kept_as_a_transcript_that_runs_and_never_over_another() {
    let (_folder, dialogues) = with_shipped_cases();
    let library = library::open(Some(&dialogues)).unwrap();
    let bundle = library.case("noor").unwrap().bundle.clone().unwrap();
    let mut sitting = Sitting::begin(&bundle, &Held { session: 1, seed: Some(9), ..Held::default() }, None).unwrap();
    sitting.leave_out(&["not-waking-up".into()]).unwrap();
    while let Some(offer) = sitting.menu().last().map(|offer| offer.reply.clone()) {
        sitting.choose(&offer).unwrap();
    }
    let written = sitting.kept().as_transcript().unwrap();
    let picks = written.lines().filter(|line| line.starts_with("pick: ")).count();
    assert_eq!(picks, sitting.moves().len());
    assert!(written.contains("seed: 9\nsession: 1\n") && written.contains("pick: leave-out:not-waking-up\n"));
    assert!(!written.lines().any(|line| line.starts_with("expect")), "what is expected is for people to say");
    let (one, other) = (library.keep_transcript("noor", &written).unwrap(), library.keep_transcript("noor", "pick: x").unwrap());
    assert!(one.ends_with("noor/transcripts/kept-1.txt") && other.ends_with("kept-2.txt"));
    assert_eq!(std::fs::read_to_string(&one).unwrap(), written);
    std::fs::remove_file(other).unwrap();
    assert_eq!(run(0, &["test", text(&one)]).trim(), "One transcript was run. None differs from what is expected.");
    // A line that is made an expectation without being thought about says what it wants.
    std::fs::write(&one, written.replacen("# expect: empathy", "expect: empathy", 1)).unwrap();
    run(1, &["test", text(&one)]);
    let mut embedded = library;
    embedded.prefix.clear();
    assert!(embedded.keep_transcript("noor", &written).unwrap_err().to_string().contains("copy in the program"));
}
