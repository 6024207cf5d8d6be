//! What the codecs do with whole and with broken bytes.

use super::{atlas, basemap, sound};
use atlas::data::{DecodeError, decode, decode_basemap, encode, encode_basemap, join, read, split};
use atlas::geo::LonLat;
use atlas::i18n::Lang;
use atlas::model::atlas::Atlas;

#[test]
fn a_curve_keeps_its_stations_and_lies_on_the_grid_of_the_artifact() {
    let atlas = atlas();
    let road = &atlas.lines[0];
    for place in &road.places {
        let at = atlas.place(place).unwrap().at;
        assert!(road.course.contains(&at), "{place} at {at:?}");
    }
    assert!(road.course.len() > 6, "the curve bends: {}", road.course.len());
    assert!(road.course.len() < 60, "straight parts are thin: {}", road.course.len());
    for point in &road.course {
        assert_eq!((point.lon * 1000.0).round() / 1000.0, point.lon);
    }
}

#[test]
fn the_artifact_gives_the_data_set_back() {
    let atlas = atlas();
    assert_eq!(decode(&encode(&atlas)).unwrap(), atlas);
    assert_eq!(encode(&atlas), encode(&read::check(&sound()).unwrap().atlas));
    assert_eq!(decode_basemap(&encode_basemap(&basemap())).unwrap(), basemap());
}

#[test]
fn the_evidence_comes_back_to_the_data_set_that_it_was_taken_from() {
    let atlas = Atlas::clone(&crate::shipped::atlas());
    let [first, evidence] = split(atlas.clone());
    let bare = decode(&first).unwrap();
    assert_eq!((bare.sources.len(), bare.source_count()), (0, atlas.source_count()));
    assert!(bare.places.iter().all(|place| place.facts.is_empty()));
    assert!(bare.corridors.iter().all(|corridor| corridor.facts.is_empty()));
    assert!(bare.catalogs.has(Lang::Ru, "app.name") && !bare.catalogs.has(Lang::Ru, "claim.title"));
    assert_eq!(join(bare.clone(), &evidence).unwrap(), atlas);
    // A whole one lacks nothing, so nothing is looked at.
    assert_eq!(join(atlas.clone(), b"").unwrap(), atlas);

    let mut other = atlas;
    other.sources.truncate(1);
    let [_, foreign] = split(other);
    assert!(matches!(join(bare.clone(), &foreign), Err(DecodeError::Damaged { .. })));
    assert!(matches!(join(bare, &first), Err(DecodeError::WrongKind { .. })));
}

#[test]
fn an_artifact_with_a_changed_byte_is_refused() {
    let bytes = encode(&atlas());
    for index in (0..bytes.len()).step_by(7) {
        let mut bad = bytes.clone();
        bad[index] ^= 0x41;
        assert!(decode(&bad).is_err(), "byte {index}");
    }
    for step in [2, 3, 11] {
        let mut bad = bytes.clone();
        bad.iter_mut().skip(10).step_by(step).for_each(|byte| *byte = !*byte);
        assert!(matches!(decode(&bad), Err(DecodeError::Damaged { .. })));
    }
}

#[test]
fn an_artifact_cut_short_or_of_another_kind_is_refused() {
    let bytes = encode(&atlas());
    for length in (0..bytes.len()).step_by(13) {
        assert!(decode(&bytes[..length]).is_err(), "{length} bytes");
    }
    assert_eq!(decode(&[]), Err(DecodeError::TooShort { length: 0 }));
    let longer: Vec<u8> = bytes.iter().copied().chain([0]).collect();
    assert!(decode(&longer).is_err());
    assert!(matches!(decode(&encode_basemap(&basemap())), Err(DecodeError::WrongKind { .. })));
    let mut older = bytes;
    older[4] = 0;
    assert!(matches!(decode(&older), Err(DecodeError::WrongVersion { found: 0, .. })));
}

#[test]
fn a_payload_with_a_valid_checksum_that_is_no_data_set_is_refused() {
    // The checksum (FNV-1a) is right, so that the model's own decoding is put to the test.
    let sealed = |payload: &[u8]| {
        let sum = payload.iter().fold(0x811c_9dc5_u32, |hash, byte| {
            (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
        });
        let mut bytes = encode(&atlas())[..6].to_vec();
        bytes.extend(sum.to_le_bytes());
        bytes.extend(payload);
        bytes
    };
    let payload = encode(&atlas())[10..].to_vec();
    assert!(decode(&sealed(&payload)).is_ok());
    for index in (0..payload.len()).step_by(5) {
        let mut bad = payload.clone();
        bad[index] = 0xff;
        // Another data set or an error, but no panic and no endless allocation.
        let _ = decode(&sealed(&bad));
    }
    assert!(matches!(decode(&sealed(&payload[..40])), Err(DecodeError::Malformed { .. })));
    let mut longer = payload;
    longer.push(0);
    assert!(matches!(decode(&sealed(&longer)), Err(DecodeError::Malformed { .. })));
}

#[test]
fn a_course_beyond_the_globe_does_not_decode() {
    let mut atlas = atlas();
    atlas.lines[0].course[0] = LonLat { lon: 200.0, lat: 0.0 };
    assert!(matches!(decode(&encode(&atlas)), Err(DecodeError::Malformed { .. })));
}
