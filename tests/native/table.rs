//! Corridors and places as rows, and their order.

use crate::{fixture, shipped};
use atlas::i18n::Lang;
use atlas::model::id::{Kind, Ref};
use atlas::present::rows::{Column, Row, everything, rows, sorted};
use atlas::search::fold;
use std::cmp::Ordering;

/// In the browser the reader's alphabet compares; here folded names do.
fn by_fold(a: &str, b: &str) -> Ordering {
    fold(a).cmp(&fold(b))
}

fn all(lang: Lang) -> Vec<Row> {
    let atlas = shipped::atlas();
    rows(&atlas, lang, &everything(&atlas))
}

fn sort(
    rows: &mut Vec<Row>,
    column: Column,
    descending: bool,
    compare: &dyn Fn(&str, &str) -> Ordering,
) {
    let order = sorted(rows, column, descending, compare);
    *rows = order.into_iter().map(|index| rows[index].clone()).collect();
}

fn text(row: &Row, column: Column) -> &str {
    &row.cells[column as usize].text
}

fn row(lang: Lang, kind: Kind, id: &str) -> Row {
    let target = Ref { kind, id: fixture::id(id) };
    rows(&shipped::atlas(), lang, &[target]).pop().expect("a row")
}

#[test]
fn everything_on_the_map_has_a_row_and_organisations_have_none() {
    let atlas = shipped::atlas();
    assert_eq!(all(Lang::En).len(), atlas.places.len() + atlas.corridors.len());
    let institution = Ref { kind: Kind::Institution, id: fixture::id("sco") };
    let unknown = Ref { kind: Kind::Place, id: fixture::id("nowhere") };
    assert_eq!(rows(&atlas, Lang::En, &[institution, unknown]), []);
    for lang in Lang::ALL {
        for row in all(lang) {
            for column in [Column::Name, Column::Kind, Column::Sources] {
                assert!(!text(&row, column).is_empty(), "{} has no {column:?}", row.target);
            }
        }
    }
}

#[test]
fn a_row_says_what_the_card_says() {
    let gwadar = row(Lang::En, Kind::Place, "gwadar");
    let said: Vec<&str> = Column::ALL.map(|column| text(&gwadar, column)).into();
    assert_eq!(said[..7], ["Gwadar", "Port", "", "", "", "", "Pakistan"]);
    let psgp = row(Lang::En, Kind::Project, "psgp");
    let said = |column| text(&psgp, column);
    assert_eq!(said(Column::Mode), "Gas pipeline");
    assert_eq!(said(Column::Status), "Planned, not built");
    assert!(said(Column::AsOf).contains("20"), "{psgp:?}");
    assert!(said(Column::Length).contains("km"), "{psgp:?}");
    assert_eq!(said(Column::Country), "Pakistan");
    // No source gives the length of every corridor; what is drawn is said to be so.
    let drawn =
        all(Lang::Ru).into_iter().find(|row| text(row, Column::Length).contains("показано"));
    assert!(drawn.is_some_and(|row| text(&row, Column::Length).contains("км, как")));
}

#[test]
fn empty_cells_come_last_whichever_way() {
    for column in Column::ALL {
        for descending in [false, true] {
            let mut rows = all(Lang::En);
            sort(&mut rows, column, descending, &by_fold);
            let empty: Vec<bool> = rows.iter().map(|row| text(row, column).is_empty()).collect();
            assert!(empty.is_sorted(), "{column:?}");
        }
    }
}

#[test]
fn numbers_dates_and_statuses_are_no_words() {
    let sorted = |column, descending| {
        let mut rows = all(Lang::En);
        sort(&mut rows, column, descending, &|_, _| panic!("compared as words"));
        rows
    };
    let ranks = |rows: &[Row], column: Column| -> Vec<f64> {
        rows.iter().filter_map(|row| row.cells[column as usize].rank).collect()
    };
    for column in [Column::AsOf, Column::Length, Column::Sources, Column::Status] {
        assert!(ranks(&sorted(column, false), column).is_sorted(), "{column:?}");
        let mut down = ranks(&sorted(column, true), column);
        down.reverse();
        assert!(down.is_sorted(), "{column:?}");
    }
    assert_eq!(text(&sorted(Column::Status, false)[0], Column::Status), "Operating");
    assert_eq!(text(&sorted(Column::Status, true)[0], Column::Status), "Suspended");
}

#[test]
fn equal_rows_keep_their_order() {
    let before: Vec<Ref> = all(Lang::En).into_iter().map(|row| row.target).collect();
    for descending in [false, true] {
        let mut rows = all(Lang::En);
        sort(&mut rows, Column::Name, descending, &|_, _| Ordering::Equal);
        let after: Vec<Ref> = rows.into_iter().map(|row| row.target).collect();
        assert_eq!(before, after);
    }
}

#[test]
fn names_sort_both_ways() {
    let names = |descending| -> Vec<String> {
        let mut rows = all(Lang::Ru);
        sort(&mut rows, Column::Name, descending, &by_fold);
        rows.iter().map(|row| fold(text(row, Column::Name))).collect()
    };
    let mut down = names(true);
    assert!(names(false).is_sorted());
    down.reverse();
    assert!(down.is_sorted());
}
