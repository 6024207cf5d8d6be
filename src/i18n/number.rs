//! Digits and separators as each language writes them.
//!
//! All three languages use the digits 0 to 9 (CLDR's default for Urdu too). English and Urdu
//! write 1,872.5; Russian writes 1 872,5 with no-break spaces. Four digits are grouped as well;
//! years and gauges never are.

use super::Lang;

/// Decimals that [`plain`] shows at most.
const MOST_DECIMALS: usize = 3;

/// What stands for a value that is no finite number.
const NO_NUMBER: &str = "–";

/// The number with its own decimals, three at most, in the separators of `lang`.
pub fn plain(lang: Lang, n: f64) -> String {
    let text = unsigned(shown(n), MOST_DECIMALS);
    let trimmed = text.trim_end_matches('0').trim_end_matches('.');
    write(lang, n, trimmed, true)
}

/// The number with exactly that many decimals (nine at most), halves rounded away from zero.
pub fn with_decimals(lang: Lang, n: f64, decimals: usize) -> String {
    let decimals = decimals.min(9);
    write(lang, n, &unsigned(rounded(n, decimals), decimals), true)
}

/// As [`plain`], the thousands not set apart: years and gauges of railways.
pub fn ungrouped(lang: Lang, n: f64) -> String {
    let text = unsigned(shown(n), MOST_DECIMALS);
    let trimmed = text.trim_end_matches('0').trim_end_matches('.');
    write(lang, n, trimmed, false)
}

/// The number that [`plain`] displays: it chooses the plural form, for a reader sees "2", not
/// 2.0001.
pub fn shown(n: f64) -> f64 {
    rounded(n, MOST_DECIMALS)
}

fn rounded(n: f64, decimals: usize) -> f64 {
    let parts = 10_f64.powi(decimals as i32);
    let scaled = (n * parts).round() / parts;
    // Beyond some 10^300 the product overflows, and there is nothing to round.
    if scaled.is_finite() { scaled } else { n }
}

/// Digits with a decimal point, no sign, no groups.
fn unsigned(n: f64, decimals: usize) -> String {
    format!("{:.*}", decimals, n.abs())
}

/// Puts sign and separators of `lang` to the digits of `n`.
fn write(lang: Lang, n: f64, digits: &str, grouped: bool) -> String {
    if !n.is_finite() {
        return NO_NUMBER.to_owned();
    }
    let (group, point) = match lang {
        Lang::En | Lang::Ur => (',', '.'),
        Lang::Ru => ('\u{a0}', ','),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let mut text = String::with_capacity(digits.len() * 2);
    for (index, digit) in whole.chars().enumerate() {
        if grouped && index > 0 && (whole.len() - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(point);
        text.push_str(fraction);
    }
    let negative = n < 0.0 && digits.bytes().any(|digit| (b'1'..=b'9').contains(&digit));
    match (negative, lang) {
        (false, _) => text,
        (true, Lang::En | Lang::Ru) => format!("\u{2212}{text}"),
        // Left alone, the minus would jump to the other end of the number.
        (true, Lang::Ur) => format!("\u{2068}\u{2212}{text}\u{2069}"),
    }
}
