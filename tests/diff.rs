//! Two revisions: which clause is which, how their wording differs, what the 新旧対照表 shows.

mod documentation;
mod documents;
mod drawn;
mod pairing;
mod revisions;
mod table;
mod wording;
