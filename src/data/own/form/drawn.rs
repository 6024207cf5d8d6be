//! What is drawn: places and corridors.

use super::{Fact, Milestone};
use crate::data::own::fields::{Read, fields};
use crate::data::own::word::{Country, Date, Name, Word, Words};
use crate::model::{
    line::{Accuracy, Lane, Mode, Status},
    place::PlaceKind,
};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::Value;
use std::borrow::Cow;

/// Whether the place of a point was read somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub(in crate::data::own) enum Position {
    /// `positionSource` says where.
    Sourced,
    /// Set by hand; drawn hollow.
    Approximate,
}

/// A port, city, crossing, lock or strait.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::data::own) struct Place {
    /// Its id.
    pub(in crate::data::own) id: Name,
    /// What it is.
    pub(in crate::data::own) kind: Word<PlaceKind>,
    /// Its names.
    pub(in crate::data::own) names: Words,
    /// The country that administers it.
    pub(in crate::data::own) country: Option<Country>,
    /// Degrees east.
    #[schemars(range(min = -180.0, max = 180.0))]
    pub(in crate::data::own) lon: f64,
    /// Degrees north.
    #[schemars(range(min = -90.0, max = 90.0))]
    pub(in crate::data::own) lat: f64,
    /// `sourced` where `positionSource` is given, else `approximate`.
    pub(in crate::data::own) position: Option<Position>,
    /// The source of its coordinates.
    pub(in crate::data::own) position_source: Option<Name>,
    /// UN/LOCODE.
    #[schemars(length(equal = 5))]
    pub(in crate::data::own) unlocode: Option<String>,
    /// 1 for ends of corridors, 2 for large, 3 for small names; 2 where it is missing.
    #[schemars(range(min = 1, max = 3))]
    pub(in crate::data::own) rank: Option<u8>,
    /// What is known about it.
    #[schemars(default)]
    #[schemars(length(max = 200))]
    pub(in crate::data::own) facts: Vec<Fact>,
}

fields!(Place { id = "id", kind = "kind", names = "names", country = "country", lon = "lon", lat = "lat", position = "position", position_source = "positionSource", unlocode = "unlocode", rank = "rank", facts = "facts" });

/// Whether a corridor goes over land or water.
#[derive(Debug, Clone, Copy, PartialEq, Eq, JsonSchema)]
#[schemars(rename_all = "lowercase")]
pub(in crate::data::own) enum CorridorKind {
    /// A road, railway or pipeline.
    Project,
    /// A river, canal or sea lane.
    Waterway,
}

/// A project or waterway.
#[derive(Debug, JsonSchema)]
#[schemars(rename_all = "camelCase", deny_unknown_fields)]
pub(in crate::data::own) struct Corridor {
    /// Its id.
    pub(in crate::data::own) id: Name,
    /// Whether it is a project or a waterway.
    pub(in crate::data::own) kind: CorridorKind,
    /// Its names.
    pub(in crate::data::own) names: Words,
    /// A short name for the tag on the line; without it the line has none.
    pub(in crate::data::own) short: Option<Words>,
    /// One sentence: from where to where, and what it is.
    pub(in crate::data::own) summary: Option<Words>,
    /// How goods move on it; also its colour.
    pub(in crate::data::own) mode: Word<Mode>,
    /// Whether it exists.
    pub(in crate::data::own) status: Word<Status>,
    /// The date up to which the status is known; that of the data set where it is missing.
    pub(in crate::data::own) status_date: Option<Date>,
    /// The source of the status; without it the status is marked as assumed.
    pub(in crate::data::own) status_source: Option<Name>,
    /// Whether it is drawn in grey, as a thing of the background.
    #[schemars(default)]
    pub(in crate::data::own) context: bool,
    /// Its course; without it the places are joined in their order, as a schematic line.
    pub(in crate::data::own) geometry: Option<Geometry>,
    /// Ids of the places on it, in order.
    #[schemars(default)]
    #[schemars(length(max = 500))]
    pub(in crate::data::own) places: Vec<Name>,
    /// Its lengths. They may stand in `facts` as well, or instead.
    #[schemars(default)]
    #[schemars(length(max = 200))]
    pub(in crate::data::own) km: Vec<Fact>,
    /// What is known about it.
    #[schemars(default)]
    #[schemars(length(max = 200))]
    pub(in crate::data::own) facts: Vec<Fact>,
    /// What happened to it.
    #[schemars(default)]
    #[schemars(length(max = 200))]
    pub(in crate::data::own) milestones: Vec<Milestone>,
    /// Ids of its sources; the first is that of its course where `geometry` names none.
    #[schemars(length(min = 1, max = 200))]
    pub(in crate::data::own) sources: Vec<Name>,
}

fields!(Corridor { id = "id", kind = "kind", names = "names", short = "short", summary = "summary", mode = "mode", status = "status", status_date = "statusDate", status_source = "statusSource", context = "context", geometry = "geometry", places = "places", km = "km", facts = "facts", milestones = "milestones", sources = "sources" });

/// Longitude and latitude, degrees.
#[derive(Debug, Clone, Copy)]
pub(in crate::data::own) struct Point(pub(in crate::data::own) [f64; 2]);

impl Read for Point {
    fn read(value: &Value) -> Option<Self> {
        match value.as_array()?.as_slice() {
            [lon, lat] => Some(Self([lon.as_f64()?, lat.as_f64()?])),
            _ => None,
        }
    }
}

impl JsonSchema for Point {
    fn schema_name() -> Cow<'static, str> {
        "Point".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "description": "Longitude and latitude, degrees.",
            "type": "array",
            "prefixItems": [
                { "type": "number", "minimum": -180, "maximum": 180 },
                { "type": "number", "minimum": -90, "maximum": 90 },
            ],
            "minItems": 2,
            "maxItems": 2,
        })
    }
}

/// A course, as GeoJSON has it.
#[derive(Debug, JsonSchema)]
#[schemars(tag = "type", deny_unknown_fields)]
pub(in crate::data::own) enum Geometry {
    /// One line.
    LineString {
        /// At least two points.
        #[schemars(length(min = 2, max = 20000))]
        coordinates: Vec<Point>,
        /// How true it is.
        accuracy: Option<Word<Accuracy>>,
        /// The source of the course.
        source: Option<Name>,
        /// To which side it gives way where it shares its ground with another.
        lane: Option<Word<Lane>>,
    },
    /// Several lines.
    MultiLineString {
        /// At least two points in each.
        #[schemars(length(max = 200), inner(length(min = 2, max = 20000)))]
        coordinates: Vec<Vec<Point>>,
        /// How true they are.
        accuracy: Option<Word<Accuracy>>,
        /// The source of the course.
        source: Option<Name>,
        /// To which side it gives way where it shares its ground with another.
        lane: Option<Word<Lane>>,
    },
}

impl Read for Position {
    fn read(value: &Value) -> Option<Self> {
        match value.as_str()? {
            "sourced" => Some(Self::Sourced),
            "approximate" => Some(Self::Approximate),
            _ => None,
        }
    }
}

impl Read for CorridorKind {
    fn read(value: &Value) -> Option<Self> {
        match value.as_str()? {
            "project" => Some(Self::Project),
            "waterway" => Some(Self::Waterway),
            _ => None,
        }
    }
}

impl Read for Geometry {
    fn read(value: &Value) -> Option<Self> {
        let coordinates = &value["coordinates"];
        let accuracy = Read::read(&value["accuracy"])?;
        let source = Read::read(&value["source"])?;
        let lane = Read::read(&value["lane"])?;
        match value["type"].as_str()? {
            "LineString" => Some(Self::LineString {
                coordinates: Read::read(coordinates)?,
                accuracy,
                source,
                lane,
            }),
            "MultiLineString" => Some(Self::MultiLineString {
                coordinates: Read::read(coordinates)?,
                accuracy,
                source,
                lane,
            }),
            _ => None,
        }
    }
}
