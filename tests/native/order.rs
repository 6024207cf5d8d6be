//! The one sort for all types.

use atlas::order;
use proptest::prelude::*;

proptest! {
    #[test]
    fn it_sorts_as_the_library_does(items in prop::collection::vec((0..8_u8, 0..99_u8), 0..60)) {
        let (mut own, mut known) = (items.clone(), items);
        order::sort_by_key(&mut own, |item| item.0);
        known.sort_by_key(|item| item.0);
        prop_assert_eq!(&own, &known);
        order::sort(&mut own);
        known.sort();
        prop_assert_eq!(own, known);
    }
}
