//! The people's picture laid straight into the window's, beneath the page: pixel for pixel there is nothing to draw.
//!
//! A page draws every pixel of a picture through its shader, which without a graphics card is most of what the
//! window costs. Copied, it costs next to nothing. Where it can't be copied the page draws it after all.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bevy::core_pipeline::{Core2d, Core2dSystems};
use bevy::prelude::*;
use bevy::render::RenderApp;
use bevy::render::camera::ExtractedCamera;
use bevy::render::extract_resource::{ExtractResource, ExtractResourcePlugin};
use bevy::render::render_asset::RenderAssets;
use bevy::render::render_resource::{Extent3d, Origin3d, RenderPassDescriptor, TexelCopyTextureInfo, TextureAspect};
use bevy::render::renderer::{RenderContext, ViewQuery};
use bevy::render::texture::GpuImage;
use bevy::render::view::ViewTarget;
use bevy_egui::render::egui_pass;

/// The picture that lies beneath the page, and where, in pixels from the window's upper left corner.
#[derive(Resource, Clone, Default, ExtractResource)]
pub struct Beneath {
    pub picture: Option<(Handle<Image>, UVec2)>,
    /// It could not be laid there: this window's own picture is of another kind.
    refused: Arc<AtomicBool>,
}

impl Beneath {
    /// Whether pictures can be laid there, as far as is known.
    pub fn is_possible(&self) -> bool {
        !self.refused.load(Ordering::Relaxed)
    }
}

pub(super) fn plugin(app: &mut App) {
    app.init_resource::<Beneath>().add_plugins(ExtractResourcePlugin::<Beneath>::default());
    if let Some(render) = app.get_sub_app_mut(RenderApp) {
        render.add_systems(Core2d, lay.after(Core2dSystems::MainPass).before(egui_pass));
    }
}

fn lay(
    view: ViewQuery<(&ViewTarget, &ExtractedCamera)>,
    beneath: Res<Beneath>,
    images: Res<RenderAssets<GpuImage>>,
    mut context: RenderContext,
) {
    let (target, camera) = view.into_inner();
    let Some((image, at)) = beneath.picture.as_ref().and_then(|(handle, at)| Some((images.get(handle)?, *at))) else { return };
    let size = image.texture.size();
    let end = at + UVec2::new(size.width, size.height);
    if camera.physical_target_size.is_none_or(|whole| end.cmpgt(whole).any()) {
        // The window has just become smaller; the page will say where the picture lies now.
        return;
    }
    if image.texture.format().remove_srgb_suffix() != target.main_texture_format().remove_srgb_suffix() {
        beneath.refused.store(true, Ordering::Relaxed);
        return;
    }
    // Were nothing drawn before, the window would be cleared afterwards, and the picture with it.
    drop(context.begin_tracked_render_pass(RenderPassDescriptor {
        label: Some("beneath"),
        color_attachments: &[Some(target.get_unsampled_color_attachment())],
        ..default()
    }));
    let place = |texture, x, y| TexelCopyTextureInfo { texture, mip_level: 0, origin: Origin3d { x, y, z: 0 }, aspect: TextureAspect::All };
    let extent = Extent3d { width: size.width, height: size.height, depth_or_array_layers: 1 };
    context.command_encoder().copy_texture_to_texture(place(&image.texture, 0, 0), place(target.main_texture(), at.x, at.y), extent);
}
