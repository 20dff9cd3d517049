//! A model hour beneath its transcript: what was on offer, what is taken and why, and the way on and back.

use bevy_egui::egui::accesskit::Live;
use bevy_egui::egui::{self, Id, Key, Modifiers, Rect, Stroke, Ui, UiBuilder, vec2};

use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::widgets::{Card, even, flow, has_focus, job, join, pressed, say};
use crate::script::turn::Offer;
use crate::texts::{text, text_with, word};

/// Where somebody is in a model hour.
#[derive(Clone, Copy, Debug)]
pub struct ModelView<'a> {
    pub title: &'a str,
    /// The reply that is taken here, and what is said of it; none where the hour is over.
    pub taken: Option<(&'a str, &'a [String])>,
    /// Replies that were taken, and how many there are.
    pub at: usize,
    pub of: usize,
}

/// Space around the replies, and between two of them.
const MARGIN: f32 = 16.0;
const GAP: f32 = 6.0;

/// The replies on offer, the one that is taken with its reason and what is said of it.
pub(super) fn model_cards(ui: &Ui, menu: &[Offer], model: &ModelView) -> Vec<Card> {
    let card = |(place, offer): (usize, &Offer)| {
        let number = place + 1;
        let taken = model.taken.filter(|(reply, _)| *reply == offer.reply);
        let words = if offer.deed { format!("→ {}  {}", text("room-do"), offer.text) } else { format!("“{}”", offer.text) };
        let voice = if taken.is_some() { Voice::Strong } else { Voice::Quiet };
        let skill = word("skill", offer.codes.skill);
        let row = even(join(ui, job(ui, voice, &words), Voice::Label, &format!("   {skill}")));
        let mut named = format!("{number}. {words} ({skill})");
        let mut card = Card::new("").number(number).row(row);
        if let Some((_, notes)) = taken {
            named = text_with("model-taken", &[("reply", named.into())]);
            let source = offer.source.as_ref().map(|source| format!(" [{source}]")).unwrap_or_default();
            let why = format!("{}{source}", offer.why);
            card = card.row(job(ui, Voice::Label, &why));
            named = format!("{named}. {why}");
            for note in notes {
                card = card.row(even(join(ui, job(ui, Voice::Mark, &format!("{}   ", text("model-note-mark"))), Voice::Body, note)));
                named = format!("{named} {}: {note}", text("model-note-mark"));
            }
        }
        card.named(named).enabled(false).selected(taken.is_some())
    };
    menu.iter().enumerate().map(card).collect()
}

/// The way on, where it is, back, and out.
fn ways(ui: &Ui, model: &ModelView) -> Vec<(Card, Intent)> {
    let way = |name: &str, intent| (Card::button(ui, &text(name)), intent);
    let back = (model.at > 0).then(|| way("model-back", Intent::Step { forward: false }));
    let on = match model.taken {
        Some(_) => (Card::button(ui, &text("model-on")).main(), Intent::Step { forward: true }),
        None => (Card::button(ui, &text("model-play")).main(), Intent::PlayYourself),
    };
    [Some(on), back, Some(way("model-leave", Intent::Leave))].into_iter().flatten().collect()
}

pub(super) fn model_ui(ui: &mut Ui, place: Rect, cards: Vec<Card>, model: &ModelView) -> Option<Intent> {
    let mut intent = None;
    let is_entered = !has_focus(ui) && (pressed(ui, Key::Enter) || pressed(ui, Key::Space));
    // Who holds the arrow down comes to the end, and not into an hour of their own.
    match model.taken {
        Some(_) if is_entered | pressed(ui, Key::ArrowRight) => intent = Some(Intent::Step { forward: true }),
        None if is_entered => intent = Some(Intent::PlayYourself),
        _ => {}
    }
    if pressed(ui, Key::ArrowLeft) || pressed(ui, Key::Backspace) {
        intent = Some(Intent::Step { forward: false });
    }
    // What was said goes by its own keys.
    let line = 60.0 * scale(ui);
    let by = [(Key::ArrowDown, -line), (Key::ArrowUp, line)].into_iter();
    let by: f32 = by.filter(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key))).map(|(_, by)| by).sum();
    ui.painter().hline(place.x_range(), place.top(), Stroke::new(1.0, palette(ui).line));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("model").max_rect(place));
    inside.set_clip_rect(place.intersect(ui.clip_rect()));
    let area = egui::ScrollArea::vertical().id_salt(("model", model.at)).auto_shrink(false).animated(false);
    area.show(&mut inside, |ui| {
        ui.scroll_with_delta(vec2(0.0, by));
        let inner = ui.max_rect().shrink2(vec2(MARGIN, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            ui.add_space(MARGIN - GAP);
            let (shown, wanted): (Vec<Card>, Vec<Intent>) = ways(ui, model).into_iter().unzip();
            let shown = shown.into_iter().zip(0..).map(|(card, number)| card.id(Id::new(("model way", number)))).collect();
            for (response, wanted) in flow(ui, shown).into_iter().zip(wanted) {
                if response.clicked() {
                    intent = Some(wanted);
                }
            }
            let where_it_is = match model.taken {
                Some(_) => text_with("model-at", &[("at", (model.at + 1).into()), ("of", model.of.into()), ("title", model.title.into())]),
                None => text("model-was"),
            };
            say(ui, Voice::Label, &where_it_is);
            for card in cards {
                let is_taken = card.is_selected();
                let response = card.width(inner.width()).show(ui);
                if is_taken {
                    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
                }
            }
            ui.add_space(MARGIN);
        });
    });
    intent
}

/// How high the way on and what stands below it are.
pub(super) fn ways_height(ui: &Ui, model: &ModelView, width: f32) -> f32 {
    let ways = ways(ui, model);
    let (mut rows, mut room) = (1.0, width);
    for (card, _) in &ways {
        if card.room() > room {
            (rows, room) = (rows + 1.0, width);
        }
        room -= card.room() + ui.spacing().item_spacing.x;
    }
    rows * (ways.first().map_or(0.0, |(card, _)| card.height(ui, width)) + GAP) + 24.0 * scale(ui) + GAP
}
