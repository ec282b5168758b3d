//! The documented page of a code, as it is shown to people.

/// A page without the marks of its fenced blocks: `policy,expect=H0201` tells the project's tests how to run an
/// example, and its readers nothing.
pub(crate) fn for_readers(page: &str) -> String {
    let shown = |line| match str::split_once(line, ',') {
        Some((fence, _)) if fence.starts_with("```") => fence,
        _ => line,
    };
    page.trim_end().lines().flat_map(|line| [shown(line), "\n"]).collect()
}

/// The first paragraph under a heading.
pub(crate) fn first_paragraph<'p>(page: &'p str, heading: &str) -> Option<&'p str> {
    let (_, rest) = page.split_once(&format!("\n## {heading}\n"))?;
    rest.trim_start().lines().next().filter(|line| !line.is_empty())
}

#[cfg(test)]
mod tests {
    use super::{first_paragraph, for_readers};

    #[test]
    fn a_paragraph_is_found_under_its_heading() {
        let page = "# H0201\n\n## なぜ\n\n理由。\n\n続き。\n\n## In English\n\nWhy.\n";
        assert_eq!(first_paragraph(page, "なぜ"), Some("理由。"));
        assert_eq!(first_paragraph(page, "In English"), Some("Why."));
        assert_eq!(first_paragraph(page, "例"), None);
    }

    #[test]
    fn only_the_marks_of_blocks_are_left_out() {
        let page = "# H0201\n\n```policy,expect=H0201\n情報 a,b\n```\n\n```sh\nls\n```\n\n";
        let shown = "# H0201\n\n```policy\n情報 a,b\n```\n\n```sh\nls\n```\n";
        assert_eq!(for_readers(page), shown);
    }
}
