//! `--theme` and `--template`: what a company changes about the page.

use std::path::Path;

use super::arguments::PageArguments;
use super::error::CliError;
use super::error_code::CliCode;
use super::files;
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
        let error = unusable(path, "`</style` を含んでいます", "it holds `</style`");
        return Err(error.help(
            "CSS だけを書いてください。HTML のタグは書けません",
            "write CSS only, no HTML tags",
        ));
    }
    Ok(css)
}

fn template(path: &Path) -> Result<Template, CliError> {
    Template::parse(&text(path)?).map_err(|error| {
        unusable(path, &error.japanese(), &error.to_string())
            .help("差し込み位置の書き方を直してください", "mend the placeholders")
    })
}

fn text(path: &Path) -> Result<String, CliError> {
    files::read_text(path)?.map_err(|_| {
        unusable(path, "UTF-8 ではありません", "it is not UTF-8").help(
            "ファイルを UTF-8 で保存し直してください",
            "save the file again as UTF-8",
        )
    })
}

fn unusable(path: &Path, ja: &str, en: &str) -> CliError {
    let path = files::shown(path);
    CliError::new(
        CliCode::C0010,
        Text::new(
            format!("`{path}` はページに使えません（{ja}）"),
            format!("`{path}` cannot be used for the page: {en}"),
        ),
    )
}
