//! Middle and tail of a few numbers.

/// The median; the mean of the two in the middle of an even count. `None` of nothing.
pub fn median(numbers: &[f64]) -> Option<f64> {
    let sorted = sorted(numbers);
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    Some((sorted.get(half - 1)? + upper) / 2.0)
}

/// The smallest number that `share` (0 to 1) of all do not exceed (nearest rank). `None` of nothing.
pub fn percentile(numbers: &[f64], share: f64) -> Option<f64> {
    let sorted = sorted(numbers);
    let rank = (share * sorted.len() as f64).ceil() as usize;
    sorted.get(rank.max(1) - 1).copied()
}

fn sorted(numbers: &[f64]) -> Vec<f64> {
    let mut sorted = numbers.to_vec();
    sorted.sort_by(f64::total_cmp);
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_in_the_middle() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[7.0]), Some(7.0));
        assert_eq!(median(&[9.0, 1.0, 2.0]), Some(2.0));
        assert_eq!(median(&[9.0, 1.0, 2.0, 4.0]), Some(3.0));
    }

    #[test]
    fn percentiles_are_numbers_of_the_list() {
        let hundred: Vec<f64> = (1..=100).rev().map(f64::from).collect();
        assert_eq!(percentile(&hundred, 0.95), Some(95.0));
        assert_eq!(percentile(&hundred, 0.5), Some(50.0));
        assert_eq!(percentile(&hundred, 1.0), Some(100.0));
        assert_eq!(percentile(&[3.0, 1.0], 0.0), Some(1.0));
        assert_eq!(percentile(&[], 0.5), None);
    }
}
