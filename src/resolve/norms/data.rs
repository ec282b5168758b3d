//! Which data a clause is about.

use super::drafts::Inherited;
use super::wordings::{own_wordings, paragraphs};
use crate::diagnostic::Code;
use crate::document::ClauseId;
use crate::keyword::Keyword;
use crate::resolve::elements;
use crate::resolve::meaning::{References, Resolver};
use crate::resolve::sentences::acts as say;
use crate::resolve::sentences::facts::This;
use crate::resolve::turned::{exempted, objects, taken_out, turned};
use crate::resolve::wholes::wholes;
use crate::span::Span;
use crate::syntax::ast::{Statement, Wording};
use crate::vocabulary::Dimension;
use crate::wording::aims;

impl Resolver<'_, '_, '_, '_> {
    /// What ［］ of the clause and its 項目 say.
    pub(super) fn stated_data(&mut self, block: &Statement, clause: Option<ClauseId>) -> References {
        let mut data = References::default();
        if block.kind != Keyword::Processing && block.kind != Keyword::TransferAbroad {
            data = self.named(block, Dimension::Data, clause);
            if data.stated {
                self.compare_prose(block.kind, &data, &own_wordings(block));
            }
        }
        let items: Vec<&Statement> = block.children_of(Keyword::Items).collect();
        let found = self.dimension(&items, Dimension::Data, clause);
        let only_items = !data.stated && found.stated;
        data.merge(found);
        if only_items && block.kind != Keyword::Processing {
            self.compare_prose(block.kind, &data, &paragraphs(block));
        }
        data
    }

    /// Prose speaks of many things: only single items that ［］ leaves out are reported there.
    pub(super) fn compare_prose(&mut self, kind: Keyword, given: &References, wordings: &[&Wording]) {
        if given.unresolved {
            return;
        }
        let graph = &self.names.declared.data;
        let covered = graph.leaves_of_all(&given.concepts);
        let mut elsewhere = turned(&self.labels, kind, wordings);
        elsewhere.extend(exempted(&self.labels, kind, wordings));
        elsewhere.extend(taken_out(&self.labels, kind, wordings));
        elsewhere.extend(wholes(&self.labels, graph, wordings, false));
        if kind != Keyword::Use {
            // What is analysed in the end is not thereby collected or sent.
            elsewhere.extend(wordings.iter().flat_map(|wording| {
                let read = self.labels.read(wording);
                let places = aims(&read.passage.text).into_iter();
                places.map(|place| read.passage.span(place)).collect::<Vec<_>>()
            }));
        }
        let mut missing = Vec::new();
        for wording in wordings {
            for found in self
                .labels
                .read(wording)
                .found
                .iter()
                .filter(|found| found.dimension == Dimension::Data && !found.excepted)
                .filter(|found| !elsewhere.iter().any(|place| place.contains(found.span)))
            {
                let single = found.concepts.iter().all(|id| graph.children(*id).is_empty());
                let stated = found.concepts.iter().any(|id| graph.leaves_of(*id).is_subset(&covered));
                if single && !stated {
                    missing.push((found.span, found.concepts[0]));
                }
            }
        }
        for (span, id) in missing {
            self.report_drift(Code::H0601, span, id, given, Dimension::Data);
        }
        let handled = objects(&self.labels, kind, wordings);
        for diagnostic in elements::unread(&self.labels, wordings, Dimension::Data) {
            let is_in = |places: &[Span]| {
                let mut labels = diagnostic.labels.iter();
                labels.any(|label| places.iter().any(|place| place.contains(label.span)))
            };
            if is_in(&handled) && !is_in(&elsewhere) {
                self.context.report(diagnostic);
            }
        }
    }

    /// Data from the wording, from the rider, or from the headings above; an error where all are silent.
    pub(super) fn complete_data(
        &mut self,
        statement: &Statement,
        clause: Option<ClauseId>,
        inherited: &Inherited,
        data: &mut References,
    ) {
        if data.stated {
            return;
        }
        if inherited.data.stated {
            *data = inherited.data.clone();
            return;
        }
        self.read_act(statement.kind, data, &own_wordings(statement), Dimension::Data);
        let mut above = clause.and_then(|clause| self.names.outline.clause(clause).parent);
        while let (false, Some(id)) = (data.stated, above) {
            let headings: Vec<&Wording> = self.names.outline.statements[id.0 as usize].wordings.iter().collect();
            self.read_with(data, &headings, Dimension::Data);
            above = self.names.outline.clause(id).parent;
        }
        if !data.stated {
            data.stated = true;
            self.missing_dimension(statement, say::no_data(&This(statement.kind)), "項目［個人情報］");
        }
    }
}
