//! A page as a browser reads it.

use std::collections::BTreeSet;

use hoshin::internals::policy::Policy;
use hoshin::internals::render::{PageOptions, html};
use scraper::{ElementRef, Html, Node, Selector};

/// A rendered page and its tree.
pub(crate) struct Page {
    pub(crate) source: String,
    tree: Html,
}

impl Page {
    pub(crate) fn of(policy: &Policy) -> Self {
        Self::parse(html(policy, &PageOptions::default()))
    }

    pub(crate) fn parse(source: String) -> Self {
        let tree = Html::parse_document(&source);
        Self { source, tree }
    }

    pub(crate) fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        self.tree.select(&selector).collect()
    }

    pub(crate) fn one(&self, selector: &str) -> ElementRef<'_> {
        let found = self.all(selector);
        assert_eq!(found.len(), 1, "{selector}");
        found[0]
    }

    /// The attribute of every element that the selector finds.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<&str> {
        self.all(selector)
            .into_iter()
            .filter_map(|element| element.attr(name))
            .collect()
    }

    /// The words of the main content, without the permalinks.
    pub(crate) fn words(&self) -> String {
        let mut words = String::new();
        gather_words(self.one("main"), &mut words);
        words
    }

    /// What must hold for every page, whatever the policy says.
    pub(crate) fn assert_sound(&self) {
        assert_eq!(
            self.tree.errors,
            Vec::<std::borrow::Cow<'_, str>>::new(),
            "{}",
            self.source
        );
        assert_eq!(self.all("html[lang=ja], main, h1, title").len(), 4);
        let nothing = "script, iframe, object, embed, img, form, base, link, svg, [style], [srcdoc], [target]";
        assert_eq!(self.attributes(nothing, "id"), Vec::<&str>::new());
        assert_eq!(self.all(nothing).len(), 0, "{}", self.source);
        self.assert_ids_are_unique();
        self.assert_headings_are_in_order();
        for element in self.all("*") {
            for (name, _) in element.value().attrs() {
                assert!(!name.starts_with("on"), "{name}");
            }
        }
        for href in self.attributes("[href]", "href") {
            let safe = ["#", "http://", "https://", "mailto:"];
            let lower = href.to_ascii_lowercase();
            assert!(safe.iter().any(|scheme| lower.starts_with(scheme)), "{href}");
        }
        assert!(self.attributes("[src], [poster], [data], [action]", "src").is_empty());
    }

    fn assert_ids_are_unique(&self) {
        let ids = self.attributes("[id]", "id");
        let unique: BTreeSet<&str> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "{ids:?}");
        for id in ids {
            assert!(!id.is_empty() && !id.contains(char::is_whitespace), "{id:?}");
        }
        for labelled in self.attributes("[aria-labelledby]", "aria-labelledby") {
            assert!(unique.contains(labelled), "{labelled}");
        }
    }

    fn assert_headings_are_in_order(&self) {
        let mut last = 0;
        for heading in self.all("h1, h2, h3, h4, h5, h6") {
            let level: u32 = heading.value().name().trim_start_matches('h').parse().expect("a level");
            assert!(level <= last + 1, "{level} after {last}");
            assert_eq!(level == 1, last == 0, "one h1, and first");
            last = level;
        }
    }
}

fn gather_words(element: ElementRef<'_>, words: &mut String) {
    for child in element.children() {
        if let Node::Text(text) = child.value() {
            words.push_str(text);
        } else if let Some(child) = ElementRef::wrap(child)
            && !child.value().classes().any(|class| class == "permalink")
        {
            gather_words(child, words);
        }
    }
}

/// Words as `shared/seed/check` compares them: without white space and bullet marks.
pub(crate) fn bare(words: &str) -> String {
    words.chars().filter(|c| !c.is_whitespace() && *c != '・').collect()
}
