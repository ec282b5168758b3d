//! Two revisions of a policy compared.

pub mod vocabulary;
