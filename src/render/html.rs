//! The page: one self-contained HTML file, without script and without external request.

mod anchors;
mod archive;
mod body;
pub(super) mod comparison;
mod head;
mod identity;
mod inline;
mod theme;

use maud::{DOCTYPE, Markup, PreEscaped, html};

pub use archive::{Anchor, Entry, Link, Navigation, Neighbours, anchors, history, links_to_history};
use head::About;
pub use theme::{PageOptions, Template, TemplateError};

use crate::characters;
use crate::policy::Policy;

/// Renders a policy as a page that can be put on a site as it is.
///
/// Every clause stands under the id of its anchor, and every norm under its key in a `data-rule` attribute (keys are
/// parted by spaces), so links and programs survive a renumbering. All text is escaped, what no reader could see stands there
/// as its code point, and a link leads only where [`crate::document::link`] lets it.
#[must_use]
pub fn html(policy: &Policy, options: &PageOptions) -> String {
    html_among(policy, options, &Neighbours::default())
}

/// The page of a policy that is published together with its other revisions.
#[must_use]
pub fn html_among(policy: &Policy, options: &PageOptions, neighbours: &Neighbours) -> String {
    let about = About {
        title: neighbours.title(head::title(policy)),
        description: head::description(policy),
        styles: neighbours.styles(),
    };
    let page = body::page(policy, neighbours);
    whole(policy, options, &about, &page)
}

/// A page around its content.
fn whole(policy: &Policy, options: &PageOptions, about: &About, page: &Markup) -> String {
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

/// Markup in which what no reader could see stands as its code point. A theme and a template are the company's own and
/// stay as they are.
fn visible(markup: &Markup) -> Markup {
    PreEscaped(characters::shown(&markup.0).into_owned())
}

fn escaped(text: &str) -> String {
    html! { (text) }.into_string()
}

/// A line feed where it does not show, so that a reader of the file and a line-by-line comparison find their way.
const LINE: PreEscaped<&str> = PreEscaped("\n");
