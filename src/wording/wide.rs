//! Whether a text holds any of some marks, asked of very many short texts most of which hold none.

/// Whether a text holds any of these characters, each of three bytes. Goes over the bytes without telling characters apart, many at
/// once.
pub(super) fn holds_wide<const N: usize>(text: &str, wanted: [char; N]) -> bool {
    let bytes = text.as_bytes();
    let (Some(second), Some(third)) = (bytes.get(1..), bytes.get(2..)) else {
        return false;
    };
    wanted.into_iter().any(|wanted| {
        let mut encoded = [0; 3];
        wanted.encode_utf8(&mut encoded);
        let threes = bytes.iter().zip(second).zip(third);
        threes.fold(false, |found, ((one, two), three)| {
            found | ((*one == encoded[0]) & (*two == encoded[1]) & (*three == encoded[2]))
        })
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::holds_wide;

    proptest! {
        #[test]
        fn it_holds_what_a_search_finds(text in "[a「」（あ、é𠮷]{0,8}") {
            prop_assert_eq!(holds_wide(&text, ['「', '）', '（']), text.contains(['「', '）', '（']));
        }
    }
}
