//! What a browser takes of the machine: processor time and memory of all its processes, from `/proc`.

use std::{collections::HashMap, fs, path::Path};

use anyhow::{Result, ensure};

/// Milliseconds of a tick in `/proc/*/stat`. Linux counts in hundredths of a second there whatever its
/// own timer does (`USER_HZ`, proc(5)).
const TICK_MS: f64 = 10.0;

/// All processes below one.
#[derive(Debug, Clone, Copy)]
pub struct Tree {
    root: u32,
}

/// What one line of `/proc/PID/stat` tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Stat {
    parent: u32,
    /// Of the process in user and system mode, and of those children that have ended.
    ticks: u64,
}

impl Tree {
    /// The processes below `root`, itself not counted.
    pub fn below(root: u32) -> Result<Self> {
        ensure!(
            Path::new("/proc/self/stat").exists(),
            "processor time is read from /proc, which only Linux has: run the bench there"
        );
        Ok(Self { root })
    }

    /// Processor time of all of them so far, milliseconds.
    pub fn cpu_ms(self) -> f64 {
        let all = processes();
        let members = descendants(self.root, &all);
        members.iter().filter_map(|pid| all.get(pid)).map(|stat| stat.ticks as f64 * TICK_MS).sum()
    }

    /// Memory of all of them, bytes; what several share is counted in equal parts (`Pss`).
    pub fn memory(self) -> u64 {
        let members = descendants(self.root, &processes());
        let texts = members
            .iter()
            .filter_map(|pid| fs::read_to_string(format!("/proc/{pid}/smaps_rollup")).ok());
        texts.filter_map(|text| pss(&text)).sum()
    }

    /// Whether none is left.
    pub fn is_empty(self) -> bool {
        descendants(self.root, &processes()).is_empty()
    }
}

fn processes() -> HashMap<u32, Stat> {
    let Ok(entries) = fs::read_dir("/proc") else { return HashMap::new() };
    entries
        .filter_map(|entry| {
            let entry = entry.ok()?;
            let pid: u32 = entry.file_name().to_str()?.parse().ok()?;
            // It may have ended since the folder was listed.
            let text = fs::read_to_string(entry.path().join("stat")).ok()?;
            Some((pid, parse(&text)?))
        })
        .collect()
}

/// The fields are those of proc(5): parent is the 4th, times are the 14th to 17th. The name in
/// brackets may hold spaces and brackets of its own.
fn parse(text: &str) -> Option<Stat> {
    let (_, after) = text.rsplit_once(')')?;
    let fields: Vec<&str> = after.split_whitespace().collect();
    let number = |field: usize| fields.get(field - 3)?.parse::<i64>().ok();
    let ticks = number(14)? + number(15)? + number(16)? + number(17)?;
    Some(Stat { parent: u32::try_from(number(4)?).ok()?, ticks: u64::try_from(ticks).ok()? })
}

fn descendants(root: u32, all: &HashMap<u32, Stat>) -> Vec<u32> {
    let mut found = Vec::new();
    let mut next = vec![root];
    while let Some(parent) = next.pop() {
        let children = all.iter().filter(|(_, stat)| stat.parent == parent).map(|(pid, _)| *pid);
        for child in children {
            found.push(child);
            next.push(child);
        }
    }
    found
}

fn pss(rollup: &str) -> Option<u64> {
    let line = rollup.lines().find_map(|line| line.strip_prefix("Pss:"))?;
    let kilobytes: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kilobytes * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_stat_is_read_whatever_the_name() {
        let line = "4242 (a (b) c) S 17 4242 4242 0 -1 4194560 9 0 0 0 120 30 7 3 20 0 11 0 88";
        assert_eq!(parse(line), Some(Stat { parent: 17, ticks: 160 }));
        assert_eq!(parse("4242 (cut off) S 17 1"), None);
        assert_eq!(parse(""), None);
    }

    #[test]
    fn grandchildren_count_and_strangers_do_not() {
        let of = |parent| Stat { parent, ticks: 1 };
        let all = HashMap::from([(2, of(1)), (3, of(2)), (4, of(3)), (5, of(9)), (9, of(1))]);
        let mut found = descendants(2, &all);
        found.sort_unstable();
        assert_eq!(found, [3, 4]);
        assert_eq!(descendants(4, &all), [0; 0]);
    }

    #[test]
    fn shared_memory_is_counted_in_parts() {
        let text =
            "7f-80 ---p 00000000 00:00 0 [rollup]\nRss:  900 kB\nPss:    512 kB\nPss_Dirty: 1 kB\n";
        assert_eq!(pss(text), Some(512 * 1024));
        assert_eq!(pss("Rss: 1 kB"), None);
    }
}
