//! A page around its content: the document itself, or the template of a company.

use maud::{DOCTYPE, Markup, html};

use super::anchors;
use super::head::{self, About};
use super::markup::{escaped, visible};
use super::theme::{self, PageOptions};
use crate::policy::Policy;

/// A page around its content.
pub(super) fn whole(policy: &Policy, options: &PageOptions, about: &About, page: &Markup) -> String {
    let (about, page) = (&about.visible(), &visible(page));
    match &options.template {
        Some(template) => template.fill(|placeholder| match placeholder {
            theme::Placeholder::Head => head::head(policy, options, about).into_string(),
            theme::Placeholder::Style => head::style(policy, options, about.styles).into_string(),
            theme::Placeholder::Title => escaped(&about.title),
            theme::Placeholder::Description => escaped(&about.description),
            theme::Placeholder::Page => page.0.clone(),
        }),
        None => {
            let mut text = html! {
                (DOCTYPE)
                html lang="ja" {
                    head { (head::head(policy, options, about)) }
                    body {
                        a.skip-link href={ "#" (anchors::MAIN) } { "本文へ移動" }
                        (page)
                    }
                }
            }
            .into_string();
            text.push('\n');
            text
        }
    }
}
