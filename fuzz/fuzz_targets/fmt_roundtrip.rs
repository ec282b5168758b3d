//! What is formatted means, says and comments the same, and is settled after one round. The formatter compares for
//! itself and refuses; here, to refuse anything but a syntax error is the fault.
#![no_main]

use hoshin::internals::format::{Refused, format};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| match format(text) {
    Ok(once) => assert_eq!(format(&once).as_ref(), Ok(&once), "not settled"),
    Err(Refused::SyntaxErrors(found)) => assert!(!found.is_empty()),
    Err(refused) => panic!("{refused:?}"),
});
