//! Which assumptions the time and the price of a link rest on, by the names that they bear.
//!
//! `speed-rail-kaz` is the speed of trains in Kazakhstan; where a country has none of its own,
//! `speed-rail` stands for it. A border at `taftan` takes `border-road-taftan` and costs
//! `bordercost-road-taftan`.

use super::super::diagnostic::Spot;
use super::Build;
use crate::model::id::Id;
use crate::model::line::Mode;
use crate::model::network::{Passage, Term};

/// What a link is, as far as its terms follow from it.
pub(super) struct Kind<'k> {
    pub(super) mode: Mode,
    pub(super) km: f64,
    pub(super) countries: &'k [String],
    /// The word for the crossing, where it crosses a border.
    pub(super) border: Option<&'k str>,
    pub(super) locks: u8,
    /// An assumption that stands for speed times length.
    pub(super) time: Option<&'k Id>,
    pub(super) passes: &'k [Id],
    /// The nodes where it ends.
    pub(super) ends: [&'k Id; 2],
}

/// Terms of hours and of dollars.
pub(super) type Terms = (Vec<Term>, Vec<Term>);

/// The terms of a link for lorries, trains, ferries and ships of the oceans; `small` for ships of rivers
/// and sheltered seas.
pub(super) fn terms(
    build: &mut Build<'_, '_>,
    spot: Spot<'_>,
    kind: &Kind<'_>,
    passages: &[Passage],
    small: bool,
) -> Option<Terms> {
    let word = match (kind.mode, small) {
        (Mode::Sea, false) => "sea-going",
        (Mode::Sea, true) => "river-sea",
        (mode, _) => mode.name(),
    };
    let km = kind.km as f32;
    let mut hours = Vec::new();
    match kind.time {
        Some(id) => {
            let fixed = build.assumption(spot, &[id.as_str().to_owned()])?;
            hours.push(Term { assumption: fixed, amount: 1.0 });
        }
        None => {
            let speed = build.assumption(spot, &names("speed", word, kind.countries))?;
            hours.push(Term { assumption: speed, amount: km });
        }
    }
    if kind.mode == Mode::Road {
        let rest = build.assumption(spot, &["rest-road".to_owned()])?;
        hours.push(Term { assumption: rest, amount: km });
    }
    let tariff = build.assumption(spot, &names("tariff", word, kind.countries))?;
    let mut usd = vec![Term { assumption: tariff, amount: km }];
    let once = |build: &mut Build<'_, '_>, list: &mut Vec<Term>, names: &[String]| {
        let found = build.assumption(spot, names);
        list.extend(found.map(|assumption| Term { assumption, amount: 1.0 }));
    };
    if let Some(border) = kind.border {
        let [wait, cost] = ["border", "bordercost"]
            .map(|what| vec![format!("{what}-{word}-{border}"), format!("{what}-{word}")]);
        once(build, &mut hours, &wait);
        once(build, &mut usd, &cost);
    }
    if kind.mode == Mode::Ferry && kind.time.is_none() {
        once(build, &mut hours, &["wait-ferry".to_owned()]);
    }
    if kind.locks > 0 {
        let passage = build.assumption(spot, &["lock-time".to_owned()])?;
        hours.push(Term { assumption: passage, amount: f32::from(kind.locks) });
        once(build, &mut hours, &["lock-wait".to_owned()]);
    }
    for passage in passages.iter().filter(|passage| kind.passes.contains(&passage.place)) {
        // What ends in the strait goes through half of it, where both sides list it.
        let half = kind.ends.contains(&&passage.place) && !passage.one_side;
        let amount = if half { 0.5 } else { 1.0 };
        let term = |assumption| Term { assumption, amount };
        hours.extend(passage.time.map(term));
        usd.extend(passage.dues.map(term));
    }
    Some((hours, usd))
}

/// The name with the country's code, then the one without.
fn names(what: &str, word: &str, countries: &[String]) -> Vec<String> {
    let own = countries.first().map(|code| format!("{what}-{word}-{}", code.to_lowercase()));
    own.into_iter().chain([format!("{what}-{word}")]).collect()
}
