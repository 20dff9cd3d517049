//! `playtest`: an hour played by everybody, and what that shows to be wrong with it.

use serde::Serialize;

use crate::analysis::coverage::{Share, Shares};
use crate::analysis::menus::Menu;
use crate::analysis::players::Player;
use crate::analysis::playtest::{Fared, Played, Playtest, Terms, playtest};
use crate::analysis::proof;
use crate::analysis::rounds::DeadEnd;
use crate::report::text::paragraph;
use crate::script::bundle::Hour;
use crate::script::finding::{Finding, Severity};
use crate::texts::{text, text_with, word};

use super::arguments::{self, Format};
use super::hour::{stopwatch, with_hour};
use super::{Common, Status, print, print_json};

/// The playtest as `--format json` prints it.
#[derive(Serialize)]
struct Printed<'a> {
    case: &'a str,
    session: u32,
    seed: u64,
    runs: u32,
    moves_per_second: u64,
    coverage: Shares,
    dead_ends: &'a [DeadEnd],
    players: &'a [Played],
    menus: Vec<PrintedMenu<'a>>,
    findings: &'a [Finding],
    passes: bool,
}

/// A menu as it was looked at in several states.
#[derive(Serialize)]
struct PrintedMenu<'a> {
    beat: &'a str,
    states: usize,
    /// Replies that are preferred in some state, and in every one.
    sometimes: Vec<&'a str>,
    always: Vec<&'a str>,
    changes: bool,
    won_by: Vec<Player>,
}

pub(super) fn run(common: &Common, arguments: &arguments::Playtest) -> Status {
    let hour = &arguments.hour;
    let terms = Terms { runs: arguments.runs, seed: hour.seed };
    let status = with_hour(common, hour, |prepared, threads| {
        let played = playtest(prepared, terms, threads, &stopwatch());
        let findings = proof::findings(prepared, &played, "");
        let passes = findings.iter().all(|finding| finding.severity != Severity::Error);
        let menus = played.menus.iter().map(|menu| printed(prepared.hour(), menu)).collect();
        let printed = Printed {
            case: &prepared.bundle.case.id,
            session: hour.session,
            seed: hour.seed,
            runs: terms.runs,
            moves_per_second: moves_per_second(&played),
            coverage: played.shares,
            dead_ends: &played.dead_ends,
            players: &played.players,
            menus,
            findings: &findings,
            passes,
        };
        let status = if hour.format == Format::Json { print_json(&printed) } else { print(&told(&printed)) };
        if status == Status::Fine && !passes { Status::Found } else { status }
    });
    status.unwrap_or_else(|status| status)
}

fn moves_per_second(played: &Playtest) -> u64 {
    (u128::from(played.moves) * 1_000_000_000 / u128::from(played.nanoseconds.max(1))) as u64
}

fn printed<'a>(hour: &'a Hour, menu: &Menu) -> PrintedMenu<'a> {
    let beat = hour.written(menu.beat);
    let ids =
        |bits: u16| (0..).zip(&beat.replies).filter(|(place, _)| bits >> place & 1 == 1).map(|(_, reply)| reply.id.as_str()).collect();
    PrintedMenu {
        beat: &beat.id,
        states: menu.states.len(),
        sometimes: ids(menu.states.iter().fold(0, |all, (_, preferred)| all | preferred)),
        always: ids(menu.states.iter().fold(u16::MAX, |all, (_, preferred)| all & preferred)),
        changes: menu.changes(),
        won_by: menu.won_by.iter().copied().filter(|_| menu.matters()).collect(),
    }
}

fn told(printed: &Printed) -> String {
    let mut out = String::new();
    let fill = [
        ("case", printed.case.into()),
        ("session", printed.session.into()),
        ("runs", printed.runs.into()),
        ("seed", printed.seed.into()),
        ("rate", printed.moves_per_second.into()),
    ];
    paragraph(&mut out, 0, &text_with("playtest-title", &fill));
    out.push('\n');
    let coverage = printed.coverage;
    let shares: [(&str, Share); 5] = [
        ("playtest-beats", coverage.beats),
        ("playtest-replies", coverage.replies),
        ("playtest-guards", coverage.guards),
        ("playtest-phrasings", coverage.phrasings),
        ("playtest-facts", coverage.facts),
    ];
    for (name, share) in shares {
        let name = text(name);
        out.push_str(&format!("{name:<24}{:>5} / {}\n", share.hit, share.total));
    }
    out.push('\n');
    out.push_str(&format!("{:<20}", text("playtest-player")));
    for name in ["empathy", "goals", "boundaries"] {
        out.push_str(&format!("{:>16}", text(&format!("score-{name}"))));
    }
    out.push_str(&format!("{:>14}  {}\n", text("playtest-good"), text("playtest-leaves")));
    printed.players.iter().for_each(|played| player(&mut out, played));
    out.push('\n');
    menus(&mut out, &printed.menus);
    if !printed.findings.is_empty() {
        out.push('\n');
    }
    printed.findings.iter().for_each(|finding| out.push_str(&format!("{finding}\n")));
    out.push('\n');
    paragraph(&mut out, 0, &text(if printed.passes { "playtest-passes" } else { "playtest-fails" }));
    out
}

/// A line of the table: means with their ranges, runs that were good at everything, and how the person left.
fn player(out: &mut String, played: &Played) {
    out.push_str(&format!("{:<20}", word("player", played.id)));
    for name in ["empathy", "goals", "boundaries"] {
        let shown = match played.scores.get(name) {
            Some(Fared { mean: Some(mean), lowest: Some(lowest), highest: Some(highest), .. }) => format!("{mean:.0} ({lowest}-{highest})"),
            _ => "–".into(),
        };
        out.push_str(&format!("{shown:>16}"));
    }
    let endings: Vec<String> = played.endings.iter().map(|(ending, count)| format!("{ending} {count}")).collect();
    out.push_str(&format!("{:>14}  {}\n", format!("{} / {}", played.good, played.runs), endings.join(", ")));
}

/// How many menus change with the state, and how many each idea wins in whatever state.
fn menus(out: &mut String, menus: &[PrintedMenu]) {
    let several: Vec<&PrintedMenu> = menus.iter().filter(|menu| menu.states > 1).collect();
    let changing = several.iter().filter(|menu| menu.changes).count();
    paragraph(out, 0, &text_with("playtest-changing", &[("changing", changing.into()), ("menus", several.len().into())]));
    for player in Player::NAIVE {
        let won: Vec<&str> = menus.iter().filter(|menu| menu.won_by.contains(&player)).map(|menu| menu.beat).collect();
        let fill = [("player", word("player", player).into()), ("won", won.len().into()), ("beats", won.join(", ").into())];
        paragraph(out, 2, &text_with("playtest-won", &fill));
    }
}
