//! What the wording itself says: labels, definitions, hard-typed references, spelling.
