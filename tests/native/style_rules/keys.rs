//! The keys of the catalogs: each that the code uses exists, each that exists is used.

use crate::shipped;
use crate::source::{self, Source, flat, is, line, string};
use atlas::claims::Facet;
use atlas::export::format::{FileKind, Format};
use atlas::geo::projection::ProjectionId;
use atlas::i18n::Lang;
use atlas::model::network::Measure;
use atlas::model::study::{Basis, CheckState, CitationState, ClaimKind, FindingKind};
use atlas::model::{
    basemap::BoundaryView,
    corridor::Family,
    fact::{Confidence, Fact},
    id::Kind,
    institution::Standing,
    line::{Accuracy, Mode, Status},
    place::PlaceKind,
    source::SourceKind,
};
use atlas::network::{By, Cargo};
use atlas::present::{about::PARTS, rows::Column};
use atlas::state::{Layer, Page, Theme};
use atlas::units::Unit;
use atlas::verdicts::{Check, State};
use proc_macro2::TokenTree;
use std::collections::{BTreeMap, BTreeSet};

fn study_names<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> BTreeSet<String> {
    all.iter().map(|one| name(*one).to_owned()).collect()
}

/// The words for each check.
fn verdict_parts() -> BTreeSet<String> {
    let parts = |check: Check| ["title", "how"].map(|part| format!("{}.{part}", check.id));
    Check::ALL.into_iter().flat_map(parts).collect()
}

/// The words of the page about the atlas.
fn about_parts() -> BTreeSet<String> {
    let words = |(part, count): (&str, u8)| {
        let paragraphs = (1..=count).map(move |n| format!("{part}.{n}")).collect::<Vec<_>>();
        paragraphs.into_iter().chain([format!("{part}.title")])
    };
    PARTS.into_iter().flat_map(words).collect()
}

/// What the numbers of all verdicts are.
fn verdict_numbers() -> BTreeSet<String> {
    let graph = shipped::graph();
    let numbers = Check::ALL.into_iter().flat_map(|check| check.run(graph).numbers);
    numbers.map(|number| number.what.to_owned()).collect()
}

fn with_none(mut names: BTreeSet<String>) -> BTreeSet<String> {
    names.insert("none".to_owned());
    names
}

/// Groups of keys of which the code knows the beginning, and the ends that it can put to it.
fn groups() -> BTreeMap<&'static str, BTreeSet<String>> {
    let atlas = shipped::atlas();
    let names = |all: &[&str]| all.iter().map(|name| (*name).to_owned()).collect::<BTreeSet<_>>();
    let places = names(&PlaceKind::ALL.map(PlaceKind::name));
    let months = || (1..=12).map(|month| month.to_string()).collect();
    let of_places = atlas.places.iter().flat_map(|place| &place.facts);
    let of_corridors = atlas.corridors.iter().flat_map(|corridor| &corridor.facts);
    let what = |fact: &Fact| fact.what.to_string();
    let members = atlas.institutions.iter().flat_map(|institution| &institution.members);
    let countries = atlas.places.iter().filter_map(|place| place.country.clone());
    let partners =
        shipped::study().trade.iter().map(|point| point.partner.clone()).collect::<Vec<_>>();
    let countries = countries.chain(partners).chain(members.map(|member| member.country.clone()));
    BTreeMap::from([
        ("about.", about_parts()),
        ("argument.rank.", (1..=4).map(|rank| rank.to_string()).collect()),
        ("basis.", study_names(Basis::ALL, |one| one.name())),
        ("check.", study_names(CheckState::ALL, |one| one.name())),
        ("citation.", with_none(study_names(CitationState::ALL, |one| one.name()))),
        ("claim_kind.", study_names(ClaimKind::ALL, |one| one.name())),
        ("embed.", names(&["element", "frame", "picture", "full", "compact", "none"])),
        ("input.", names(&Measure::ALL.map(Measure::name))),
        ("route.", names(&["low", "mid", "high"])),
        ("route.by.", names(&By::ALL.map(By::name))),
        ("route.cargo.", names(&Cargo::ALL.map(Cargo::name))),
        ("route.vessel.", names(&["any", "sea-going", "river-sea"])),
        ("verdict.", verdict_parts()),
        ("verdict.number.", verdict_numbers()),
        ("verdict.state.", names(&State::ALL.map(State::name))),
        ("facet.", names(&Facet::ALL.map(Facet::name))),
        ("finding.", study_names(FindingKind::ALL, |one| one.name())),
        ("page.", names(&Page::ALL.map(Page::name))),
        ("accuracy.", names(&Accuracy::ALL.map(Accuracy::name))),
        ("boundaries.", names(&BoundaryView::ALL.map(BoundaryView::name))),
        ("confidence.", names(&Confidence::ALL.map(Confidence::name))),
        ("country.", countries.collect()),
        ("date.month.", months()),
        ("date.month_gen.", months()),
        ("description.status.", names(&Status::ALL.map(Status::name))),
        ("export.format.", names(&Format::ALL.map(Format::name))),
        ("export.kind.", names(&FileKind::ALL.map(FileKind::name))),
        ("fact.", of_places.chain(of_corridors).map(what).collect()),
        ("family.", names(&Family::ALL.map(Family::name))),
        ("key.place.", places.clone()),
        // A place goes by its own kind, never as "place".
        ("kind.", &places | &names(&Kind::ALL.map(Kind::name)[1..])),
        ("lang.", names(&Lang::ALL.map(Lang::code))),
        ("lang.short.", names(&Lang::ALL.map(Lang::code))),
        ("layers.", names(&Layer::ALL.map(Layer::name))),
        ("mode.", names(&Mode::ALL.map(Mode::name))),
        ("projection.", names(&ProjectionId::ALL.map(ProjectionId::name))),
        ("source_kind.", names(&SourceKind::ALL.map(SourceKind::name))),
        ("standing.", names(&Standing::ALL.map(Standing::name))),
        ("tag.", names(&["instc", "cpec"])),
        ("table.column.", names(&Column::ALL.map(Column::name))),
        ("status.", names(&Status::ALL.map(Status::name))),
        ("theme.", names(&Theme::ALL.map(Theme::name))),
        ("unit.", names(&Unit::ALL.map(Unit::name))),
    ])
}

fn catalog() -> BTreeSet<String> {
    shipped::atlas().catalogs.0[0].messages.keys().cloned().collect()
}

/// Functions that look a message up, and which of their arguments is the key.
const LOOKUPS: [(&str, usize); 4] = [("t", 0), ("words", 0), ("fill", 0), ("text", 1)];

/// The literals in the argument that names a message, and all others that look like a key: those
/// that begin with a section of the catalogs and a dot.
fn used(file: &Source, sections: &BTreeSet<&str>) -> BTreeMap<String, usize> {
    let tokens = flat(file.tokens());
    let mut found = BTreeMap::new();
    for token in &tokens {
        let Some(text) = string(token) else { continue };
        let section = text.split_once('.').map(|(section, _)| section);
        let plain =
            text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-{}".contains(&byte));
        if plain && section.is_some_and(|section| sections.contains(section)) {
            found.insert(text, line(token));
        }
    }
    for call in tokens.windows(3).filter(|call| is(call.first(), ".")) {
        let lookup = LOOKUPS.iter().find(|(name, _)| is(call.get(1), name));
        let (Some((_, wanted)), TokenTree::Group(group)) = (lookup, &call[2]) else { continue };
        let mut argument = 0;
        for token in group.stream() {
            if argument == *wanted {
                let texts = flat([token.clone()].into_iter().collect());
                found.extend(texts.iter().filter_map(|token| Some((string(token)?, line(token)))));
            }
            argument += usize::from(is(Some(&token), ","));
        }
    }
    found
}

/// The keys that a literal stands for: itself, or its beginning with every end of its group.
fn keys_of(literal: &str, groups: &BTreeMap<&str, BTreeSet<String>>) -> Option<BTreeSet<String>> {
    let Some((beginning, _)) = literal.split_once('{') else {
        return Some([literal.to_owned()].into());
    };
    let ends = groups.get(beginning)?;
    Some(ends.iter().map(|end| format!("{beginning}{end}")).collect())
}

/// Code that looks messages up; the reader of `data/` only says which must be there.
fn code() -> Vec<Source> {
    let mut files = source::files(&["src"], ".rs");
    files.retain(|file| !file.path.starts_with("src/data/read/"));
    files
}

#[test]
fn each_key_in_the_code_exists_in_all_catalogs() {
    let (groups, catalog) = (groups(), catalog());
    let sections = catalog.iter().filter_map(|key| key.split('.').next()).collect();
    let mut wrong = String::new();
    for file in code() {
        for (literal, line) in used(&file, &sections) {
            let Some(keys) = keys_of(&literal, &groups) else {
                let message = format!("`{literal}` has no group of ends; name it in this test");
                wrong += &file.complaint(line, &message);
                continue;
            };
            for (key, lang) in keys.iter().flat_map(|key| Lang::ALL.map(|lang| (key, lang))) {
                if !shipped::atlas().catalogs.has(lang, key) {
                    let message = format!("{}.toml has no message `{key}`", lang.code());
                    wrong += &file.complaint(line, &message);
                }
            }
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn each_key_of_the_catalogs_is_used() {
    let (groups, catalog) = (groups(), catalog());
    let sections = catalog.iter().filter_map(|key| key.split('.').next()).collect();
    let mut spoken = BTreeSet::new();
    for file in code() {
        let literals = used(&file, &sections).into_keys();
        spoken.extend(literals.filter_map(|literal| keys_of(&literal, &groups)).flatten());
    }
    // The page that loads the program takes its few words when it is built.
    let page = [shipped::root("index.html")].into_iter();
    let page = page.filter_map(|path| std::fs::read_to_string(path).ok());
    let tools = [&["src", "xtask"][..], &["style"]].concat();
    let scripts = ["js", "html"].into_iter().flat_map(|end| source::files(&tools, end));
    let builders = source::files(&["xtask/src"], ".rs");
    for text in page.chain(scripts.chain(builders).map(|file| file.text)) {
        let inside = |sign: char| !(sign.is_ascii_alphanumeric() || "._-".contains(sign));
        spoken.extend(text.split(inside).map(str::to_owned));
    }
    // Countries and what figures measure are the vocabulary of the data, ready for the next entry.
    let of_data = ["country.", "fact."];
    let of_interface = |key: &&String| !of_data.iter().any(|group| key.starts_with(group));
    let unused: Vec<&String> = catalog.difference(&spoken).filter(of_interface).collect();
    assert!(unused.is_empty(), "no code uses these messages: {unused:#?}");
}

#[test]
fn all_ways_of_asking_for_a_message_are_seen() {
    let text = r#"
        fn f() {
            store.t("panel.close");
            store.t(if open { "key.collapse" } else { "key.expand" });
            store.t(&format!("kind.{}", kind.name()));
            store.fill("pannel.close", &[("name", Arg::Text("x.y"))]);
            catalogs.text(lang, "app.name");
            store.words("panel.open");
            let key = "coord.e";
            let file = "map/a.png";
        }
    "#;
    let file = Source { path: "src/ui/x.rs".to_owned(), text: text.to_owned() };
    let sections = ["panel", "key", "kind", "app", "coord", "map"].into();
    let literals: Vec<String> = used(&file, &sections).into_keys().collect();
    let expected = [
        "app.name",
        "coord.e",
        "key.collapse",
        "key.expand",
        "kind.{}",
        "panel.close",
        "panel.open",
        "pannel.close",
    ];
    assert_eq!(literals, expected);
    assert_eq!(keys_of("kind.{}", &BTreeMap::new()), None);
    let kinds = keys_of("kind.{}", &groups()).unwrap();
    assert!(kinds.contains("kind.port") && kinds.contains("kind.project"));
    assert!(!kinds.contains("kind.place"));
}
