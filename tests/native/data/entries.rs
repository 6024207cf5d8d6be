//! Ids, dates, numbers, sources, positions and courses.

use super::{assert_only, assert_problem, broken, listed, problems, text_of};
use atlas::data::read;
use atlas::model::fact::Value;

#[test]
fn an_unknown_key_is_reported_with_the_nearest_known_one() {
    let folder = broken("places.toml", "rank = 3\n", "rnak = 3\n");
    let found = problems(&folder);
    assert_eq!(found.len(), 2, "{}", listed(&found));
    assert_eq!(
        found[1].to_string(),
        "data/places.toml:36:1: `rnak` is no known key here\n    did you mean `rank`?"
    );
    assert_eq!(found[0].to_string(), "data/places.toml:29:1: `rank` is missing");
}

#[test]
fn a_reference_to_nothing_is_reported_with_the_nearest_id() {
    assert_only(
        &broken("lines.toml", "\"quetta\", ", "\"queta\", "),
        "lines.toml",
        "\"queta\"",
        "there is no place `queta`",
        "did you mean `quetta`?",
    );
}

#[test]
fn a_corridor_along_an_unknown_line_is_reported() {
    assert_only(
        &broken("projects.toml", "\"north\"", "\"nroth\""),
        "projects.toml",
        "\"nroth\"",
        "there is no line `nroth`",
        "did you mean `north`?",
    );
}

#[test]
fn an_id_used_twice_is_reported_with_the_place_of_the_first() {
    let folder = broken("sources/read.toml", "id = \"b\"", "id = \"a\"");
    let found = problems(&folder);
    assert_problem(
        found.iter().find(|problem| problem.message.contains("taken")).unwrap(),
        &folder,
        "sources/read.toml",
        "\"a\"\ntitle = \"Second",
        "the id `a` is taken by another source",
        "the first is at data/sources/read.toml:2:6",
    );
}

#[test]
fn two_places_of_one_name_are_reported_until_they_are_listed() {
    let path = "places.toml";
    let folder = broken(path, "en = \"Quetta\"", "en = \"Gwadar\"");
    assert_only(
        &folder,
        path,
        "\"quetta\"",
        "`gwadar` has the same name in `en`: Gwadar",
        "tell them apart, or list both ids under same_names in dataset.toml",
    );
    let mut allowed = folder;
    let dataset = text_of(&allowed, "dataset.toml");
    allowed.insert("dataset.toml", dataset + "same_names = [[\"gwadar\", \"quetta\"]]\n");
    assert!(read::check(&allowed).is_ok());
}

#[test]
fn a_day_that_its_month_lacks_is_no_date() {
    assert_only(
        &broken("projects.toml", "2015-04-20", "2015-02-30"),
        "projects.toml",
        "\"2015-02-30\"",
        "`2015-02-30`: that month has no such day",
        "",
    );
    assert_only(
        &broken("projects.toml", "\"2015-04-20\"", "2015-04-20"),
        "projects.toml",
        "2015-04-20",
        "this must be a text, not datetime",
        "write dates in quotation marks",
    );
}

#[test]
fn milestones_stand_oldest_first() {
    assert_only(
        &broken("projects.toml", "2015-04-20", "2019"),
        "projects.toml",
        "\"2018-05\"",
        "2018-05 stands after 2019",
        "milestones stand oldest first",
    );
}

#[test]
fn an_unknown_unit_is_reported() {
    assert_only(
        &broken("places.toml", "unit = \"m\"", "unit = \"meter\""),
        "places.toml",
        "\"meter\"",
        "`meter` is no known unit",
        "write one of km, m, mm, inch, bcm-per-year, million-tonnes, million-tonnes-per-year, tonnes, \
         teu, million-barrels-per-day, usd-trillion, usd-billion, usd-million, eur-billion, percent, \
         percent-per-year, km-per-hour, \
         days, hours, count, rank",
    );
    assert_only(
        &broken("lines.toml", "mode = \"road\"", "mode = \"raod\""),
        "lines.toml",
        "\"raod\"",
        "`raod` is no known mode",
        "did you mean `road`?",
    );
}

#[test]
fn a_fact_needs_a_source() {
    assert_only(
        &broken("places.toml", "source = \"a\"\n", ""),
        "places.toml",
        "[[place.fact]]",
        "this fact has no `source`",
        "a fact without a source is left out, or is an assumption with the source that makes it",
    );
}

#[test]
fn low_is_not_more_than_high() {
    assert_only(
        &broken("places.toml", "value = 12.5", "low = 14\nhigh = 12.5"),
        "places.toml",
        "14\n",
        "`low` is 14, more than `high`, 12.5",
        "swap the two",
    );
    assert_only(
        &broken("places.toml", "value = 12.5", "value = nan"),
        "places.toml",
        "nan",
        "`nan` is no finite number",
        "",
    );
}

#[test]
fn what_is_recalled_is_no_fact() {
    assert_only(
        &broken("sources/read.toml", "Second text", "RECALL of a text"),
        "sources/read.toml",
        "\"RECALL",
        "what is recalled is no fact",
        "find a text that says so, or leave it out; a position from memory has no `position`",
    );
}

#[test]
fn a_calculation_is_no_sourced_fact() {
    assert_only(
        &broken("places.toml", "source = \"a\"", "source = \"measured\""),
        "places.toml",
        "\"sourced\"",
        "a sourced fact cannot rest on `measured`, a source of kind computed",
        "sourced facts need a text that was read, computed ones a source of kind computed or dataset",
    );
    assert_only(
        &broken("places.toml", "confidence = \"sourced\"", "confidence = \"computed\""),
        "places.toml",
        "\"computed\"",
        "a computed fact cannot rest on `a`, a source of kind official",
        "sourced facts need a text that was read, computed ones a source of kind computed or dataset",
    );
}

#[test]
fn a_place_far_outside_its_country_is_reported() {
    assert_only(
        &broken("places.toml", "lon = 67.01\nlat = 30.18", "lon = 57.01\nlat = 30.18"),
        "places.toml",
        "57.01",
        "this point lies 287 km outside PAK",
        "the point lies at sea; a junction at sea has no `country`",
    );
    assert_only(
        &broken("places.toml", "lon = 67.01\nlat = 30.18", "lon = 30.18\nlat = 167.01"),
        "places.toml",
        "167.01",
        "`lat` is 167.01, but must lie from -90 to 90",
        "longitude comes first; are `lon` and `lat` swapped?",
    );
}

#[test]
fn a_place_just_offshore_or_in_a_disputed_box_is_left_alone() {
    // 0.2° of longitude at 30° N are 19 km.
    let near = broken("places.toml", "lon = 67.01\nlat = 30.18", "lon = 59.8\nlat = 30.18");
    assert!(read::check(&near).is_ok());
    let disputed = broken("places.toml", "lon = 67.01\nlat = 30.18", "lon = 79.5\nlat = 34.0");
    assert!(read::check(&disputed).is_ok());
}

#[test]
fn a_locode_has_its_form_and_its_country() {
    assert_only(
        &broken("places.toml", "\"PKGWD\"", "\"IRGWD\""),
        "places.toml",
        "\"IRGWD\"",
        "the UN/LOCODE `IRGWD` is of another country",
        "codes of this country begin with PK",
    );
    assert_only(
        &broken("places.toml", "\"PKGWD\"", "\"PKGW1\""),
        "places.toml",
        "\"PKGW1\"",
        "`PKGW1` is no UN/LOCODE",
        "two letters of the country, then three letters or digits 2 to 9: PKGWD",
    );
}

#[test]
fn a_line_needs_a_course_of_two_points() {
    assert_only(
        &broken("lines.toml", "[\"gwadar\", \"quetta\", [72.0, 31.2], \"kasur\"]", "[\"gwadar\"]"),
        "lines.toml",
        "[\"gwadar\"]",
        "a line needs at least two points",
        "",
    );
    let folder = broken("lines.toml", "course = \"indus\"", "course = \"indis\"");
    let found = problems(&folder);
    assert_problem(
        &found[1],
        &folder,
        "lines.toml",
        "\"indis\"",
        "there is no file data/courses/indis.geojson",
        "did you mean `indus`?",
    );
    assert_eq!(found[0].message, "no line is drawn along this course");
}

#[test]
fn a_course_that_is_no_line_is_reported() {
    let folder = broken("courses/indus.geojson", "LineString", "MultiPoint");
    let found = problems(&folder);
    assert_eq!(
        found[0].to_string(),
        "data/courses/indus.geojson:1:1: the feature is no LineString\n    a course is one LineString"
    );
    let cut = broken("courses/indus.geojson", "]}}", "");
    assert!(problems(&cut)[0].message.starts_with("this is no GeoJSON: EOF"));
}

#[test]
fn an_address_is_http_and_has_a_day_on_which_it_was_read() {
    let path = "sources/read.toml";
    assert_only(
        &broken(path, "https://example.org/a", "ftp://example.org/a"),
        path,
        "\"ftp:",
        "`ftp://example.org/a` is no web address",
        "write https://host/path, without spaces",
    );
    assert_only(
        &broken(path, "seen = \"2026-11-23\"\n", ""),
        path,
        "\"https:",
        "a source with an address needs `seen`",
        "the day on which the copy was read, as 2026-11-23",
    );
}

#[test]
fn large_numbers_may_be_grouped_in_the_files() {
    let atlas =
        read::check(&broken("places.toml", "value = 12.5", "value = 12_500")).unwrap().atlas;
    assert_eq!(atlas.places[0].facts[0].value, Value::One(12_500.0));
}
