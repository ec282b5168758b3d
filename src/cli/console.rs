//! Writing to the user: the one place that knows standard output and standard error.
#![expect(
    clippy::disallowed_methods,
    reason = "the streams are written to here and nowhere else"
)]

use std::io::{self, Write};

use anstream::{AutoStream, ColorChoice};

use super::arguments::ColorArgument;
use super::environment;
use super::error::CliError;
use super::error_code::CliCode;
use super::sentences::writing as say;
use crate::diagnostic::Lang;

/// How the user wants to be written to.
#[derive(Debug, Clone, Copy)]
pub(super) struct Console {
    /// The language of messages.
    pub(super) lang: Lang,
    color: ColorArgument,
}

/// Where something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stream {
    Out,
    Err,
}

impl Console {
    pub(super) fn new(lang: Lang, color: ColorArgument) -> Self {
        Self { lang, color }
    }

    /// Whether what goes there is to be coloured: by `--color`, else by the stream and `NO_COLOR`, `CLICOLOR` and so on.
    pub(super) fn colour(&self, stream: Stream) -> bool {
        let choice = match self.color {
            ColorArgument::Always => ColorChoice::Always,
            ColorArgument::Never => ColorChoice::Never,
            ColorArgument::Auto => match stream {
                Stream::Out => AutoStream::choice(&io::stdout()),
                Stream::Err => AutoStream::choice(&io::stderr()),
            },
        };
        choice != ColorChoice::Never
    }

    /// Writes text that is coloured exactly if [`Self::colour`] says so.
    ///
    /// A reader that has gone away (`| head`) is no error: it has seen what it wanted.
    pub(super) fn write(&self, stream: Stream, text: &str) -> Result<(), CliError> {
        self.write_while_read(stream, text).map(|_| ())
    }

    /// The same, and whether somebody still reads.
    fn write_while_read(&self, stream: Stream, text: &str) -> Result<bool, CliError> {
        let result = match (stream, self.colour(stream)) {
            (Stream::Out, false) => write(io::stdout().lock(), text),
            (Stream::Err, false) => write(io::stderr().lock(), text),
            // Old Windows consoles need the escapes translated.
            (Stream::Out, true) => write(AutoStream::always(io::stdout()).lock(), text),
            (Stream::Err, true) => write(AutoStream::always(io::stderr()).lock(), text),
        };
        match result {
            Ok(()) => Ok(true),
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(CliError::new(CliCode::C0007, say::cannot_write_standard_output())
                .advise(say::check_where_it_goes())
                .caused_by(error)),
        }
    }

    /// Writes text that must arrive byte for byte to standard output.
    pub(super) fn print(&self, text: &str) -> Result<(), CliError> {
        Self::new(self.lang, ColorArgument::Never).write(Stream::Out, text)
    }

    /// Writes a part of a stream of answers to standard output, byte for byte; whether somebody still reads.
    pub(super) fn print_part(&self, text: &str) -> Result<bool, CliError> {
        Self::new(self.lang, ColorArgument::Never).write_while_read(Stream::Out, text)
    }

    /// Tells the user of an error, if anything still can.
    pub(super) fn report(&self, error: &CliError) {
        let drawn = error.render(self.lang, self.colour(Stream::Err), environment::width());
        // Standard error itself is gone: nobody is left to tell.
        let _ = self.write(Stream::Err, &drawn);
    }
}

fn write(mut stream: impl Write, text: &str) -> io::Result<()> {
    stream.write_all(text.as_bytes())?;
    stream.flush()
}
