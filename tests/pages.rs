//! The renderings: structure of the page, inertness of hostile text, one wording in all three.

mod blocks;
pub(crate) mod compiled;
mod generated;
pub(crate) mod hostile;
mod page;
mod revised;
mod sample;
mod structure;

use std::path::PathBuf;

use hoshin::internals::render::{PageOptions, html};

/// Not a check by itself: these are the pages that `tests/web/run` is given.
#[test]
fn the_pages_for_the_browser_checks_are_written() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("pages");
    std::fs::create_dir_all(&folder).expect("a folder");
    for (name, policy) in [
        ("sample", sample::usual()),
        ("statute", sample::statute()),
        ("hostile", hostile::policy()),
        ("shop", compiled::example("shop/privacy.policy")),
        ("group", compiled::example("group/privacy.policy")),
        ("revised", revised::policy()),
    ] {
        let page = html(&policy, &PageOptions::default());
        std::fs::write(folder.join(name).with_extension("html"), page).expect("a page");
    }
}
