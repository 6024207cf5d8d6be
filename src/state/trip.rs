//! The question for routes, as a part of the state and of its link.

use crate::model::atlas::Atlas;
use crate::model::id::{Id, Kind};
use crate::model::line::{Mode, Status};
use crate::model::network::Vessel;
use crate::network::{By, Cargo, MOST_ROUTES, Query};

/// The most closures and the most changed assumptions that a link carries.
const MOST: usize = 64;

/// What a reader asks for, and which of the answers is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct Trip {
    /// The question; its ends may still be empty.
    pub query: Query,
    /// The route that is looked at, from 1.
    pub pick: u8,
    /// Whether routes are listed that are best in some respect, instead of alternatives to the best.
    pub front: bool,
    /// The route beside which that is put, from 1.
    pub beside: Option<u8>,
    /// Where no end is chosen: how far one comes in so many days, at most [`MOST_DAYS`].
    pub days: u8,
}

/// The most days of which it is asked how far one comes.
pub const MOST_DAYS: u8 = 40;

impl Default for Trip {
    fn default() -> Self {
        Self { query: Query::default(), pick: 1, front: false, beside: None, days: 10 }
    }
}

impl Trip {
    /// Whether both ends are chosen.
    pub fn is_whole(&self) -> bool {
        !self.query.from.is_empty() && !self.query.to.is_empty()
    }

    /// The parts of the fragment that differ from a trip not yet begun.
    pub(super) fn parts(&self) -> Vec<(String, String)> {
        let default = Self::default();
        let query = &self.query;
        let mut parts: Vec<(String, String)> = Vec::new();
        let mut push = |key: &str, value: String| {
            if !value.is_empty() {
                parts.push((key.to_owned(), value));
            }
        };
        let names = |items: Vec<&'static str>| items.join(",");
        push("from", query.from.clone());
        push("to", query.to.clone());
        push("via", query.via.join(","));
        if query.by != By::default() {
            push("by", query.by.name().to_owned());
        }
        push("month", query.month.map(|month| month.to_string()).unwrap_or_default());
        push("closed", query.closed.join(","));
        push("modes", names(query.modes.iter().map(|mode| mode.name()).collect()));
        push("statuses", names(query.statuses.iter().map(|status| status.name()).collect()));
        push("vessel", query.vessel.map(Vessel::name).unwrap_or_default().to_owned());
        if query.cargo != Cargo::default() {
            push("cargo", query.cargo.name().to_owned());
        }
        if query.count != default.query.count {
            push("n", query.count.to_string());
        }
        for (id, [low, mid, high]) in &query.changes {
            push(&format!("{CHANGE}{id}"), format!("{low}~{mid}~{high}"));
        }
        if self.pick != default.pick {
            push("pick", self.pick.to_string());
        }
        if self.front {
            push("front", "1".to_owned());
        }
        if self.days != default.days {
            push("days", self.days.to_string());
        }
        push("beside", self.beside.map(|beside| beside.to_string()).unwrap_or_default());
        parts
    }

    /// Takes over one part of a fragment: `None` where the key is none of a trip's, what would be right
    /// where the value is bad.
    pub(super) fn read(
        &mut self,
        key: &str,
        value: &str,
        atlas: &Atlas,
    ) -> Option<Result<(), &'static str>> {
        let query = &mut self.query;
        let number = |most: usize| {
            let number = value.parse::<usize>().ok();
            number.filter(|number| (1..=most).contains(number))
        };
        Some(match key {
            "from" => set(&mut query.from, place(value, atlas), "id"),
            "to" => set(&mut query.to, place(value, atlas), "id"),
            "via" => set(&mut query.via, list(value, |id| place(id, atlas)), "id,id,…"),
            "by" => set(&mut query.by, named(value, &By::ALL, By::name), "time, cost, distance"),
            "month" => set(&mut query.month, number(12).map(|month| Some(month as u8)), "1–12"),
            "closed" => set(&mut query.closed, list(value, closable), "id,id,…"),
            "modes" => {
                let modes = list(value, |name| named(name, &Mode::ALL, Mode::name));
                let freight = modes.filter(|modes| !modes.contains(&Mode::Pipeline));
                set(&mut query.modes, freight, "sea, river, rail, road, ferry")
            }
            "statuses" => {
                let statuses = list(value, |name| named(name, &Status::ALL, Status::name));
                let expected = "operational, under-construction, planned, shelved, suspended";
                set(&mut query.statuses, statuses, expected)
            }
            "vessel" => {
                let vessel = named(value, &Vessel::ALL, Vessel::name).map(Some);
                set(&mut query.vessel, vessel, "sea-going, river-sea")
            }
            "cargo" => set(&mut query.cargo, named(value, &Cargo::ALL, Cargo::name), "teu, tonne"),
            "n" => set(&mut query.count, number(MOST_ROUTES), "1–8"),
            "pick" => set(&mut self.pick, number(99).map(|pick| pick as u8), "1, 2, 3, …"),
            "front" => set(&mut self.front, (value == "1").then_some(true), "1"),
            "days" => set(&mut self.days, number(MOST_DAYS.into()).map(|days| days as u8), "1–40"),
            "beside" => set(&mut self.beside, number(99).map(|n| Some(n as u8)), "1, 2, 3, …"),
            _ => {
                let id = Id::new(key.strip_prefix(CHANGE)?)?;
                if query.changes.len() >= MOST {
                    return Some(Err("≤ 64"));
                }
                match range(value) {
                    Some(range) => {
                        query.changes.insert(id.to_string(), range);
                        Ok(())
                    }
                    None => Err("low~mid~high"),
                }
            }
        })
    }
}

/// Begins the keys of changed assumptions.
const CHANGE: &str = "as.";

fn set<T>(slot: &mut T, value: Option<T>, expected: &'static str) -> Result<(), &'static str> {
    *slot = value.ok_or(expected)?;
    Ok(())
}

fn named<T: Copy>(value: &str, all: &[T], name: impl Fn(T) -> &'static str) -> Option<T> {
    all.iter().copied().find(|known| name(*known) == value)
}

fn list<T>(value: &str, read: impl Fn(&str) -> Option<T>) -> Option<Vec<T>> {
    let items: Vec<&str> = value.split(',').collect();
    (items.len() <= MOST).then_some(())?;
    items.into_iter().map(read).collect()
}

fn place(value: &str, atlas: &Atlas) -> Option<String> {
    atlas.resolve_as(Kind::Place, value).map(|place| place.id.to_string())
}

/// What can be closed is known only with the network; here it must look like an id or a country.
fn closable(value: &str) -> Option<String> {
    let bare = value.split_once(':').map_or(value, |(_, id)| id);
    let country = bare.len() == 3 && bare.bytes().all(|byte| byte.is_ascii_uppercase());
    (country || Id::new(bare).is_some()).then(|| value.to_owned())
}

fn range(value: &str) -> Option<[f64; 3]> {
    let numbers: Vec<f64> = value.split('~').map(str::parse).collect::<Result<_, _>>().ok()?;
    let range: [f64; 3] = numbers.try_into().ok()?;
    let [low, mid, high] = range;
    (low >= 0.0 && low <= mid && mid <= high && high <= 1e6).then_some(range)
}
