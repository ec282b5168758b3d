//! `--theme` and `--template`: what a company changes about the page.

use std::path::Path;

use super::arguments::PageArguments;
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
use super::sentences::page::{self as say, Why};
use crate::diagnostic::Text;
use crate::render::{PageOptions, Template};

/// Reads the files that the user named.
///
/// # Errors
/// `C0010` for what cannot go into a page, and what reading a file gives.
pub(super) fn options(arguments: &PageArguments) -> Result<PageOptions, CliError> {
    Ok(PageOptions {
        theme_css: arguments.theme.as_deref().map(theme).transpose()?,
        template: arguments.template.as_deref().map(template).transpose()?,
    })
}

fn theme(path: &Path) -> Result<String, CliError> {
    let css = text(path)?;
    if css.to_ascii_lowercase().contains("</style") {
        let error = CliError::new(CliCode::C0010, say::holds_an_end_of_style(&files::named(path)));
        return Err(error.advise(say::write_css_only()));
    }
    Ok(css)
}

fn template(path: &Path) -> Result<Template, CliError> {
    Template::parse(&text(path)?).map_err(|error| {
        let why = Why(Text::new(error.japanese(), error.to_string()));
        CliError::new(CliCode::C0010, say::does_not_parse(&files::named(path), &why))
            .advise(say::mend_the_placeholders())
    })
}

fn text(path: &Path) -> Result<String, CliError> {
    files::read_text(path)?.map_err(|_| {
        CliError::new(CliCode::C0010, say::is_not_utf8(&files::named(path))).advise(say::save_it_as_utf8())
    })
}
