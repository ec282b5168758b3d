//! A place in a source.

use std::num::NonZeroU32;

#[cfg(feature = "schema")]
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::left_out::given;

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Location {
    /// A name in `sources`; left out for the first of them.
    #[serde(default, deserialize_with = "given", skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// The line it starts on, from 1.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub line: NonZeroU32,
    /// The column it starts in, in characters, from 1.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub column: NonZeroU32,
    /// Its first byte in the source's text.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub start_byte: u32,
    /// One past its last byte.
    #[cfg_attr(feature = "schema", schemars(range(max = 4_294_967_295u64)))]
    pub end_byte: u32,
}
