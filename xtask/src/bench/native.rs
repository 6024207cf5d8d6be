//! Figures without a browser: how fast points are projected and how fast the map is pointed at.
//!
//! They are measured by `benches/native.rs`, a program of its own, because this one is compiled without
//! optimisation. It prints a line for each figure: name, number, unit, separated by tabs.

use anyhow::{Context, Result, bail};

use crate::process;

/// One figure.
#[derive(Debug, Clone, PartialEq)]
pub struct Figure {
    /// What was measured.
    pub name: String,
    /// How much.
    pub value: f64,
    /// Of what.
    pub unit: String,
}

/// Compile and run the program.
pub fn measure() -> Result<Vec<Figure>> {
    let mut command = process::cargo();
    command.args(["bench", "--quiet", "--package", "connectivity-atlas", "--bench", "native"]);
    let output = command
        .stderr(std::process::Stdio::inherit())
        .output()
        .context("`cargo bench` did not start")?;
    if !output.status.success() {
        bail!("`{}` failed; its output is above", process::show(&command));
    }
    parse(&String::from_utf8_lossy(&output.stdout))
}

fn parse(text: &str) -> Result<Vec<Figure>> {
    text.lines()
        .filter(|line| !line.is_empty())
        .map(|line| {
            let [name, value, unit] = line.split('\t').collect::<Vec<_>>()[..] else {
                bail!("`{line}` is no figure: name, number and unit are missing");
            };
            let value = value.parse().with_context(|| format!("in `{line}`"))?;
            Ok(Figure { name: name.into(), value, unit: unit.into() })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_figure() {
        let figures = parse("Lambert, forwards\t21500000\tpoints/s\n").expect("one");
        let figure =
            Figure { name: "Lambert, forwards".into(), value: 21.5e6, unit: "points/s".into() };
        assert_eq!(figures, [figure]);
        assert!(parse("running 3 tests\n").is_err());
    }
}
