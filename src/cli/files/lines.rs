//! Standard input, line by line, however long a line is and whatever it holds.

use std::io::{self, BufRead, BufReader, StdinLock};

use super::super::error::CliError;
use super::reading::unreadable_standard_input;

/// Lines of an input, the memory they take bounded.
#[derive(Debug)]
pub(in crate::cli) struct Lines<R> {
    input: BufReader<R>,
    longest: usize,
    number: u64,
}

/// A line, without its end.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::cli) enum Line {
    Text(String),
    /// It is not UTF-8.
    NotText,
    /// It is longer than allowed; its end was found.
    TooLong,
}

/// The lines of standard input.
pub(in crate::cli) fn standard_input(longest: usize) -> Lines<StdinLock<'static>> {
    Lines::new(io::stdin().lock(), longest)
}

impl<R: io::Read> Lines<R> {
    fn new(input: R, longest: usize) -> Self {
        Self {
            input: BufReader::with_capacity(1 << 16, input),
            longest,
            number: 0,
        }
    }

    /// Whether more has been read already: if not, the next call may wait for whoever writes.
    pub(in crate::cli) fn has_more_at_hand(&self) -> bool {
        !self.input.buffer().is_empty()
    }

    /// The next line with its number, from 1.
    pub(in crate::cli) fn next(&mut self) -> Result<Option<(u64, Line)>, CliError> {
        let line = self.read().map_err(unreadable_standard_input)?;
        Ok(line.map(|line| {
            self.number += 1;
            (self.number, line)
        }))
    }

    fn read(&mut self) -> io::Result<Option<Line>> {
        let mut line = Vec::new();
        let mut begun = false;
        let mut too_long = false;
        loop {
            let found = match self.input.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                result => result?,
            };
            if found.is_empty() {
                break;
            }
            begun = true;
            let end = found.iter().position(|byte| *byte == b'\n');
            let part = &found[..end.unwrap_or(found.len())];
            too_long |= line.len() + part.len() > self.longest;
            if !too_long {
                line.extend_from_slice(part);
            }
            let used = part.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        Ok(begun.then(|| match (too_long, String::from_utf8(line)) {
            (true, _) => Line::TooLong,
            (false, Ok(text)) => Line::Text(text),
            (false, Err(_)) => Line::NotText,
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8], longest: usize) -> Vec<Line> {
        let mut lines = Lines::new(input, longest);
        std::iter::from_fn(|| lines.next().expect("a slice can be read"))
            .map(|(_, line)| line)
            .collect()
    }

    #[test]
    fn every_line_comes_once_whatever_it_holds() {
        let text = |text: &str| Line::Text(text.to_owned());
        assert_eq!(lines(b"", 4), []);
        assert_eq!(lines(b"a\n\nb", 4), [text("a"), text(""), text("b")]);
        assert_eq!(
            lines(b"abcde\nabcd\n\xFF\nz\n", 4),
            [Line::TooLong, text("abcd"), Line::NotText, text("z")]
        );
    }

    #[test]
    fn a_line_longer_than_any_buffer_is_passed_over() {
        let mut input = vec![b'x'; 300_000];
        input.extend_from_slice(b"\nnext");
        assert_eq!(lines(&input, 100_000), [Line::TooLong, Line::Text("next".to_owned())]);
    }
}
