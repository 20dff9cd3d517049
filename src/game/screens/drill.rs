//! The drill: a moment as it is met in the room, with what to look for in sight, and afterwards what the answer was.

use bevy_egui::egui::{Key, Ui};

use super::room::{cards, lay_out};
use super::{Portrait, RoomPage, RoomView, ways_on};
use crate::game::desk::Notice;
use crate::game::drilling::{Ask, Drill, Moment, Stand};
use crate::game::screen::Intent;
use crate::game::settings::Captions;
use crate::game::theme::Voice;
use crate::game::widgets::{Card, heading, job, join, page, pressed, say, tell};
use crate::practice::Found;
use crate::sitting::drill::Noted;
use crate::texts::{text, text_with, word};

/// What the page shows.
pub struct DrillView<'a> {
    pub drill: &'a Drill,
    pub picture: Portrait,
    pub captions: Captions,
    pub trouble: Option<&'a Notice>,
}

/// What the page remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct DrillPage {
    /// The part that the focus was put on.
    settled: Option<&'static str>,
}

pub fn drill_ui(ui: &mut Ui, view: &DrillView, room: &mut RoomPage, state: &mut DrillPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(Intent::Drill(Ask::Leave));
    }
    if pressed(ui, Key::F2) {
        return Some(Intent::Settings);
    }
    let leave = ("drill-leave-it", "drill-leave-hint", Intent::Drill(Ask::Leave));
    match view.drill.stand() {
        Stand::Moment(moment) => {
            state.settled = None;
            return moment_ui(ui, view, moment, room);
        }
        Stand::Looking => apart_ui(ui, view, ("looking", text("drill-looking")), vec![leave], state),
        Stand::Over(told) => apart_ui(ui, view, ("over", told), vec![leave], state),
        Stand::Failed => {
            let again = ("drill-look-again", "drill-look-again-hint", Intent::Drill(Ask::LookAgain));
            apart_ui(ui, view, ("failed", text("drill-failed")), vec![again, leave], state)
        }
        Stand::Topic(note) => {
            if pressed(ui, Key::N) {
                return Some(Intent::Drill(Ask::PassOver));
            }
            let ways = vec![
                ("drill-topic-on", "drill-topic-on-hint", Intent::Drill(Ask::GoOn)),
                ("drill-another", "drill-pass-over-hint", Intent::Drill(Ask::PassOver)),
                ("drill-topic-out", "drill-topic-out-hint", Intent::Drill(Ask::LeaveOut)),
                ("drill-topics-out", "drill-topics-out-hint", Intent::Drill(Ask::LeaveOutAll)),
                leave,
            ];
            apart_ui(ui, view, ("topic", text_with("drill-topic", &[("note", note.into())])), ways, state)
        }
    }
    .inspect(|_| room.portrait = None)
}

/// What is told between two moments, and the ways on from there.
fn apart_ui(
    ui: &mut Ui,
    view: &DrillView,
    (part, told): (&'static str, String),
    ways: Vec<(&'static str, &'static str, Intent)>,
    state: &mut DrillPage,
) -> Option<Intent> {
    page(ui, "drill", 560.0, |ui| {
        heading(ui, Voice::Title, &text("screen-drill"));
        if let Some(trouble) = view.trouble {
            tell(ui, trouble);
        }
        say(ui, Voice::Body, &told);
        let (answers, done) = view.drill.so_far();
        if answers > 0 {
            say(ui, Voice::Quiet, &text_with("drill-over", &[("answers", answers.into()), ("done", done.into())]));
        }
        ui.add_space(16.0);
        let mut settled = state.settled == Some(part);
        let intent = ways_on(ui, ways.into_iter(), &mut settled);
        state.settled = Some(part);
        intent
    })
}

fn moment_ui(ui: &mut Ui, view: &DrillView, moment: &Moment, room: &mut RoomPage) -> Option<Intent> {
    let card = &moment.at.card;
    let criterion = word("criterion", card.competence);
    let Some(answered) = &moment.answered else {
        let fill = [
            ("competence", word("competence", card.competence).into()),
            ("difficulty", card.difficulty.into()),
            ("because", word("because", moment.at.because).into()),
        ];
        let told = vec![text_with("drill-title", &fill), text_with("drill-criterion", &[("criterion", criterion.into())])];
        let menu = moment.hour.sitting.menu();
        let shown = RoomView { draft: told, ..moment.hour.view(&menu, view.picture, view.captions, view.trouble) };
        let keys = text_with("drill-keys", &[("most", menu.len().into())]);
        let cards = cards(ui, &shown);
        return match lay_out(ui, &shown, &keys, (cards, None), room)? {
            Intent::Reply(reply) => Some(Intent::Drill(Ask::Answer(reply))),
            other => Some(other),
        };
    };
    for (keys, ask) in [
        (&[Key::N][..], Ask::Another),
        (&[Key::Plus, Key::Equals], Ask::Found(Found::TooEasy)),
        (&[Key::Minus], Ask::Found(Found::TooHard)),
    ] {
        if keys.iter().any(|key| pressed(ui, *key)) {
            return Some(Intent::Drill(ask));
        }
    }
    let verdict = if answered.done { text("drill-done") } else { text("drill-missed") };
    let level = moment.noted.map(Noted::told);
    let enough = view.drill.is_enough().then(|| text("drill-enough"));
    let told = [Some(verdict), Some(criterion), level, enough].into_iter().flatten().collect();
    let shown = RoomView { draft: told, ..moment.hour.view(&[], view.picture, view.captions, view.trouble) };
    let ways = [
        ("drill-again", "drill-again-hint", Ask::Again),
        ("drill-another", "drill-another-hint", Ask::Another),
        ("drill-easy", "drill-easy-hint", Ask::Found(Found::TooEasy)),
        ("drill-hard", "drill-hard-hint", Ask::Found(Found::TooHard)),
    ];
    let way = |(number, (name, hint, ask)): (usize, (&str, &str, Ask))| {
        let row = join(ui, job(ui, Voice::Strong, &format!("{}   ", text(name))), Voice::Label, &text(hint));
        let card = Card::new(format!("{}. {}. {}", number + 1, text(name), text(hint)));
        (card.number(number + 1).row(row), Intent::Drill(ask))
    };
    let cards = ways.into_iter().enumerate().map(way).collect();
    lay_out(ui, &shown, &text("drill-keys-answered"), (cards, None), room)
}
