//! The crate's sources as modules: what each defines, brings in and mentions. Read with `syn`, so that what stands in
//! a comment or a string is no mention. Unit tests are left out.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::Visit;

/// A path of names, as `crate::a::b` written without its colons.
pub(crate) type Names = Vec<String>;

/// One module, of a file or inside one.
#[derive(Debug, Default)]
pub(crate) struct Module {
    /// Its file.
    pub(crate) file: PathBuf,
    /// The items it defines, modules aside.
    pub(crate) items: BTreeSet<String>,
    /// What it brings in under which name, as written; `true` where it hands the name on (`pub use`).
    pub(crate) imports: BTreeMap<String, (Names, bool)>,
    /// The modules and enums all of whose names it brings in.
    pub(crate) globs: Vec<Names>,
    /// The paths that its code mentions.
    pub(crate) mentions: BTreeSet<Names>,
    /// The methods that its code calls.
    pub(crate) calls: BTreeSet<String>,
    /// The functions of its inherent `impl` blocks: the type as written, and the name.
    pub(crate) methods: BTreeSet<(Names, String)>,
    /// The functions that traits declare or implement here: their calls lead to no single file.
    pub(crate) of_traits: BTreeSet<String>,
}

/// All modules of the crate by their path; the root's is empty.
pub(crate) fn read(src: &Path) -> BTreeMap<Names, Module> {
    let mut modules = BTreeMap::new();
    file(&src.join("lib.rs"), &[], &mut modules);
    modules
}

fn file(path: &Path, names: &[String], modules: &mut BTreeMap<Names, Module>) {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let tree = syn::parse_file(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    module(path, names, &tree.items, modules);
}

fn module(path: &Path, names: &[String], items: &[syn::Item], modules: &mut BTreeMap<Names, Module>) {
    let mut read = Reader {
        module: Module {
            file: path.to_path_buf(),
            ..Module::default()
        },
    };
    for item in items {
        if is_for_tests(attributes(item)) {
            continue;
        }
        if let syn::Item::Mod(child) = item {
            let name = child.ident.to_string();
            let inner: Names = names.iter().cloned().chain([name.clone()]).collect();
            match &child.content {
                Some((_, items)) => module(path, &inner, items, modules),
                None => file(&beside(path, names, &name), &inner, modules),
            }
        }
        read.item(item);
        read.visit_item(item);
    }
    modules.insert(names.to_vec(), read.module);
}

/// The file of a module that another declares: `lib.rs` and `a.rs` look in `.` and `a/`.
fn beside(path: &Path, names: &[String], name: &str) -> PathBuf {
    let folder = if names.is_empty() {
        path.parent().expect("a file lies in a folder").to_path_buf()
    } else {
        path.with_extension("")
    };
    folder.join(format!("{name}.rs"))
}

struct Reader {
    module: Module,
}

impl Reader {
    /// What an item defines or brings in.
    fn item(&mut self, item: &syn::Item) {
        let name = match item {
            syn::Item::Fn(item) => &item.sig.ident,
            syn::Item::Struct(item) => &item.ident,
            syn::Item::Enum(item) => &item.ident,
            syn::Item::Union(item) => &item.ident,
            syn::Item::Trait(item) => &item.ident,
            syn::Item::Type(item) => &item.ident,
            syn::Item::Const(item) => &item.ident,
            syn::Item::Static(item) => &item.ident,
            syn::Item::Macro(syn::ItemMacro { ident: Some(ident), .. }) => ident,
            syn::Item::Use(item) => {
                let on = !matches!(item.vis, syn::Visibility::Inherited);
                return self.tree(&item.tree, &mut Vec::new(), on);
            }
            _ => return,
        };
        self.module.items.insert(name.to_string());
    }

    fn tree(&mut self, tree: &syn::UseTree, before: &mut Names, on: bool) {
        let with = |before: &Names, name: &syn::Ident| -> Names {
            // `use a::b::{self}` is `use a::b`.
            let own = (name != "self" || before.is_empty()).then(|| name.to_string());
            before.iter().cloned().chain(own).collect()
        };
        match tree {
            syn::UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.tree(&path.tree, before, on);
                before.pop();
            }
            syn::UseTree::Name(name) => {
                let path = with(before, &name.ident);
                let last = path.last().cloned().unwrap_or_default();
                self.module.imports.insert(last, (path, on));
            }
            syn::UseTree::Rename(name) => {
                let path = with(before, &name.ident);
                // `as _` brings in a trait's methods and no name.
                let under = if name.rename == "_" {
                    path.join("::")
                } else {
                    name.rename.to_string()
                };
                self.module.imports.insert(under, (path, on));
            }
            syn::UseTree::Glob(_) => self.module.globs.push(before.clone()),
            syn::UseTree::Group(group) => {
                for tree in &group.items {
                    self.tree(tree, before, on);
                }
            }
        }
    }

    /// What the tokens of a macro's call mention: paths, and calls of methods.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path: Names = Vec::new();
        let mut colons = 0;
        let mut dot = false;
        for token in tokens {
            match token {
                TokenTree::Ident(word) if colons == 2 => {
                    path.push(word.to_string());
                    colons = 0;
                }
                TokenTree::Ident(word) => {
                    self.mention(&mut path);
                    if dot {
                        self.module.calls.insert(word.to_string());
                    } else {
                        path.push(word.to_string());
                    }
                    (colons, dot) = (0, false);
                }
                TokenTree::Punct(mark) if mark.as_char() == ':' && !path.is_empty() => colons += 1,
                TokenTree::Group(group) => {
                    self.mention(&mut path);
                    self.tokens(group.stream());
                    (colons, dot) = (0, false);
                }
                other => {
                    self.mention(&mut path);
                    dot = matches!(&other, TokenTree::Punct(mark) if mark.as_char() == '.');
                    colons = 0;
                }
            }
        }
        self.mention(&mut path);
    }

    fn mention(&mut self, path: &mut Names) {
        if !path.is_empty() {
            self.module.mentions.insert(std::mem::take(path));
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast syn::Item) {
        // A module inside is one of its own; what is brought in was read.
        if !is_for_tests(attributes(item)) && !matches!(item, syn::Item::Mod(_) | syn::Item::Use(_)) {
            syn::visit::visit_item(self, item);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        let of = match &*item.self_ty {
            syn::Type::Path(path) => words(&path.path),
            _ => Vec::new(),
        };
        for inner in &item.items {
            if let syn::ImplItem::Fn(function) = inner
                && !is_for_tests(&function.attrs)
            {
                let name = function.sig.ident.to_string();
                if item.trait_.is_some() {
                    self.module.of_traits.insert(name);
                } else {
                    self.module.methods.insert((of.clone(), name));
                }
            }
        }
        syn::visit::visit_item_impl(self, item);
    }

    fn visit_item_trait(&mut self, item: &'ast syn::ItemTrait) {
        for inner in &item.items {
            if let syn::TraitItem::Fn(function) = inner {
                self.module.of_traits.insert(function.sig.ident.to_string());
            }
        }
        syn::visit::visit_item_trait(self, item);
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        self.module.mentions.insert(words(path));
        syn::visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'ast syn::ExprMethodCall) {
        self.module.calls.insert(call.method.to_string());
        syn::visit::visit_expr_method_call(self, call);
    }

    fn visit_macro(&mut self, called: &'ast syn::Macro) {
        self.module.mentions.insert(words(&called.path));
        self.tokens(called.tokens.clone());
    }
}

fn words(path: &syn::Path) -> Names {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

fn attributes(item: &syn::Item) -> &[syn::Attribute] {
    match item {
        syn::Item::Const(item) => &item.attrs,
        syn::Item::Enum(item) => &item.attrs,
        syn::Item::Fn(item) => &item.attrs,
        syn::Item::Impl(item) => &item.attrs,
        syn::Item::Macro(item) => &item.attrs,
        syn::Item::Mod(item) => &item.attrs,
        syn::Item::Static(item) => &item.attrs,
        syn::Item::Struct(item) => &item.attrs,
        syn::Item::Trait(item) => &item.attrs,
        syn::Item::Type(item) => &item.attrs,
        syn::Item::Use(item) => &item.attrs,
        _ => &[],
    }
}

/// `#[test]`, and `#[cfg(test)]` with or without more to it.
fn is_for_tests(attributes: &[syn::Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let condition = || attribute.parse_args::<TokenStream>().unwrap_or_default().to_string();
        attribute.path().is_ident("test")
            || attribute.path().is_ident("cfg")
                && condition().split(|c: char| !c.is_alphanumeric()).any(|w| w == "test")
    })
}
