//! What a company may change about the page: its own styles, or a page of its own around the policy.

/// How the page is made.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageOptions {
    /// Styles that follow the page's own and so win over them. They can load nothing: the page's content security policy
    /// lets only `data:` images and fonts through.
    pub theme_css: Option<String>,
    /// The page to put the policy into, in place of the built-in one.
    pub template: Option<Template>,
}

/// An HTML file with places to fill in: `{{head}}`, `{{style}}`, `{{title}}`, `{{description}}`, `{{page}}`.
///
/// What is filled in is never read for placeholders again, so no wording can bring one in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Literal(String),
    Place(Placeholder),
}

/// What can be filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placeholder {
    /// Everything that stands in `<head>`: metadata, title, styles.
    Head,
    /// `<style>` alone, for a template with a head of its own.
    Style,
    /// The page's title, as text.
    Title,
    /// The page's description, as text.
    Description,
    /// `<main>` with the policy, and the way back to the table of contents.
    Page,
}

/// Why a template cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TemplateError {
    /// A placeholder that does not exist.
    #[error("there is no placeholder `{{{{{0}}}}}`; use head, style, title, description, page")]
    Unknown(String),
    /// `{{` without `}}`.
    #[error("`{{{{` is not closed with `}}}}`")]
    Unclosed,
    /// The policy has no place.
    #[error("`{{{{page}}}}` must stand in the template exactly once")]
    Page,
}

impl TemplateError {
    /// The same in Japanese.
    #[must_use]
    pub fn japanese(&self) -> String {
        match self {
            Self::Unknown(name) => format!(
                "`{{{{{name}}}}}` という差し込み位置はありません（使えるもの: head、style、title、description、page）"
            ),
            Self::Unclosed => "`{{` が `}}` で閉じられていません".to_owned(),
            Self::Page => "`{{page}}` をひな形に一か所だけ置いてください".to_owned(),
        }
    }
}

impl Template {
    /// Reads a template.
    ///
    /// # Errors
    /// When a placeholder is unknown or not closed, or `{{page}}` does not stand in it exactly once.
    pub fn parse(source: &str) -> Result<Self, TemplateError> {
        let mut pieces = Vec::new();
        let mut rest = source;
        while let Some((before, after)) = rest.split_once("{{") {
            let (name, after) = after.split_once("}}").ok_or(TemplateError::Unclosed)?;
            let place = match name.trim() {
                "head" => Placeholder::Head,
                "style" => Placeholder::Style,
                "title" => Placeholder::Title,
                "description" => Placeholder::Description,
                "page" => Placeholder::Page,
                other => return Err(TemplateError::Unknown(other.to_owned())),
            };
            pieces.push(Piece::Literal(before.to_owned()));
            pieces.push(Piece::Place(place));
            rest = after;
        }
        pieces.push(Piece::Literal(rest.to_owned()));
        let pages = pieces.iter().filter(|piece| **piece == Piece::Place(Placeholder::Page));
        if pages.count() != 1 {
            return Err(TemplateError::Page);
        }
        Ok(Self { pieces })
    }

    /// Fills every place.
    pub(super) fn fill(&self, mut text_of: impl FnMut(Placeholder) -> String) -> String {
        self.pieces
            .iter()
            .map(|piece| match piece {
                Piece::Literal(text) => text.clone(),
                Piece::Place(place) => text_of(*place),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn filled(source: &str) -> Result<String, TemplateError> {
        Template::parse(source).map(|template| template.fill(|place| format!("<{place:?} {{{{page}}}}>")))
    }

    #[test]
    fn places_are_filled_once_and_not_read_again() {
        assert_eq!(
            filled("<title>{{ title }}</title>{{page}}!").as_deref(),
            Ok("<title><Title {{page}}></title><Page {{page}}>!")
        );
    }

    #[test]
    fn a_template_without_a_place_for_the_policy_is_refused() {
        assert_eq!(filled("<p>{{title}}</p>"), Err(TemplateError::Page));
        assert_eq!(filled("{{page}}{{page}}"), Err(TemplateError::Page));
        assert_eq!(filled("{{page"), Err(TemplateError::Unclosed));
        assert_eq!(
            filled("{{page}}{{本文}}"),
            Err(TemplateError::Unknown("本文".to_owned()))
        );
    }

    #[test]
    fn errors_name_the_placeholder_as_it_is_written() {
        assert_eq!(
            TemplateError::Unknown("body".to_owned()).to_string(),
            "there is no placeholder `{{body}}`; use head, style, title, description, page"
        );
        assert!(
            TemplateError::Unknown("body".to_owned())
                .japanese()
                .starts_with("`{{body}}`")
        );
        assert!(TemplateError::Page.to_string().starts_with("`{{page}}`"));
        assert!(TemplateError::Unclosed.to_string().contains("`{{`"));
    }
}
