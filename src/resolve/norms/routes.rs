//! From which sources a clause collects.

use crate::characters::key;
use crate::keyword::Keyword;
use crate::resolve::meaning::Resolver;
use crate::resolve::occurrences::{Form, Thing, Use};
use crate::resolve::sentences::facts::Kind;
use crate::syntax::ast::Statement;

impl Resolver<'_, '_, '_, '_> {
    /// The routes named in a clause: `経路［直接］`, or declared in it.
    pub(super) fn routes_of(&mut self, statement: &Statement) -> Option<Vec<u32>> {
        let groups: Vec<&Statement> = statement.children_of(Keyword::Route).collect();
        let mut routes = Vec::new();
        for group in &groups {
            for route in std::iter::once(*group).chain(group.children_of(Keyword::Route)) {
                if let Some(own) = self.names.declared.route_of.get(&route.head).copied() {
                    self.names.uses.push(Use {
                        span: route.place(),
                        thing: Thing::Route(own),
                        form: Form::Own,
                    });
                    routes.push(own);
                }
                routes.extend(self.routes_named(route));
            }
        }
        (!groups.is_empty()).then_some(routes)
    }

    /// Routes named in ［］.
    pub(in crate::resolve) fn routes_named(&mut self, statement: &Statement) -> Vec<u32> {
        let mut found = Vec::new();
        for item in statement.meaning_items() {
            let Some(path) = self.expect_name(item, Kind::Route) else {
                continue;
            };
            let text = path.text();
            match self
                .names
                .declared
                .routes
                .iter()
                .position(|route| key(&route.name) == key(&text))
            {
                Some(index) => {
                    self.names.use_path(Thing::Route(index as u32), Form::Meaning, path);
                    found.push(index as u32);
                }
                None => {
                    let names: Vec<String> = self
                        .names
                        .declared
                        .routes
                        .iter()
                        .map(|route| route.name.clone())
                        .collect();
                    let names: Vec<&str> = names.iter().map(String::as_str).collect();
                    self.unknown_value(path, Kind::Route, &names);
                }
            }
        }
        found
    }
}
