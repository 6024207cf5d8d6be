//! What once ended in a panic, and what is odd enough to be kept, is read without one.

use crate::shipped;
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
