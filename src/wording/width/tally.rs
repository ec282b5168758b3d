//! How often each way of writing is used, and where.

use std::ops::Range;

use super::mix::{Mix, Mixed};
use crate::wording::passage::{Passage, Place};

/// A way of writing. The order is that of preference where two are as frequent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Style {
    WideBrackets,
    NarrowBrackets,
    NarrowLetters,
    WideLetters,
    NarrowDigits,
    WideDigits,
    CurlyMarks,
    StraightMarks,
    Touten,
    WideComma,
    NarrowComma,
    Kuten,
    WideStop,
    NarrowStop,
}

impl Style {
    const ALL: [Self; 14] = [
        Self::WideBrackets,
        Self::NarrowBrackets,
        Self::NarrowLetters,
        Self::WideLetters,
        Self::NarrowDigits,
        Self::WideDigits,
        Self::CurlyMarks,
        Self::StraightMarks,
        Self::Touten,
        Self::WideComma,
        Self::NarrowComma,
        Self::Kuten,
        Self::WideStop,
        Self::NarrowStop,
    ];

    fn shown(self) -> &'static str {
        match self {
            Self::WideBrackets => "（）",
            Self::NarrowBrackets => "()",
            Self::NarrowLetters => "ABC",
            Self::WideLetters => "ＡＢＣ",
            Self::NarrowDigits => "123",
            Self::WideDigits => "１２３",
            Self::CurlyMarks => "“”",
            Self::StraightMarks => "\"\"",
            Self::Touten => "、",
            Self::WideComma => "，",
            Self::NarrowComma => ",",
            Self::Kuten => "。",
            Self::WideStop => "．",
            Self::NarrowStop => ".",
        }
    }

    fn mix(self) -> Mix {
        match self {
            Self::WideBrackets | Self::NarrowBrackets => Mix::Brackets,
            Self::NarrowLetters | Self::WideLetters => Mix::Letters,
            Self::NarrowDigits | Self::WideDigits => Mix::Digits,
            Self::CurlyMarks | Self::StraightMarks => Mix::QuotationMarks,
            Self::Touten | Self::WideComma | Self::NarrowComma => Mix::Commas,
            Self::Kuten | Self::WideStop | Self::NarrowStop => Mix::FullStops,
        }
    }
}

/// How often each style is used, and where.
#[derive(Default)]
pub(super) struct Tally {
    counts: [usize; Style::ALL.len()],
    places: [Vec<Place>; Style::ALL.len()],
}

impl Tally {
    /// Counts a use. Uses that touch are one place: the three letters of ＡＢＣ.
    pub(super) fn add(&mut self, style: Style, passage: usize, range: Range<usize>) {
        let slot = style as usize;
        self.counts[slot] += 1;
        match self.places[slot].last_mut() {
            Some(last) if last.passage == passage && last.range.end == range.start => last.range.end = range.end,
            _ => self.places[slot].push(Place { passage, range }),
        }
    }

    /// What is written in more than one way.
    pub(super) fn mixed(mut self, passages: &[&Passage]) -> Vec<Mixed> {
        const MIXES: [Mix; 6] = [
            Mix::Brackets,
            Mix::Letters,
            Mix::Digits,
            Mix::QuotationMarks,
            Mix::Commas,
            Mix::FullStops,
        ];
        let by_length = self.digits_differ_by_length(passages);
        MIXES
            .into_iter()
            .filter(|mix| !(by_length && *mix == Mix::Digits))
            .filter_map(|mix| self.mixed_in(mix))
            .collect()
    }

    /// Official documents write a number of one digit in full width and longer ones in half width: ３日, 15分.
    fn digits_differ_by_length(&self, passages: &[&Passage]) -> bool {
        let places = |style: Style| self.places[style as usize].iter();
        let alone = |place: &&Place| {
            let text = passages[place.passage].text.as_str();
            let beside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ','));
            place.range.len() == 1
                && !beside(text.get(..place.range.start).and_then(|text| text.chars().next_back()))
                && !beside(text.get(place.range.end..).and_then(|text| text.chars().next()))
        };
        places(Style::WideDigits).all(|place| place.range.len() == '１'.len_utf8())
            && !places(Style::NarrowDigits).any(|place| alone(&place))
    }

    fn mixed_in(&mut self, mix: Mix) -> Option<Mixed> {
        let used: Vec<Style> = Style::ALL
            .into_iter()
            .filter(|style| style.mix() == mix && self.counts[*style as usize] > 0)
            .collect();
        let most = used.iter().map(|style| self.counts[*style as usize]).max()?;
        let majority = *used.iter().find(|style| self.counts[**style as usize] == most)?;
        // A text may be set in full width throughout, and half-width names in it are no slip.
        if used.len() < 2 || matches!(majority, Style::WideLetters | Style::WideDigits) {
            return None;
        }
        let minority = used
            .into_iter()
            .filter(|style| *style != majority)
            .map(|style| (style.shown(), std::mem::take(&mut self.places[style as usize])))
            .collect();
        Some(Mixed {
            mix,
            majority: majority.shown(),
            count: most,
            example: self.places[majority as usize].first()?.clone(),
            minority,
        })
    }
}
