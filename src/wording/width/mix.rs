//! Two ways of writing one thing, side by side.

use crate::wording::passage::Place;

/// What is written in two ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mix {
    /// （ ） and ( ) around Japanese words.
    Brackets,
    /// ＡＢＣ and ABC. Half width is the ordinary form.
    Letters,
    /// １２３ and 123. Half width is the ordinary form.
    Digits,
    /// “ ” and " ".
    QuotationMarks,
    /// 、 and ，.
    Commas,
    /// 。 and ．.
    FullStops,
}

/// Something written in two ways across a policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mixed {
    /// What.
    pub mix: Mix,
    /// The way most are written: `（）`.
    pub majority: &'static str,
    /// How many are.
    pub count: usize,
    /// Where it is written so first.
    pub example: Place,
    /// The other ways, each with its places.
    pub minority: Vec<(&'static str, Vec<Place>)>,
}
