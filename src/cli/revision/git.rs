//! `git:REV:PATH`: a file as it was in a commit, and the files it imports, as they were there.
//!
//! Everything is asked of the `git` program. Its arguments never pass through a shell, nothing that begins with `-` is
//! handed to it, and it is told nothing by the environment's `GIT_…` variables (hooks set them, and they would have it
//! look into another repository). It reads objects only: no file is checked out, nothing is fetched, no filter and no
//! hook runs.
#![expect(
    clippy::disallowed_methods,
    reason = "git is a program; this is the only place that starts one"
)]

use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::path;
use crate::cli::error::CliError;
use crate::cli::error_code::CliCode;
use crate::compile::{LoadError, Loaded, Loader};
use crate::diagnostic::Text;
use crate::source::MAX_SOURCE_BYTES;
use crate::syntax::nearest;

/// What a place in git begins with.
pub(super) const PREFIX: &str = "git:";

/// A file of a commit, as the user names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) struct GitPlace {
    pub(super) rev: String,
    pub(super) path: String,
}

impl GitPlace {
    /// Reads `git:REV:PATH`; `None` for what does not begin with `git:`.
    ///
    /// # Errors
    /// `C0001` where one of the parts is missing or could be taken for something else.
    pub(super) fn parse(text: &str) -> Option<Result<Self, CliError>> {
        let rest = text.strip_prefix(PREFIX)?;
        Some(Self::parts(rest).ok_or_else(|| {
            CliError::new(
                CliCode::C0001,
                Text::new(
                    format!("`{text}` は `git:版:パス` の形ではありません"),
                    format!("`{text}` is not of the form `git:REV:PATH`"),
                ),
            )
            .help(
                "例: git:v1.0:privacy.policy（版はタグ、ブランチ、コミットのどれか。`-` で始まるものは使えません）",
                "for example git:v1.0:privacy.policy; REV is a tag, a branch or a commit and does not begin with `-`",
            )
        }))
    }

    fn parts(rest: &str) -> Option<Self> {
        let (rev, path) = split(rest)?;
        let usable = |part: &str| !part.is_empty() && !part.starts_with('-') && !part.contains(char::is_control);
        (usable(rev) && usable(path)).then(|| Self {
            rev: rev.to_owned(),
            path: path.to_owned(),
        })
    }
}

/// Cuts at the first colon that stands outside of braces: `main@{2026-04-01 09:00}:privacy.policy`.
fn split(rest: &str) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            ':' if depth == 0 => return Some((rest.get(..at)?, rest.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

/// A commit, and where in it a policy lies: what the policy may import.
#[derive(Debug, Clone)]
pub(in crate::cli) struct Snapshot {
    repository: Repository,
    /// The revision as the user names it.
    rev: String,
    /// The full id of the commit.
    commit: String,
    /// The entry's folder, from the root of the repository.
    home: String,
}

/// A file read from a commit.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) snapshot: Snapshot,
    /// From the root of the repository.
    pub(super) path: String,
    pub(super) bytes: Vec<u8>,
}

/// Reads a file of a commit. `folder` lies in the repository that is meant.
pub(super) fn open(place: &GitPlace, folder: &Path) -> Result<Entry, CliError> {
    let repository = Repository::around(folder)?;
    let commit = repository.commit(&place.rev)?;
    let from_here = place.path.starts_with("./") || place.path.starts_with("../");
    let home = if from_here { repository.prefix.as_str() } else { "" };
    let path = path::from(home, &place.path).filter(|path| !path.is_empty());
    let path = path.ok_or_else(|| outside(place))?;
    Snapshot {
        repository,
        rev: place.rev.clone(),
        commit,
        home: String::new(),
    }
    .entry(path, place)
}

impl Snapshot {
    /// Reads another file of the same commit.
    ///
    /// # Errors
    /// As for an import.
    pub(super) fn beside(&self, importer: &str, path: &str) -> Result<Result<Entry, CliError>, LoadError> {
        let path = self.locate(importer, path)?;
        let place = GitPlace {
            rev: self.rev.clone(),
            path: path.clone(),
        };
        Ok(self.clone().entry(path, &place))
    }

    fn entry(mut self, path: String, place: &GitPlace) -> Result<Entry, CliError> {
        let bytes = match self.repository.read(&self.commit, &path)? {
            Object::File(bytes) => bytes,
            Object::TooLarge => return Err(too_large(place)),
            other => return Err(self.not_there(place, &path, &other)),
        };
        self.home = path::parted(&path).0.to_owned();
        Ok(Entry {
            snapshot: self,
            path,
            bytes,
        })
    }

    /// What tells a file of this commit from every other file of any commit.
    pub(super) fn identity(&self, path: &str) -> String {
        format!("{PREFIX}{}:{path}", self.commit)
    }

    /// The folder that the names of sources count from, as the user would write it.
    pub(super) fn folder(&self) -> String {
        format!("{PREFIX}{}:{}", self.rev, self.home)
    }

    /// The folder that the names of sources count from, from the root of the repository.
    pub(super) fn home(&self) -> &str {
        &self.home
    }

    /// The revision as the user names it.
    pub(super) fn rev(&self) -> &str {
        &self.rev
    }

    /// A path of the repository as the user would write it.
    pub(super) fn name(&self, path: &str) -> String {
        format!("{PREFIX}{}:{path}", self.rev)
    }

    /// The folder to run git in.
    pub(super) fn working_folder(&self) -> &Path {
        &self.repository.folder
    }

    fn locate(&self, importer: &str, path: &str) -> Result<String, LoadError> {
        let outside = || LoadError::OutsideProject;
        let importer = path::from(&self.home, importer).ok_or_else(outside)?;
        let path = path::from(path::parted(&importer).0, path).ok_or_else(outside)?;
        if path.is_empty() || path.contains(char::is_control) {
            return Err(LoadError::NotFound);
        }
        Ok(path)
    }

    fn not_there(&self, place: &GitPlace, path: &str, object: &Object) -> CliError {
        let shown = format!("{PREFIX}{}:{}", place.rev, place.path);
        let (ja, en) = match object {
            Object::Folder => (format!("`{shown}` はフォルダーです"), format!("`{shown}` is a folder")),
            Object::LeadsOutside => (
                format!("`{shown}` はリポジトリの外を指すリンクです"),
                format!("`{shown}` is a link that leads out of the repository"),
            ),
            _ => (
                format!("版 `{}` に `{}` がありません", place.rev, place.path),
                format!("`{}` is not in the revision `{}`", place.path, place.rev),
            ),
        };
        let error = CliError::new(CliCode::C0023, Text::new(ja, en));
        let files = self.repository.files(&self.commit);
        let name = path::parted(path).1;
        let from_here = path::from(&self.repository.prefix, path);
        let meant = files
            .iter()
            .find(|file| Some(*file) == from_here.as_ref())
            .or_else(|| files.iter().find(|file| path::parted(file).1 == name))
            .map(String::as_str)
            .or_else(|| nearest(path, files.iter().map(String::as_str)));
        match meant {
            Some(meant) => {
                let meant = format!("{PREFIX}{}:{meant}", place.rev);
                error.help(format!("もしかして: {meant}"), format!("did you mean {meant}?"))
            }
            None => error.help(
                "パスはリポジトリのルートから書きます。今いるフォルダーからなら `./` で始めてください",
                "paths count from the root of the repository, or from the current folder if they begin with `./`",
            ),
        }
    }
}

impl Loader for Snapshot {
    fn load(&mut self, importer: &str, path: &str) -> Result<Loaded, LoadError> {
        let path = self.locate(importer, path)?;
        let object = self.repository.read(&self.commit, &path);
        match object.map_err(|error| LoadError::Unreadable(error.message.ja))? {
            Object::File(bytes) if is_lfs_pointer(&bytes) => {
                Err(LoadError::Unreadable("Git LFS のポインターです".to_owned()))
            }
            Object::File(bytes) => Ok(Loaded {
                name: path::relative(&self.home, &path),
                bytes,
            }),
            Object::Folder => Err(LoadError::NotAFile),
            Object::TooLarge => Err(LoadError::TooLarge),
            Object::LeadsOutside => Err(LoadError::OutsideProject),
            Object::Missing => Err(LoadError::NotFound),
        }
    }
}

/// What lies at a path of a commit.
#[derive(Debug)]
enum Object {
    File(Vec<u8>),
    Folder,
    TooLarge,
    /// A link out of the repository.
    LeadsOutside,
    Missing,
}

/// A repository, as seen from a folder in it.
#[derive(Debug, Clone)]
struct Repository {
    /// The folder git is run in.
    folder: PathBuf,
    /// The same folder from the root of the repository; empty or ending in `/`.
    prefix: String,
}

impl Repository {
    fn around(folder: &Path) -> Result<Self, CliError> {
        let answer = ask(folder, &["rev-parse", "--show-prefix"])?;
        let Ok(prefix) = answer else {
            let shown = match folder.as_os_str().is_empty() || folder == Path::new(".") {
                true => Text::new("今いるフォルダー", "the current folder"),
                false => {
                    let folder = crate::cli::files::shown(folder);
                    Text::new(format!("`{folder}`"), format!("`{folder}`"))
                }
            };
            let said = answer.err().unwrap_or_default();
            return Err(CliError::new(
                CliCode::C0021,
                Text::new(
                    format!("{}から git のリポジトリを開けません", shown.ja),
                    format!("cannot open a git repository from {}", shown.en),
                ),
            )
            .help(
                "git で管理しているフォルダーの中で実行するか、ファイルを指定してください",
                "run hoshin inside a repository, or name a file",
            )
            .caused_by(io::Error::other(said)));
        };
        Ok(Self {
            folder: folder.to_path_buf(),
            prefix: prefix.trim_end_matches(['\n', '\r']).to_owned(),
        })
    }

    /// The full id of the commit that a revision names.
    fn commit(&self, rev: &str) -> Result<String, CliError> {
        let wanted = format!("{rev}^{{commit}}");
        let answer = ask(&self.folder, &["rev-parse", "--verify", "--quiet", &wanted])?;
        let id = answer.as_deref().unwrap_or_default().trim();
        // `^main` is an answer to git's question and no commit.
        if id.len() >= 40 && id.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Ok(id.to_owned());
        }
        Err(self.unknown(rev)?)
    }

    fn unknown(&self, rev: &str) -> Result<CliError, CliError> {
        let error = CliError::new(
            CliCode::C0022,
            Text::new(
                format!("版 `{rev}` がリポジトリにありません"),
                format!("the repository has no revision `{rev}`"),
            ),
        );
        let names = |arguments: &[&str]| -> Result<Vec<String>, CliError> {
            let answer = ask(&self.folder, arguments)?.unwrap_or_default();
            Ok(answer.lines().map(str::to_owned).collect())
        };
        let short = "--format=%(refname:short)";
        let all = names(&["for-each-ref", short, "refs/heads", "refs/tags", "refs/remotes"])?;
        if let Some(meant) = nearest(rev, all.iter().map(String::as_str)) {
            return Ok(error.help(format!("もしかして: {meant}"), format!("did you mean {meant}?")));
        }
        if ask(&self.folder, &["rev-parse", "--is-shallow-repository"])?.is_ok_and(|answer| answer.trim() == "true") {
            return Ok(error.help(
                "履歴の一部しか取得していないリポジトリです。`git fetch --unshallow` で残りを取得してください（GitHub Actions なら actions/checkout に fetch-depth: 0）",
                "the repository holds only part of the history; get the rest with `git fetch --unshallow` (in GitHub Actions: fetch-depth: 0 for actions/checkout)",
            ));
        }
        let tags = names(&["for-each-ref", "--count=5", "--sort=-creatordate", short, "refs/tags"])?;
        Ok(match tags.is_empty() {
            true => error.help(
                "タグ、ブランチ、コミットのどれかを指定してください（`git log --oneline` で確かめられます）",
                "name a tag, a branch or a commit, as `git log --oneline` shows them",
            ),
            false => {
                let tags = tags.join("、");
                error.help(
                    format!("タグ、ブランチ、コミットのどれかを指定してください。新しいタグ: {tags}"),
                    format!("name a tag, a branch or a commit; the newest tags are {tags}"),
                )
            }
        })
    }

    /// The policies and bundles of a commit.
    fn files(&self, commit: &str) -> Vec<String> {
        let answer = ask(
            &self.folder,
            &["ls-tree", "-r", "-z", "--name-only", "--full-tree", commit],
        );
        let Ok(Ok(answer)) = answer else { return Vec::new() };
        let usable = |name: &&str| name.ends_with(".policy") || name.ends_with(".json");
        answer.split('\0').filter(usable).map(str::to_owned).collect()
    }

    /// Reads what lies at a path of a commit, following links inside of the commit.
    fn read(&self, commit: &str, path: &str) -> Result<Object, CliError> {
        self.try_read(commit, path).map_err(not_started)
    }

    fn try_read(&self, commit: &str, path: &str) -> io::Result<Object> {
        let mut child = git(&self.folder)
            .args(["cat-file", "--batch", "--follow-symlinks"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        // One short line: it fits into the pipe. A git that has ended already answers nothing, which is `Missing`.
        if let Some(mut stdin) = child.stdin.take() {
            let _ = stdin.write_all(format!("{commit}:{path}\n").as_bytes());
        }
        let mut answer = Vec::new();
        if let Some(stdout) = child.stdout.take() {
            // The head of the answer is a line of at most some hundred bytes, and more bytes than may be read.
            let most = MAX_SOURCE_BYTES as u64 + 4096;
            stdout.take(most).read_to_end(&mut answer)?;
        }
        // One that still has something to say is not listened to.
        let _ = child.kill();
        child.wait()?;
        Ok(object(answer))
    }
}

/// Reads what `git cat-file --batch --follow-symlinks` says (git-cat-file(1), "BATCH OUTPUT").
fn object(mut answer: Vec<u8>) -> Object {
    let Some(end) = answer.iter().position(|byte| *byte == b'\n') else {
        return Object::Missing;
    };
    let head = String::from_utf8_lossy(&answer[..end]).into_owned();
    let words: Vec<&str> = head.split(' ').collect();
    match *words.as_slice() {
        ["symlink", _] => Object::LeadsOutside,
        [_, "blob", size] => match size.parse::<usize>() {
            Ok(size) if size > MAX_SOURCE_BYTES => Object::TooLarge,
            Ok(size) if answer.len() > end + size => {
                answer.drain(..=end);
                answer.truncate(size);
                Object::File(answer)
            }
            _ => Object::Missing,
        },
        [_, "tree", _] => Object::Folder,
        // `… missing`, `dangling …`, `loop …`, `notdir …`, and a submodule whose commit is here.
        _ => Object::Missing,
    }
}

/// A git that knows only the folder it is run in, asks nothing and fetches nothing.
fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    let ours = |name: &std::ffi::OsStr| name.to_string_lossy().starts_with("GIT_");
    for (name, _) in std::env::vars_os().filter(|(name, _)| ours(name)) {
        command.env_remove(name);
    }
    command
        .env("LC_ALL", "C")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_NO_LAZY_FETCH", "1")
        .env("GIT_NO_REPLACE_OBJECTS", "1")
        .env("GIT_OPTIONAL_LOCKS", "0")
        .args(["-c", "protocol.allow=never", "-c", "core.quotePath=false"])
        .stdin(Stdio::null());
    if !folder.as_os_str().is_empty() {
        command.current_dir(folder);
    }
    command
}

/// What git answers, or the reason it gives for not answering.
fn ask(folder: &Path, arguments: &[&str]) -> Result<Result<String, String>, CliError> {
    let output = git(folder).args(arguments).output().map_err(not_started)?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    Ok(match output.status.success() {
        true => Ok(text(&output.stdout)),
        false => Err(text(&output.stderr).lines().next().unwrap_or_default().to_owned()),
    })
}

fn not_started(error: io::Error) -> CliError {
    let (ja, en) = match error.kind() {
        io::ErrorKind::NotFound => ("git が見つかりません", "git is not to be found"),
        _ => ("git を実行できません", "git cannot be run"),
    };
    CliError::new(CliCode::C0020, Text::new(ja, en))
        .help(
            "`git:版:パス` で版を指定するには git が要ります。git を入れるか、ファイルを指定してください",
            "`git:REV:PATH` needs git; install it, or name a file",
        )
        .caused_by(error)
}

fn outside(place: &GitPlace) -> CliError {
    let path = &place.path;
    CliError::new(
        CliCode::C0023,
        Text::new(
            format!("`{path}` はリポジトリの外にあります"),
            format!("`{path}` lies outside the repository"),
        ),
    )
    .help(
        "パスはリポジトリのルートから書きます。今いるフォルダーからなら `./` で始めてください",
        "paths count from the root of the repository, or from the current folder if they begin with `./`",
    )
}

fn too_large(place: &GitPlace) -> CliError {
    let shown = format!("{PREFIX}{}:{}", place.rev, place.path);
    crate::cli::files::too_large(&Text::new(format!("`{shown}`"), format!("`{shown}`")))
}

/// Whether these bytes only say where Git LFS keeps the file (git-lfs, "specification", version 1).
pub(super) fn is_lfs_pointer(bytes: &[u8]) -> bool {
    bytes.len() < 1024 && bytes.starts_with(b"version https://git-lfs.github.com/spec/v1")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(text: &str) -> Option<(String, String)> {
        let place = GitPlace::parse(text)?.ok()?;
        Some((place.rev, place.path))
    }

    #[test]
    fn a_revision_ends_at_the_first_colon_outside_of_braces() {
        let parts = |rev: &str, path: &str| Some((rev.to_owned(), path.to_owned()));
        assert_eq!(parse("git:v1:a.policy"), parts("v1", "a.policy"));
        assert_eq!(parse("git:main~2:方針/a:b.policy"), parts("main~2", "方針/a:b.policy"));
        assert_eq!(
            parse("git:main@{2026-04-01 09:00}:a.policy"),
            parts("main@{2026-04-01 09:00}", "a.policy")
        );
        assert!(GitPlace::parse("a.policy").is_none());
    }

    #[test]
    fn what_git_could_take_for_an_option_is_refused() {
        for text in [
            "git:",
            "git:v1",
            "git::a.policy",
            "git:v1:",
            "git:--upload-pack=x:a.policy",
            "git:v1:-a.policy",
            "git:v1\n:a.policy",
            "git:v1:a\n.policy",
        ] {
            assert!(matches!(GitPlace::parse(text), Some(Err(_))), "{text:?}");
        }
    }

    #[test]
    fn answers_of_git_are_read_as_its_manual_says() {
        let file = |answer: &[u8]| match object(answer.to_vec()) {
            Object::File(bytes) => Some(bytes),
            _ => None,
        };
        assert_eq!(file(b"0123 blob 4\na\nb\n\n"), Some(b"a\nb\n".to_vec()));
        assert_eq!(file(b"0123 blob 0\n\n"), Some(Vec::new()));
        assert_eq!(file(b"0123 blob 9\nabc"), None, "cut off");
        assert_eq!(file(b""), None);
        assert!(matches!(object(b"main:a b.policy missing\n".to_vec()), Object::Missing));
        assert!(matches!(object(b"loop 3\na:b\n".to_vec()), Object::Missing));
        assert!(matches!(
            object(b"symlink 11\n/etc/passwd\n".to_vec()),
            Object::LeadsOutside
        ));
        assert!(matches!(object(b"0123 tree 30\n".to_vec()), Object::Folder));
        assert!(matches!(object(b"0123 blob 99999999999\n".to_vec()), Object::TooLarge));
    }
}
