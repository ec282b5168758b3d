//! What was written is forced to the disk.

use std::fs::File;
use std::io;

use cap_std::fs::Dir;

/// Forces files to the disk, several at a time: the file system then needs few turns of its disk for all of them.
pub(super) fn sync_all(files: &[File]) -> io::Result<()> {
    const AT_ONCE: usize = 8;
    let share = files.len().div_ceil(AT_ONCE).max(1);
    std::thread::scope(|scope| {
        let sync = |share: &[File]| share.iter().try_for_each(File::sync_all);
        let threads: Vec<_> = files
            .chunks(share)
            .map(|share| scope.spawn(move || sync(share)))
            .collect();
        threads.into_iter().try_for_each(|thread| match thread.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        })
    })
}

/// Makes what lies in a folder survive a power cut, where the system can.
pub(super) fn sync_folder(folder: &Dir, path: &str) {
    let path = if path.is_empty() { "." } else { path };
    if let Ok(folder) = folder.open(path) {
        let _ = folder.sync_all();
    }
}
