//! The page: one self-contained HTML file, without script and without external request.

mod anchors;
mod body;
pub(super) mod comparison;
mod head;
mod identity;
mod inline;
mod theme;

use maud::{DOCTYPE, PreEscaped, html};

pub use theme::{PageOptions, Template, TemplateError};

use crate::policy::Policy;

/// Renders a policy as a page that can be put on a site as it is.
///
/// Every clause stands under the id of its anchor, and every norm under its key in a `data-rule` attribute (keys are
/// parted by spaces), so links and programs survive a renumbering. All text is escaped, and a link leads only where
/// [`crate::document::link`] lets it.
#[must_use]
pub fn html(policy: &Policy, options: &PageOptions) -> String {
    let page = body::page(policy);
    match &options.template {
        Some(template) => template.fill(|placeholder| match placeholder {
            theme::Placeholder::Head => head::head(policy, options).into_string(),
            theme::Placeholder::Style => head::style(policy, options).into_string(),
            theme::Placeholder::Title => escaped(&head::title(policy)),
            theme::Placeholder::Description => escaped(&head::description(policy)),
            theme::Placeholder::Page => page.0.clone(),
        }),
        None => {
            let mut text = html! {
                (DOCTYPE)
                html lang="ja" {
                    head { (head::head(policy, options)) }
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

fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}

/// A line feed where it does not show, so that a reader of the file and a line-by-line comparison find their way.
const LINE: PreEscaped<&str> = PreEscaped("\n");
