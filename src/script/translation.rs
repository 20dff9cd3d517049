//! A case in another language: every text of it that a person can be shown, each with its key, and the sheets that translate them.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use unic_langid::LanguageIdentifier;

use super::bounds::{MOST_ROWS, number};
use super::finding::{Finding, Severity};
use super::lint::has_control;
use super::model::{Beat, Case, ContentNote, Fact, Happening, Line, Link, Person, Phrasings, Planned, Reply, Rival, Scene, Variant, fold};

/// The folder of a case that holds its sheets, and what their names end in; before that stands the language's tag.
pub const FOLDER: &str = "lang";
pub const ENDING: &str = ".csv";

/// What a sheet's first row says; the last may be left out.
const COLUMNS: [&str; 4] = ["key", "source", "translation", "was"];

/// Is handed each text with its key, and may put another in its place.
type Visit<'a> = dyn FnMut(&str, &mut String) + 'a;

/// A language's sheet, row by row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    rows: Vec<Row>,
}

/// One text. All but the key are folded as the script's own texts are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Row {
    /// Where it begins, counted from 1.
    line: u32,
    key: String,
    /// What was translated.
    source: String,
    translation: String,
    /// What the script said when it was translated, where that has changed since.
    was: String,
}

/// The language in a file's name, where it is that of a sheet: `pt-BR` of `noor/lang/pt-BR.csv`.
pub fn language_of(name: &str) -> Option<&str> {
    let (folder, file) = name.rsplit_once('/')?;
    (folder.rsplit('/').next() == Some(FOLDER)).then(|| file.strip_suffix(ENDING))?
}

/// The folded text of everything in a case, with its key, in script order.
pub fn texts(case: &Case, scenes: &BTreeMap<&str, impl Borrow<Scene>>) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    let (mut case, mut scenes) = (case.clone(), scenes.iter().map(|(name, scene)| (*name, scene.borrow().clone())).collect());
    walk(&mut case, &mut scenes, &mut |key, text| texts.push((key.to_string(), fold(text))));
    texts
}

/// Puts the translations of a sheet in the place of the texts; a text that has none which holds stays as it is.
pub fn translate(sheet: &Sheet, case: &mut Case, scenes: &mut BTreeMap<&str, Scene>) {
    let rows = sheet.by_key();
    walk(case, scenes, &mut |key, text| {
        if let Some(row) = rows.get(key).filter(|row| row.holds(&fold(text))) {
            text.clone_from(&row.translation);
        }
    });
}

/// What can be odd about a sheet that can be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Oddity {
    /// Nothing of the scene is translated yet.
    Unbegun,
    Missing,
    Empty,
    Stale,
    Unseen,
    Orphaned,
    Double,
}

/// What is to be told of a sheet, against the texts of its case: one finding for all rows that are odd in the same way.
/// None of it keeps an hour from being held.
pub fn check(file: &str, sheet: &Sheet, texts: &[(String, String)]) -> Vec<Finding> {
    let rows = sheet.by_key();
    let mut odd: BTreeMap<Oddity, Vec<(Option<u32>, &str)>> = BTreeMap::new();
    let mut tell = |oddity, line, key| odd.entry(oddity).or_default().push((line, key));
    let scene = |key: &str| key.split('/').next().map(String::from);
    let begun: BTreeSet<Option<String>> = sheet.rows.iter().filter(|row| !row.translation.is_empty()).map(|row| scene(&row.key)).collect();
    for (key, text) in texts {
        match rows.get(key.as_str()) {
            None if !begun.contains(&scene(key)) => tell(Oddity::Unbegun, None, key),
            Some(row) if row.translation.is_empty() && !begun.contains(&scene(key)) => tell(Oddity::Unbegun, None, key),
            None => tell(Oddity::Missing, None, key),
            Some(row) if row.translation.is_empty() => tell(Oddity::Empty, Some(row.line), key),
            Some(row) if has_control(&row.translation) => tell(Oddity::Unseen, Some(row.line), key),
            Some(row) if row.is_stale(text) => tell(Oddity::Stale, Some(row.line), key),
            Some(_) => {}
        }
    }
    let known: BTreeSet<&str> = texts.iter().map(|(key, _)| key.as_str()).collect();
    let mut seen = BTreeSet::new();
    for row in &sheet.rows {
        if !seen.insert(row.key.as_str()) {
            tell(Oddity::Double, Some(row.line), &row.key);
        } else if !known.contains(row.key.as_str()) {
            tell(Oddity::Orphaned, Some(row.line), &row.key);
        }
    }
    let summed_up = |(oddity, rows): (Oddity, Vec<(Option<u32>, &str)>)| {
        // Without a line they stand in script order already.
        let (line, key) = rows.iter().min_by_key(|(line, _)| *line)?;
        let others = rows.len().saturating_sub(1);
        let more = if others > 0 { format!(" and {others} more") } else { String::new() };
        let (code, message, help) = oddity.told(&format!("“{key}”{more}"));
        let severity = if oddity == Oddity::Unbegun { Severity::Note } else { Severity::Warning };
        Some(Finding { severity, ..warning(file, code, *line, message, help.into()) })
    };
    odd.into_iter().filter_map(summed_up).collect()
}

impl Oddity {
    /// Code, message and help for rows with these keys.
    fn told(self, keys: &str) -> (&'static str, String, &'static str) {
        match self {
            Oddity::Unbegun => {
                ("translation-unbegun", format!("nothing of a part is translated yet, so that the source text is shown: {keys}"), "")
            }
            Oddity::Missing => (
                "translation-missing",
                format!("there is no row for {keys}, so that the source text is shown"),
                "`fifty-minutes sheet` adds what is missing and keeps what is translated.",
            ),
            Oddity::Empty => ("translation-empty", format!("there is no translation yet of {keys}, so that the source text is shown"), ""),
            Oddity::Stale => (
                "translation-stale",
                format!("the text has changed since it was translated, so that the source text is shown: {keys}"),
                "`fifty-minutes sheet` puts the new text beside the translation. Look it over, then empty the cell `was`.",
            ),
            Oddity::Unseen => (
                "control-character",
                format!("a character that can't be seen stands in the translation, so that the source text is shown: {keys}"),
                "Type the translation anew.",
            ),
            Oddity::Orphaned => (
                "translation-orphaned",
                format!("no text of the case is called {keys}"),
                "`fifty-minutes sheet` leaves out such rows, but for translations of texts that were only moved.",
            ),
            Oddity::Double => {
                ("translation-double", format!("there is another row above for {keys}, and only the first is read"), "Take one away.")
            }
        }
    }
}

fn warning(file: &str, code: &'static str, line: Option<u32>, message: String, help: String) -> Finding {
    Finding { severity: Severity::Warning, line, column: line.map(|_| 1), ..Finding::of_file(code, file, message, help) }
}

/// The sheet of a case for its translators: a row for each text, in script order, with what an older sheet says of it.
///
/// A translation is kept by its key. Where the text has changed since, what it was stands in the last column. A text that
/// was moved takes its translation along.
pub fn sheet(older: &Sheet, texts: &[(String, String)]) -> Sheet {
    let rows = older.by_key();
    let unchanged = |key: &str, text: &str| rows.get(key).copied().filter(|row| row.source == text);
    let (at_home, elsewhere): (Vec<_>, Vec<_>) = texts.iter().partition(|(key, text)| unchanged(key, text).is_some());
    let at_home: BTreeSet<&str> = at_home.into_iter().map(|(key, _)| key.as_str()).collect();
    let elsewhere: BTreeSet<&str> = elsewhere.into_iter().map(|(_, text)| text.as_str()).collect();
    let left = older.rows.iter().rev().filter(|row| !at_home.contains(row.key.as_str()) && !row.translation.is_empty());
    let (moved, changed): (Vec<_>, Vec<_>) = left.partition(|row| elsewhere.contains(row.source.as_str()));
    let moved: BTreeMap<&str, &Row> = moved.into_iter().map(|row| (row.source.as_str(), row)).collect();
    let changed: BTreeMap<&str, &Row> = changed.into_iter().map(|row| (row.key.as_str(), row)).collect();
    let row = |(key, text): &(String, String)| {
        let new = Row { key: key.clone(), source: text.clone(), ..Row::default() };
        if let Some(row) = unchanged(key, text).or_else(|| moved.get(text.as_str()).copied()) {
            Row { translation: row.translation.clone(), was: row.was.clone(), ..new }
        } else if let Some(row) = changed.get(key.as_str()) {
            // What was translated, and not what stood there in between.
            let was = if row.was.is_empty() { &row.source } else { &row.was };
            Row { translation: row.translation.clone(), was: was.clone(), ..new }
        } else {
            new
        }
    };
    Sheet { rows: texts.iter().map(row).collect() }
}

impl Row {
    /// True where what was translated is not what the script says.
    fn is_stale(&self, text: &str) -> bool {
        self.source != text || !self.was.is_empty()
    }

    /// True where the translation may be shown in the place of the text.
    fn holds(&self, text: &str) -> bool {
        !self.translation.is_empty() && !self.is_stale(text) && !has_control(&self.translation)
    }
}

impl Sheet {
    /// Reads the sheet of a language, which has to be one, and another than the case is written in.
    pub fn of_language(file: &str, language: &str, written_in: &str, text: &str) -> Result<Sheet, Finding> {
        let tag = language.parse::<LanguageIdentifier>().map(|tag| tag.to_string());
        if tag.as_deref() == Ok(language) && language != written_in {
            return Sheet::read(file, text);
        }
        let message = match language == written_in {
            true => format!("the case is written in {written_in}, so that this is shown to nobody"),
            false => format!("“{language}” is no language tag"),
        };
        let meant = tag.ok().filter(|tag| tag != language).unwrap_or_else(|| "pt-BR".into());
        let help = format!("A sheet is called by its language's tag, such as {meant}{ENDING}.");
        Err(warning(file, "translation-broken", None, message, help))
    }

    /// Reads a sheet, with commas, semicolons or tabs between the cells; the finding says what keeps it from being read.
    pub fn read(file: &str, text: &str) -> Result<Sheet, Finding> {
        let head = text.lines().next().unwrap_or_default();
        let delimiter = [b',', b';', b'\t'].into_iter().max_by_key(|delimiter| head.bytes().filter(|byte| byte == delimiter).count());
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter.unwrap_or(b',')).has_headers(false).from_reader(text.as_bytes());
        let mut places: Option<[Option<usize>; COLUMNS.len()]> = None;
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(|error| broken(file, &error))?;
            let line = record.position().map_or(1, |position| position.line() as u32);
            let Some(places) = places else {
                places = Some(columns(file, &record)?);
                continue;
            };
            let [key, source, translation, was] = places.map(|place| place.and_then(|place| record.get(place)).unwrap_or_default());
            let row = Row { line, key: key.trim().into(), source: fold(source), translation: fold(translation), was: fold(was) };
            if !row.key.is_empty() {
                rows.push(row);
            }
            if rows.len() > MOST_ROWS {
                let message = format!("this sheet has more than {} rows", number(MOST_ROWS));
                return Err(warning(file, "translation-broken", Some(line), message, "`fifty-minutes sheet` writes one anew.".into()));
            }
        }
        // Where there is no first row, it names nothing.
        places.map_or_else(|| columns(file, &csv::StringRecord::new()), Ok)?;
        Ok(Sheet { rows })
    }

    /// As it is written to a file: with the mark at its head by which a spreadsheet knows the letters.
    pub fn written(&self) -> String {
        let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
        // Writing to memory can't fail, and every row is as long as the first.
        let _ = writer.write_record(COLUMNS);
        for row in &self.rows {
            let _ = writer.write_record([&row.key, &row.source, &row.translation, &row.was]);
        }
        let written = String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default();
        format!("\u{feff}{written}")
    }

    /// How many rows there are, how many are translated, and how many of those are of a text that has changed since.
    pub fn counts(&self) -> (usize, usize, usize) {
        let translated = self.rows.iter().filter(|row| !row.translation.is_empty());
        let stale = translated.clone().filter(|row| !row.was.is_empty());
        (self.rows.len(), translated.count(), stale.count())
    }

    /// How many of its translations don't stand in another sheet.
    pub fn lost_in(&self, other: &Sheet) -> usize {
        let kept: BTreeSet<&str> = other.rows.iter().map(|row| row.translation.as_str()).collect();
        self.rows.iter().filter(|row| !row.translation.is_empty() && !kept.contains(row.translation.as_str())).count()
    }

    /// How many of these texts have a translation that can be shown.
    pub fn holding(&self, texts: &[(String, String)]) -> usize {
        let rows = self.by_key();
        texts.iter().filter(|(key, text)| rows.get(key.as_str()).is_some_and(|row| row.holds(text))).count()
    }

    /// The first row of each key.
    fn by_key(&self) -> BTreeMap<&str, &Row> {
        self.rows.iter().rev().map(|row| (row.key.as_str(), row)).collect()
    }
}

/// Where the columns stand that the first row names.
fn columns(file: &str, head: &csv::StringRecord) -> Result<[Option<usize>; COLUMNS.len()], Finding> {
    let names: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    let help = format!("The columns are {}; `was` may be left out.", COLUMNS.join(", "));
    let told = |message| Err(warning(file, "translation-broken", Some(1), message, help.clone()));
    if let Some(name) = names.iter().find(|name| !name.is_empty() && !COLUMNS.contains(&name.as_str())) {
        return told(format!("a sheet has no column “{name}”"));
    }
    let places = COLUMNS.map(|column| names.iter().position(|name| name == column));
    match COLUMNS.iter().zip(places).find(|(column, place)| place.is_none() && **column != "was") {
        Some((column, _)) => told(format!("the column `{column}` is not there")),
        None => Ok(places),
    }
}

fn broken(file: &str, error: &csv::Error) -> Finding {
    let line = error.position().map(|position| position.line() as u32);
    let (message, help) = match error.kind() {
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => (
            format!("this row has {len} cells and the first row {expected_len}"),
            "A text with a comma or a line break in it needs quotation marks around it; a spreadsheet sets them by itself.".to_string(),
        ),
        _ => (format!("this can't be read as a table: {error}"), String::new()),
    };
    warning(file, "translation-broken", line, message, help)
}

/// Hands over every text of a case in script order. Keys are made of ids, and of places where there are none.
fn walk(case: &mut Case, scenes: &mut BTreeMap<&str, Scene>, visit: &mut Visit) {
    case_texts(case, visit);
    for (place, Planned { scene: name, .. }) in case.sessions.iter().enumerate() {
        let again = case.sessions.iter().take(place).any(|before| before.scene == *name);
        if let Some(scene) = scenes.get_mut(name.as_str()).filter(|_| !again) {
            scene_texts(name, scene, visit);
        }
    }
}

// Each part is taken apart whole, so that whoever adds a field to it has to say here whether it is a text.

fn case_texts(case: &mut Case, visit: &mut Visit) {
    let Case {
        title,
        learning_goals,
        content_notes,
        referral,
        aftercare,
        people,
        facts,
        formulation,
        id: _,
        language: _,
        format: _,
        setting: _,
        begins: _,
        lens: _,
        difficulty: _,
        author: _,
        review: _,
        licence: _,
        sources: _,
        sessions,
    } = case;
    visit("case/title", title);
    each("case/learning_goals", learning_goals, visit);
    for (place, ContentNote { note, topic: _ }) in (1..).zip(content_notes) {
        visit(&format!("case/content_notes/{place}"), note);
    }
    visit("case/referral", referral);
    visit("case/aftercare", aftercare);
    for Person { id, name, about, age: _, temperament: _, start: _, appearance: _, voice: _, beside: _ } in people {
        visit(&format!("case/people/{id}/name"), name);
        visit(&format!("case/people/{id}/about"), about);
    }
    for Fact { id, what, blocked: Phrasings(blocked), needs: _ } in facts {
        visit(&format!("case/facts/{id}/what"), what);
        each(&format!("case/facts/{id}/blocked"), blocked, visit);
    }
    for (place, Link { event, reading, rivals, related: _, heard: _ }) in (1..).zip(formulation) {
        visit(&format!("case/formulation/{place}/event"), event);
        visit(&format!("case/formulation/{place}/reading"), reading);
        for Rival { lens, reading } in rivals {
            visit(&format!("case/formulation/{place}/rivals/{lens:?}"), reading);
        }
    }
    for (place, Planned { note, week, scene: _, supposed: _ }) in (1..).zip(sessions) {
        note.iter_mut().for_each(|note| visit(&format!("case/sessions/{place}/note"), note));
        let mut noted: BTreeMap<&str, usize> = BTreeMap::new();
        for Happening { note, what, weight: _, when: _, effects: _ } in week {
            let times = noted.entry(note).or_default();
            *times = times.saturating_add(1);
            let again = if *times > 1 { format!("-{times}") } else { String::new() };
            visit(&format!("case/sessions/{place}/week/{note}{again}"), what);
        }
    }
}

fn scene_texts(name: &str, scene: &mut Scene, visit: &mut Visit) {
    let Scene { title, beats, length: _, start: _, time_is_up: _, walks_out: _ } = scene;
    visit(&format!("{name}/title"), title);
    for part in beats {
        let Beat {
            id: beat,
            lines,
            replies,
            minutes: _,
            moments: _,
            topic: _,
            around: _,
            tells: _,
            blocked: _,
            then: _,
            branch: _,
            chance: _,
            ends: _,
            whose: _,
            feels: _,
            away: _,
        } = part;
        for (place, line) in (1..).zip(lines) {
            line_texts(&format!("{name}/{beat}/line-{place}"), line, visit);
        }
        for reply in replies {
            let Reply {
                id,
                say,
                act,
                why,
                skill: _,
                empathy: _,
                goal: _,
                boundary: _,
                safety: _,
                repair: _,
                body: _,
                source: _,
                when: _,
                effects: _,
                to: _,
                with: _,
                against: _,
            } = reply;
            for (kind, text) in [("say", say), ("act", act)] {
                if let Some(text) = text {
                    visit(&format!("{name}/{beat}/{id}/{kind}"), text);
                }
            }
            visit(&format!("{name}/{beat}/{id}/why"), why);
        }
    }
}

fn line_texts(key: &str, line: &mut Line, visit: &mut Visit) {
    let Line { say, see, first, when: _, who: _, pause: _, face: _, leak: _, look: _, does: _, sound: _, camera: _ } = line;
    for Phrasings(wordings) in [say, see].into_iter().flatten() {
        each(key, wordings, visit);
    }
    for (place, Variant { say: Phrasings(wordings), when: _ }) in (1..).zip(first) {
        each(&format!("{key}/variant-{place}"), wordings, visit);
    }
}

fn each(key: &str, texts: &mut [String], visit: &mut Visit) {
    for (place, text) in (1..).zip(texts) {
        visit(&format!("{key}/{place}"), text);
    }
}
