//! What a record asks of a disk, call by call, so that a test can stand in for one and cut its power between any two of them.

use std::fmt::Debug;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::read_bounded;

/// A disk. Nothing that it is told counts as kept before the sync of the file and of the folder that names it.
pub trait Disk: Debug + Send + Sync {
    /// Makes one folder that only its owner may look into; its parent is there, and it may be there itself.
    fn make_folder(&self, folder: &Path) -> io::Result<()>;
    /// Makes a file that wasn't there and that only its owner may read.
    fn create(&self, file: &Path) -> io::Result<Box<dyn Handle>>;
    /// Opens a file that is there, to write behind its end.
    fn open(&self, file: &Path) -> io::Result<Box<dyn Handle>>;
    /// Everything in a regular file of bounded size.
    fn read(&self, file: &Path) -> io::Result<Vec<u8>>;
    /// What a folder holds, by name.
    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>>;
    /// Puts a file in the place of what has that name in the same folder.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes away a file that is of no use; nothing waits for it.
    fn remove(&self, file: &Path) -> io::Result<()>;
    /// Waits until the names in a folder are kept.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Holds a file that others look at before they write, until what is returned is dropped.
    fn lock(&self, file: &Path) -> Result<Box<dyn Debug + Send + Sync>, TryLockError>;
}

/// Most files of one name and ending beside another.
const MOST_BESIDE: u32 = 10_000;

/// An open file.
pub trait Handle: Debug + Send + Sync {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Cuts off what is behind so many bytes.
    fn cut(&mut self, bytes: u64) -> io::Result<()>;
    /// Waits until its bytes are kept.
    fn sync(&mut self) -> io::Result<()>;
}

/// The disk of this machine.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Machine;

impl Disk for Machine {
    fn make_folder(&self, folder: &Path) -> io::Result<()> {
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        match builder.create(folder) {
            // Which error a folder gives that is there depends on the system.
            Err(_) if folder.is_dir() => Ok(()),
            made => made,
        }
    }

    fn create(&self, file: &Path) -> io::Result<Box<dyn Handle>> {
        Ok(Box::new(private_file().create_new(true).append(true).open(file)?))
    }

    fn open(&self, file: &Path) -> io::Result<Box<dyn Handle>> {
        Ok(Box::new(private_file().append(true).open(file)?))
    }

    fn read(&self, file: &Path) -> io::Result<Vec<u8>> {
        read_bounded(file)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        let mut paths: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
        paths.sort();
        Ok(paths)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, file: &Path) -> io::Result<()> {
        fs::remove_file(file)
    }

    #[cfg(unix)]
    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // A path of one name lies in a folder that has none.
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        match File::open(folder)?.sync_all() {
            // Some disks of a network keep names at once, and know no such call.
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            synced => synced,
        }
    }

    /// Elsewhere a folder can't be opened, and a rename waits for itself.
    #[cfg(not(unix))]
    fn sync_folder(&self, _folder: &Path) -> io::Result<()> {
        Ok(())
    }

    fn lock(&self, file: &Path) -> Result<Box<dyn Debug + Send + Sync>, TryLockError> {
        let mut options = private_file();
        // A pipe in its place isn't waited for.
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::custom_flags(&mut options, libc::O_NONBLOCK);
        let file = options.create(true).append(true).open(file).map_err(TryLockError::Error)?;
        file.try_lock()?;
        Ok(Box::new(Locked(file)))
    }
}

/// A file that is held.
#[derive(Debug)]
struct Locked(File);

impl Drop for Locked {
    /// Closing it isn't enough: a program that is just being started has the file open as well, for a moment.
    fn drop(&mut self) {
        // Where that fails it is let go of when the last one closes it.
        let _ = self.0.unlock();
    }
}

impl Handle for File {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.write_all(bytes)
    }

    fn cut(&mut self, bytes: u64) -> io::Result<()> {
        self.set_len(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.sync_data()
    }
}

/// Options for a file that only its owner may read, from its creation on.
fn private_file() -> OpenOptions {
    let mut options = OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Makes a folder with those above it, so that it is there whatever happens next; those within another are somebody's own records.
pub(super) fn make_folders(disk: &dyn Disk, within: &Path, folder: &Path) -> io::Result<()> {
    let Some(above) = folder.parent() else { return Ok(()) };
    if above.starts_with(within) {
        make_folders(disk, within, above)?;
    }
    match disk.make_folder(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            make_folders(disk, within, above)?;
            disk.make_folder(folder)?;
        }
        made => made?,
    }
    // Also where it was there: whoever made it may have been stopped before this.
    match disk.sync_folder(above) {
        // What lies above somebody's own folders isn't theirs to look into, and was there before.
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
        synced => synced,
    }
}

/// Writes a whole file so that it is there entire or not at all, and kept when this returns; its folder is there.
pub(super) fn replace(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = beside(disk, path, bytes, |count| format!("new-{count}"))?;
    let placed = disk.rename(&beside, path);
    if placed.is_err() {
        let _ = disk.remove(&beside);
    }
    placed?;
    disk.sync_folder(folder_of(path))
}

/// Writes a whole file beside another that is kept when this returns; where the names that the count gives are taken it is the next.
pub(super) fn copy_beside(disk: &dyn Disk, path: &Path, bytes: &[u8], end: impl Fn(u32) -> String) -> io::Result<()> {
    beside(disk, path, bytes, end)?;
    disk.sync_folder(folder_of(path))
}

/// The same before its name is kept.
fn beside(disk: &dyn Disk, path: &Path, bytes: &[u8], end: impl Fn(u32) -> String) -> io::Result<PathBuf> {
    for count in 1..MOST_BESIDE {
        let beside = path.with_extension(end(count));
        let mut file = match disk.create(&beside) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            made => made?,
        };
        let written = file.write(bytes).and_then(|()| file.sync());
        if written.is_err() {
            // What is half there is of no use, and takes room where there may be none.
            let _ = disk.remove(&beside);
        }
        return written.map(|()| beside);
    }
    Err(io::Error::other("too many files of that name are beside it"))
}

pub(super) fn folder_of(path: &Path) -> &Path {
    path.parent().unwrap_or(Path::new(""))
}
