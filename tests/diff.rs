//! Two revisions: which clause is which, how their wording differs, what the 新旧対照表 shows, what they decide differently.

mod acknowledged;
mod agreement;
mod changes;
mod conditions_dropped;
mod countries;
mod dates;
mod documentation;
mod documents;
mod drawn;
mod duty_by_law;
mod edits;
mod json;
mod longer_names;
mod new_names;
mod one_list;
mod page_words;
mod pairing;
mod periods;
mod revisions;
mod table;
mod to_the_end;
mod unknown_words;
mod unread;
mod wording;
