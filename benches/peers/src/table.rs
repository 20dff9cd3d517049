//! What was measured as a Markdown table, and where it was measured.

use std::process::Command;
use std::time::Duration;

/// What one engine did with one size of graph.
#[derive(Default)]
pub struct Figures {
    pub loads: Vec<Duration>,
    /// Moves a second of processor time.
    pub rates: Vec<f64>,
    /// Menus that showed fewer than all replies.
    pub narrow: u64,
}

/// Prints the head of the table.
pub fn head() {
    println!("| beats | engine | ready in, ms | moves a second | ours / it |");
    println!("|---:|---|---:|---:|---:|");
}

/// Prints the rows of one size; the first engine is ours, and `limit` is what a load was given.
pub fn rows(beats: usize, figures: &[(&str, Figures)], limit: Duration) {
    let ours = figures.first().and_then(|(_, figures)| middle(&figures.rates));
    for (name, figures) in figures {
        let beats = grouped(beats as f64);
        let Some(rate) = middle(&figures.rates) else {
            println!("| {beats} | {name} | not finished within {} s | | |", limit.as_secs());
            continue;
        };
        let loads: Vec<f64> = figures.loads.iter().map(|load| load.as_secs_f64() * 1000.0).collect();
        let ratio = ours.map_or(String::new(), |ours| format!("{:.1}", ours / rate));
        println!("| {beats} | {name} | {} | {} | {ratio} |", spread(&loads), spread(&figures.rates));
    }
}

/// Prints how the table is to be read.
pub fn foot(rounds: usize, span: Duration, narrow: u64) {
    println!();
    println!(
        "Median (least–most) of {rounds} rounds of {} s of processor time, one thread each; menus that showed fewer than four replies: {narrow}.",
        span.as_secs_f64()
    );
}

/// The versions of all engines, the processor and the compiler, in one line.
pub fn place() -> String {
    let names = ["fifty-minutes", "bladeink", "bladeink-compiler", "yarnspinner"];
    let versions: Vec<String> = names.iter().map(|name| format!("{name} {}", version(name).unwrap_or("unknown"))).collect();
    format!("{}; {}; {}", versions.join(", "), processor(), compiler())
}

/// The version of a crate that this program was built with.
fn version(name: &str) -> Option<&'static str> {
    let mut lines = include_str!("../Cargo.lock").lines();
    let wanted = format!("name = \"{name}\"");
    lines.find(|line| *line == wanted)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

fn processor() -> String {
    let about = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let name = about.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": ").map(|(_, name)| name.to_string()));
    name.unwrap_or_else(|| format!("unknown {} processor", std::env::consts::ARCH))
}

fn compiler() -> String {
    let output = Command::new("rustc").arg("--version").output().map(|output| output.stdout).unwrap_or_default();
    let version = String::from_utf8_lossy(&output).trim().to_string();
    if version.is_empty() { "unknown rustc".into() } else { version }
}

fn sorted(numbers: &[f64]) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

fn middle(numbers: &[f64]) -> Option<f64> {
    sorted(numbers).get(numbers.len() / 2).copied()
}

/// The median with the least and the most beside it, where there is more than one.
fn spread(numbers: &[f64]) -> String {
    let sorted = sorted(numbers);
    match sorted[..] {
        [] => String::new(),
        [only] => grouped(only),
        [least, .., most] => format!("{} ({}–{})", grouped(sorted[sorted.len() / 2]), grouped(least), grouped(most)),
    }
}

/// A number without decimals, its thousands parted; a small one with one decimal.
fn grouped(number: f64) -> String {
    if number < 10.0 {
        return format!("{number:.1}");
    }
    let digits = format!("{number:.0}");
    let groups: Vec<&str> = (0..digits.len().div_ceil(3))
        .rev()
        .map(|group| &digits[digits.len().saturating_sub(3 * (group + 1))..digits.len() - 3 * group])
        .collect();
    groups.join(",")
}
