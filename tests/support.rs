//! What several test modules use.

pub(crate) mod compiled;
pub(crate) mod generate;
pub(crate) mod naive;
pub(crate) mod policy;
pub(crate) mod sample;
pub(crate) mod sketch;
