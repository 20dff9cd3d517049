//! Letters as shapes: what is written in a picture is drawn as everything else there is.

use skrifa::instance::{LocationRef, Size};
use skrifa::outline::{DrawSettings, OutlinePen};
use skrifa::{FontRef, MetadataProvider};
use vello_cpu::kurbo::{Affine, BezPath, Point};

const FONT: &[u8] = include_bytes!("../../assets/fonts/Inter-Regular.otf");

/// How high capitals and digits are, as a share of the letters' size.
const CAPITALS: f64 = 0.727;

/// Letters of that size around a point; one that the font hasn't got is an empty box.
pub fn letters(text: &str, size: f64, centre: Point) -> BezPath {
    let Ok(font) = FontRef::new(FONT) else { return BezPath::new() };
    let (scale, location) = (Size::new(size as f32), LocationRef::default());
    let (known, widths, outlines) = (font.charmap(), font.glyph_metrics(scale, location), font.outline_glyphs());
    let mut pen = Outline::default();
    for letter in text.chars() {
        let glyph = known.map(letter).unwrap_or_default();
        if let Some(outline) = outlines.get(glyph) {
            // An outline of the program's own font that can't be drawn is left out.
            let _ = outline.draw(DrawSettings::unhinted(scale, location), &mut pen);
        }
        pen.at += f64::from(widths.advance_width(glyph).unwrap_or_default());
    }
    let mut path = pen.path;
    path.apply_affine(Affine::translate((centre.x - 0.5 * pen.at, centre.y + 0.5 * CAPITALS * size)));
    path
}

/// Turns what a font says into a path; fonts count upwards.
#[derive(Default)]
struct Outline {
    path: BezPath,
    /// Where the next letter begins.
    at: f64,
}

impl Outline {
    fn point(&self, x: f32, y: f32) -> Point {
        Point::new(self.at + f64::from(x), -f64::from(y))
    }
}

impl OutlinePen for Outline {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(self.point(x, y));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(self.point(x, y));
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        self.path.quad_to(self.point(cx0, cy0), self.point(x, y));
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        self.path.curve_to(self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y));
    }

    fn close(&mut self) {
        self.path.close_path();
    }
}
