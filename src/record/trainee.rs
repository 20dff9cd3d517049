//! Several trainees on one machine: each has a folder of their own below the data folder; who has no name keeps that itself.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;

use crate::script::lint::is_kept_by_windows;

use super::{Records, Trouble};

/// Where the folders of those with a name lie in the data folder.
const TRAINEES: &str = "trainees";

/// Where an instructor's exams may lie in it.
const EXAMS: &str = "exams";

/// Most letters of a name.
pub const LONGEST: usize = 32;

/// What a trainee is called on this machine: a folder's name on every system.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Trainee(String);

/// Something that can't be a trainee's name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{0}” can't be a trainee's name here. Use the letters a to z, digits, and hyphens between them, at most {LONGEST}; a pseudonym such as heron-7 does better than your name"
)]
pub struct NoTrainee(String);

impl FromStr for Trainee {
    type Err = NoTrainee;

    fn from_str(written: &str) -> Result<Trainee, NoTrainee> {
        let name = written.trim().to_lowercase();
        let letters = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        let fits = !name.is_empty() && name.len() <= LONGEST && name.chars().all(letters) && !name.starts_with('-') && !name.ends_with('-');
        if fits && !is_kept_by_windows(&name) { Ok(Trainee(name)) } else { Err(NoTrainee(written.trim().into())) }
    }
}

impl Trainee {
    pub fn name(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Trainee {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl Records {
    /// Whose they are; none for who has no name.
    pub fn trainee(&self) -> Option<Trainee> {
        let above = self.folder().parent().filter(|above| above.file_name().is_some_and(|name| name == TRAINEES));
        above.and_then(|_| self.folder().file_name()?.to_str()?.parse().ok())
    }

    /// The data folder, in which those of everybody lie.
    pub(super) fn root(&self) -> &Path {
        match self.trainee() {
            Some(_) => self.folder().ancestors().nth(2).unwrap_or(self.folder()),
            None => self.folder(),
        }
    }

    /// The folder where an instructor's exams may lie, whoever practises.
    pub fn exams(&self) -> PathBuf {
        self.root().join(EXAMS)
    }

    /// Those of somebody else on the same machine.
    pub fn of_trainee(&self, trainee: Option<&Trainee>) -> Records {
        let root = self.root();
        let folder = trainee.map_or_else(|| root.to_path_buf(), |trainee| root.join(TRAINEES).join(trainee.name()));
        Records { folder, disk: Arc::clone(&self.disk) }
    }

    /// Makes the folder that they lie in.
    pub fn make_room(&self) -> Result<(), Trouble> {
        self.make_folders(&self.folder).map_err(|error| Trouble::Unwritable { path: self.folder.clone(), error })
    }

    /// Those who have a folder of their own, by their names.
    pub fn trainees(&self) -> Vec<Trainee> {
        let entries = fs::read_dir(self.root().join(TRAINEES)).into_iter().flatten().flatten();
        let named = entries.filter(|entry| entry.path().is_dir()).filter_map(|entry| {
            let name = entry.file_name();
            let trainee: Trainee = name.to_str()?.parse().ok()?;
            (trainee.name() == name).then_some(trainee)
        });
        let mut trainees: Vec<Trainee> = named.collect();
        trainees.sort();
        trainees
    }

    /// Those of everybody who practises with this data folder.
    pub fn of_everybody(&self) -> Vec<Records> {
        let named = self.trainees();
        std::iter::once(None).chain(named.iter().map(Some)).map(|trainee| self.of_trainee(trainee)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_folder_s_name_on_every_system() {
        for (written, name) in [("heron-7", "heron-7"), (" Heron ", "heron"), ("a", "a"), ("1st", "1st"), ("console", "console")] {
            assert_eq!(written.parse::<Trainee>().unwrap().name(), name);
        }
        let long = "a".repeat(LONGEST + 1);
        for written in
            ["", " ", "..", ".", "a/b", "a\\b", "c:", "joão", "a b", "-a", "a-", "con", "COM1", "lpt9", "nul", "a.b", &long, "a\0"]
        {
            assert!(written.parse::<Trainee>().is_err(), "{written:?}");
        }
    }

    #[test]
    fn everybody_s_records_lie_apart_and_are_found_from_anybody_s() {
        let folder = tempfile::tempdir().unwrap();
        let nobody = Records::at(Some(folder.path())).unwrap();
        let heron: Trainee = "heron".parse().unwrap();
        let hers = nobody.of_trainee(Some(&heron));
        fs::create_dir_all(hers.folder()).unwrap();
        fs::create_dir_all(folder.path().join("trainees/not a name")).unwrap();
        assert_eq!((nobody.trainee(), hers.trainee()), (None, Some(heron.clone())));
        assert_eq!(hers.of_trainee(None), nobody);
        assert_eq!(hers.trainees(), [heron]);
        assert_eq!(hers.of_everybody(), [nobody.clone(), hers.clone()]);
        assert_eq!(hers.exams(), nobody.exams());
        // Named by its folder it is the same.
        assert_eq!(Records::at(Some(hers.folder())).unwrap(), hers);
    }
}
