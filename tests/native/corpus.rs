//! What once ended in a panic, and what is odd enough to be kept, is read without one.

use crate::shipped;
use atlas::data::own;
use atlas::network::routes;
use atlas::state::{AppState, fragment};
use std::fs;

#[test]
fn kept_fragments_give_a_state_with_a_link() {
    let atlas = shipped::atlas();
    let mut count = 0;
    for entry in fs::read_dir(shipped::root("tests/corpus/fragment")).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let (state, _) =
            fragment::read(&String::from_utf8_lossy(&bytes), &AppState::default(), &atlas);
        let link = fragment::write(&state, &atlas);
        let (again, problems) = fragment::read(&link, &AppState::default(), &atlas);
        assert!(problems.is_empty(), "{link}");
        assert_eq!(fragment::write(&again, &atlas), link);
        let _ = routes(shipped::graph(), &state.trip.query);
        count += 1;
    }
    assert!(count >= 3);
}

#[test]
fn kept_files_of_own_data_are_read() {
    let mut good = 0;
    for entry in fs::read_dir(shipped::root("tests/corpus/own-data")).unwrap() {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        let text = String::from_utf8_lossy(&bytes);
        match own::read(&text, &shipped::atlas()) {
            Ok(own) => {
                let _ = shipped::stage().with_data(own.atlas);
                good += 1;
            }
            Err(problems) => assert!(!problems.is_empty()),
        }
    }
    // The seed, which has every part.
    assert!(good >= 1);
}
