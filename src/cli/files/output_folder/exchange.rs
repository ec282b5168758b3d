//! Two folders that change places: in one step where the file system can.

use std::io;

use cap_std::fs::Dir;

/// How two folders have changed places.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// The old one is where the new one was.
    Exchanged,
    /// The old one is aside.
    Aside,
}

/// Puts `new` in the place of `target`.
pub(super) fn exchange(around: &Dir, new: &str, target: &str, aside: &str) -> io::Result<Step> {
    #[cfg(any(target_os = "linux", target_vendor = "apple"))]
    {
        use rustix::fs::{RenameFlags, renameat_with};
        use rustix::io::Errno;
        match renameat_with(around, new, around, target, RenameFlags::EXCHANGE) {
            Ok(()) => return Ok(Step::Exchanged),
            // This file system cannot exchange.
            Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => {}
            Err(error) => return Err(error.into()),
        }
    }
    in_two_steps(around, new, target, aside)
}

/// For file systems that cannot exchange: a run killed between the steps is put right by the next one.
pub(super) fn in_two_steps(around: &Dir, new: &str, target: &str, aside: &str) -> io::Result<Step> {
    around.rename(target, around, aside)?;
    if let Err(error) = around.rename(new, around, target) {
        around.rename(aside, around, target)?;
        return Err(error);
    }
    Ok(Step::Aside)
}
