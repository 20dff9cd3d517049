//! The living person: one face turns into another, and all the while they breathe, blink and look about.

use std::f64::consts::TAU;

use rand::rngs::ChaCha8Rng;
use rand::{RngExt, SeedableRng};

use super::action::Actions;
use super::change::Change;
use super::character::DisplayRules;
use super::expression::Expression;
use super::gaze::{Eased, Gaze};
use super::life::{Blink, Nod, Speech, breath_shape, smooth};
use super::pose::Pose;
use super::state::{Habit, State};
use super::tables::Tables;
use super::voice::Manner;
use super::weeping::Weeping;
use crate::script::face::{Action, Face, Gesture, Look, Posture};
use crate::script::voicing::Sound;

/// Milliseconds in one step of the person's own clock.
///
/// Time is cut into steps of one length, so that a hundred small advances give
/// the same pose as one long one.
const STEP: u32 = 10;
/// Milliseconds for one movement to take over from the one it takes turns with, there and back.
const SWING: f64 = 3_400.0;
/// Milliseconds from one sob to the next, and how many breaths it is drawn in.
const SOB: f64 = 4_200.0;
const JERKS: f64 = 3.0;
/// Whoever speaks looks away more: 55 of a hundred moments on the other where a listener has 85.
const SPEAKING: f64 = 0.65;
/// A masked face keeps so much of what it hides about the brow.
const SHINES_THROUGH: f64 = 0.12;
/// And is worn smaller than it would be felt.
const WORN: f64 = 0.75;
/// How strongly a person's own tell comes with what they hide.
const TELL: f64 = 0.35;
/// Milliseconds in which a mask comes on.
const MASKING: f64 = 340.0;
/// Milliseconds for which a habit takes over from another.
const HABIT: f64 = 2_500.0;

/// Something that is heard of a person, once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noise {
    /// They begin to speak.
    Murmur(Manner),
    Body(Sound),
    /// They shift in their chair.
    Chair,
}

/// A person in motion: give it faces to show and time to pass, and ask it for poses.
#[derive(Debug)]
pub struct Figure {
    tables: &'static Tables,
    random: ChaCha8Rng,
    rules: DisplayRules,
    state: &'static State,
    /// What the face that shows is put on over.
    hidden: Option<&'static State>,
    /// What shows once this has had its time, and how many milliseconds it has left.
    next: Option<(Next, f64)>,
    change: Change,
    sits: Posture,
    /// What the posture adds so far, what it comes to, and in how many milliseconds.
    posture: (Expression, Expression, f64),
    gesture: Option<(Gesture, f64)>,
    /// How many steps of silence they have been in, none while anybody speaks.
    silence: Option<u8>,
    /// Which side whoever came with them sits on, -1 or 1; 0 for nobody.
    beside: f64,
    blink: Blink,
    gaze: Gaze,
    nod: Nod,
    speech: Speech,
    weeping: Weeping,
    /// Where in the breath, in turns; 0 is the end of breathing out.
    breath: f64,
    /// Pace and depth of breath and restlessness follow the state slowly.
    pace: [f64; 3],
    head_turn: Eased,
    /// Where the slow drifting of head and muscles stands, in milliseconds.
    drift: f64,
    drift_start: [f64; 3],
    /// Milliseconds given but not yet lived through.
    owed: u32,
    reduced: bool,
    /// Milliseconds until what goes with the face is heard again.
    again: Option<f64>,
    noises: Vec<Noise>,
}

/// What comes after a face that doesn't stay.
#[derive(Debug, Clone, Copy)]
enum Next {
    /// The mask over what has leaked out.
    Mask {
        face: Face,
        hidden: Face,
    },
    Face(Face),
}

impl Figure {
    /// A calm person; the same seed, rules, calls and advances always give the same poses.
    pub fn new(seed: u64, rules: DisplayRules) -> Self {
        Self::with(Tables::built_in(), seed, rules)
    }

    /// Somebody who moves by those tables.
    pub(super) fn with(tables: &'static Tables, seed: u64, rules: DisplayRules) -> Self {
        let mut random = ChaCha8Rng::seed_from_u64(seed);
        let calm = tables.state(Face::Calm);
        let drift_start = std::array::from_fn(|_| random.random_range(0.0..TAU));
        let (settled, takes) = tables.moments.seat(Posture::Settled);
        Self {
            tables,
            rules,
            state: calm,
            hidden: None,
            next: None,
            change: Change::still(calm.expression),
            sits: Posture::Settled,
            posture: (settled, settled, takes),
            gesture: None,
            silence: None,
            beside: 0.0,
            blink: Blink::new(&mut random, calm.habit.blinks),
            gaze: Gaze::new(calm.habit.look),
            nod: Nod::new(&mut random),
            speech: Speech::default(),
            weeping: Weeping::default(),
            breath: random.random_range(0.0..1.0),
            pace: [calm.habit.breaths, calm.habit.depth, calm.habit.restless],
            head_turn: Eased::default(),
            drift: 0.0,
            drift_start,
            owed: 0,
            reduced: false,
            again: None,
            noises: Vec::new(),
            random,
        }
    }

    /// Says on which side of them somebody sits: -1 the viewer's left, 1 the viewer's right.
    pub fn beside(&mut self, side: f64) {
        self.beside = side;
    }

    /// The face that shows, or is about to.
    pub fn face(&self) -> Face {
        match self.next {
            Some((Next::Mask { face, .. }, _)) => face,
            _ => self.state.face,
        }
    }

    /// Turns to a face; a `leak` shows first, faintly and briefly (200 to 500 ms), before the mask.
    pub fn show(&mut self, face: Face, leak: Option<Face>) {
        if self.state.face == face && self.hidden.is_none() && self.next.is_none() && leak.is_none() {
            return;
        }
        match leak.filter(|leaked| *leaked != face) {
            Some(hidden) => {
                let strength = self.random.random_range(0.3..0.5);
                let lasts = self.random.random_range(200.0..500.0);
                let here = self.change.expression();
                let faint = here.towards(&self.felt(hidden), strength);
                self.change = Change { from: here, to: faint, elapsed: 0.0, onset: 110.0, offset: 110.0 };
                self.next = Some((Next::Mask { face, hidden }, lasts));
            }
            None => {
                // A face that doesn't last gives way to the one before it.
                let before = if self.state.lasts.is_some() { Face::Calm } else { self.state.face };
                self.turn_to(face, None);
                self.next = self.state.lasts.map(|lasts| (Next::Face(before), lasts));
            }
        }
    }

    /// Sits like that from now on; it takes the better part of a minute.
    pub fn sit(&mut self, posture: Posture) {
        if std::mem::replace(&mut self.sits, posture) != posture {
            self.noises.push(Noise::Chair);
        }
        let (to, takes) = self.tables.moments.seat(posture);
        (self.posture.1, self.posture.2) = (to, takes);
    }

    /// Looks somewhere for a while.
    pub fn look(&mut self, look: Look) {
        let (to, lasts) = self.tables.moments.glance(look);
        let to = match look {
            Look::Beside => (to.0 * self.beside, to.1),
            _ => to,
        };
        if self.gaze.hold(to, lasts) {
            self.blink.begin(&mut self.random);
        }
    }

    /// Does something with head and shoulders, once.
    pub fn gesture(&mut self, gesture: Gesture) {
        let deed = self.tables.moments.deed(gesture);
        self.noises.extend(deed.sound.map(Noise::Body));
        if deed.creaks {
            self.noises.push(Noise::Chair);
        }
        self.gesture = Some((gesture, 0.0));
    }

    /// Moves the mouth as in speech for so many milliseconds; 0 falls silent.
    pub fn speak(&mut self, milliseconds: u32) {
        self.speech.begin(f64::from(milliseconds));
        self.silence = None;
        self.murmur();
    }

    /// Is heard to begin to speak.
    pub fn murmur(&mut self) {
        self.noises.push(Noise::Murmur(self.state.voice));
    }

    /// Is heard to do something without words.
    pub fn sound(&mut self, sound: Sound) {
        self.noises.push(Noise::Body(sound));
    }

    /// What was to be heard since this was last asked.
    pub fn take_noises(&mut self) -> Vec<Noise> {
        std::mem::take(&mut self.noises)
    }

    /// Valence (-100 to 100) and arousal (0 to 100) of the face that shows, and how close they sit to
    /// the other (0 to 100).
    pub fn mood(&self) -> (i32, i32, i32) {
        let (valence, arousal) = self.state.mood;
        (valence, arousal, self.tables.moments.alliance(self.sits))
    }

    /// Turns to whoever speaks: somebody on the viewer's left (-1) or right (1) of them, or the one across (0).
    pub fn attend(&mut self, side: f64) {
        let (across, down) = self.tables.moments.glance(Look::Beside).0;
        self.gaze.attend((across * side, down));
        self.silence = None;
    }

    /// Is silent, and has been for so many steps before this one.
    pub fn keep_silent(&mut self, steps: u8) {
        self.silence = Some(steps);
        self.gaze.reconsider();
    }

    /// Lets so many milliseconds pass.
    pub fn advance(&mut self, milliseconds: u32) {
        let mut left = u64::from(milliseconds) + u64::from(self.owed);
        while left >= u64::from(STEP) {
            self.step(f64::from(STEP));
            left -= u64::from(STEP);
        }
        self.owed = left as u32;
    }

    /// With reduced motion the person holds still poses: no breath, blink, nod, drift or
    /// moving mouth, and faces change at once (the window cross-fades the two pictures).
    pub fn reduced_motion(&mut self, on: bool) {
        self.reduced = on;
    }

    /// Whether a change of face, a blink, a look, a nod, a tear or speech is under way, so that the
    /// window should draw more often. Breathing alone does not count.
    pub fn is_moving(&self) -> bool {
        if self.reduced {
            return self.next.is_some();
        }
        self.next.is_some()
            || !self.change.over()
            || self.gesture.is_some()
            || self.blink.under_way()
            || self.gaze.under_way()
            || self.nod.under_way()
            || self.speech.under_way()
            || self.weeping.under_way()
    }

    /// Milliseconds until the next blink, look or nod begins; what begins sooner by something else is not in it.
    pub fn until_next(&self) -> u32 {
        let next = self.blink.wait().min(self.gaze.wait()).min(self.nod.wait());
        // Never more than a minute, so that it fits.
        next.clamp(0.0, 60_000.0) as u32
    }

    /// The pose at this moment.
    pub fn pose(&self) -> Pose {
        if self.reduced {
            return self.still_pose();
        }
        let mut shown = self.change.expression().with(&self.posture.0, 1.0);
        if let Some(added) = self.gesture.and_then(|(gesture, elapsed)| self.tables.moments.deed(gesture).at(elapsed)) {
            shown = shown.with(&added, 1.0);
        }
        let mut pose = shown.pose();
        (pose.wet, pose.flush) = (self.weeping.wet, self.weeping.flush);
        (pose.tears, pose.tracks) = (self.weeping.tears(), self.weeping.tracks);
        self.sob(&mut pose, shown.body.pulse);
        self.turn_eyes(&mut pose);
        self.sway(&mut pose);
        self.speech.move_mouth(&mut pose.actions);
        let lids = pose.actions.get(Action::EyesClose);
        pose.actions.set(Action::EyesClose, lids + (1.0 - lids) * self.blink.closed());
        pose.clamped()
    }

    /// The pose that the face comes to rest in, with all that would come in time.
    fn still_pose(&self) -> Pose {
        let shown = match self.next {
            Some((Next::Mask { face, hidden }, _)) => self.masked(face, hidden),
            _ => self.change.to,
        };
        let mut pose = shown.with(&self.posture.1, 1.0).pose();
        let mut weeping = Weeping::default();
        weeping.settle(&shown.body);
        (pose.wet, pose.flush, pose.tears, pose.tracks) = (weeping.wet, weeping.flush, weeping.tears(), weeping.tracks);
        // Without motion the looking away must still be seen where it is most of the face.
        let habit = self.habit();
        if habit.contact < 0.5 {
            (pose.gaze_across, pose.gaze_down) = (0.8 * habit.away.0, 0.8 * habit.away.1);
        }
        if self.speech.under_way() {
            pose.actions.set(Action::LipsPart, pose.actions.get(Action::LipsPart).max(0.6));
        }
        pose.clamped()
    }

    /// A face as this person shows it.
    fn felt(&self, face: Face) -> Expression {
        let state = self.tables.state(face);
        let mut shown = state.expression;
        shown.mix = shown.mix.merged(&shown.mix, |strength, _| strength * self.rules.gain);
        if let Some((first, second)) = state.swings {
            // Both are there half until they take turns.
            for (action, strength) in [first, second] {
                shown.mix.add(action, 0.5 * strength * self.rules.gain);
            }
        }
        shown
    }

    /// A face put on over another: smaller than when it is felt, without the eyes joining in, and with
    /// a trace of what it hides and of what gives this person away.
    fn masked(&self, face: Face, hidden: Face) -> Expression {
        let (mask, hides) = (self.felt(face), self.felt(hidden));
        let mut shown = mask.merged(&hides, |worn, felt| WORN * worn + SHINES_THROUGH * felt);
        shown.mix.set(Action::CheekRaise, 0.0);
        shown.mix.set(Action::LipsPart, 0.25 * mask.mix.get(Action::LipsPart));
        if let Some(tell) = self.rules.tell {
            shown.mix.add(tell, TELL);
        }
        shown
    }

    /// How they breathe, blink and look just now.
    fn habit(&self) -> Habit {
        let habit = &self.state.habit;
        match self.silence {
            _ if self.speech.under_way() => Habit { contact: habit.contact * SPEAKING, blinks: 1.5 * habit.blinks, nods: 0.0, ..*habit },
            Some(steps) => self.tables.moments.silent(self.hidden.unwrap_or(self.state).silence, steps, habit),
            None => self.hidden.map_or(*habit, |hidden| {
                // The face can be put on; breath and lids give away what is under it.
                let Habit { breaths, depth, blinks, restless, .. } = hidden.habit;
                Habit { breaths, depth, blinks, restless, ..*habit }
            }),
        }
    }

    fn sob(&self, pose: &mut Pose, pulse: f64) {
        let along = (self.drift / SOB).fract();
        // The first third of the time is drawn in by jerks.
        let jerk = if along < 0.33 { (along / 0.33 * JERKS * TAU / 2.0).sin().abs() * (0.4 + along / 0.33) } else { 0.0 };
        pose.shoulders += 0.45 * pulse * jerk;
        pose.pitch += 1.2 * pulse * jerk;
    }

    fn turn_eyes(&self, pose: &mut Pose) {
        (pose.gaze_across, pose.gaze_down) = self.gaze.direction();
        // The head goes a little way with the eyes, and a long way with a long look.
        let (across, down) = self.head_turn.value;
        pose.yaw += 5.0 * across + 12.0 * (across.abs() - 0.5).max(0.0) * across.signum();
        pose.pitch += 4.5 * down + self.nod.pitch();
    }

    fn sway(&self, pose: &mut Pose) {
        let [_, depth, much] = self.pace;
        pose.breath = breath_shape(self.breath) * (0.55 * depth).min(1.0);
        let [first, second, third] = self.drift_start;
        let wander = |start: f64, cycle: f64| {
            let time = self.drift / 1000.0 * TAU;
            0.65 * (time * cycle + start).sin() + 0.35 * (time * cycle * 2.37 + 1.7 * start).sin()
        };
        pose.yaw += 0.6 * much * wander(first, 0.11);
        pose.roll += 0.45 * much * wander(second, 0.13);
        pose.pitch += 0.4 * much * wander(third, 0.17);
        pose.lopsided += 0.25 * wander(first + second, 0.07);
        // Worry comes in bursts.
        let burst = 1.0 + 0.18 * (much - 1.0).max(0.0) * wander(third, 0.4);
        for action in [Action::LipStretch, Action::InnerBrowRaise] {
            pose.actions.set(action, pose.actions.get(action) * burst);
        }
        self.swing(&mut pose.actions);
    }

    /// Adds what two movements that take turns do just now.
    fn swing(&self, actions: &mut Actions) {
        if let Some(((first, one), (second, other))) = self.state.swings {
            let come = smooth(self.change.elapsed / self.change.onset);
            let turn = 0.5 * come * self.rules.gain * (self.drift / SWING * TAU).sin();
            actions.add(first, one * turn);
            actions.add(second, -other * turn);
        }
    }

    fn step(&mut self, step: f64) {
        self.change.step(step);
        match self.next {
            Some((next, left)) if left > step => self.next = Some((next, left - step)),
            Some((Next::Mask { face, hidden }, _)) => self.turn_to(face, Some(hidden)),
            Some((Next::Face(face), _)) => self.turn_to(face, None),
            None => {}
        }
        self.gesture = self
            .gesture
            .map(|(gesture, elapsed)| (gesture, elapsed + step))
            .filter(|(gesture, elapsed)| self.tables.moments.deed(*gesture).at(*elapsed).is_some());
        let (now, to, takes) = &mut self.posture;
        *now = now.towards(to, (2.0 * step / *takes).min(1.0));
        let habit = self.habit();
        self.blink.step(step, &mut self.random, habit.blinks);
        if self.gaze.step(step, &mut self.random, &habit) {
            self.blink.begin(&mut self.random);
        }
        self.head_turn.follow(self.gaze.direction(), step, 320.0);
        self.nod.step(step, &mut self.random, habit.nods);
        self.speech.step(step, &mut self.random);
        self.weeping.step(step, &self.change.to.body);
        for (pace, wanted) in self.pace.iter_mut().zip([habit.breaths, habit.depth, habit.restless]) {
            *pace += (wanted - *pace) * step / HABIT;
        }
        self.breath = (self.breath + self.pace[0] * step / 60_000.0).fract();
        self.drift += step;
        if let (Some(left), Some((sound, every))) = (self.again, self.state.sound) {
            self.again = Some(left - step);
            if left <= step {
                self.noises.push(Noise::Body(sound));
                self.again = (every > 0.0).then_some(every);
            }
        }
    }

    /// Turns to a face, felt or put on over another.
    fn turn_to(&mut self, face: Face, hidden: Option<Face>) {
        let mut from = self.change.expression();
        self.swing(&mut from.mix);
        let (to, onset, offset) = match hidden {
            // A leak is hidden as fast as the mask comes on.
            Some(hidden) => (self.masked(face, hidden), MASKING, MASKING),
            None => (self.felt(face), self.tables.state(face).onset, self.state.offset),
        };
        self.change = Change { from, to, elapsed: 0.0, onset, offset };
        (self.state, self.hidden, self.next) = (self.tables.state(face), hidden.map(|hidden| self.tables.state(hidden)), None);
        // What is put on is not heard.
        self.again = self.state.sound.filter(|_| hidden.is_none()).map(|_| onset);
        self.gaze.reconsider();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: DisplayRules = DisplayRules { gain: 1.0, tell: None };

    fn figure(seed: u64) -> Figure {
        Figure::new(seed, PLAIN)
    }

    #[test]
    fn the_same_seed_and_advances_give_the_same_poses() {
        let (mut one, mut other) = (figure(11), figure(11));
        for round in 0..400_u32 {
            for figure in [&mut one, &mut other] {
                match round % 90 {
                    10 => figure.show(Face::Polite, Some(Face::Sad)),
                    30 => figure.look(Look::Clock),
                    40 => figure.speak(700),
                    50 => figure.gesture(Gesture::Shrug),
                    60 => figure.show(Face::Angry, None),
                    _ => {}
                }
                figure.advance(33);
            }
            assert_eq!(one.pose(), other.pose());
        }
        assert_ne!(figure(11).pose(), figure(12).pose());
    }

    #[test]
    fn many_small_advances_are_one_long_one() {
        let (mut small, mut long) = (figure(3), figure(3));
        small.show(Face::Crying, None);
        long.show(Face::Crying, None);
        (0..1000).for_each(|_| small.advance(7));
        long.advance(7000);
        assert_eq!(small.pose(), long.pose());
    }

    /// The furthest that anything goes within a thirtieth of a second; a blink, a look and a tear may be faster.
    fn widest_step(before: &Pose, after: &Pose) -> f64 {
        let mut furthest: f64 = 0.0;
        for action in Action::ALL.iter().filter(|action| **action != Action::EyesClose) {
            furthest = furthest.max((before.actions.get(*action) - after.actions.get(*action)).abs());
        }
        let degrees = (before.yaw - after.yaw).abs().max((before.pitch - after.pitch).abs()).max((before.roll - after.roll).abs());
        let body = (before.lean - after.lean).abs().max((before.slump - after.slump).abs()).max((before.shoulders - after.shoulders).abs());
        furthest.max(degrees / 10.0).max(body).max((before.wet - after.wet).abs())
    }

    #[test]
    fn nothing_snaps() {
        for (number, face) in (0_u64..).zip(Face::ALL) {
            for (leak, gesture) in [(None, Gesture::Nod), (Some(Face::Angry), Gesture::Laugh)] {
                let mut figure = figure(number);
                let mut before = figure.pose();
                for round in 0..360 {
                    match round {
                        20 => figure.show(*face, leak),
                        90 => figure.gesture(gesture),
                        120 => figure.sit(Posture::Open),
                        150 => figure.keep_silent(1),
                        200 => figure.show(Face::Calm, None),
                        260 => figure.show(Face::Sad, None),
                        _ => {}
                    }
                    figure.advance(33);
                    let now = figure.pose();
                    let step = widest_step(&before, &now);
                    assert!(step < 0.32, "{face:?} moves {step} at {round}");
                    before = now;
                }
            }
        }
    }

    #[test]
    fn reduced_motion_holds_still() {
        let mut figure = figure(5);
        figure.reduced_motion(true);
        figure.show(Face::Crying, None);
        let still = figure.pose();
        assert_eq!(still.breath, 0.0);
        assert!(still.tears[0] > 0.0);
        for _ in 0..300 {
            figure.advance(100);
            assert_eq!(figure.pose(), still);
            assert!(!figure.is_moving());
        }
        figure.reduced_motion(false);
        let mut breathed = false;
        for _ in 0..60 {
            figure.advance(100);
            breathed |= figure.pose().breath > 0.1;
        }
        assert!(breathed);
    }

    #[test]
    fn a_leak_is_seen_before_the_mask_and_hardly_after() {
        let mut masked = figure(8);
        masked.show(Face::Warm, Some(Face::Sad));
        masked.advance(150);
        let leaked = masked.pose().actions;
        assert!((0.2..0.5).contains(&leaked.get(Action::InnerBrowRaise)));
        assert!(masked.is_moving());
        masked.advance(5000);
        let worn = masked.pose().actions;
        assert!(worn.get(Action::InnerBrowRaise) < leaked.get(Action::InnerBrowRaise));
        let mut open = figure(8);
        open.show(Face::Warm, None);
        open.advance(5000);
        let pull = |actions: &Actions| actions.get(Action::CornerPull);
        assert!((0.3..pull(&open.pose().actions)).contains(&pull(&worn)), "a mask is a smaller smile than a felt one");
        let mut given_away = Figure::new(8, DisplayRules { tell: Some(Action::LipPress), ..PLAIN });
        given_away.show(Face::Warm, Some(Face::Sad));
        given_away.advance(5150);
        assert!(given_away.pose().actions.get(Action::LipPress) > worn.get(Action::LipPress) + 0.2);
    }

    #[test]
    fn what_does_not_last_gives_way_to_what_was_before() {
        let mut figure = figure(1);
        figure.show(Face::Sad, None);
        figure.advance(3000);
        figure.show(Face::Surprised, None);
        figure.advance(600);
        assert_eq!(figure.face(), Face::Surprised);
        figure.advance(600);
        assert_eq!(figure.face(), Face::Sad);
    }

    #[test]
    fn tears_come_after_wet_eyes_and_redness_stays_when_they_are_over() {
        let mut figure = figure(6);
        figure.show(Face::Crying, None);
        let first = (0..400).find(|_| {
            figure.advance(50);
            figure.pose().tears[0] > 0.0
        });
        let wet = figure.pose().wet;
        assert!(first.is_some_and(|step| step > 40) && wet > 0.8, "{first:?} {wet}");
        figure.show(Face::Calm, None);
        figure.advance(20_000);
        assert!(figure.pose().wet > 0.3);
        figure.advance(120_000);
        assert!(figure.pose().wet < 0.05);
    }

    /// Blinks a minute, and shares of the time that the eyes are elsewhere, lowered, and on the one beside.
    fn watched(figure: &mut Figure) -> (f64, f64, f64, f64) {
        figure.advance(4000);
        let (mut shut, mut blinks, mut away, mut down, mut beside) = (false, 0.0, 0.0, 0.0, 0.0);
        for _ in 0..9000 {
            figure.advance(20);
            let closing = figure.blink.closed() > 0.3;
            blinks += f64::from(closing && !shut) / 3.0;
            shut = closing;
            let pose = figure.pose();
            away += f64::from(pose.gaze_across.hypot(pose.gaze_down) > 0.2) / 9000.0;
            down += f64::from(pose.gaze_down > 0.4) / 9000.0;
            beside += f64::from(pose.gaze_across > 0.85) / 9000.0;
        }
        (blinks, away, down, beside)
    }

    #[test]
    fn people_blink_and_look_away_as_often_as_their_face_does() {
        for (face, rate, share) in [(Face::Calm, 10.0..27.0, 0.05..0.35), (Face::ShutDown, 1.0..14.0, 0.8..1.0)] {
            let mut figure = figure(2);
            figure.show(face, None);
            let (blinks, away, ..) = watched(&mut figure);
            assert!(rate.contains(&blinks), "{face:?} blinks {blinks} times a minute");
            assert!(share.contains(&away), "{face:?} looks away {away}");
        }
    }

    #[test]
    fn nothing_flashes_more_than_three_times_a_second() {
        for face in Face::ALL {
            let mut figure = figure(5);
            figure.show(*face, None);
            let (mut shut, mut blinks) = (false, Vec::new());
            for moment in 0..15_000 {
                figure.advance(20);
                if moment % 150 == 0 {
                    figure.look(if moment % 300 == 0 { Look::Door } else { Look::Window });
                }
                let closing = figure.blink.closed() > 0.3;
                if closing && !shut {
                    blinks.push(moment * 20);
                }
                shut = closing;
            }
            assert!(blinks.windows(4).all(|four| four[3] - four[0] >= 1000), "{face:?}");
        }
    }

    #[test]
    fn one_silence_is_not_like_another_and_each_turns_as_it_goes_on() {
        let silent = |face, steps| {
            let mut figure = figure(4);
            figure.show(face, None);
            figure.keep_silent(steps);
            watched(&mut figure)
        };
        let (feeling, thinking, restless, gone) =
            (silent(Face::Sad, 0), silent(Face::Thinking, 0), silent(Face::Irritated, 0), silent(Face::ShutDown, 0));
        assert!(feeling.2 > 0.4 && thinking.2 < 0.1, "feeling looks down, thinking doesn't: {} {}", feeling.2, thinking.2);
        assert!(gone.0 < restless.0, "who has gone blinks less than who wants out");
        assert!(silent(Face::Sad, 3).1 < feeling.1 - 0.2, "who is with what they feel comes back to the other");
        assert!(silent(Face::Irritated, 2).1 > restless.1 + 0.1, "who wants out turns away");
    }

    #[test]
    fn who_speaks_is_looked_at_by_those_whose_state_lets_them() {
        let listening = |face| {
            let mut figure = figure(9);
            figure.show(face, None);
            figure.attend(1.0);
            watched(&mut figure).3
        };
        assert!(listening(Face::Engaged) > 0.7);
        assert!(listening(Face::ShutDown) < 0.2);
    }

    #[test]
    fn posture_comes_slowly_and_stays() {
        let mut figure = figure(7);
        let lean = |figure: &Figure| figure.pose().lean;
        figure.sit(Posture::Open);
        figure.advance(2_000);
        assert!(lean(&figure) < 0.1);
        figure.advance(60_000);
        assert!(lean(&figure) > 0.25);
    }

    #[test]
    fn a_look_goes_where_it_is_sent_and_comes_back() {
        let mut figure = figure(2);
        figure.look(Look::Clock);
        figure.advance(900);
        let pose = figure.pose();
        assert!(pose.gaze_across > 0.4 && pose.gaze_down < -0.6);
        figure.advance(2_500);
        assert!(figure.pose().gaze_down > -0.4);
    }

    #[test]
    fn what_is_shown_is_heard_and_what_is_masked_is_not() {
        let heard = |face, leak| {
            let mut figure = figure(3);
            figure.show(face, leak);
            figure.advance(20_000);
            figure.take_noises()
        };
        assert_eq!(heard(Face::Crying, None), [Noise::Body(Sound::Sob); 3]);
        assert_eq!(heard(Face::Relieved, None), [Noise::Body(Sound::Sigh)]);
        assert_eq!(heard(Face::Polite, Some(Face::Crying)), []);
        let mut sad = figure(3);
        sad.show(Face::Sad, None);
        sad.speak(900);
        sad.gesture(Gesture::SitBack);
        sad.sit(Posture::Open);
        sad.sit(Posture::Open);
        assert_eq!(sad.take_noises(), [Noise::Murmur(Manner::Heavy), Noise::Chair, Noise::Chair]);
    }

    #[test]
    fn speech_moves_the_mouth_and_ends() {
        let mut figure = figure(4);
        figure.speak(900);
        let mut widest: f64 = 0.0;
        for _ in 0..45 {
            figure.advance(20);
            widest = widest.max(figure.pose().actions.get(Action::JawDrop));
        }
        assert!(widest > 0.1);
        figure.advance(1000);
        assert_eq!(figure.pose().actions.get(Action::JawDrop), 0.0);
    }
}
