//! Two revisions of a policy compared.

pub mod decisions;
pub mod vocabulary;
