//! Every sentence that stands in a table, read as one list: what a lawyer reads aloud before it is published.

use std::fmt::Write as _;

use crate::decide::explain;
use crate::diff;
use crate::resolve;
use crate::text::Text;
use crate::{bundle, check, cli, compile, diagnostic, source, syntax, wording};

/// The tables of a room.
type Tables = Vec<(&'static str, Vec<(&'static str, Text)>)>;

/// The rooms whose sentences stand in tables.
fn rooms() -> Vec<(&'static str, Tables)> {
    let one = |name, sentences| vec![(name, sentences)];
    vec![
        ("bundle", bundle::samples()),
        ("check", check::samples()),
        ("cli", cli::samples()),
        ("compile", one("sources", compile::samples())),
        ("decide", explain::samples()),
        ("diff", diff::samples()),
        ("diagnostic", one("left out", diagnostic::samples())),
        ("resolve", resolve::samples()),
        ("source", one("decoding", source::sentences::samples())),
        ("syntax", syntax::samples()),
        ("wording", wording::samples()),
    ]
}

#[test]
fn all_sentences_as_one_list() {
    let mut list = String::new();
    for (room, tables) in rooms() {
        for (table, sentences) in tables {
            let _ = writeln!(list, "## {room}: {table}\n");
            for (name, text) in sentences {
                let _ = writeln!(list, "{name}\n  {}\n  {}", text.ja, text.en);
            }
            list.push('\n');
        }
    }
    insta::with_settings!({
        snapshot_path => "../../../tests/snapshots",
        prepend_module_to_snapshot => false,
        omit_expression => true,
        description => "Every sentence in a table, with examples of the facts it quotes.",
    }, {
        insta::assert_snapshot!("sentences", list);
    });
}

/// Tables whose sentences stand on a page as they are.
const WHOLE: [&str; 3] = ["ci: rules", "ci: summary", "tested"];

/// What is found is told as a message, which draws its own end.
#[test]
fn no_finding_ends_with_a_full_stop() {
    let rooms = rooms()
        .into_iter()
        .filter(|(room, _)| !["decide", "diff"].contains(room));
    for (table, sentences) in rooms.flat_map(|(_, tables)| tables) {
        if WHOLE.contains(&table) {
            continue;
        }
        for (name, text) in sentences {
            let ends = |text: &str| text.is_empty() || text.ends_with(['。', '.']);
            assert!(!ends(&text.ja) && !ends(&text.en), "{table} {name}: {text:?}");
        }
    }
}
