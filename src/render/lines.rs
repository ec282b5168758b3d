//! Lines of plain text, indented, with one blank line between blocks.

/// A text that is written line by line.
#[derive(Debug, Default)]
pub(super) struct Lines {
    text: String,
    indent: String,
    /// What stands in place of the last piece of indentation on the next line: a list mark.
    mark: Option<String>,
    gap: bool,
    /// No blank line before the next line, whoever asks for it.
    close: bool,
}

impl Lines {
    /// Asks for a blank line before the next line.
    pub(super) fn gap(&mut self) {
        self.gap = true;
    }

    /// Sets the next line close to the last one.
    pub(super) fn close_up(&mut self) {
        self.close = true;
    }

    /// Writes one line.
    pub(super) fn line(&mut self, words: &str) {
        let close = std::mem::take(&mut self.close);
        if std::mem::take(&mut self.gap) && !close && !self.text.is_empty() {
            self.text.push('\n');
        }
        match self.mark.take() {
            Some(mark) => self.text.push_str(&mark),
            None => self.text.push_str(&self.indent),
        }
        // A line stays one line, whatever a bundle holds.
        self.text.extend(words.chars().map(|c| if c == '\n' { ' ' } else { c }));
        self.text.push('\n');
    }

    /// Writes one line with a blank line before and after it; nothing where there are no words.
    pub(super) fn block(&mut self, words: &str) {
        if words.is_empty() {
            return;
        }
        self.gap();
        self.line(words);
        self.gap();
    }

    /// Writes what belongs to one list item: its first line begins with the mark, the rest is indented.
    pub(super) fn item(&mut self, mark: &str, indent: &str, write: impl FnOnce(&mut Self)) {
        let outer = self.indent.len();
        self.mark = Some(format!("{}{mark}", self.indent));
        self.indent.push_str(indent);
        write(self);
        self.indent.truncate(outer);
        self.mark = None;
    }

    /// The finished text.
    pub(super) fn finish(self) -> String {
        self.text
    }
}
