//! What is measured: which pages, in which settings, how often.

use super::peers::{PEERS, Peer};

/// A page that is measured.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Subject {
    /// Ours.
    Atlas,
    /// One by another library.
    Peer(&'static Peer),
}

impl Subject {
    /// The atlas, then its peers.
    pub fn all() -> Vec<Self> {
        std::iter::once(Self::Atlas).chain(PEERS.iter().map(Self::Peer)).collect()
    }

    /// The name on the command line.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Atlas => "atlas",
            Self::Peer(peer) => peer.name,
        }
    }

    /// The name in the tables.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Atlas => "**atlas**",
            Self::Peer(peer) => peer.title,
        }
    }
}

/// A screen and a machine, and how much is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Setting {
    /// The slow phone, else the desk.
    pub phone: bool,
    /// Synthetic lines.
    pub extra: u32,
}

/// Counts of synthetic lines, beside the hundred or so of the data: about 10, 100 and 1,000 times as
/// many lines.
pub const EXTRAS: [u32; 3] = [1_000, 10_000, 100_000];

/// The count for which a goal is set; measured as often as the plain page.
pub const GOAL_EXTRA: u32 = 10_000;

impl Setting {
    /// The desk with the atlas's own data.
    pub const DESK: Self = Self { phone: false, extra: 0 };
    /// The slow phone with the same.
    pub const PHONE: Self = Self { phone: true, extra: 0 };

    /// The desk with that many more lines.
    pub const fn grown(extra: u32) -> Self {
        Self { phone: false, extra }
    }

    /// CSS pixels of the screen.
    pub const fn screen(self) -> (u32, u32) {
        if self.phone { (360, 640) } else { (1280, 720) }
    }

    /// The setting in a few words.
    pub fn words(self) -> String {
        match self {
            Self::DESK => "desk".into(),
            Self { phone: true, .. } => "slow phone".into(),
            Self { extra, .. } => format!("{extra} more lines"),
        }
    }
}

/// Settings and how often each is measured.
pub fn settings(runs: usize, quick: bool) -> Vec<(Setting, usize)> {
    if quick {
        return vec![(Setting::DESK, 1), (Setting::grown(GOAL_EXTRA), 1), (Setting::PHONE, 1)];
    }
    let grown =
        EXTRAS.map(|extra| (Setting::grown(extra), if extra == GOAL_EXTRA { runs } else { 1 }));
    let mut all = vec![(Setting::DESK, runs)];
    all.extend(grown);
    all.push((Setting::PHONE, runs));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_of_their_own() {
        let names: Vec<_> = Subject::all().iter().map(Subject::name).collect();
        assert_eq!(names[0], "atlas");
        let mut unique = names.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), names.len());
    }

    #[test]
    fn what_has_a_goal_is_measured_in_every_run() {
        let all = settings(3, false);
        for goal in [Setting::DESK, Setting::grown(GOAL_EXTRA), Setting::PHONE] {
            assert!(all.contains(&(goal, 3)), "{goal:?}");
            assert!(settings(3, true).contains(&(goal, 1)), "{goal:?}");
        }
        assert!(all.contains(&(Setting::grown(100_000), 1)));
    }
}
