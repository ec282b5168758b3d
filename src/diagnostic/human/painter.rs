//! The pen codespan draws with: our colours, and our header in place of codespan's English one.

use std::io::{self, Write};

use anstyle::{AnsiColor, Color, Effects, Style};
use codespan_reporting::diagnostic::{LabelStyle, Severity};
use codespan_reporting::term::WriteStyle;

use crate::diagnostic::{Diagnostic, Lang, Level};

/// Draws one diagnostic.
pub(super) struct Painter<'a> {
    out: &'a mut Vec<u8>,
    diagnostic: &'a Diagnostic,
    lang: Lang,
    colour: bool,
    /// Codespan is writing its own word for the severity, in English: ours is already there.
    in_severity: bool,
}

impl<'a> Painter<'a> {
    pub(super) fn new(out: &'a mut Vec<u8>, diagnostic: &'a Diagnostic, lang: Lang, colour: bool) -> Self {
        Self {
            out,
            diagnostic,
            lang,
            colour,
            in_severity: false,
        }
    }

    fn set(&mut self, style: Style) -> io::Result<()> {
        if self.colour {
            write!(self.out, "{style}")
        } else {
            Ok(())
        }
    }

    fn unset(&mut self) -> io::Result<()> {
        if self.colour {
            write!(self.out, "{}", anstyle::Reset)
        } else {
            Ok(())
        }
    }
}

/// Codespan's severity, which only chooses colours here.
pub(super) fn severity(level: Level) -> Severity {
    match level {
        Level::Hint => Severity::Help,
        Level::Warning => Severity::Warning,
        Level::Error => Severity::Error,
    }
}

/// The style of a level's word.
pub(super) fn header_style(level: Level, colour: bool) -> Style {
    let hue = match level {
        Level::Hint => AnsiColor::BrightCyan,
        Level::Warning => AnsiColor::BrightYellow,
        Level::Error => AnsiColor::BrightRed,
    };
    bold(colour).fg_color(colour.then_some(Color::Ansi(hue)))
}

/// Bold, or nothing.
pub(super) fn bold(colour: bool) -> Style {
    Style::new().effects(if colour { Effects::BOLD } else { Effects::new() })
}

fn plain(hue: AnsiColor) -> Style {
    Style::new().fg_color(Some(Color::Ansi(hue)))
}

impl Write for Painter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if !self.in_severity {
            self.out.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl WriteStyle for Painter<'_> {
    fn set_header(&mut self, _: Severity) -> io::Result<()> {
        let style = header_style(self.diagnostic.level, self.colour);
        let word = self.diagnostic.level.word(self.lang);
        write!(self.out, "{style}{word}[{}]{style:#}", self.diagnostic.code)?;
        self.in_severity = true;
        Ok(())
    }

    fn set_header_message(&mut self) -> io::Result<()> {
        self.in_severity = false;
        self.set(bold(self.colour))
    }

    fn set_line_number(&mut self) -> io::Result<()> {
        self.set(plain(AnsiColor::Cyan))
    }

    fn set_note_bullet(&mut self) -> io::Result<()> {
        self.set(plain(AnsiColor::Cyan))
    }

    fn set_source_border(&mut self) -> io::Result<()> {
        self.set(plain(AnsiColor::Cyan))
    }

    fn set_label(&mut self, _: Severity, label: LabelStyle) -> io::Result<()> {
        let hue = match (label, self.diagnostic.level) {
            (LabelStyle::Secondary, _) => AnsiColor::Cyan,
            (LabelStyle::Primary, Level::Hint) => AnsiColor::Green,
            (LabelStyle::Primary, Level::Warning) => AnsiColor::Yellow,
            (LabelStyle::Primary, Level::Error) => AnsiColor::Red,
        };
        self.set(plain(hue))
    }

    fn reset(&mut self) -> io::Result<()> {
        self.unset()
    }
}
