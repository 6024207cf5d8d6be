//! One thread through the atlas: what leads from a claim to all that speaks of it, and from a source to all that rests
//! on it.

use crate::shipped;
use atlas::claims::mentions;
use atlas::i18n::Lang;
use atlas::model::id::Id;
use atlas::present::sources::register;

#[test]
fn what_speaks_of_a_claim_names_it() {
    let study = &shipped::study().spoken(Lang::En);
    let mut found = [0; 3];
    for claim in &study.claims {
        let of = mentions(study, claim.id);
        assert!(of.findings.iter().all(|one| one.claims.contains(&claim.id)));
        assert!(of.events.iter().all(|one| one.claims.contains(&claim.id)));
        assert!(of.steps.iter().all(|(n, one)| study.tour[usize::from(*n) - 1].id == one.id));
        found[0] += of.findings.len();
        found[1] += of.events.len();
        found[2] += of.steps.len();
    }
    let named = |lists: &mut dyn Iterator<Item = usize>| lists.sum::<usize>();
    assert_eq!(found[0], named(&mut study.findings.iter().map(|one| one.claims.len())));
    assert_eq!(found[1], named(&mut study.events.iter().map(|one| one.claims.len())));
    assert_eq!(found[2], named(&mut study.tour.iter().map(|one| one.claims.len())));
}

#[test]
fn each_source_that_something_names_is_in_the_register() {
    let (atlas, study) = (shipped::atlas(), &shipped::study().spoken(Lang::En));
    let network = &shipped::graph().network;
    let register = register(&atlas, study, Some(network));
    let known = |id: &Id| {
        atlas.source(id).is_some() || network.sources.iter().any(|source| source.id == *id)
    };
    let unknown: Vec<&Id> = register.keys().filter(|id| !known(id)).collect();
    assert!(unknown.is_empty(), "{unknown:?}");
    for claim in &study.claims {
        assert!(claim.check.sources.iter().all(|id| register[id].claims.contains(&claim.id)));
    }
    for (index, assumption) in network.assumptions.iter().enumerate() {
        let of = assumption.source.iter().map(|id| &register[id]);
        assert!(of.into_iter().all(|resting| resting.assumptions.contains(&index)));
    }
    // Nothing is listed in vain: a source on which nothing rests should not be there.
    let idle: Vec<&str> = atlas
        .sources
        .iter()
        .filter(|source| !register.contains_key(&source.id))
        .map(|source| source.id.as_str())
        .collect();
    assert!(idle.len() * 20 < atlas.sources.len(), "{idle:?}");
}
