//! Where a link may lead: `http:`, `https:`, `mailto:` and fragments of the page itself. Nothing else passes, and what
//! a browser could read differently from how it is written does not pass either. Two targets are no addresses: `改定履歴` and
//! `旧版`; where these lie is known only when they are published.

use crate::characters;

/// A target that may stand on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target<'a> {
    /// `http://…` or `https://…`, as written.
    Web(&'a str),
    /// `mailto:…`, as written.
    Mail(&'a str),
    /// What stands after the `#` of a link within the page; empty for the top of the page.
    Fragment(&'a str),
    /// `改定履歴`: the list of revisions, where one is published with the page.
    History,
    /// `旧版`: the page of the previous revision, where one is published with the page.
    Previous,
}

/// The target that stands for the page of the previous revision.
pub const PREVIOUS: &str = "旧版";

/// The target that stands for the list of revisions.
pub const HISTORY: &str = "改定履歴";

/// Whether a link may lead there.
#[must_use]
pub fn is_safe(target: &str) -> bool {
    parse(target).is_some()
}

/// Reads a target; `None` for one that may not stand on a page.
///
/// Browsers drop tabs, line ends and leading control characters, read `\` as `/`, and take `//host` as another site,
/// so a target that holds any of these is refused and not cleaned. A web target must name its host and nothing else, no user in
/// front of it (`https://見本商店@other.example`).
#[must_use]
pub fn parse(target: &str) -> Option<Target<'_>> {
    if target.chars().any(is_misleading) {
        return None;
    }
    match target {
        HISTORY => return Some(Target::History),
        PREVIOUS => return Some(Target::Previous),
        _ => {}
    }
    if let Some(fragment) = target.strip_prefix('#') {
        return Some(Target::Fragment(fragment));
    }
    let (scheme, rest) = target.split_once(':')?;
    match scheme.to_ascii_lowercase().as_str() {
        "http" | "https" => {
            let authority = rest.strip_prefix("//")?.split(['/', '?', '#']).next()?;
            is_host(authority).then_some(Target::Web(target))
        }
        "mailto" => rest.contains('@').then_some(Target::Mail(target)),
        _ => None,
    }
}

/// White space, control characters, backslashes, and characters that are invisible or turn the direction of the text.
fn is_misleading(c: char) -> bool {
    c.is_whitespace() || characters::kind(c).is_some() || matches!(c, '\\' | '\u{FFFC}'..='\u{FFFF}')
}

/// Whether the authority of a web address is a host, with or without a port: an IPv6 address in brackets, or a name without
/// anything that a URL does not know in it.
fn is_host(authority: &str) -> bool {
    let (host, port) = match authority.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((address, after)) => (address, after),
            None => return false,
        },
        None => authority.split_at(authority.find(':').unwrap_or(authority.len())),
    };
    let letter: fn(char) -> bool = match authority.starts_with('[') {
        true => |c| c.is_ascii_hexdigit() || matches!(c, ':' | '.'),
        false => |c| c.is_ascii_alphanumeric() || !c.is_ascii() || matches!(c, '-' | '.' | '_' | '%'),
    };
    let port = port.is_empty()
        || port
            .strip_prefix(':')
            .is_some_and(|port| port.bytes().all(|c| c.is_ascii_digit()));
    !host.is_empty() && host.chars().all(letter) && port
}

/// The target as it stands in an `href`: a valid URL, with the characters that URLs do not know percent-encoded; none for
/// [`Target::History`] and [`Target::Previous`], whose places the page around them knows.
#[must_use]
pub fn href(target: Target<'_>) -> Option<String> {
    Some(match target {
        Target::History | Target::Previous => return None,
        Target::Web(written) => {
            // The brackets of an IPv6 address stay; after the host they are encoded.
            let host_end = written
                .match_indices(['/', '?', '#'])
                .nth(2)
                .map_or(written.len(), |(at, _)| at);
            let (origin, rest) = written.split_at(host_end);
            let mut href = String::with_capacity(written.len());
            encode(
                origin,
                |c| !matches!(c, '"' | '<' | '>' | '`' | '{' | '|' | '}' | '^'),
                &mut href,
            );
            encode_after_host(rest, &mut href);
            href
        }
        Target::Mail(written) => {
            let mut href = String::with_capacity(written.len());
            encode_after_host(written, &mut href);
            href
        }
        Target::Fragment(name) => fragment(name),
    })
}

/// `#` and the name as a fragment: everything but ASCII letters, digits and `-._~` percent-encoded, what is
/// percent-encoded already kept.
#[must_use]
pub fn fragment(name: &str) -> String {
    let mut href = String::with_capacity(1 + name.len() * 3);
    href.push('#');
    encode(name, |c| c.is_ascii_alphanumeric() || "-._~".contains(c), &mut href);
    href
}

fn encode_after_host(text: &str, href: &mut String) {
    let mut fragment_begun = false;
    encode(
        text,
        |c| {
            // A second # has no place in a URL.
            let second = c == '#' && std::mem::replace(&mut fragment_begun, true);
            !second && !matches!(c, '"' | '<' | '>' | '`' | '{' | '|' | '}' | '^' | '[' | ']')
        },
        href,
    );
}

/// Percent-encodes what `keep` does not keep. A `%` stays where two hexadecimal digits follow it.
fn encode(text: &str, mut keep: impl FnMut(char) -> bool, out: &mut String) {
    for (at, c) in text.char_indices() {
        let kept = match c {
            '%' => begins_with_two_digits(text.get(at + 1..).unwrap_or("")),
            c => keep(c),
        };
        if kept {
            out.push(c);
            continue;
        }
        let mut bytes = [0; 4];
        for byte in c.encode_utf8(&mut bytes).bytes() {
            const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

fn begins_with_two_digits(text: &str) -> bool {
    let mut bytes = text.bytes();
    (0..2).all(|_| bytes.next().is_some_and(|byte| byte.is_ascii_hexdigit()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_mail_and_fragments_pass() {
        for target in [
            "https://mihon.example/",
            "http://mihon.example",
            "HTTPS://mihon.example/会社概要?a=1&b=2#沿革",
            "https://[2001:db8::1]:8080/",
            "https://[::ffff:192.0.2.1]",
            "https://見本商店.example:443/",
            "mailto:privacy@mihon.example?subject=%E9%96%8B%E7%A4%BA",
            "#第三者提供.加盟店への提供",
            "#",
            "改定履歴",
            "旧版",
        ] {
            assert!(is_safe(target), "{target}");
        }
    }

    #[test]
    fn everything_else_is_refused() {
        for target in [
            "",
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "\u{1}javascript:alert(1)",
            " https://mihon.example",
            "java\tscript:alert(1)",
            "https://mihon.example/\n",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "file:///etc/passwd",
            "//other.example/",
            "/terms",
            "terms.html",
            "改定履歴.html",
            "旧版/",
            "\\\\other.example",
            "https:\\\\other.example",
            "https:/other.example",
            "https:other.example",
            "https://",
            "https:///other.example",
            "https://:80/",
            "https://?x",
            "https://mihon.example@other.example/",
            "https://[::1]\"onclick=alert(1)",
            "https://[::1]\"onclick=alert(1)/",
            "https://[::1",
            "https://[]/",
            "https://[::1]x/",
            "https://mihon.example:80x/",
            "https://mihon.example\"/",
            "https://mihon.example'onclick=x",
            "https://<b>/",
            "https://見本商店\u{3164}.example/",
            "https://葛\u{E0100}.example/",
            "https://mihon.example/\u{202E}gpj.exe",
            "https://mihon\u{200B}.example/",
            "mailto:",
            "javascript&colon;alert(1)",
            "blob:https://mihon.example/1",
            "ｈttps://mihon.example/",
        ] {
            assert!(!is_safe(target), "{target}");
        }
    }

    #[test]
    fn a_fragment_is_percent_encoded_once() {
        assert_eq!(fragment("取得"), "#%E5%8F%96%E5%BE%97");
        assert_eq!(fragment("%E5%8F%96%E5%BE%97"), "#%E5%8F%96%E5%BE%97");
        assert_eq!(fragment("a.b-1"), "#a.b-1");
        assert_eq!(fragment("50%"), "#50%25");
    }

    #[test]
    fn a_web_address_keeps_what_is_valid() {
        let href = |target: &str| parse(target).and_then(href);
        assert_eq!(
            href("https://mihon.example/会社?a=1&b=[2]#x#y").as_deref(),
            Some("https://mihon.example/会社?a=1&b=%5B2%5D#x%23y")
        );
        assert_eq!(href("http://[::1]/{id}").as_deref(), Some("http://[::1]/%7Bid%7D"));
        assert_eq!(
            href("mailto:a@b.example?x=\"").as_deref(),
            Some("mailto:a@b.example?x=%22")
        );
        assert_eq!(href("#").as_deref(), Some("#"));
    }
}
