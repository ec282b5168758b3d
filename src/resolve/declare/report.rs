//! What is said of declarations.

use crate::diagnostic::{Code, Diagnostic, Text, bounds};
use crate::resolve::context::Context;
use crate::span::Span;
use crate::vocabulary::{Attribute, BUILT_IN_CONDITIONS, ConceptId, Dimension, Origin};

/// Purposes that contain one another too often, by reference to clauses.
pub(super) fn too_much_contained(most: usize, span: Span) -> Diagnostic {
    Diagnostic::new(
        Code::H0906,
        Text::new(
            format!("条項への参照による目的の包含が {most} 組を超えています"),
            format!("purposes contain one another by reference in more than {most} pairs"),
        ),
    )
    .label(span, Text::new("ここから先は読んでいません", "not read from here on"))
    .help(Text::new(
        "参照する条項を絞るか、目的をまとめてください",
        "refer to narrower clauses, or join purposes",
    ))
}

/// What ［］ of a declaration may say.
pub(super) fn attribute_help(dimension: Dimension) -> Text {
    let words: Vec<&str> = Attribute::ALL
        .iter()
        .filter(|attribute| attribute.dimension() == dimension)
        .map(|attribute| attribute.word())
        .collect();
    match dimension {
        Dimension::Condition => {
            let words: Vec<&str> = BUILT_IN_CONDITIONS.iter().map(|condition| condition.name).collect();
            Text::new(
                format!("使えるもの: {}、または宣言した条件の名前", words.join("・")),
                format!("use {}, or the name of a declared condition", words.join(", ")),
            )
        }
        Dimension::Purpose => Text::new(
            "［ ］ には上位の目的の名前を書きます",
            "［ ］ of a purpose names the purpose it lies below",
        ),
        _ => Text::new(
            format!(
                "使えるもの: {}、または上位の{}の名前",
                words.join("・"),
                dimension.word()
            ),
            format!(
                "use {}, or the name of a wider {}",
                words.join(", "),
                dimension.english()
            ),
        ),
    }
}

/// A name declared twice.
pub(super) fn duplicate(name: &str, kind: &str, second: Span, first: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(
            Code::H0202,
            Text::new(
                format!("`{name}` という{kind}が二つあります"),
                format!("`{name}` is declared twice"),
            ),
        )
        .label(second, Text::new("二つ目", "the second"))
        .label(first, Text::new("一つ目", "the first"))
        .help(Text::new(
            "どちらかの名前を変えるか、同じものなら一方を削除してください",
            "rename one of them, or delete one if they are the same",
        )),
    );
}

/// Containment that leads back to itself.
pub(super) fn cycle(cycle: &[ConceptId], names: &[(String, Origin)], context: &mut Context<'_>) {
    let concept = |id: &ConceptId| names.get(id.index() - 1);
    let names = cycle.iter().chain(cycle.first()).filter_map(concept);
    let path = bounds::names(names.map(|(name, _)| name.as_str()), [" ⊃ ", " ⊃ "]);
    let mut diagnostic = Diagnostic::new(
        Code::H0204,
        Text::new(
            format!("含む・含まれるの関係が一巡しています: {}", path.ja),
            format!("containment leads back to itself: {}", path.en),
        ),
    );
    for (name, origin) in cycle.iter().filter_map(concept) {
        if let Origin::Declared(span) = origin {
            diagnostic = diagnostic.label(*span, Text::new(format!("`{name}`"), format!("`{name}`")));
        }
    }
    context.report(diagnostic.help(Text::new(
        "どれか一つの宣言から上位の名前を外してください",
        "take the wider name out of one of these declarations",
    )));
}

/// A name that the language itself has.
pub(super) fn built_in(name: &str, dimension: Dimension, place: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(
            Code::H0202,
            Text::new(
                format!("`{name}` は言語に初めからある{}です", dimension.word()),
                format!("`{name}` is a {} the language already knows", dimension.english()),
            ),
        )
        .label(place, Text::empty())
        .help(Text::new(
            format!("別の名前を付け、`［{name}］` でその一種としてください"),
            format!("give it another name and mark it `［{name}］`"),
        )),
    );
}

/// ［］ of a declaration with what is no name.
pub(super) fn no_attribute(dimension: Dimension, place: Span, context: &mut Context<'_>) {
    context.report(
        Diagnostic::new(
            Code::H0207,
            Text::new(
                format!("{}の属性として読めません", dimension.word()),
                format!("no attribute of a {}", dimension.english()),
            ),
        )
        .label(place, Text::empty())
        .help(attribute_help(dimension)),
    );
}

/// ［］ of a declaration with a name that is neither an attribute nor declared; `meant` is what is near it.
pub(super) fn unknown_attribute(
    name: &str,
    dimension: Dimension,
    place: Span,
    meant: Option<&str>,
    context: &mut Context<'_>,
) {
    let diagnostic = Diagnostic::new(
        Code::H0207,
        Text::new(
            format!("`{name}` という属性も{}もありません", dimension.word()),
            format!("`{name}` is neither an attribute nor a {}", dimension.english()),
        ),
    )
    .label(place, Text::empty());
    context.report(match meant {
        Some(meant) => diagnostic
            .help(Text::new(
                format!("もしかして: {meant}"),
                format!("did you mean {meant}?"),
            ))
            .fix(place, meant),
        None => diagnostic.help(attribute_help(dimension)),
    });
}
