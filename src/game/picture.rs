//! The person as pixels: drawn off the main thread into one image that the room shows.

use bevy::asset::RenderAssetUsages;
use bevy::image::ImageSampler;
use bevy::prelude::*;
use bevy::render::render_resource::{Extent3d, TextureDimension, TextureFormat, TextureUsages};
use bevy::tasks::{AsyncComputeTaskPool, Task, block_on, poll_once};
use bevy_egui::egui::TextureId;
use bevy_egui::{EguiTextureHandle, EguiUserTextures};

use crate::portrait::{Pose, draw, raster};
use crate::script::appearance::Appearance;

use super::desk::Desk;
use super::screen::Screen;

/// Largest picture that is drawn, in pixels.
const LARGEST: UVec2 = UVec2::new(880, 1080);

/// The one image, and what is being drawn for it.
#[derive(Resource, Default)]
pub struct Picture {
    image: Option<(Handle<Image>, TextureId)>,
    /// How large the room shows it, in pixels.
    pub wanted: UVec2,
    task: Option<Task<Drawn>>,
    /// What was drawn last.
    last: Option<(Appearance, Pose, UVec2)>,
}

struct Drawn {
    size: UVec2,
    pixels: Vec<u8>,
}

impl Picture {
    /// What the room shows, once something has been drawn.
    pub fn texture(&self) -> Option<TextureId> {
        self.image.as_ref().map(|(_, texture)| *texture)
    }

    /// Forgets the person, so that the next one doesn't show with the last one's face.
    fn clear(&mut self) {
        self.task = None;
        self.last = None;
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
    app.init_resource::<Picture>().add_systems(
        Update,
        (live, show, paint).chain().in_set(PictureSystems).after(super::desk::DeskSystems).run_if(in_state(Screen::Room)),
    );
    app.add_systems(OnExit(Screen::Room), |mut picture: ResMut<Picture>| picture.clear());
}

/// Lets time pass for the people in the room.
fn live(mut desk: ResMut<Desk>, time: Res<Time<Real>>) {
    if let Some(hour) = &mut desk.bypass_change_detection().hour {
        let passed = u32::try_from(time.delta().as_millis()).unwrap_or_default();
        hour.stage.advance(passed.min(500));
    }
}

/// Puts what has been drawn where the room shows it.
fn show(mut picture: ResMut<Picture>, mut images: ResMut<Assets<Image>>, mut textures: ResMut<EguiUserTextures>) {
    let Some(drawn) = picture.task.as_mut().and_then(|task| block_on(poll_once(task))) else { return };
    picture.task = None;
    // Pixel for pixel there is nothing to blend, which is a good deal less work without a graphics card.
    let sampler = if drawn.size == picture.wanted { ImageSampler::nearest() } else { ImageSampler::linear() };
    let size = Extent3d { width: drawn.size.x, height: drawn.size.y, depth_or_array_layers: 1 };
    if let Some((handle, _)) = &picture.image
        && let Some(mut image) = images.get_mut(handle)
    {
        image.texture_descriptor.size = size;
        image.sampler = sampler;
        image.data = Some(drawn.pixels);
        return;
    }
    // Kept in the main world too: the same image is written anew for each picture.
    let usages = RenderAssetUsages::MAIN_WORLD | RenderAssetUsages::RENDER_WORLD;
    let mut image = Image::new(size, TextureDimension::D2, drawn.pixels, TextureFormat::Rgba8UnormSrgb, usages);
    image.sampler = sampler;
    image.texture_descriptor.usage |= TextureUsages::COPY_DST;
    let handle = images.add(image);
    let texture = textures.add_image(EguiTextureHandle::Strong(handle.clone()));
    picture.image = Some((handle, texture));
}

/// Has the next picture drawn, where it would be another one.
fn paint(mut picture: ResMut<Picture>, desk: Res<Desk>) {
    if picture.task.is_some() || picture.wanted.min_element() == 0 {
        return;
    }
    let Some((appearance, pose)) = desk.hour.as_ref().and_then(|hour| hour.stage.picture()) else { return };
    let size = bounded(picture.wanted);
    let next = (appearance.clone(), pose, size);
    if picture.last.as_ref() == Some(&next) {
        return;
    }
    picture.last = Some(next);
    let appearance = appearance.clone();
    picture.task = Some(AsyncComputeTaskPool::get().spawn(async move {
        let pixels = raster(&draw(&appearance, &pose), size.x as u16, size.y as u16);
        Drawn { size, pixels }
    }));
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
