//! The decision procedure over norms.
