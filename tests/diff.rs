//! Two revisions: which clause is which, how their wording differs, what the 新旧対照表 shows.

mod pairing;
mod revisions;
