//! What the readers of the single files share: the files, the ids known so far, the log.

use super::diagnostic::{Log, Spot, nearest};
use super::document::Parsed;
use super::entry::{At, Entry};
use super::folder::Folder;
use super::ground::{Ground, MARGIN_KM};
use super::iso3166;
use crate::geo::LonLat;
use crate::model::{id::Id, source::SourceKind};
use crate::units::PartialDate;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// What bears an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Thing {
    Source,
    Stretch,
    Place,
    Line,
    Project,
    Waterway,
    Institution,
    Section,
    Person,
    Reference,
    Claim,
    Figure,
    Finding,
    Event,
    Point,
    Node,
    Step,
    Word,
    Assumption,
    Link,
    Notice,
    Scenario,
    Published,
}

impl Thing {
    /// The word for it, which is also the key of its tables.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Stretch => "stretch",
            Self::Place => "place",
            Self::Line => "line",
            Self::Project => "project",
            Self::Waterway => "waterway",
            Self::Institution => "institution",
            Self::Section => "section",
            Self::Person => "person",
            Self::Reference => "reference",
            Self::Claim => "claim",
            Self::Figure => "figure",
            Self::Finding => "finding",
            Self::Event => "event",
            Self::Point => "point",
            Self::Node => "node",
            Self::Step => "step",
            Self::Word => "word",
            Self::Assumption => "assumption",
            Self::Link => "link",
            Self::Notice => "notice",
            Self::Scenario => "scenario",
            Self::Published => "published",
        }
    }
}

/// Where an id was defined; `None` in a file that cannot be parsed.
type Defined<'a> = BTreeMap<String, Option<Spot<'a>>>;

/// Everything at hand while the files are read, in an order in which ids are defined before they
/// are used.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    pub(super) log: &'a Log,
    pub(super) folder: &'a Folder,
    pub(super) files: &'a [Parsed<'a>],
    pub(super) ground: Option<Ground>,
    /// The date of the data, once it is known.
    pub(super) date: Cell<Option<PartialDate>>,
    /// Boxes (west, south, east, north) of disputed stretches of border.
    pub(super) disputed: RefCell<Vec<[f64; 4]>>,
    pub(super) source_kinds: RefCell<BTreeMap<Id, SourceKind>>,
    pub(super) positions: RefCell<BTreeMap<Id, LonLat>>,
    /// Messages that the data need, with the first use of each.
    pub(super) needs: RefCell<BTreeMap<String, Spot<'a>>>,
    known: RefCell<BTreeMap<Thing, Defined<'a>>>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(
        log: &'a Log,
        folder: &'a Folder,
        files: &'a [Parsed<'a>],
        ground: Option<Ground>,
    ) -> Self {
        Self {
            log,
            folder,
            files,
            ground,
            date: Cell::default(),
            disputed: RefCell::default(),
            source_kinds: RefCell::default(),
            positions: RefCell::default(),
            needs: RefCell::default(),
            known: RefCell::default(),
        }
    }

    /// The tables of `thing` in the files that `belongs` picks.
    pub(super) fn entries(&self, thing: Thing, belongs: impl Fn(&str) -> bool) -> Vec<Entry<'a>> {
        let mut entries = Vec::new();
        for file in self.files.iter().filter(|file| belongs(&file.document.file)) {
            match Entry::of_file(file, self.log) {
                Some(whole) => {
                    entries.extend(whole.tables(thing.word()));
                    whole.finish();
                }
                None => {
                    let mut known = self.known.borrow_mut();
                    let ids = known.entry(thing).or_default();
                    ids.extend(file.document.likely_ids().map(|id| (id.to_owned(), None)));
                }
            }
        }
        entries
    }

    /// The file of that name as one entry, unless it cannot be parsed; its absence is a problem.
    pub(super) fn file(&self, name: &str) -> Option<Entry<'a>> {
        match self.files.iter().find(|file| file.document.file == name) {
            Some(file) => Entry::of_file(file, self.log),
            None => {
                self.log.add(name, 1, 1, "this file is missing", None);
                None
            }
        }
    }

    /// The id of the entry, which must be well-formed and new among its kind.
    pub(super) fn define(&self, thing: Thing, entry: &Entry<'a>) -> Option<Id> {
        let text = entry.text("id")?;
        let id = self.well_formed(text)?;
        let mut known = self.known.borrow_mut();
        match known.entry(thing).or_default().get(id.as_str()) {
            Some(Some(first)) => {
                let message = format!("the id `{id}` is taken by another {}", thing.word());
                self.log.report(text.spot, message, &*format!("the first is at {first}"));
                return None;
            }
            _ => known.entry(thing).or_default().insert(text.value.to_owned(), Some(text.spot)),
        };
        Some(id)
    }

    /// The id spelt so, whether or not anything bears it.
    pub(super) fn well_formed(&self, text: At<'a, &'a str>) -> Option<Id> {
        let id = Id::new(text.value);
        if id.is_none() {
            self.log.report(
                text.spot,
                format!("`{}` is no id", text.value),
                "an id holds a to z, 0 to 9 and inner hyphens, at most 64 of them",
            );
        }
        id
    }

    /// The id of a thing that exists.
    pub(super) fn refer(&self, thing: Thing, text: At<'a, &'a str>) -> Option<Id> {
        let known = self.known.borrow();
        let ids = known.get(&thing);
        if ids.is_some_and(|ids| ids.contains_key(text.value)) {
            return Id::new(text.value);
        }
        let message = format!("there is no {} `{}`", thing.word(), text.value);
        let names = ids.into_iter().flat_map(|ids| ids.keys().map(String::as_str));
        self.log.report(text.spot, message, nearest(text.value, names).as_deref());
        None
    }

    /// The id of a thing of one of some sorts.
    pub(super) fn first_of(&self, things: &[Thing], text: At<'a, &'a str>) -> Option<Id> {
        let id = self.well_formed(text)?;
        let known = things.iter().any(|thing| self.spot_of(*thing, &id).is_some());
        if !known {
            let words: Vec<&str> = things.iter().map(|thing| thing.word()).collect();
            let message = format!("`{id}` is no {}", words.join(", no "));
            self.log.report(text.spot, message, None);
        }
        known.then_some(id)
    }

    /// Where the id of a thing stands.
    pub(super) fn spot_of(&self, thing: Thing, id: &Id) -> Option<Spot<'a>> {
        self.known.borrow().get(&thing)?.get(id.as_str()).copied().flatten()
    }

    /// The thing named in a field that must be there.
    pub(super) fn reference(
        &self,
        entry: &Entry<'a>,
        key: &'static str,
        thing: Thing,
    ) -> Option<Id> {
        self.refer(thing, entry.text(key)?)
    }

    /// The thing named in a field that may be left out; the outer `None` is a wrong one.
    pub(super) fn optional_reference(
        &self,
        entry: &Entry<'a>,
        key: &'static str,
        thing: Thing,
    ) -> Option<Option<Id>> {
        match entry.optional_text(key)? {
            None => Some(None),
            Some(text) => self.refer(thing, text).map(Some),
        }
    }

    /// The things named in a list; a thing named twice is a problem.
    pub(super) fn references(&self, entry: &Entry<'a>, key: &'static str, thing: Thing) -> Vec<Id> {
        let mut ids = Vec::new();
        for text in entry.texts(key) {
            let Some(id) = self.refer(thing, text) else { continue };
            if ids.contains(&id) {
                self.log.report(text.spot, format!("`{id}` is listed twice in `{key}`"), None);
            }
            ids.push(id);
        }
        ids
    }

    /// Checks an ISO 3166-1 alpha-3 code.
    pub(super) fn country(&self, text: At<'a, &'a str>) -> Option<String> {
        if iso3166::alpha2(text.value).is_some() {
            return Some(text.value.to_owned());
        }
        let hint = nearest(text.value, iso3166::alpha3_codes());
        let message = format!("`{}` is no ISO 3166-1 alpha-3 code", text.value);
        self.log.report(text.spot, message, hint.as_deref());
        None
    }

    /// A date of a state of affairs, which cannot lie after the date of the data.
    pub(super) fn past_date(&self, entry: &Entry<'a>, key: &'static str) -> Option<PartialDate> {
        let date = entry.date(key)?;
        if let Some(today) = self.date.get()
            && order(today, date.value).is_lt()
        {
            let message = format!("{} lies after the date of the data, {today}", date.value);
            self.log.report(date.spot, message, "the date of the data stands in dataset.toml");
        }
        Some(date.value)
    }

    /// Whether the boundary policy leaves open to whom a point belongs.
    pub(super) fn is_disputed(&self, at: LonLat) -> bool {
        self.disputed.borrow().iter().any(|&[west, south, east, north]| {
            (west..=east).contains(&at.lon) && (south..=north).contains(&at.lat)
        })
    }

    /// Reports a point that lies too far outside its country.
    pub(super) fn check_inside(&self, at: LonLat, country: &str, spot: Spot<'a>) {
        let Some(ground) = &self.ground else { return };
        if self.is_disputed(at) {
            return;
        }
        let Some(distance) = ground.distance_km(at, country) else { return };
        if distance > MARGIN_KM {
            let hint = ground
                .country_at(at)
                .map(|found| format!("the point lies in {found}"))
                .unwrap_or_else(|| {
                    "the point lies at sea; a junction at sea has no `country`".to_owned()
                });
            let message = format!("this point lies {distance:.0} km outside {country}");
            self.log.report(spot, message, &*hint);
        }
    }

    /// Notes that people will read the message `key`.
    pub(super) fn need(&self, key: String, spot: Spot<'a>) {
        self.needs.borrow_mut().entry(key).or_insert(spot);
    }
}

/// Order of two dates as far as both are known: 2015 and 2015-10 are equal.
pub(super) fn order(a: PartialDate, b: PartialDate) -> std::cmp::Ordering {
    let months = a.month.zip(b.month).map(|(a, b)| a.cmp(&b));
    let days = a.day.zip(b.day).map(|(a, b)| a.cmp(&b));
    let equal = std::cmp::Ordering::Equal;
    match a.year.cmp(&b.year).then(months.unwrap_or(equal)) {
        order if order.is_ne() || months.is_none() => order,
        _ => days.unwrap_or(equal),
    }
}
