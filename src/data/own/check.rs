//! What holds between the parts of a file: ids, sources, words, numbers.

use super::fault::{Fault, Problem};
use super::form::{Fact, Fitting, Geometry, Position};
use super::word::{Country, Name};
use crate::i18n::Lang;
use crate::model::{atlas::Atlas, id::nearest};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Adds what is wrong between the parts that fit the form by themselves.
pub(super) fn check(file: &Value, base: &Atlas, problems: &mut Vec<Problem>) {
    let mut desk = Desk { file, base, problems, ids: BTreeMap::new() };
    for list in ["sources", "places", "corridors", "institutions", "claims", "events"] {
        desk.each_once(list);
    }
    let parts = Fitting::of(file);
    if ["places", "corridors"].iter().all(|list| desk.ids[list].is_empty()) {
        desk.report("", Fault::Empty);
    }
    desk.places(&parts);
    desk.corridors(&parts);
    desk.institutions(&parts);
    desk.claims(&parts);
    desk.events(&parts);
}

/// The country has a name.
pub(super) fn has_name(base: &Atlas, code: &str) -> bool {
    base.catalogs.has(Lang::En, &format!("country.{code}"))
        || base.labels.iter().any(|label| label.country.as_deref() == Some(code))
}

struct Desk<'a> {
    file: &'a Value,
    base: &'a Atlas,
    problems: &'a mut Vec<Problem>,
    /// The ids of each list, whether the rest of an entry fits or not. A large file names them many thousand times.
    ids: BTreeMap<&'static str, BTreeSet<&'a str>>,
}

impl Desk<'_> {
    fn report(&mut self, path: &str, fault: Fault) {
        self.problems.push(Problem { path: path.to_owned(), fault });
    }

    fn each_once(&mut self, list: &'static str) {
        let entries = self.file.get(list).and_then(Value::as_array).into_iter().flatten();
        let mut seen = BTreeSet::new();
        for (at, entry) in entries.enumerate() {
            let Some(id) = entry.get("id").and_then(Value::as_str) else { continue };
            if !seen.insert(id) {
                self.report(&format!("{list}[{at}].id"), Fault::Twice(id.to_owned()));
            }
        }
        self.ids.insert(list, seen);
    }

    /// The list has an entry of that id.
    fn known(&mut self, path: &str, list: &str, id: &str) {
        if !self.ids[list].contains(id) {
            let nearest = nearest(id, self.ids[list].iter().copied());
            self.report(path, Fault::UnknownId { id: id.to_owned(), nearest });
        }
    }

    fn all_known(&mut self, path: &str, list: &str, names: &[Name]) {
        for (at, Name(id)) in names.iter().enumerate() {
            self.known(&format!("{path}[{at}]"), list, id.as_str());
        }
    }

    fn source(&mut self, path: &str, name: Option<&Name>) {
        if let Some(Name(id)) = name {
            self.known(path, "sources", id.as_str());
        }
    }

    fn country(&mut self, path: &str, Country(code): &Country) {
        let named = self.file.get("countries").and_then(|names| names.get(code)).is_some();
        if !named && !has_name(self.base, code) {
            self.report(path, Fault::UnknownCountry(code.clone()));
        }
    }

    fn facts(&mut self, path: &str, facts: &[Fact]) {
        for (at, fact) in facts.iter().enumerate() {
            let path = format!("{path}[{at}]");
            self.source(&format!("{path}.source"), Some(&fact.source));
            let sound = match (fact.value, fact.low, fact.high) {
                (Some(_), None, None) => true,
                (None, Some(low), Some(high)) => low <= high,
                _ => false,
            };
            if !sound {
                self.report(&path, Fault::Value);
            }
            let what = fact.what.0.as_str();
            let named = self.file.get("measures").and_then(|names| names.get(what)).is_some();
            if !named && !self.base.catalogs.has(Lang::En, &format!("fact.{what}")) {
                self.report(&format!("{path}.what"), Fault::UnknownMeasure(what.to_owned()));
            }
        }
    }

    fn places(&mut self, parts: &Fitting) {
        for (at, place) in &parts.places {
            let path = format!("places[{at}]");
            self.source(&format!("{path}.positionSource"), place.position_source.as_ref());
            if let Some(said) = place.position
                && (said == Position::Sourced) != place.position_source.is_some()
            {
                self.report(&format!("{path}.position"), Fault::Position);
            }
            if let Some(country) = &place.country {
                self.country(&format!("{path}.country"), country);
            }
            self.facts(&format!("{path}.facts"), &place.facts);
        }
    }

    fn corridors(&mut self, parts: &Fitting) {
        for (at, corridor) in &parts.corridors {
            let path = format!("corridors[{at}]");
            self.source(&format!("{path}.statusSource"), corridor.status_source.as_ref());
            self.all_known(&format!("{path}.places"), "places", &corridor.places);
            self.all_known(&format!("{path}.sources"), "sources", &corridor.sources);
            self.facts(&format!("{path}.km"), &corridor.km);
            self.facts(&format!("{path}.facts"), &corridor.facts);
            for (at, milestone) in corridor.milestones.iter().enumerate() {
                self.source(&format!("{path}.milestones[{at}].source"), Some(&milestone.source));
            }
            match &corridor.geometry {
                // The atlas itself has corridors of which it draws nothing.
                Some(
                    Geometry::LineString { source, .. } | Geometry::MultiLineString { source, .. },
                ) => self.source(&format!("{path}.geometry.source"), source.as_ref()),
                None if corridor.places.len() < 2 => self.report(&path, Fault::NoCourse),
                None => {}
            }
        }
    }

    fn institutions(&mut self, parts: &Fitting) {
        for (at, institution) in &parts.institutions {
            let path = format!("institutions[{at}]");
            self.all_known(&format!("{path}.sources"), "sources", &institution.sources);
            for (at, member) in institution.members.iter().enumerate() {
                let path = format!("{path}.members[{at}]");
                self.country(&format!("{path}.country"), &member.country);
                self.source(&format!("{path}.source"), member.source.as_ref());
                if member.to.as_ref().is_some_and(|to| *to < member.from) {
                    self.report(&format!("{path}.to"), Fault::Backwards);
                }
            }
        }
    }

    fn claims(&mut self, parts: &Fitting) {
        for (at, claim) in &parts.claims {
            let path = format!("claims[{at}]");
            let wanted = format!("C{:03}", at + 1);
            if claim.id != wanted {
                self.report(&format!("{path}.id"), Fault::Number(wanted));
            }
            self.all_known(&format!("{path}.places"), "places", &claim.places);
            self.all_known(&format!("{path}.corridors"), "corridors", &claim.corridors);
            self.all_known(&format!("{path}.institutions"), "institutions", &claim.institutions);
            for (at, country) in claim.countries.iter().enumerate() {
                self.country(&format!("{path}.countries[{at}]"), country);
            }
            if let Some(check) = &claim.check {
                self.all_known(&format!("{path}.check.sources"), "sources", &check.sources);
            }
        }
    }

    fn events(&mut self, parts: &Fitting) {
        for (at, event) in &parts.events {
            let path = format!("events[{at}]");
            self.all_known(&format!("{path}.places"), "places", &event.places);
            self.all_known(&format!("{path}.corridors"), "corridors", &event.corridors);
            self.all_known(&format!("{path}.sources"), "sources", &event.sources);
            for (at, claim) in event.claims.iter().enumerate() {
                self.known(&format!("{path}.claims[{at}]"), "claims", claim);
            }
            if event.until.as_ref().is_some_and(|until| *until < event.date) {
                self.report(&format!("{path}.until"), Fault::Backwards);
            }
        }
    }
}
