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

#[cfg(test)]
mod tests {
    use super::for_readers;

    #[test]
    fn only_the_marks_of_blocks_are_left_out() {
        let page = "# H0201\n\n```policy,expect=H0201\n情報 a,b\n```\n\n```sh\nls\n```\n\n";
        let shown = "# H0201\n\n```policy\n情報 a,b\n```\n\n```sh\nls\n```\n";
        assert_eq!(for_readers(page), shown);
    }
}
