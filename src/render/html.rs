//! The page: one self-contained HTML file, without script and without external request.

mod anchors;
mod archive;
mod body;
#[cfg(feature = "diff")]
pub(super) mod comparison;
mod drawing;
mod head;
mod identity;
mod inline;
mod markup;
mod theme;
mod whole;

pub use archive::{Anchor, Entry, Link, Navigation, Neighbours, anchors, history, links_to_history};
use head::About;
pub use theme::{PageOptions, Template, TemplateError};

use crate::policy::Policy;

use whole::whole;

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
