//! What people may and may not do as they move.

use super::*;
use crate::portrait::{Actions, Pose};
use crate::script::face::Action;

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
                    100 => figure.gesture(Gesture::LeanIn),
                    110 => figure.show(Face::Polite, Some(Face::Sad)),
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
fn a_mask_is_still_on_after_what_did_not_last() {
    let mut figure = figure(1);
    figure.show(Face::Polite, Some(Face::Sad));
    figure.advance(3000);
    let masked = figure.change.to;
    figure.show(Face::Surprised, None);
    figure.show(Face::Embarrassed, None);
    figure.advance(9000);
    assert_eq!(figure.change.to, masked);
    let mut still = Figure::new(1, PLAIN);
    still.reduced_motion(true);
    still.show(Face::Polite, Some(Face::Crying));
    assert_eq!(still.pose().tears, [0.0; 2]);
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
    // Nothing that happens meanwhile takes them back before their time.
    figure.look(Look::Hands);
    figure.show(Face::Polite, Some(Face::Anxious));
    figure.keep_silent(0);
    figure.advance(2_000);
    assert!(figure.pose().gaze_down > 0.8);
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
