//! How well one folded name answers a query.

/// A folded name without its spaces, so that "saintp", "saint p" and اسلام آباد written as one or
/// two words all begin what they should.
pub(super) struct Text {
    letters: String,
    /// Where words begin, byte offsets; the first is 0.
    words: Vec<usize>,
    n_letters: usize,
    /// Which letters occur, as bits; different letters may share one.
    occurring: u64,
}

impl Text {
    /// The text of a folded name.
    pub(super) fn new(folded: &str) -> Self {
        let mut letters = String::with_capacity(folded.len());
        let mut words = Vec::new();
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            words.push(letters.len());
            letters.push_str(word);
        }
        let occurring = letters.chars().fold(0, |bits, letter| bits | 1 << (letter as u32 % 64));
        Self { n_letters: letters.chars().count(), letters, words, occurring }
    }

    /// Whether there is nothing to look for.
    pub(super) fn is_empty(&self) -> bool {
        self.letters.is_empty()
    }

    /// Number of letters.
    pub(super) fn len(&self) -> usize {
        self.n_letters
    }

    /// The rest of the text from each word on.
    fn tails(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(|&start| &self.letters[start..])
    }

    fn words(&self) -> impl Iterator<Item = &str> {
        let ends = self.words.iter().skip(1).copied().chain([self.letters.len()]);
        self.words.iter().zip(ends).map(|(&start, end)| &self.letters[start..end])
    }
}

/// How a name answers a query, the best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Match {
    /// The query is the name.
    Exact,
    /// The name begins with it.
    Prefix,
    /// A later word begins with it.
    WordPrefix,
    /// Each of its words begins some word of the name.
    AllWords,
    /// It stands somewhere inside.
    Substring,
    /// With one letter wrong, missing, added or swapped, the name or a word of it begins so.
    Near,
    /// With two such mistakes.
    Far,
}

/// How `name` answers `query`, if it does.
pub(super) fn compare(query: &Text, name: &Text) -> Option<Match> {
    let wanted = query.letters.as_str();
    // Each missing letter is one mistake at least, so most names are done with here.
    let missing = (query.occurring & !name.occurring).count_ones() as usize;
    if query.is_empty() || missing > mistakes(query.n_letters) {
        return None;
    }
    if missing == 0 {
        let literal = literal(query, name, wanted);
        if literal.is_some() {
            return literal;
        }
    }
    match distance(query, name)? {
        0 | 1 => Some(Match::Near),
        _ => Some(Match::Far),
    }
}

fn literal(query: &Text, name: &Text, wanted: &str) -> Option<Match> {
    if name.letters == wanted {
        Some(Match::Exact)
    } else if name.letters.starts_with(wanted) {
        Some(Match::Prefix)
    } else if name.tails().any(|tail| tail.starts_with(wanted)) {
        Some(Match::WordPrefix)
    } else if query.words.len() > 1
        && query.words().all(|word| name.tails().any(|tail| tail.starts_with(word)))
    {
        Some(Match::AllWords)
    } else if query.n_letters > 1 && name.letters.contains(wanted) {
        Some(Match::Substring)
    } else {
        None
    }
}

/// How many mistakes are forgiven in so many letters.
fn mistakes(n_letters: usize) -> usize {
    match n_letters {
        0..=3 => 0,
        4..=6 => 1,
        _ => 2,
    }
}

/// The fewest mistakes that turn the query into the beginning of the name or of one of its words,
/// if they are few enough. Only beginnings of about the query's length can be so near.
fn distance(query: &Text, name: &Text) -> Option<usize> {
    let most = mistakes(query.n_letters);
    if most == 0 {
        return None;
    }
    let shortest = query.n_letters - most;
    name.tails()
        .flat_map(|tail| {
            let ends = tail.char_indices().map(|(index, _)| index).chain([tail.len()]);
            ends.skip(shortest).take(2 * most + 1).map(|end| &tail[..end])
        })
        .map(|beginning| strsim::osa_distance(&query.letters, beginning))
        .filter(|distance| *distance <= most)
        .min()
}
