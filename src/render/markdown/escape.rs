//! One line of Markdown in which every word stands for itself.

/// Running text of one block: a paragraph, a heading, a table cell.
#[derive(Debug, Default)]
pub(super) struct Words {
    line: String,
    /// Markup stands before it on its line, so that what only means something at the beginning of a line is plain.
    within: bool,
    /// A blank to write before the next character: blanks are single, and none begins or ends the line.
    blank: bool,
}

impl Words {
    /// Begins a line, or what a list mark begins.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Begins within a line: a heading, a table cell, the inside of a link.
    pub(super) fn within() -> Self {
        Self {
            within: true,
            ..Self::default()
        }
    }

    /// Adds words as they are.
    pub(super) fn text(mut self, words: &str) -> Self {
        for c in words.chars() {
            if matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{B}' | '\u{C}') {
                self.blank = !self.line.is_empty();
                continue;
            }
            if std::mem::take(&mut self.blank) {
                self.line.push(' ');
            }
            if self.must_escape(c) {
                self.line.push('\\');
            }
            self.line.push(c);
        }
        self
    }

    /// Adds stressed words.
    pub(super) fn strong(mut self, inner: Self) -> Self {
        if inner.line.is_empty() {
            return self;
        }
        self.flush_blank();
        // ** opens and closes only beside letters: **「同意」**は would stay as it is, since a mark stands inside and a
        // letter outside. There, and beside other asterisks, the element is written out.
        let letters = inner.line.starts_with(char::is_alphanumeric) && inner.line.ends_with(char::is_alphanumeric);
        let (open, close) = if letters && !self.line.ends_with('*') {
            ("**", "**")
        } else {
            ("<strong>", "</strong>")
        };
        self.line.push_str(open);
        self.line.push_str(&inner.line);
        self.line.push_str(close);
        self.blank = inner.blank;
        self
    }

    /// Adds an element of HTML around words.
    pub(super) fn element(mut self, tag: &str, inner: Self) -> Self {
        if inner.line.is_empty() {
            return self;
        }
        self.flush_blank();
        self.line.push_str(&format!("<{tag}>{}</{tag}>", inner.line));
        self.blank = inner.blank;
        self
    }

    /// Adds a link. `href` is a valid URL: see [`crate::document::link::href`].
    pub(super) fn link(mut self, words: &str, href: &str) -> Self {
        let inner = Self::within().text(words);
        if inner.line.is_empty() {
            return self;
        }
        self.flush_blank();
        // Between < and > a destination may hold brackets; a character reference and a backslash would still be read.
        let destination = href.replace('&', "\\&");
        self.line.push_str(&format!("[{}](<{destination}>)", inner.line));
        self.blank = inner.blank;
        self
    }

    /// The finished line.
    pub(super) fn finish(self) -> String {
        self.line
    }

    fn flush_blank(&mut self) {
        if std::mem::take(&mut self.blank) {
            self.line.push(' ');
        }
    }

    /// Whether the character, put at the end of the line, could begin markup.
    fn must_escape(&self, c: char) -> bool {
        let begins_line = !self.within && self.line.is_empty();
        let begins_list =
            || !self.within && !self.line.is_empty() && self.line.bytes().all(|byte| byte.is_ascii_digit());
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '^' | '&' | '$' | '{' | '}' => true,
            // ![image], !!! and :emoji: of dialects; https://… and name@host, which dialects make links of.
            '!' | '@' | ':' => true,
            // Lists, rules and underlines at the beginning of a line, front matter at that of the file.
            '-' | '+' | '=' => begins_line,
            '.' | ')' if begins_list() => true,
            // www.… is a link in GitHub's dialect.
            '.' => ends_with_www(&self.line),
            _ => false,
        }
    }
}

fn ends_with_www(line: &str) -> bool {
    line.bytes()
        .rev()
        .take(3)
        .filter(|byte| byte.eq_ignore_ascii_case(&b'w'))
        .count()
        == 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn escaped(text: &str) -> String {
        Words::new().text(text).finish()
    }

    #[test]
    fn what_could_be_markup_is_escaped_and_nothing_else() {
        assert_eq!(
            escaped("氏名・住所（例：東京都）、3.5 % - 予定"),
            "氏名・住所（例：東京都）、3.5 % - 予定"
        );
        assert_eq!(escaped("- 一"), "\\- 一");
        assert_eq!(escaped("12. 題"), "12\\. 題");
        assert_eq!(
            escaped("  <b>*強調*</b> [x](y)"),
            "\\<b\\>\\*強調\\*\\</b\\> \\[x\\](y)"
        );
        assert_eq!(
            escaped("https://mihon.example www.mihon.example"),
            "https\\://mihon.example www\\.mihon.example"
        );
    }

    #[test]
    fn stress_is_written_so_that_it_is_read() {
        let strong = |inner: &str| {
            Words::new()
                .text("は")
                .strong(Words::new().text(inner))
                .text("を")
                .finish()
        };
        assert_eq!(strong("同意"), "は**同意**を");
        assert_eq!(strong("「同意」"), "は<strong>「同意」</strong>を");
        let twice = Words::new()
            .strong(Words::new().text("一"))
            .strong(Words::new().text("二"));
        assert_eq!(twice.finish(), "**一**<strong>二</strong>");
    }
}
