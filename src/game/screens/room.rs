//! The room: the person on one side, what was said and what can be answered on the other.

use bevy_egui::egui::{
    self, Align, EventFilter, FocusDirection, Id, Image, Key, Modifiers, Rect, Sense, Stroke, TextureId, Ui, UiBuilder, WidgetInfo,
    WidgetType, load::SizedTexture, pos2, vec2,
};

use super::before::{Asked, BeforePage, reading_ui, words_ui};
use super::model::{ModelView, model_cards, model_ui, ways_height};
use super::stuck::told_ui;
use crate::game::authoring::Ask;
use crate::game::beside::Before;
use crate::game::desk::{Notice, Offered};
use crate::game::screen::Intent;
use crate::game::theme::{Voice, palette, scale};
use crate::game::transcript::{Line, Transcript};
use crate::game::widgets::{Card, aside, even, is_at_end, job, join, line, lines, note, note_height, pressed, say, scroll, scroll_to_top};
use crate::script::turn::Offer;
use crate::texts::{text, text_with, word};

/// What is seen and read in the room.
pub struct RoomView<'a> {
    pub title: &'a str,
    /// What a screen reader says of the people there, and of how they look and what is heard of them now.
    pub about: String,
    pub looks: String,
    /// What stands at the foot of the picture.
    pub caption: String,
    pub minute: u16,
    pub transcript: &'a Transcript,
    /// In the order in which they are shown; empty when the hour is over.
    pub menu: &'a [Offer],
    /// What comes before the replies.
    pub before: Before,
    /// Each reply names its skill.
    pub names_skills: bool,
    /// Its author may go to their desk with it.
    pub may_be_looked_into: bool,
    pub picture: Portrait,
    /// What is to be told of the draft, or of what a moment is practised for, in paragraphs.
    pub draft: Vec<String>,
    /// Where somebody is in it, where it is a model hour.
    pub model: Option<ModelView<'a>>,
    pub trouble: Option<&'a Notice>,
}

/// How the people are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Portrait {
    /// Nothing has been drawn yet.
    #[default]
    Blank,
    Painted(TextureId),
    /// It lies beneath the page already.
    Beneath,
}

/// What the room remembers between frames.
#[derive(Clone, Debug, Default)]
pub struct RoomPage {
    /// Replies that were taken before, and whether the hour was over; when it goes on, the end is shown.
    gone: Option<(usize, bool)>,
    /// Lines that were there before, how high what is told of the draft was, and what was asked: who reads the end goes on reading it.
    there: (usize, f32, Option<Asked>),
    /// Frames in which the end still has to be brought into view.
    to_end: u8,
    /// The reply that the arrows stand on.
    at: Option<usize>,
    /// What was told of the hour before.
    told: Option<Notice>,
    before: BeforePage,
    /// Where the person is seen, in points.
    pub portrait: Option<Rect>,
}

impl RoomPage {
    /// The same, come back to: what is half written before a reply waits.
    pub fn entered(&mut self) -> RoomPage {
        let mut before = std::mem::take(&mut self.before);
        before.settle_again();
        RoomPage { before, ..RoomPage::default() }
    }
}

/// The parts of the room.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Places {
    pub portrait: Rect,
    pub strip: Rect,
    pub transcript: Rect,
    pub replies: Rect,
}

/// Narrower than this, or with text larger than this, the person is seen in a band at the top.
const NARROW: f32 = 900.0;
const LARGE: f32 = 1.5;

/// The person's share of the width, and of the height in a band.
const SHARE: f32 = 590.0 / 1280.0;
const BAND: f32 = 0.4;

/// Height of the strip that tells the time.
const STRIP: f32 = 36.0;

/// The transcript keeps at least this share of what the strip leaves, when many long replies are on offer.
const READING: f32 = 0.42;

/// Space around the replies, and between two of them.
const MARGIN: f32 = 16.0;
const GAP: f32 = 6.0;

/// Where everything is, in an area with text at that scale; `replies` is how high they are at a given width.
pub fn places(area: Rect, scale: f32, replies: impl Fn(f32) -> f32) -> Places {
    let strip = STRIP * scale.max(1.0);
    if area.width() >= NARROW && scale <= LARGE {
        let split = (area.left() + area.width() * SHARE).round();
        let right = Rect::from_min_max(pos2(split, area.top()), area.max);
        let below = right.top() + strip;
        let room = right.bottom() - below;
        let wanted = replies(right.width() - 2.0 * MARGIN) + 2.0 * MARGIN;
        let cut = (right.bottom() - wanted.min(room * (1.0 - READING))).round();
        return Places {
            portrait: Rect::from_min_max(area.min, pos2(split, area.bottom())),
            strip: Rect::from_min_max(right.min, pos2(right.right(), below)),
            transcript: Rect::from_min_max(pos2(split, below), pos2(right.right(), cut)),
            replies: Rect::from_min_max(pos2(split, cut), right.max),
        };
    }
    let below = area.top() + strip;
    let room = area.bottom() - below;
    let strip = Rect::from_min_max(area.min, pos2(area.right(), below));
    let wanted = replies(area.width() - 2.0 * MARGIN) + 2.0 * MARGIN;
    if area.width() >= area.height() * 1.2 {
        // There is room to read beside the person.
        let cut = (area.bottom() - wanted.min(room * (1.0 - BAND))).round();
        let split = (area.left() + (cut - below).min(area.width() * BAND)).round();
        Places {
            portrait: Rect::from_min_max(pos2(area.left(), below), pos2(split, cut)),
            strip,
            transcript: Rect::from_min_max(pos2(split, below), pos2(area.right(), cut)),
            replies: Rect::from_min_max(pos2(area.left(), cut), area.max),
        }
    } else {
        let band = (below + room * 0.3).round();
        let cut = (area.bottom() - wanted.min(room * 0.4)).round();
        Places {
            portrait: Rect::from_min_max(pos2(area.left(), below), pos2(area.right(), band)),
            strip,
            transcript: Rect::from_min_max(pos2(area.left(), band), pos2(area.right(), cut)),
            replies: Rect::from_min_max(pos2(area.left(), cut), area.max),
        }
    }
}

pub fn room_ui(ui: &mut Ui, view: &RoomView, state: &mut RoomPage) -> Option<Intent> {
    if pressed(ui, Key::Escape) {
        return Some(if view.model.is_some() { Intent::Leave } else { Intent::Pause });
    }
    if pressed(ui, Key::F10) {
        return Some(Intent::Leave);
    }
    if view.model.is_none() && pressed(ui, Key::F3) {
        return Some(Intent::LookBack);
    }
    // In a text they undo what was typed.
    if view.model.is_none() && !ui.ctx().text_edit_focused() {
        for (key, intent) in [(Key::Z, Intent::Rewind(None)), (Key::Y, Intent::Redo)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, key)) {
                return Some(intent);
            }
        }
    }
    if view.may_be_looked_into {
        if pressed(ui, Key::F9) {
            return Some(Intent::Author(Ask::FromRoom));
        }
        if pressed(ui, Key::F8) {
            return Some(Intent::Author(Ask::Keep));
        }
    }
    if let Some(model) = &view.model {
        return stepping_ui(ui, view, model, state);
    }
    let asked = state.before.asked(&view.before).filter(|_| !view.menu.is_empty());
    let cards = match asked {
        Some(Asked::Reading | Asked::Words) => Vec::new(),
        Some(Asked::Nearest) => compared(ui, cards(ui, view)),
        None => cards(ui, view),
    };
    lay_out(ui, view, &keys(view, asked), (cards, asked), state)
}

/// A model hour: nothing is answered in it, and what is read before it is read from its beginning.
fn stepping_ui(ui: &mut Ui, view: &RoomView, model: &ModelView, state: &mut RoomPage) -> Option<Intent> {
    let gone = Some((taken(view), view.menu.is_empty()));
    let cards = model_cards(ui, view.menu, model);
    let heights = |width: f32| cards.iter().map(|card| card.height(ui, width) + GAP).sum::<f32>() + ways_height(ui, model, width);
    if gone != state.gone {
        state.to_end = if model.at == 0 { 0 } else { 3 };
        if model.at == 0 {
            scroll_to_top(ui.ctx(), "transcript");
        }
    }
    state.gone = gone;
    let places = places(ui.available_rect_before_wrap(), scale(ui), heights);
    portrait_ui(ui, places.portrait, view);
    state.portrait = Some(places.portrait);
    strip_ui(ui, places.strip, view, &text("model-keys"));
    let intent = model_ui(ui, places.replies, cards, model);
    transcript_ui(ui, places.transcript, view, state);
    intent
}

/// The keys that are told in the strip.
fn keys(view: &RoomView, asked: Option<Asked>) -> String {
    let hint = match (asked, view.menu.len()) {
        (Some(Asked::Reading), _) => text("room-keys-reading"),
        (Some(Asked::Words), _) => text("room-keys-words"),
        (Some(Asked::Nearest), most) => text_with("room-keys-nearest", &[("most", (most + 1).into())]),
        (None, 0) => text("room-keys-over"),
        (None, most) => text_with("room-keys", &[("most", most.into())]),
    };
    if view.may_be_looked_into { format!("{hint} · {}", text("room-author")) } else { hint }
}

/// Replies that were taken so far.
fn taken(view: &RoomView) -> usize {
    view.transcript.lines.iter().filter(|line| matches!(line, Line::Answered { .. })).count()
}

/// The person, the strip with the keys, what was said, and the cards that can be taken, or what is asked before them.
pub(super) fn lay_out(
    ui: &mut Ui,
    view: &RoomView,
    keys: &str,
    (cards, asked): (Vec<(Card, Intent)>, Option<Asked>),
    state: &mut RoomPage,
) -> Option<Intent> {
    let lines = &view.transcript.lines;
    let gone = Some((taken(view), view.menu.is_empty()));
    let area = ui.available_rect_before_wrap();
    let told = |width: f32| if view.draft.is_empty() { 0.0 } else { note_height(ui, &view.draft, width) + GAP };
    // What is asked before them was as high as it was drawn last.
    let asks = if asked.is_some() { state.before.height } else { 0.0 };
    let heights = |width: f32| cards.iter().map(|(card, _)| card.height(ui, width) + GAP).sum::<f32>() - GAP + told(width) + asks;
    let there = (lines.len(), told(area.width()), asked);
    if gone != state.gone {
        state.at = None;
    }
    if gone != state.gone || (there != state.there && is_at_end(ui, "transcript")) {
        state.to_end = 3;
    }
    (state.gone, state.there) = (gone, there);
    let places = places(area, scale(ui), heights);
    portrait_ui(ui, places.portrait, view);
    state.portrait = Some(places.portrait);
    strip_ui(ui, places.strip, view, keys);
    transcript_ui(ui, places.transcript, view, state);
    replies_ui(ui, places.replies, (cards, asked), view, state)
}

/// The replies to be held against one's own words, and a way to say that none is near.
fn compared(ui: &Ui, mut cards: Vec<(Card, Intent)>) -> Vec<(Card, Intent)> {
    let (number, none) = (cards.len() + 1, text("before-none"));
    let row = job(ui, Voice::Quiet, &none);
    cards.push((Card::new(format!("{number}. {none}")).number(number).row(row), Intent::Reply(String::new())));
    cards
}

/// One card a reply; when the hour is over, one that goes on.
pub(super) fn cards(ui: &Ui, view: &RoomView) -> Vec<(Card, Intent)> {
    if view.menu.is_empty() {
        let row = job(ui, Voice::Strong, &text("room-go-on"));
        return vec![(Card::new(format!("1. {}", text("room-go-on"))).number(1).row(row), Intent::TimeIsUp)];
    }
    view.menu
        .iter()
        .enumerate()
        .map(|(index, offer)| {
            // One that is on offer again after another reply is not the one that was chosen.
            let id = Id::new(("reply", taken(view), &offer.reply));
            (card(ui, index + 1, offer, view.names_skills).id(id), Intent::Reply(offer.reply.clone()))
        })
        .collect()
}

fn card(ui: &Ui, number: usize, offer: &Offer, names_skills: bool) -> Card {
    // A deed has a sign of its own; words have quotation marks.
    let (mut row, mut name) = if offer.deed {
        let row = join(ui, job(ui, Voice::Mark, &format!("→ {}  ", text("room-do"))), Voice::Quiet, &offer.text);
        (row, format!("{number}. {}: {}", text("room-do"), offer.text))
    } else {
        (job(ui, Voice::Body, &format!("“{}”", offer.text)), format!("{number}. {}", offer.text))
    };
    if names_skills {
        let skill = word("skill", offer.codes.skill);
        row = join(ui, row, Voice::Label, &format!("   {skill}"));
        name = format!("{name} ({skill})");
    }
    for section in &mut row.sections {
        section.format.line_height = section.format.line_height.map(|height| (height * 0.9).round());
    }
    Card::new(name).number(number).row(even(row))
}

fn portrait_ui(ui: &mut Ui, place: Rect, view: &RoomView) {
    let response = ui.interact(place, Id::new("portrait"), Sense::hover());
    // What goes on is not told a second time as the last thing that was seen.
    let caption = view.transcript.caption().filter(|caption| !view.looks.contains(caption));
    let parts = [view.about.as_str(), &view.looks, caption.unwrap_or_default()];
    let named = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &named));
    match view.picture {
        Portrait::Beneath => {}
        Portrait::Painted(picture) => Image::new(SizedTexture::new(picture, place.size())).paint_at(ui, place),
        Portrait::Blank => {
            ui.painter().rect_filled(place, 0.0, palette(ui).lit);
        }
    }
    if !view.caption.is_empty() {
        caption_ui(ui, place, &view.caption);
    }
}

/// A strip of paper at the foot of the picture.
fn caption_ui(ui: &mut Ui, place: Rect, caption: &str) {
    let palette = palette(ui);
    let words = lines(ui, Voice::Quiet, caption, place.width() - 4.0 * MARGIN);
    let size = words.size() + vec2(2.0 * MARGIN, MARGIN);
    // However long it is, it stays within the picture.
    let strip = Rect::from_center_size(pos2(place.center().x, place.bottom() - MARGIN - 0.5 * size.y), size);
    let painter = ui.painter().with_clip_rect(place);
    painter.rect_filled(strip, 6.0, palette.paper.gamma_multiply(0.92));
    painter.galley(strip.center() - 0.5 * words.size(), words, palette.ink);
}

fn strip_ui(ui: &mut Ui, place: Rect, view: &RoomView, hint: &str) {
    let palette = palette(ui);
    let minute = text_with("room-minute", &[("minute", view.minute.into())]);
    // The keys give way first: the pause tells them too, but for an author's own.
    let shorter = view.may_be_looked_into.then(|| text("room-author"));
    let inner = place.shrink2(vec2(MARGIN, 0.0));
    let clock = line(ui, Voice::Mark, &minute, inner.width());
    let room = inner.width() - clock.size().x - 16.0;
    let title_wanted = line(ui, Voice::Label, view.title, f32::INFINITY).size().x;
    let mut keys = [Some(hint), shorter.as_deref()].into_iter().flatten().map(|hint| line(ui, Voice::Label, hint, f32::INFINITY));
    let keys = keys.find(|keys| title_wanted + 24.0 + keys.size().x <= room);
    let title = line(ui, Voice::Label, view.title, if keys.is_some() { title_wanted + 1.0 } else { room });
    let put = |x: f32, galley: &std::sync::Arc<egui::Galley>| pos2(x, place.center().y - galley.size().y / 2.0);
    ui.painter().galley(put(inner.left(), &clock), clock.clone(), palette.ink);
    ui.painter().galley(put(inner.left() + clock.size().x + 16.0, &title), title.clone(), palette.ink);
    if let Some(keys) = keys {
        ui.painter().galley(put(inner.right() - keys.size().x, &keys), keys.clone(), palette.ink);
    }
    ui.painter().hline(place.x_range(), place.bottom(), Stroke::new(1.0, palette.line));
    let response = ui.interact(place, Id::new("strip"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, format!("{minute}. {}. {hint}", view.title)));
}

fn transcript_ui(ui: &mut Ui, place: Rect, view: &RoomView, state: &mut RoomPage) {
    let transcript = view.transcript;
    scroll(ui, "transcript", place, true, |ui| {
        let inner = ui.max_rect().shrink2(vec2(MARGIN + 4.0, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.set_width(inner.width());
            ui.add_space(MARGIN);
            let mut fresh = ui.cursor().top();
            let mut answer = None;
            for (number, line) in transcript.lines.iter().enumerate() {
                if number == transcript.fresh {
                    fresh = ui.cursor().top();
                }
                if number >= transcript.fresh && !matches!(line, Line::Answered { .. } | Line::Note(_)) {
                    answer.get_or_insert(ui.cursor().top());
                }
                line_ui(ui, line, number >= transcript.fresh);
            }
            ui.add_space(MARGIN);
            let end = ui.cursor().top();
            if state.to_end > 0 {
                state.to_end -= 1;
                // What is new is read from its beginning, where it doesn't fit; one's own words are known.
                let fits = |from: f32| end - from + MARGIN <= place.height();
                let answer = answer.unwrap_or(fresh);
                let (at, align) = if fits(fresh) || fits(answer) { (end, Align::BOTTOM) } else { (answer - 4.0, Align::TOP) };
                ui.scroll_to_rect(Rect::from_min_max(pos2(inner.left(), at), pos2(inner.right(), at)), Some(align));
                ui.ctx().request_repaint();
            }
        });
    });
}

fn line_ui(ui: &mut Ui, line: &Line, fresh: bool) {
    let response = match line {
        Line::Said { name, text } => {
            let row = join(ui, job(ui, Voice::Mark, &format!("{name}   ")), Voice::Body, text);
            ui.add(egui::Label::new(even(row)).wrap())
        }
        Line::Seen(text) => say(ui, Voice::Quiet, text),
        Line::Paused(text) => say(ui, Voice::Label, text),
        Line::Answered { text: words, deed } => {
            ui.add_space(10.0);
            let you = job(ui, Voice::Label, &format!("{}   ", text("you")));
            let row = if *deed {
                join(ui, join(ui, you, Voice::Mark, &format!("→ {}  ", text("room-do"))), Voice::Strong, words)
            } else {
                join(ui, you, Voice::Strong, words)
            };
            ui.add(egui::Label::new(even(row)).wrap())
        }
        Line::Note(note) => {
            let response = aside(ui, |ui| {
                let row = join(ui, job(ui, Voice::Mark, &format!("{}   ", note.skill)), Voice::Label, &note.why);
                let first = ui.add(egui::Label::new(even(row)).wrap());
                note.more().fold(first, |whole, more| whole.union(say(ui, Voice::Label, more)))
            });
            ui.add_space(10.0);
            response
        }
        Line::Over => {
            ui.add_space(10.0);
            say(ui, Voice::Strong, &text("hour-over"))
        }
    };
    let spoken = line.spoken();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(spoken);
        // What the person answers is read out when it comes.
        if fresh && matches!(line, Line::Said { .. } | Line::Seen(_) | Line::Over) {
            node.set_live(egui::accesskit::Live::Polite);
        }
    });
}

fn replies_ui(
    ui: &mut Ui,
    place: Rect,
    (cards, asked): (Vec<(Card, Intent)>, Option<Asked>),
    view: &RoomView,
    state: &mut RoomPage,
) -> Option<Intent> {
    let mut intent = None;
    let count = cards.len();
    for (index, key) in [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7].into_iter().enumerate() {
        // In a text they are typed.
        if !ui.ctx().text_edit_focused() && pressed(ui, key) && index < count {
            intent = Some(cards[index].1.clone());
        }
    }
    // Where nothing can be answered any more, the first thing to do is what most want.
    let is_told = view.trouble.is_some_and(|trouble| trouble.offered != Offered::Nothing);
    if view.menu.is_empty() && state.at.is_none() && !is_told && (pressed(ui, Key::Enter) || pressed(ui, Key::Space)) {
        intent = cards.first().map(|(_, wanted)| wanted.clone());
    }
    let mut moved = false;
    let steps = if count == 0 { Vec::new() } else { vec![(Key::ArrowDown, 1), (Key::ArrowUp, count - 1)] };
    for (key, step) in steps {
        if pressed(ui, key) {
            let from = state.at.unwrap_or(if step == 1 { count - 1 } else { 0 });
            state.at = Some((from + step) % count);
            moved = true;
        }
    }
    ui.painter().hline(place.x_range(), place.top(), Stroke::new(1.0, palette(ui).line));
    let mut inside = ui.new_child(UiBuilder::new().id_salt("replies").max_rect(place));
    inside.set_clip_rect(place.intersect(ui.clip_rect()));
    let area = egui::ScrollArea::vertical().id_salt("replies").auto_shrink(false).animated(false);
    area.show(&mut inside, |ui| {
        let inner = ui.max_rect().shrink2(vec2(MARGIN, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.spacing_mut().item_spacing.y = GAP;
            ui.add_space(MARGIN - GAP);
            if !view.draft.is_empty() {
                note(ui, &view.draft);
            }
            if let Some(trouble) = view.trouble {
                let above = ui.cursor().left_top();
                intent = told_ui(ui, trouble).or(intent.take());
                if state.told.as_ref() != Some(trouble) {
                    // Wherever somebody was among the replies.
                    ui.scroll_to_rect(Rect::from_min_max(above, ui.cursor().left_top()), Some(Align::Min));
                }
            }
            let above = ui.cursor().top();
            match (asked, &view.before.read) {
                (Some(Asked::Reading), Some(name)) => intent = reading_ui(ui, name, &mut state.before).or(intent.take()),
                (Some(Asked::Words), _) => intent = words_ui(ui, &view.before, &mut state.before).or(intent.take()),
                (Some(Asked::Nearest), _) => drop(say(ui, Voice::Strong, &nearest_question(view))),
                _ => {}
            }
            state.told = view.trouble.cloned();
            state.before.height = ui.cursor().top() - above;
            let mut focused = None;
            for (index, (card, wanted)) in cards.into_iter().enumerate() {
                let response = card.width(inner.width()).show(ui);
                if moved && state.at == Some(index) {
                    response.request_focus();
                    // Otherwise the arrow would lead one further from there.
                    ui.memory_mut(|memory| memory.move_focus(FocusDirection::None));
                    ui.scroll_to_rect(response.rect.expand(MARGIN), None);
                }
                if response.has_focus() {
                    focused = Some(index);
                    // The arrows go from reply to reply here, and nowhere else.
                    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
                    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
                }
                if response.clicked() {
                    intent = Some(wanted);
                }
            }
            if !moved {
                state.at = focused;
            }
            ui.add_space(MARGIN);
        });
    });
    match (asked, &intent) {
        (Some(Asked::Nearest), Some(Intent::Reply(reply))) => {
            state.before.nearest(&view.before, Some(reply.as_str()).filter(|reply| !reply.is_empty()))
        }
        _ => intent,
    }
}

/// The question that stands above the replies until one's own words have been held against them.
fn nearest_question(view: &RoomView) -> String {
    let words = view.before.own.as_ref().map(|own| own.text.as_str()).unwrap_or_default();
    text_with("before-nearest", &[("words", words.into())])
}
