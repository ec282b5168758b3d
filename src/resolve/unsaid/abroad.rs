//! A 越境 without words on a page that tells nobody that data goes abroad.

use crate::diagnostic::Diagnostic;
use crate::keyword::Keyword;
use crate::resolve::meaning::Resolver;
use crate::resolve::words_of::Words;
use crate::syntax::ast::Statement;
use crate::vocabulary::Dimension;
use crate::wording::known_words::KnownWords;
use crate::wording::report;

/// Words that speak of what is abroad.
static ABROAD: KnownWords<8> = KnownWords::new(["外国", "国外", "海外", "域外", "米国", "所在国", "日本以外", "現地"]);

/// Each 越境 of which no words of the page tell.
pub(super) fn untold(root: &Statement, resolver: &Resolver<'_, '_, '_, '_>) -> Vec<Diagnostic> {
    let mut silent = Vec::new();
    gather(root, &mut silent);
    if silent.is_empty() || is_told(root, resolver) {
        return Vec::new();
    }
    let of = |statement: &Statement| report::unworded(statement.kind.word(), statement.place());
    silent.into_iter().map(of).collect()
}

fn gather<'a>(block: &'a Statement, silent: &mut Vec<&'a Statement>) {
    for child in block.children() {
        if child.kind == Keyword::TransferAbroad {
            let mut words = Words::default();
            words.whole(child);
            silent.extend(words.all.is_empty().then_some(child));
        }
        gather(child, silent);
    }
}

/// Whether anything on the page speaks of what is abroad, or names a country that a party is in.
fn is_told(root: &Statement, resolver: &Resolver<'_, '_, '_, '_>) -> bool {
    let parties = resolver.names.graph(Dimension::Party);
    let countries: Vec<&str> = parties
        .iter()
        .flat_map(|(_, party)| party.countries.iter().map(String::as_str))
        .collect();
    let mut words = Words::default();
    words.whole(root);
    words.all.iter().any(|(wording, _)| {
        let read = resolver.labels.read(wording);
        let text = read.passage.text.as_str();
        ABROAD.are_in(text) || countries.iter().any(|country| text.contains(country))
    })
}
