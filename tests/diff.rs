//! Two revisions compared.

mod agreement;
