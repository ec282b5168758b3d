//! The policy as a versioned JSON document, and back.
