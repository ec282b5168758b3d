//! What a norm says, part by part.

use super::super::kinds::{Acts, AnyOne, Case, Cited, Extent, Told};
use crate::norm::Processing;
use crate::text::sentence::sentences;

sentences! {
    line(clause: Cited, told: Told) =
        "{clause}: {told}",
        "{clause}: {told}";
    all_acts() =
        "すべての行為",
        "any act";
    permits(acts: Acts) =
        "{acts}の許可",
        "permit {acts}";
    forbids(acts: Acts) =
        "{acts}の禁止",
        "forbid {acts}";
    limits(acts: Acts) =
        "{acts}の目的の限定",
        "limit {acts}";
    of_data(extent: Extent) =
        "情報は{extent}",
        "data: {extent}";
    of_party(extent: Extent) =
        "相手方は{extent}",
        "party: {extent}";
    but_for_those_abroad(extent: Extent) =
        "{extent}（外国にある者を除く）",
        "{extent} (not abroad)";
    of_purpose(extent: Extent) =
        "目的は{extent}",
        "purpose: {extent}";
    only_for(purposes: AnyOne) =
        "目的は{purposes}に限る",
        "purpose: only {purposes}";
    on_route(routes: AnyOne) =
        "経路は{routes}",
        "route: {routes}";
    only_processed(state: Processing) =
        "「{state}」の状態に加工した情報に限る",
        "only {state} data";
    only_given(case: Case) =
        "{case}に限る",
        "only given {case}";
    not_given(case: Case) =
        "{case}を除く",
        "not given {case}";
}
