//! A run of named steps that ends in a summary, so that a long log has a short last page.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// One thing to do.
pub struct Step<'a> {
    /// What it is called in the summary.
    pub name: &'static str,
    /// How long it usually takes on two cores.
    pub takes: &'static str,
    /// The work.
    pub work: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Step<'a> {
    /// A step from its name, its usual time and its work.
    pub fn new(
        name: &'static str,
        takes: &'static str,
        work: impl FnOnce() -> Result<()> + 'a,
    ) -> Self {
        Self { name, takes, work: Box::new(work) }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    NotRun,
}

/// Run the steps in order, stop at the first that fails, and print one line for each in the end.
pub fn run(steps: Vec<Step<'_>>) -> Result<()> {
    let mut rows = Vec::new();
    let mut result = Ok(());
    for step in steps {
        if result.is_err() {
            rows.push((step.name, Outcome::NotRun, Duration::ZERO));
            continue;
        }
        println!("\n== {} ({})", step.name, step.takes);
        let start = Instant::now();
        result = (step.work)().with_context(|| format!("{} failed", step.name));
        let outcome = if result.is_ok() { Outcome::Passed } else { Outcome::Failed };
        rows.push((step.name, outcome, start.elapsed()));
    }
    println!("\n{}", summary(&rows));
    result
}

fn summary(rows: &[(&str, Outcome, Duration)]) -> String {
    let width = rows.iter().map(|row| row.0.len()).max().unwrap_or(0);
    let lines = rows.iter().map(|(name, outcome, time)| match outcome {
        Outcome::Passed => format!("  ok       {name:width$}  {}", seconds(*time)),
        Outcome::Failed => format!("  FAILED   {name:width$}  {}", seconds(*time)),
        Outcome::NotRun => format!("  not run  {name:width$}"),
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// Seconds, as every line about time shows them.
pub fn seconds(time: Duration) -> String {
    format!("{:.1} s", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_after_a_failure_do_not_run() {
        let mut ran = false;
        let result = run(vec![
            Step::new("first", "a moment", || anyhow::bail!("broken")),
            Step::new("second", "a moment", || {
                ran = true;
                Ok(())
            }),
        ]);
        assert_eq!(format!("{:#}", result.expect_err("fails")), "first failed: broken");
        assert!(!ran);
    }

    #[test]
    fn the_summary_has_a_line_per_step() {
        let text = summary(&[
            ("format", Outcome::Passed, Duration::from_millis(1240)),
            ("lints, native", Outcome::Failed, Duration::from_secs(61)),
            ("tests", Outcome::NotRun, Duration::ZERO),
        ]);
        let lines: Vec<_> = text.lines().map(str::trim_end).collect();
        assert_eq!(
            lines,
            [
                "  ok       format         1.2 s",
                "  FAILED   lints, native  61.0 s",
                "  not run  tests",
            ]
        );
    }
}
