//! Names of what lies in a folder for a moment only.

use std::io;

use cap_std::fs::{Dir, File, OpenOptions};

use super::output_folder::digest::Digest;

/// Sixteen digits that nobody has used before.
fn token() -> io::Result<String> {
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|error| io::Error::other(error.to_string()))?;
    Ok(format!("{:016x}", u64::from_le_bytes(bytes)))
}

/// Makes a new file beside another and says what it is called.
pub(super) fn file(folder: &Dir) -> io::Result<(String, File)> {
    let name = format!(".hoshin-{}", token()?);
    let file = folder.open_with(&name, OpenOptions::new().write(true).create_new(true))?;
    Ok((name, file))
}

/// Names for folders that lie beside a folder of output while it is replaced.
///
/// Such a name proves that hoshin gave it, here: it ends in a digest of the rest together with what the file system knows
/// the folder around it by. Nobody has one by accident, a repository or an archive cannot bring one along, and so what
/// bears one may be cleared away after a run that was killed.
#[derive(Debug)]
pub(super) struct Names {
    /// What is being replaced.
    name: String,
    /// What tells the folder around it from every other.
    around: String,
}

/// What a temporary folder is for.
#[derive(Debug, Clone, Copy)]
pub(super) enum Use {
    /// The new output while it is written; the old one after the two were exchanged.
    New,
    /// The old output where the two cannot be exchanged in one step.
    Aside,
}

impl Names {
    pub(super) fn beside(name: &str, around: &Dir) -> io::Result<Self> {
        Ok(Self {
            name: name.to_owned(),
            around: what_tells(around)?,
        })
    }

    pub(super) fn fresh(&self, purpose: Use) -> io::Result<String> {
        Ok(self.with(purpose, &token()?))
    }

    /// Whether hoshin gave this name, for this purpose, in this folder.
    pub(super) fn is_ours(&self, purpose: Use, name: &str) -> bool {
        let token = name.strip_prefix(&self.prefix(purpose));
        let token = token.and_then(|rest| rest.split_once('-'));
        token.is_some_and(|(token, _)| self.with(purpose, token) == name)
    }

    fn prefix(&self, purpose: Use) -> String {
        let purpose = match purpose {
            Use::New => "new",
            Use::Aside => "old",
        };
        format!(".{}.hoshin-{purpose}-", self.name)
    }

    fn with(&self, purpose: Use, token: &str) -> String {
        let name = format!("{}{token}", self.prefix(purpose));
        let proof = Digest::of(format!("hoshin\0{}\0{name}", self.around).as_bytes());
        format!("{name}-{}", proof.beginning())
    }
}

/// What tells a folder from every other on this machine.
fn what_tells(folder: &Dir) -> io::Result<String> {
    let metadata = folder.dir_metadata()?;
    #[cfg(unix)]
    {
        use cap_std::fs::MetadataExt as _;
        Ok(format!("{}", metadata.ino()))
    }
    #[cfg(not(unix))]
    {
        let made = metadata.created()?.into_std().duration_since(std::time::UNIX_EPOCH);
        let made = made.map_err(|error| io::Error::other(error.to_string()))?;
        Ok(format!("{}", made.as_nanos()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(name: &str, around: &str) -> Names {
        Names {
            name: name.to_owned(),
            around: around.to_owned(),
        }
    }

    #[test]
    fn only_a_name_that_was_given_here_is_ours() {
        let here = names("out", "1");
        let name = here.fresh(Use::New).expect("randomness");
        assert!(here.is_ours(Use::New, &name) && !here.is_ours(Use::Aside, &name));
        assert!(
            !names("out", "2").is_ours(Use::New, &name),
            "brought along from elsewhere"
        );
        assert!(!names("other", "1").is_ours(Use::New, &name));
        for name in [
            ".out.hoshin-new-backup",
            ".out.hoshin-new-",
            ".out.hoshin-new-0123456789abcdef",
            ".out.hoshin-new-0123456789abcdef-0123456789abcdef",
        ] {
            assert!(!here.is_ours(Use::New, name), "{name}");
        }
        assert_ne!(name, here.fresh(Use::New).expect("randomness"));
    }
}
