//! Fenced blocks of a Markdown page: what they hold, how they are marked, where they stand.

/// A fenced block.
#[derive(Debug, Clone)]
pub(super) struct Block {
    /// What it is written in: `policy`, `console`, `sh`.
    pub language: String,
    /// What follows the language, parted by commas: `expect=H0201`, `fragment`.
    pub marks: Vec<String>,
    /// What stands between the fences, each line with its end.
    pub text: String,
    /// The line of the opening fence, from 1.
    pub line: usize,
    /// The `##` heading it stands under.
    pub heading: String,
}

impl Block {
    /// Whether the block carries the bare mark.
    pub(super) fn is(&self, mark: &str) -> bool {
        self.marks.iter().any(|given| given == mark)
    }

    /// The value of `key=value`, of the first where there are several.
    pub(super) fn value(&self, key: &str) -> Option<&str> {
        self.values(key).next()
    }

    /// The values of all `key=value`.
    pub(super) fn values(&self, key: &str) -> impl Iterator<Item = &str> {
        self.marks
            .iter()
            .filter_map(move |mark| mark.strip_prefix(key)?.strip_prefix('='))
    }
}

/// All fenced blocks of a page, in order.
pub(super) fn blocks(page: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open: Option<Block> = None;
    let mut heading = String::new();
    for (index, line) in page.lines().enumerate() {
        match (&mut open, line.strip_prefix("```")) {
            (Some(_), Some("")) => found.extend(open.take()),
            (Some(block), _) => {
                block.text.push_str(line);
                block.text.push('\n');
            }
            (None, Some(info)) => {
                let mut parts = info.split(',').map(|part| part.trim().to_owned());
                open = Some(Block {
                    language: parts.next().unwrap_or_default(),
                    marks: parts.collect(),
                    text: String::new(),
                    line: index + 1,
                    heading: heading.clone(),
                });
            }
            (None, None) => {
                if let Some(title) = line.strip_prefix("## ") {
                    title.clone_into(&mut heading);
                }
            }
        }
    }
    assert!(open.is_none(), "a fence is never closed");
    found
}

#[test]
fn marks_and_heading_are_read() {
    let page = "## 例\n\n```policy,expect=H0201,fragment\n「あ」\n```\n";
    let found = blocks(page);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].language.as_str(), found[0].line), ("policy", 3));
    assert_eq!(found[0].value("expect"), Some("H0201"));
    assert!(found[0].is("fragment"));
    assert_eq!(found[0].text, "「あ」\n");
    assert_eq!(found[0].heading, "例");
}
