//! What the environment says about the user: language and terminal.
#![expect(clippy::disallowed_methods, reason = "the environment is asked here")]

use std::io::IsTerminal as _;

use crate::diagnostic::Lang;

/// The language of the user's locale; Japanese where it names none.
pub(super) fn lang() -> Lang {
    lang_of(sys_locale::get_locale().as_deref())
}

/// Columns of the user's terminal.
pub(super) fn width() -> usize {
    /// Where there is no terminal: about what a log viewer shows.
    const DEFAULT: usize = 100;
    let terminal = std::io::stdout().is_terminal() || std::io::stderr().is_terminal();
    let size = terminal.then(terminal_size::terminal_size).flatten();
    size.map_or(DEFAULT, |(width, _)| usize::from(width.0))
}

fn lang_of(locale: Option<&str>) -> Lang {
    let language = locale
        .unwrap_or_default()
        .split(['-', '_', '.', '@'])
        .next()
        .unwrap_or_default();
    match language.to_ascii_lowercase().as_str() {
        "" | "c" | "posix" | "ja" => Lang::Ja,
        _ => Lang::En,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_that_names_no_language_means_japanese() {
        for locale in [
            None,
            Some(""),
            Some("C"),
            Some("C.UTF-8"),
            Some("POSIX"),
            Some("ja-JP"),
            Some("ja_JP.UTF-8"),
        ] {
            assert_eq!(lang_of(locale), Lang::Ja, "{locale:?}");
        }
    }

    #[test]
    fn any_other_language_means_english() {
        for locale in ["en-US", "en_GB.UTF-8", "de", "zh-Hant-TW"] {
            assert_eq!(lang_of(Some(locale)), Lang::En, "{locale}");
        }
    }
}
