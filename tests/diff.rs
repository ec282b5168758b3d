//! Two revisions compared.

mod agreement;
mod revisions;
