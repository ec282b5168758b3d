//! Statements written down in one of the many ways in which an editor may type them.

use super::{Block, Piece, Stmt};

/// Writes the pieces; `noise` makes every choice that canonical form takes away.
pub(super) fn lay_out(pieces: &[Piece], noise: &[u8]) -> String {
    let mut layout = Layout {
        out: String::new(),
        noise: noise.iter().copied().cycle(),
    };
    let last = layout.pieces(pieces);
    if last == Last::LineComment || layout.choice(2) == 0 {
        layout.out.push('\n');
    }
    match layout.choice(3) {
        0 => layout.out.replace('\n', "\r\n"),
        1 => format!("\u{FEFF}{}", layout.out),
        _ => layout.out,
    }
}

/// A piece of a head. Gaps are where blanks and comments may stand.
enum Token {
    Text(String),
    /// Between keyword and name: something must stand there.
    Parting,
    Gap,
    /// Inside ［］, where lines may end too.
    BracketGap,
}

/// What stands last on the present line, which decides what may follow on it.
#[derive(Clone, Copy, PartialEq)]
enum Last {
    Nothing,
    Statement,
    BlockComment,
    LineComment,
}

struct Layout<N> {
    out: String,
    noise: N,
}

impl<N: Iterator<Item = u8>> Layout<N> {
    fn choice(&mut self, of: usize) -> usize {
        usize::from(self.noise.next().unwrap_or(0)) % of
    }

    fn one_of(&mut self, ways: &[&'static str]) -> &'static str {
        let way = self.choice(ways.len());
        ways[way]
    }

    fn blanks(&mut self) {
        let blanks = self.one_of(&["", " ", "　", "\t ", "\u{A0}"]);
        self.out.push_str(blanks);
    }

    /// Blanks before a mark: 宛名・情報 would be read as one name.
    fn blanks_behind_a_name(&mut self) {
        self.blanks();
        if self.out.ends_with(|c: char| c.is_alphanumeric() || c == '_') {
            self.out.push(' ');
        }
    }

    fn pieces(&mut self, pieces: &[Piece]) -> Last {
        let mut last = Last::Nothing;
        for piece in pieces {
            match piece {
                Piece::Blank => {
                    let more = self.one_of(&["", "\n", "　\n\n"]);
                    self.out.push_str("\n \n");
                    self.out.push_str(more);
                    last = Last::Nothing;
                }
                Piece::Comment(comment) => {
                    if last != Last::Nothing {
                        self.out.push('\n');
                    }
                    self.blanks();
                    self.out.push_str(comment);
                    last = after_comment(comment);
                }
                Piece::Stmt(stmt) => {
                    let may_join = match last {
                        Last::Nothing | Last::BlockComment => true,
                        Last::Statement => stmt.mark.is_some(),
                        Last::LineComment => false,
                    };
                    if !may_join || (last != Last::Nothing && self.choice(3) > 0) {
                        self.out.push('\n');
                    }
                    self.blanks_behind_a_name();
                    self.stmt(stmt, true);
                    last = match stmt.trailing.last() {
                        Some(comment) if comment.starts_with("//") => Last::LineComment,
                        _ => Last::Statement,
                    };
                }
            }
        }
        last
    }

    fn stmt(&mut self, stmt: &Stmt, may_break: bool) {
        self.head(stmt, may_break);
        if let Some(block) = &stmt.body {
            self.block(block);
        }
        for comment in &stmt.trailing {
            self.blanks();
            self.out.push_str(comment);
        }
    }

    fn block(&mut self, block: &Block) {
        let brace = self.one_of(&["{", "｛"]);
        self.out.push_str(brace);
        for comment in &block.opening {
            self.blanks();
            self.out.push_str(comment);
        }
        if fits_one_line(block) {
            for piece in &block.items {
                self.blanks_behind_a_name();
                match piece {
                    Piece::Blank => {}
                    Piece::Comment(comment) => self.out.push_str(comment),
                    Piece::Stmt(stmt) => self.stmt(stmt, false),
                }
            }
            self.blanks();
        } else {
            self.out.push('\n');
            let last = self.pieces(&block.items);
            if last == Last::LineComment || self.choice(2) == 0 {
                self.out.push('\n');
            }
            self.blanks();
        }
        let brace = self.one_of(&["}", "｝"]);
        self.out.push_str(brace);
    }

    /// The head, with all its comments in one of its gaps.
    fn head(&mut self, stmt: &Stmt, may_break: bool) {
        let tokens = self.tokens(stmt);
        // `//` ends a line, and only inside ［］ may a head go on behind a line end.
        let brackets_only = stmt.inside.iter().any(|comment| comment.starts_with("//"));
        let gaps: Vec<usize> = (0..tokens.len())
            .filter(|&at| match tokens[at] {
                Token::Text(_) => false,
                Token::BracketGap => true,
                Token::Gap | Token::Parting => !brackets_only,
            })
            .collect();
        let chosen = match gaps.len() {
            0 => None,
            count => Some(gaps[self.choice(count)]),
        };
        for (at, token) in tokens.iter().enumerate() {
            let comments: &[String] = if Some(at) == chosen { &stmt.inside } else { &[] };
            match token {
                Token::Text(text) => self.out.push_str(text),
                Token::Parting if comments.is_empty() => self.out.push(' '),
                Token::BracketGap if may_break && self.choice(4) == 0 => self.out.push_str("\n   "),
                _ => {}
            }
            if !matches!(token, Token::Text(_)) {
                self.blanks();
            }
            for comment in comments {
                self.out.push_str(comment);
                self.out.push_str(if comment.starts_with("//") { "\n" } else { " " });
            }
        }
    }

    fn tokens(&mut self, stmt: &Stmt) -> Vec<Token> {
        let mut tokens = Vec::new();
        if let Some(mark) = stmt.mark {
            tokens.extend([Token::Text(mark.to_owned()), Token::Gap]);
        }
        if let Some(keyword) = stmt.keyword {
            let after = if stmt.name.is_some() {
                Token::Parting
            } else {
                Token::Gap
            };
            tokens.extend([Token::Text(keyword.to_owned()), after]);
        }
        if let Some(name) = stmt.name {
            tokens.extend([Token::Text(name.to_owned()), Token::Gap]);
        }
        let mut wordings = stmt.wordings.iter();
        // A paragraph begins with its wording.
        if stmt.is_paragraph() {
            for first in wordings.by_ref().take(1) {
                tokens.extend([Token::Text((*first).to_owned()), Token::Gap]);
            }
        }
        let mut meanings = stmt.meanings.iter();
        while meanings.len() + wordings.len() > 0 {
            if wordings.len() == 0 || (meanings.len() > 0 && self.choice(2) == 0) {
                for meaning in meanings.by_ref().take(1) {
                    self.meaning(meaning, &mut tokens);
                }
            } else {
                tokens.extend(
                    wordings
                        .by_ref()
                        .take(1)
                        .map(|wording| Token::Text((*wording).to_owned())),
                );
            }
            tokens.push(Token::Gap);
        }
        for string in &stmt.strings {
            tokens.extend([Token::Text((*string).to_owned()), Token::Gap]);
        }
        // A comment behind the last part belongs to the head only when a block follows.
        if stmt.body.is_none() {
            tokens.pop();
        }
        tokens
    }

    fn meaning(&mut self, parts: &[&'static str], tokens: &mut Vec<Token>) {
        let text = |text: &str| Token::Text(text.to_owned());
        tokens.extend([text(self.one_of(&["［", "["])), Token::BracketGap]);
        for (index, part) in parts.iter().enumerate() {
            if index > 0 {
                tokens.extend([text(self.one_of(&["、", "，", ",", "､", "、、"])), Token::BracketGap]);
            }
            if let Some((from, to)) = part.split_once(" → ") {
                let arrow = self.one_of(&["→", "->"]);
                tokens.extend([text(from), Token::BracketGap, text(arrow), Token::BracketGap, text(to)]);
            } else if let Some((key, value)) = part.split_once('＝') {
                let equals = self.one_of(&["＝", "=", "：", ":"]);
                tokens.extend([
                    text(key),
                    Token::BracketGap,
                    text(equals),
                    Token::BracketGap,
                    text(value),
                ]);
            } else {
                let dot = self.one_of(&[".", "．"]);
                tokens.push(Token::Text(part.replace('.', dot)));
            }
            tokens.push(Token::BracketGap);
        }
        let end = self.one_of(&["］", "]", "、］"]);
        tokens.push(text(if parts.is_empty() { "］" } else { end }));
    }
}

fn after_comment(comment: &str) -> Last {
    if comment.starts_with("//") {
        Last::LineComment
    } else {
        Last::BlockComment
    }
}

/// Whether the block can be written on one line, and its writer wants it so.
fn fits_one_line(block: &Block) -> bool {
    let short = |comments: &[String]| comments.iter().all(|c| c.starts_with("/*") && !c.contains('\n'));
    block.on_one_line
        && short(&block.opening)
        && block.items.iter().enumerate().all(|(index, piece)| match piece {
            Piece::Blank => false,
            Piece::Comment(comment) => short(std::slice::from_ref(comment)),
            Piece::Stmt(stmt) => {
                stmt.body.is_none()
                    && stmt.inside.is_empty()
                    && short(&stmt.trailing)
                    && (index == 0 || stmt.mark.is_some())
                    && stmt.wordings.iter().all(|wording| !wording.contains('\n'))
            }
        })
}
