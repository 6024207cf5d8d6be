//! The page of figures, `docs/benchmarks.md`.

use std::fmt::Write;

use super::{
    machine::Machine,
    native::Figure,
    plan::{EXTRAS, Setting, Subject},
    sample::{EVENTS, Endurance, Sample},
};

/// How everything was measured, and what the figures do not say; the same in every run.
const NOTES: &str = include_str!("report.md");

/// A page in a setting.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// The page.
    pub subject: Subject,
    /// The setting.
    pub setting: Setting,
    /// The medians; `None` where no visit came to its end.
    pub median: Option<Sample>,
    /// Why a visit did not.
    pub fault: Option<String>,
}

/// All figures of a run.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Where and when.
    pub machine: Machine,
    /// Visits behind each median.
    pub runs: usize,
    /// Pages in settings.
    pub rows: Vec<Row>,
    /// The stint of the atlas.
    pub endurance: Option<Endurance>,
    /// Questions for routes in the browser.
    pub questions: Vec<Figure>,
    /// Figures without a browser.
    pub native: Vec<Figure>,
}

/// A column: its title, its number, how it is written, and whether more is better.
struct Column {
    title: &'static str,
    number: fn(&Sample) -> f64,
    unit: &'static str,
    scale: f64,
    decimals: usize,
    more_is_better: bool,
}

const fn column(
    title: &'static str,
    number: fn(&Sample) -> f64,
    unit: &'static str,
    scale: f64,
) -> Column {
    Column { title, number, unit, scale, decimals: 0, more_is_better: false }
}

const CPU: Column = Column { decimals: 1, ..column("CPU per event", |one| one.cpu_ms, " ms", 1.0) };
const FRAMES: Column =
    Column { more_is_better: true, ..column("frames", |one| one.frames.per_second, "/s", 1.0) };
const PAINTED: Column = column("first map", |one| one.painted_ms, " ms", 1.0);
const MEMORY: Column = column("browser", |one| one.memory, " MB", 1e-6);
const COLUMNS: [Column; 8] = [
    column("bytes", |one| one.bytes, " kB", 1e-3),
    PAINTED,
    CPU,
    FRAMES,
    column("p50", |one| one.frames.p50_ms, " ms", 1.0),
    column("p95", |one| one.frames.p95_ms, " ms", 1.0),
    Column { decimals: 1, ..column("heap", |one| one.heap, " MB", 1e-6) },
    MEMORY,
];

impl Report {
    /// The page as Markdown.
    pub fn text(&self) -> String {
        let Machine { date, cores, processor, browser } = &self.machine;
        let processor =
            if processor.is_empty() { String::new() } else { format!(" of an {processor}") };
        let mut text = format!(
            "# Benchmarks\n\nWritten by `cargo xtask bench` on {date}, with {browser} on {cores} cores\
             {processor}; medians of {}. Figures hold for this machine and this day: compare those of \
             one run.\n",
            self.runs
        );
        self.table(&mut text, "## At the desk", Setting::DESK);
        self.growth(&mut text);
        self.table(&mut text, "## On a slow phone", Setting::PHONE);
        self.memory(&mut text);
        let title = "## Questions for routes in the browser, 95th percentile";
        figures(&mut text, title, &self.questions);
        figures(&mut text, "## Without a browser", &self.native);
        self.faults(&mut text);
        text.push('\n');
        text.push_str(NOTES);
        text
    }

    fn of(&self, setting: Setting) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.setting == setting)
    }

    /// One setting: a line for each page, then the atlas over the best peer.
    fn table(&self, text: &mut String, title: &str, setting: Setting) {
        if self.of(setting).next().is_none() {
            return;
        }
        head(text, title, COLUMNS.iter().map(|column| column.title.to_string()));
        for row in self.of(setting) {
            line(text, row.subject.title(), COLUMNS.iter().map(|column| column.cell(row)));
        }
        let ratios = COLUMNS.iter().map(|column| self.ratio(column, setting));
        line(text, "atlas / best peer", ratios);
    }

    /// What grows with ever more lines: CPU and frames, and the start and the memory.
    fn growth(&self, text: &mut String) {
        self.growing(text, "## With more lines: CPU per event, frames/s", [&CPU, &FRAMES]);
        self.growing(
            text,
            "## With more lines: first map, memory of the browser",
            [&PAINTED, &MEMORY],
        );
    }

    fn growing(&self, text: &mut String, title: &str, columns: [&Column; 2]) {
        let mut settings = vec![Setting::DESK];
        settings.extend(EXTRAS.map(Setting::grown));
        settings.retain(|setting| self.of(*setting).next().is_some());
        if settings.len() < 2 {
            return;
        }
        let titles = settings.iter().map(|setting| match setting.extra {
            0 => "the data alone".into(),
            extra => format!("{} lines more", thousands(f64::from(extra))),
        });
        head(text, title, titles);
        for first in self.of(settings[0]) {
            let cells = settings.iter().map(|setting| {
                let row = self.of(*setting).find(|row| row.subject == first.subject);
                row.map_or(String::new(), |row| match row.median {
                    Some(_) => columns.map(|column| column.cell(row)).join(", "),
                    None => "–".into(),
                })
            });
            line(text, first.subject.title(), cells);
        }
        let ratios = settings
            .iter()
            .map(|setting| columns.map(|column| self.ratio(column, *setting)).join(", "));
        line(text, "atlas / best peer", ratios);
    }

    fn memory(&self, text: &mut String) {
        let Some(Endurance { heap }) = &self.endurance else { return };
        let rounds = heap.len().saturating_sub(1).max(1);
        let titles = (0..heap.len()).map(|round| match EVENTS * round / rounds {
            0 => "at first".into(),
            events => format!("after {}", thousands(events as f64)),
        });
        head(text, "## Heap of the atlas over many events", titles);
        line(
            text,
            Subject::Atlas.title(),
            heap.iter().map(|bytes| format!("{:.2} MB", bytes * 1e-6)),
        );
    }

    fn faults(&self, text: &mut String) {
        let faults: Vec<String> = self
            .rows
            .iter()
            .filter_map(|row| {
                let fault = row.fault.as_ref()?;
                Some(format!("- {}, {}: {fault}\n", row.subject.title(), row.setting.words()))
            })
            .collect();
        if !faults.is_empty() {
            // Writing to a string does not fail.
            let _ = write!(text, "\n## Visits that came to no end\n\n{}", faults.concat());
        }
    }

    /// The atlas's number over the best one of the peers; empty where one of them is missing.
    fn ratio(&self, column: &Column, setting: Setting) -> String {
        let numbers = |ours: bool| {
            self.of(setting)
                .filter(move |row| (row.subject == Subject::Atlas) == ours)
                .filter_map(|row| row.median.as_ref())
                .map(column.number)
        };
        let best = numbers(false).reduce(if column.more_is_better { f64::max } else { f64::min });
        match (numbers(true).next(), best) {
            (Some(ours), Some(best)) if best > 0.0 => format!("{:.2} ×", ours / best),
            _ => String::new(),
        }
    }
}

impl Column {
    fn cell(&self, row: &Row) -> String {
        match &row.median {
            Some(sample) => {
                let number = (self.number)(sample) * self.scale;
                format!("{}{}", written(number, self.decimals), self.unit)
            }
            None => "–".into(),
        }
    }
}

/// A line for each figure.
fn figures(text: &mut String, title: &str, figures: &[Figure]) {
    if figures.is_empty() {
        return;
    }
    head(text, title, std::iter::once(String::new()));
    for Figure { name, value, unit } in figures {
        let decimals = if *value < 100.0 { 2 } else { 0 };
        line(text, name, std::iter::once(format!("{} {unit}", written(*value, decimals))));
    }
}

fn head(text: &mut String, title: &str, columns: impl Iterator<Item = String>) {
    let _ = writeln!(text, "\n{title}\n");
    let columns: Vec<String> = columns.collect();
    line(text, "", columns.iter().cloned());
    line(text, "---", columns.iter().map(|_| "---:".into()));
}

fn line(text: &mut String, first: &str, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = std::iter::once(first.to_string()).chain(cells).collect();
    let _ = writeln!(text, "| {} |", cells.join(" | "));
}

/// Small numbers with their decimals, from a thousand on in groups.
fn written(number: f64, decimals: usize) -> String {
    if number >= 1000.0 { thousands(number) } else { format!("{number:.decimals$}") }
}

fn thousands(number: f64) -> String {
    let digits = format!("{number:.0}");
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::super::{peers::PEERS, sample::tests::sample};
    use super::*;

    fn row(subject: Subject, setting: Setting, painted_ms: f64, cpu_ms: f64) -> Row {
        Row { subject, setting, median: Some(sample(painted_ms, cpu_ms)), fault: None }
    }

    fn report() -> Report {
        let (one, two) = (Subject::Peer(&PEERS[0]), Subject::Peer(&PEERS[1]));
        let mut rows = vec![
            row(Subject::Atlas, Setting::DESK, 240.0, 12.0),
            row(one, Setting::DESK, 300.0, 48.0),
            row(two, Setting::DESK, 1400.0, 24.0),
            row(Subject::Atlas, Setting::grown(10_000), 240.0, 16.0),
            row(one, Setting::grown(10_000), 300.0, 20.0),
        ];
        rows.push(Row { median: None, fault: Some("gave up".into()), ..rows[2].clone() });
        rows[5].setting = Setting::grown(10_000);
        Report {
            machine: Machine {
                date: "2026-11-24".into(),
                cores: 2,
                processor: String::new(),
                browser: "Chromium 156".into(),
            },
            runs: 3,
            rows,
            endurance: Some(Endurance { heap: vec![8e6, 8.1e6, 8e6] }),
            questions: vec![Figure { name: "a route".into(), value: 3.456, unit: "ms".into() }],
            native: vec![Figure { name: "picks".into(), value: 123_456.0, unit: "queries".into() }],
        }
    }

    #[test]
    fn each_page_has_its_line_and_the_best_peer_is_the_measure() {
        let text = report().text();
        assert!(
            text.contains("on 2026-11-24, with Chromium 156 on 2 cores; medians of 3."),
            "{text}"
        );
        assert!(
            text.contains(
                "| **atlas** | 480 kB | 240 ms | 12.0 ms | 58/s | 17 ms | 33 ms | 9.5 MB | 210 MB |"
            ),
            "{text}"
        );
        assert!(text.contains("| 1,400 ms |"), "{text}");
        // Against 300 ms of the one and 24 ms of the other.
        assert!(
            text.contains("| atlas / best peer | 1.00 × | 0.80 × | 0.50 × | 1.00 × |"),
            "{text}"
        );
        assert!(!text.contains("slow phone\n\n|"), "{text}");
    }

    #[test]
    fn growth_stands_side_by_side_and_a_page_that_gave_up_is_told() {
        let text = report().text();
        assert!(text.contains("|  | the data alone | 10,000 lines more |"), "{text}");
        assert!(text.contains("| **atlas** | 12.0 ms, 58/s | 16.0 ms, 58/s |"), "{text}");
        assert!(text.contains("| atlas / best peer | 0.50 ×, 1.00 × | 0.80 ×, 1.00 × |"), "{text}");
        assert!(text.contains("| **atlas** | 240 ms, 210 MB | 240 ms, 210 MB |"), "{text}");
        assert!(text.contains("10000 more lines: gave up"), "{text}");
        assert!(text.contains("| **atlas** | 8.00 MB | 8.10 MB | 8.00 MB |"), "{text}");
        assert!(text.contains("| picks | 123,456 queries |"), "{text}");
        assert!(text.contains("| a route | 3.46 ms |"), "{text}");
    }
}
