//! Whether a file is nothing but marks and short words. Every part costs the parser and the tree some hundred bytes, so
//! that such a file would take a thousand times its size.

use super::text::Text;

/// A file with more parts (words, marks, brackets) than this is judged by how long they are.
const MOST_PARTS: usize = 20_000;

/// Shorter parts than this on average are no policy: sentences are longer, and so are names.
const LEAST_BYTES_A_PART: usize = 4;

/// The parts that a text has, and how much of it is no blank.
#[derive(Debug, Default)]
pub(super) struct Density {
    parts: usize,
    blanks: usize,
    in_word: bool,
    in_meaning: bool,
}

impl Density {
    /// Looks at a byte outside of wording.
    pub(super) fn see(&mut self, text: Text<'_>, at: usize) {
        let byte = text.bytes[at];
        // Nearly all that is no blank: no mark begins so.
        let of_letter = byte >= 0x80 && !matches!(byte, 0xE2 | 0xE3 | 0xEF);
        if of_letter && self.in_word {
            return;
        }
        let blank = byte.is_ascii_whitespace() || is_control(byte);
        self.blanks += usize::from(blank);
        let begins = !blank && !self.in_word;
        self.parts += usize::from(begins || is_mark(text, at));
        // A name in ［］ costs more than a word elsewhere.
        self.parts += usize::from(begins && self.in_meaning);
        self.in_meaning = match byte {
            b'[' => true,
            b']' => false,
            0xEF if text.starts(at, "［") => true,
            0xEF if text.starts(at, "］") => false,
            _ => self.in_meaning,
        };
        self.in_word = !blank;
    }

    /// Adds the parts of a wording.
    pub(super) fn add(&mut self, parts: usize) {
        self.parts += parts;
    }

    /// Whether a text of this many bytes has too many parts for what they say.
    pub(super) fn is_too_great(&self, bytes: usize) -> bool {
        self.parts > MOST_PARTS && bytes - self.blanks <= LEAST_BYTES_A_PART * self.parts
    }
}

/// Whether a part of a statement begins here that no blank sets apart: a mark, a bracket, a separator.
fn is_mark(text: Text<'_>, at: usize) -> bool {
    match text.bytes[at] {
        b'_' | b'/' | b'"' => false,
        byte if byte.is_ascii_punctuation() => true,
        // 、 。 「 【 〔 and their kin; ・; the full-width forms of ASCII punctuation; ※; →.
        0xE3 => matches!(text.bytes.get(at + 1..at + 3), Some([0x80, 0x81..=0xBF])) || text.starts(at, "・"),
        0xEF => matches!(
            text.bytes.get(at + 1..at + 3),
            Some([0xBC, 0x80..=0x8F | 0x9A..=0xA0 | 0xBB..=0xBF] | [0xBD, 0x9B..=0xA5])
        ),
        0xE2 => matches!(text.bytes.get(at + 1), Some(0x80 | 0x86 | 0x96 | 0x97)),
        _ => false,
    }
}

/// C0 controls except tab and line ends, and DEL.
fn is_control(byte: u8) -> bool {
    (byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r')) || byte == 0x7F
}
