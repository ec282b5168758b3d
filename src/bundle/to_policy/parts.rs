//! The parts that stand in many places: spans, dates, arrays, and values that are wrong.

use jiff::civil::Date;

use super::name::Names;
use crate::bundle::error::{BundleError, Wanted, Within};
use crate::bundle::{places, v1};
use crate::span::{SourceId, Span};

/// The span of a place; a runtime bundle tells none.
pub(super) fn span(files: &Names<'_>, location: Option<&v1::Location>) -> Result<Span, BundleError> {
    let Some(location) = location else {
        return Ok(places::NOWHERE);
    };
    let source = match &location.file {
        Some(file) => files.find(file).within(|| ".location.file".to_owned())?,
        None => places::MAIN.0,
    };
    if location.start_byte > location.end_byte {
        let value = format!("{}..{}", location.start_byte, location.end_byte);
        return Err(invalid(".location", &value, Wanted::Range));
    }
    Ok(places::span(SourceId(source), location))
}

pub(super) fn date(text: &str) -> Result<Date, BundleError> {
    text.parse().map_err(|_| invalid(".date", text, Wanted::Date))
}

pub(super) fn invalid(step: &str, value: &str, expected: Wanted) -> BundleError {
    BundleError::InvalidValue {
        path: step.to_owned(),
        value: value.to_owned(),
        expected,
    }
}

/// Converts the elements of an array; an error tells which one.
pub(super) fn each<T, U>(
    items: &[T],
    step: &str,
    convert: impl Fn(&T) -> Result<U, BundleError>,
) -> Result<Vec<U>, BundleError> {
    items
        .iter()
        .enumerate()
        .map(|(index, item)| convert(item).within(|| format!("{step}[{index}]")))
        .collect()
}
