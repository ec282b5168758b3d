//! Two revisions of a policy compared.

pub mod changes;
pub mod decisions;
pub mod vocabulary;
