//! Every name of the data set that ships is found by typing it.

use crate::shipped;
use atlas::i18n::{Lang, Names};
use atlas::model::id::{Id, Kind, Ref};
use atlas::search::Index;

/// The things that no search for `names` shows among its first hits.
fn lost<'a>(kind: Kind, things: impl Iterator<Item = (&'a Id, &'a Names)>) -> Vec<String> {
    let index = Index::new(&shipped::atlas());
    let mut lost = Vec::new();
    for (id, names) in things {
        let target = Ref { kind, id: id.clone() };
        for lang in Lang::ALL {
            let name = names.get(lang);
            let found = index.search(name, lang, 5);
            if !found.iter().any(|hit| hit.target == target) {
                let instead: Vec<&str> = found.iter().map(|hit| hit.name.as_str()).collect();
                lost.push(format!("{target} by {name}: {}", instead.join(", ")));
            }
        }
    }
    lost
}

#[test]
fn each_place_is_found_by_its_own_name_in_each_language() {
    let atlas = shipped::atlas();
    let places = atlas.places.iter().map(|place| (&place.id, &place.names));
    assert_eq!(lost(Kind::Place, places), [""; 0]);
}

#[test]
fn each_corridor_is_found_by_its_name_and_by_its_tag() {
    let atlas = shipped::atlas();
    for (kind, waterway) in [(Kind::Project, false), (Kind::Waterway, true)] {
        let of_kind = || atlas.corridors.iter().filter(|corridor| corridor.waterway == waterway);
        let names = of_kind().map(|corridor| (&corridor.id, &corridor.names));
        let tags = of_kind().filter_map(|corridor| Some((&corridor.id, corridor.tag.as_ref()?)));
        assert_eq!(lost(kind, names.chain(tags)), [""; 0]);
    }
}

#[test]
fn each_institution_is_found_by_its_name_and_by_its_short_form() {
    let atlas = shipped::atlas();
    let institutions = atlas.institutions.iter();
    let names =
        institutions.flat_map(|found| [(&found.id, &found.names), (&found.id, &found.short)]);
    assert_eq!(lost(Kind::Institution, names), [""; 0]);
}

#[test]
fn the_port_codes_of_the_data_are_found() {
    let index = Index::new(&shipped::atlas());
    for place in &shipped::atlas().places {
        let Some(code) = &place.unlocode else { continue };
        let found = index.search(code, Lang::En, 5);
        assert!(found.iter().any(|hit| hit.target.id == place.id), "{code} is {}", place.id);
    }
}

#[test]
fn the_examples_that_readers_type_are_answered() {
    let index = Index::new(&shipped::atlas());
    for (query, id) in [
        ("Волга", "volga"),
        ("gwadr", "gwadar"),
        ("پورٹ قاسم", "port-qasim"),
        ("karchi", "karachi"),
        ("saint p", "saint-petersburg"),
        ("كراچي", "karachi"),
        ("PKGWD", "gwadar"),
        ("quetta", "quetta"),
    ] {
        let found = index.search(query, Lang::En, 5);
        let ids: Vec<&str> = found.iter().map(|hit| hit.target.id.as_str()).collect();
        assert_eq!(ids.first(), Some(&id), "{query}: {ids:?}");
    }
}
