//! What several test modules use.

pub(crate) mod arbitrary;
pub(crate) mod calendar;
pub(crate) mod compiled;
pub(crate) mod naive;
pub(crate) mod policy;
pub(crate) mod program;
pub(crate) mod published;
pub(crate) mod sample;
pub(crate) mod sketch;
