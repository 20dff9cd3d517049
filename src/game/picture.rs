//! The people as pixels: drawn off the main thread into one image that the room shows.

use std::sync::Arc;

use bevy::asset::RenderAssetUsages;
use bevy::image::ImageSampler;
use bevy::platform::cell::SyncCell;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat, TextureUsages};
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use bevy_egui::egui::TextureId;
use bevy_egui::{EguiTextureHandle, EguiUserTextures};

use crate::portrait::{Canvas, Character, Pose, Sitter, Surroundings, draw, draw_room};

use super::desk::Desk;
use super::screen::Screen;

/// Largest picture that is drawn, in pixels.
const LARGEST: UVec2 = UVec2::new(880, 1080);

/// Without motion one still fades into the next in so many pictures.
const FADE: u8 = 4;
/// Seconds from one of them to the next.
pub const FADE_STEP: f32 = 0.25;

/// The one image, and what is being drawn for it.
#[derive(Resource, Default)]
pub struct Picture {
    image: Option<(Handle<Image>, TextureId)>,
    /// Whether who is in it sits there still.
    current: bool,
    /// How large the room shows it, in pixels, and how large it is.
    pub wanted: UVec2,
    shown: UVec2,
    task: Option<Task<Drawn>>,
    /// What people are drawn on, while nobody draws; made anew for another room, another size, and when the room was left.
    canvas: Option<(Backdrop, SyncCell<Canvas>)>,
    /// What was drawn last.
    last: Option<(Vec<Option<Pose>>, Backdrop)>,
    fade: Option<Fade>,
}

/// One still on the way to the next.
struct Fade {
    from: Vec<u8>,
    to: Vec<u8>,
    /// How many pictures of the way have been shown, and seconds since the last.
    steps: u8,
    since: f32,
}

/// What a canvas has on it before there are people: whose room, as it is just now, and in how many pixels.
#[derive(Clone)]
struct Backdrop {
    characters: Arc<[Character]>,
    surroundings: Surroundings,
    size: UVec2,
}

impl PartialEq for Backdrop {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.characters, &other.characters) && self.surroundings == other.surroundings && self.size == other.size
    }
}

struct Drawn {
    backdrop: Backdrop,
    canvas: Canvas,
    pixels: Vec<u8>,
}

impl Picture {
    /// What the room shows, once something has been drawn.
    pub fn texture(&self) -> Option<TextureId> {
        self.image.as_ref().filter(|_| self.current).map(|(_, texture)| *texture)
    }

    /// The picture itself, where it has as many pixels as the room shows, so that it can be laid there as it is.
    pub fn pixel_for_pixel(&self) -> Option<&Handle<Image>> {
        self.image.as_ref().filter(|_| self.current && self.shown == self.wanted).map(|(handle, _)| handle)
    }

    /// Whether one still is on its way to the next.
    pub fn is_fading(&self) -> bool {
        self.fade.is_some()
    }

    /// Forgets the people, so that the next ones don't show with the last ones' faces.
    fn clear(&mut self) {
        *self = Picture { image: self.image.take(), wanted: self.wanted, ..Picture::default() };
    }
}

/// As large as is wanted, in the same shape, within bounds.
fn bounded(wanted: UVec2) -> UVec2 {
    let size = wanted.as_vec2();
    let share = (LARGEST.as_vec2() / size.max(Vec2::ONE)).min_element().min(1.0);
    (size * share).round().as_uvec2().max(UVec2::ONE)
}

/// When in a frame the person is drawn.
#[derive(SystemSet, Clone, Debug, PartialEq, Eq, Hash)]
pub struct PictureSystems;

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Picture>()
        .add_systems(Update, (live, show, paint).chain().in_set(PictureSystems).after(super::desk::DeskSystems).run_if(has_people));
    for screen in Screen::ALL.into_iter().filter(|screen| screen.has_people()) {
        app.add_systems(OnExit(screen), |mut picture: ResMut<Picture>| picture.clear());
    }
}

fn has_people(screen: Res<State<Screen>>) -> bool {
    screen.get().has_people()
}

/// Lets time pass for the people in the room.
fn live(mut desk: ResMut<Desk>, time: Res<Time<Real>>) {
    if let Some(hour) = desk.bypass_change_detection().on_stage_mut() {
        let passed = u32::try_from(time.delta().as_millis()).unwrap_or_default();
        hour.stage.advance(passed.min(500));
    }
}

/// Puts what has been drawn where the room shows it.
fn show(
    mut picture: ResMut<Picture>,
    mut images: ResMut<Assets<Image>>,
    mut textures: ResMut<EguiUserTextures>,
    desk: Res<Desk>,
    time: Res<Time<Real>>,
) {
    if let Some(drawn) = picture.task.as_mut().and_then(|task| block_on(poll_once(task))) {
        picture.task = None;
        let size = drawn.backdrop.size;
        picture.canvas = Some((drawn.backdrop, SyncCell::new(drawn.canvas)));
        let fades = desk.settings().reduced_motion && picture.current;
        let shown =
            picture.image.as_ref().filter(|_| fades).and_then(|(handle, _)| images.get(handle)).filter(|image| image.size() == size);
        match shown.and_then(|image| image.data.clone()) {
            Some(from) => picture.fade = Some(Fade { from, to: drawn.pixels, steps: 0, since: FADE_STEP }),
            None => put(&mut picture, size, drawn.pixels, &mut images, &mut textures),
        }
    }
    let Some(mut fade) = picture.fade.take() else { return };
    fade.since += time.delta_secs();
    if fade.since >= FADE_STEP {
        (fade.since, fade.steps) = (0.0, fade.steps + 1);
        let size = picture.last.as_ref().map_or(UVec2::ONE, |(_, backdrop)| backdrop.size);
        let (share, whole) = (u32::from(fade.steps), u32::from(FADE));
        let mixed = |(from, to): (&u8, &u8)| ((u32::from(*from) * (whole - share) + u32::from(*to) * share) / whole) as u8;
        let pixels = fade.from.iter().zip(&fade.to).map(mixed).collect();
        put(&mut picture, size, pixels, &mut images, &mut textures);
    }
    if fade.steps < FADE {
        picture.fade = Some(fade);
    }
}

fn put(picture: &mut Picture, size: UVec2, pixels: Vec<u8>, images: &mut Assets<Image>, textures: &mut EguiUserTextures) {
    // Pixel for pixel there is nothing to blend, which is a good deal less work without a graphics card.
    let sampler = if size == picture.wanted { ImageSampler::nearest() } else { ImageSampler::linear() };
    let extent = Extent3d { width: size.x, height: size.y, depth_or_array_layers: 1 };
    (picture.current, picture.shown) = (true, size);
    if let Some((handle, _)) = &picture.image
        && let Some(mut image) = images.get_mut(handle)
    {
        image.texture_descriptor.size = extent;
        image.sampler = sampler;
        image.data = Some(pixels);
        return;
    }
    // Kept in the main world too: the same image is written anew for each picture.
    let usages = RenderAssetUsages::MAIN_WORLD | RenderAssetUsages::RENDER_WORLD;
    let mut image = Image::new(extent, TextureDimension::D2, pixels, TextureFormat::Rgba8UnormSrgb, usages);
    image.sampler = sampler;
    image.texture_descriptor.usage |= TextureUsages::COPY_DST | TextureUsages::COPY_SRC;
    let handle = images.add(image);
    let texture = textures.add_image(EguiTextureHandle::Strong(handle.clone()));
    picture.image = Some((handle, texture));
}

/// Has the next picture drawn, where it would be another one.
fn paint(mut picture: ResMut<Picture>, desk: Res<Desk>) {
    let Some(hour) = desk.on_stage() else {
        if picture.current {
            picture.clear();
        }
        return;
    };
    if picture.task.is_some() || picture.fade.is_some() || picture.wanted.min_element() == 0 {
        return;
    }
    let characters = Arc::clone(hour.stage.characters());
    let backdrop = Backdrop { characters, surroundings: hour.surroundings(desk.settings().rain), size: bounded(picture.wanted) };
    let next = (hour.stage.poses().into_iter().map(|pose| pose.map(Pose::rounded)).collect(), backdrop);
    if picture.last.as_ref() == Some(&next) {
        return;
    }
    let (poses, backdrop) = next.clone();
    let kept = picture.canvas.take().filter(|(made, _)| *made == backdrop);
    picture.last = Some(next);
    picture.task = Some(AsyncComputeTaskPool::get().spawn(async move {
        let mut canvas = kept.map_or_else(|| empty_room(&backdrop), |(_, canvas)| SyncCell::to_inner(canvas));
        let sitter = |(character, pose)| Sitter { character, pose };
        let sitters: Vec<Sitter> = backdrop.characters.iter().zip(poses).map(sitter).collect();
        let pixels = canvas.picture(&draw(&sitters, &backdrop.surroundings)).to_vec();
        Drawn { backdrop, canvas, pixels }
    }));
}

fn empty_room(Backdrop { characters, surroundings, size }: &Backdrop) -> Canvas {
    let size = (size.x as u16, size.y as u16);
    let people: Vec<&Character> = characters.iter().collect();
    Canvas::new(&draw_room(&people, surroundings, size), size.0, size.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_large_room_is_drawn_within_bounds_and_in_shape() {
        assert_eq!(bounded(UVec2::new(590, 720)), UVec2::new(590, 720));
        assert_eq!(bounded(UVec2::new(1760, 2160)), UVec2::new(880, 1080));
        assert_eq!(bounded(UVec2::new(3000, 500)), UVec2::new(880, 147));
        assert_eq!(bounded(UVec2::ZERO), UVec2::ONE);
    }
}
