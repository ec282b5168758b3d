//! What the sentences of this room quote: kinds of things, statements and their parts.

use std::borrow::Cow;

use crate::characters::{code_point, shown};
use crate::document::DateKind;
use crate::keyword::Keyword;
use crate::text::Text;
use crate::text::sentence::{Part, worded};
use crate::vocabulary::Dimension;

/// What a name is the name of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Of(Dimension),
    Clause,
    Route,
    ClauseOrWord,
    ConditionOrClause,
    Act,
    ActOrPurpose,
    State,
    Decision,
    Request,
}

/// The same where English wants an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct One(pub(crate) Kind);

/// The same where English wants more than one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Several(pub(crate) Dimension);

/// A statement by its keyword.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Called(pub(crate) Keyword);

/// The same behind 「この」.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct This(pub(crate) Keyword);

/// A level of the outline, as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct LevelWord(pub(crate) Keyword);

/// A part of a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Name,
    Meaning,
    Wording,
    String,
    Body,
}

/// A kind of date as a policy writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct DateWord(pub(crate) DateKind);

/// One letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letter(pub(crate) char);

/// The code point of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Point(pub(crate) char);

/// How something is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Example<'e>(pub(crate) &'e str);

worded! {
    /// What may be written, of which one is chosen.
    Choices = [("氏名・住所・電話番号", "氏名, 住所, 電話番号")];
    /// Containment that leads back to itself.
    Round = [("個人情報 ⊃ 氏名 ⊃ 個人情報", "個人情報 ⊃ 氏名 ⊃ 個人情報")];
    /// Letters of other scripts.
    Letters = [("`а`（U+0430、キリル文字）", "`а` (U+0430, Cyrillic)")];
}

impl Choices {
    /// Words of a fixed list, or names.
    pub(crate) fn of<S: AsRef<str>>(words: &[S]) -> Self {
        let words: Vec<&str> = words.iter().map(AsRef::as_ref).collect();
        Self(Text::new(words.join("・"), words.join(", ")))
    }
}

impl Part for Kind {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Of(dimension) => dimension.word(),
            Self::Clause => "条項",
            Self::Route => "経路",
            Self::ClauseOrWord => "条項または語彙",
            Self::ConditionOrClause => "条件または条項",
            Self::Act => "行為",
            Self::ActOrPurpose => "行為または目的",
            Self::State => "水準",
            Self::Decision => "結果",
            Self::Request => "請求",
        })
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Of(dimension) => dimension.english(),
            Self::Clause => "clause",
            Self::Route => "source of collection",
            Self::ClauseOrWord => "clause or word of the vocabulary",
            Self::ConditionOrClause => "condition or clause",
            Self::Act => "act",
            Self::ActOrPurpose => "act or purpose",
            Self::State => "processing state",
            Self::Decision => "decision",
            Self::Request => "request",
        })
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        [Self::Of(Dimension::Data), Self::Of(Dimension::Party), Self::Clause][at % 3]
    }
}

impl Part for One {
    fn ja(&self) -> Cow<'_, str> {
        self.0.ja()
    }

    fn en(&self) -> Cow<'_, str> {
        let article = match self.0 {
            Kind::Act | Kind::ActOrPurpose => "an",
            _ => "a",
        };
        Cow::Owned(format!("{article} {}", self.0.en()))
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self(Kind::sample(at))
    }
}

impl Part for Several {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.word())
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self.0 {
            Dimension::Data => "data categories",
            Dimension::Party => "parties",
            Dimension::Purpose => "purposes",
            Dimension::Condition => "conditions",
        })
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self([Dimension::Data, Dimension::Party][at % 2])
    }
}

impl Part for Called {
    fn ja(&self) -> Cow<'_, str> {
        match self.0 {
            Keyword::Prose => Cow::Borrowed("段落"),
            Keyword::Entry => Cow::Borrowed("項目"),
            kind => Cow::Owned(format!("`{}`", kind.word())),
        }
    }

    fn en(&self) -> Cow<'_, str> {
        match self.0 {
            Keyword::Prose => Cow::Borrowed("a paragraph"),
            Keyword::Entry => Cow::Borrowed("an entry"),
            kind => Cow::Owned(format!("`{}`", kind.word())),
        }
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self([Keyword::Provide, Keyword::Chapter][at % 2])
    }
}

impl Part for This {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self.0 {
            Keyword::Prose => "段落",
            Keyword::Entry => "項目",
            kind => kind.word(),
        })
    }

    fn en(&self) -> Cow<'_, str> {
        match self.0 {
            Keyword::Prose => Cow::Borrowed("paragraph"),
            Keyword::Entry => Cow::Borrowed("entry"),
            kind => Cow::Owned(format!("`{}`", kind.word())),
        }
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self([Keyword::Provide, Keyword::Entry][at % 2])
    }
}

impl Part for LevelWord {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.word())
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self([Keyword::Chapter, Keyword::Section][at % 2])
    }
}

impl Part for Piece {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Name => "名前",
            Self::Meaning => "［ ］",
            Self::Wording => "「 」 の文言",
            Self::String => "\" \" の文字列",
            Self::Body => "{ } の内訳",
        })
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Name => "name",
            Self::Meaning => "［ ］",
            Self::Wording => "wording in 「 」",
            Self::String => "string in \" \"",
            Self::Body => "block in { }",
        })
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        [Self::Name, Self::Wording, Self::Body][at % 3]
    }
}

impl Part for Example<'_> {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0)
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self(["項目［氏名、住所］", "提供先［加盟店］"][at % 2])
    }
}

impl Part for Letter {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Owned(shown(&self.0.to_string()).into_owned())
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self(['а', 'a', 'ロ', '口'][at % 4])
    }
}

impl Part for Point {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Owned(code_point(self.0))
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self(Letter::sample(at).0)
    }
}

impl Part for DateWord {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.0.word())
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        Self(DateKind::sample(at))
    }
}

impl Part for DateKind {
    fn ja(&self) -> Cow<'_, str> {
        Cow::Borrowed(self.word())
    }

    fn en(&self) -> Cow<'_, str> {
        Cow::Borrowed(match self {
            Self::Established => "established",
            Self::Revised => "revised",
            Self::LastRevised => "last revised",
            Self::Effective => "in force",
        })
    }

    #[cfg(test)]
    fn sample(at: usize) -> Self {
        [Self::LastRevised, Self::Established][at % 2]
    }
}
