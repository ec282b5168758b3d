//! Where a wording is not read by people: names, addresses and targets of links in it.

use std::ops::Range;

/// The parts of a wording that are names or addresses and never shown as they are: `{名前}`, `](https://…)`, `<https://…>`.
/// None goes over a line end.
pub(super) fn parts(wording: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut open: Option<(usize, &[char])> = None;
    for (at, c) in wording.char_indices() {
        if let Some((start, closers)) = open {
            if closers.contains(&c) {
                parts.push(start..at);
                open = None;
            } else if c == '\n' {
                open = None;
            }
            continue;
        }
        let rest = wording.get(at..).unwrap_or("");
        open = match c {
            '{' | '｛' => Some((at, &['}', '｝'][..])),
            ']' if rest.starts_with("](") => Some((at, &[')'][..])),
            '<' if ["<http", "<mailto:"].iter().any(|start| rest.starts_with(start)) => Some((at, &['>'][..])),
            _ => None,
        };
    }
    parts
}
