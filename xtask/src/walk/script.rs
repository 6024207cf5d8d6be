//! A walk-through as it is written: a page of Markdown whose fenced blocks `walk` say what a reader does and sees.
//!
//! One command a line; a text stands in double quotes. `docs/walkthroughs/README.md` lists the commands.

use anyhow::{Context, Result, bail, ensure};

/// What a reader does, or what there must be to see.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Sits before a screen of so many CSS pixels, light or dark.
    Screen {
        /// CSS pixels.
        width: u32,
        /// CSS pixels.
        height: u32,
        /// Whether the reader prefers dark.
        dark: bool,
    },
    /// Opens an address of the server: `/#lang=en`.
    Open(String),
    /// Clicks what bears the name.
    Click {
        /// The name.
        name: String,
        /// Words after which it stands; empty where there is only one.
        below: String,
    },
    /// Writes into the field of that name.
    Type {
        /// What.
        text: String,
        /// Where.
        field: String,
    },
    /// Takes an entry of a list.
    Choose {
        /// The words of the entry.
        entry: String,
        /// The name of the list.
        list: String,
    },
    /// Gives a file of the repository to a field for files.
    Give(String),
    /// Presses a key, once or until what bears a name has the focus.
    Press {
        /// As `KeyboardEvent.key` names it, `Shift+` before it.
        key: String,
        /// The name; empty for once.
        until: String,
    },
    /// Goes back in the history.
    Back,
    /// There is such a text to see.
    See(String),
    /// There is no such text to see.
    Miss(String),
    /// What is read aloud contains the text.
    Hear(String),
    /// What bears the name has the focus.
    Focus(String),
    /// The address contains the text.
    Address(String),
    /// A file whose name has that in it was saved, with the text in it.
    Saved {
        /// A part of the name.
        name: String,
        /// What is in it; empty where that does not matter.
        text: String,
    },
    /// Nothing was asked of any other server, and the page complained of nothing.
    Quiet,
    /// No server answers any more.
    Offline,
}

/// A command and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Counted from 1.
    pub number: usize,
    /// The command.
    pub command: Command,
}

/// What is done between two pictures.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// Its heading.
    pub title: String,
    /// In their order.
    pub lines: Vec<Line>,
}

/// A walk-through.
#[derive(Debug, Clone, PartialEq)]
pub struct Walk {
    /// The heading of the page.
    pub title: String,
    /// In their order; those without a command are left out.
    pub steps: Vec<Step>,
}

/// Reads a walk-through.
///
/// # Errors
///
/// Names the line that is no command, and the page that has none.
pub fn read(text: &str) -> Result<Walk> {
    let mut title = None;
    let mut steps: Vec<Step> = Vec::new();
    let mut inside = false;
    for (index, line) in text.lines().enumerate() {
        let number = index + 1;
        if inside {
            inside = line != "```";
            if inside && !line.trim().is_empty() {
                let command = command(line).with_context(|| format!("line {number}: `{line}`"))?;
                let step = steps.last_mut().context("a block stands before the first step")?;
                step.lines.push(Line { number, command });
            }
        } else if let Some(heading) = line.strip_prefix("## ") {
            steps.push(Step { title: heading.to_owned(), lines: Vec::new() });
        } else if let Some(heading) = line.strip_prefix("# ") {
            title = title.or(Some(heading.to_owned()));
        } else {
            inside = line == "```walk";
        }
    }
    ensure!(!inside, "the last block does not end");
    steps.retain(|step| !step.lines.is_empty());
    ensure!(!steps.is_empty(), "there is no step with a block `walk`");
    Ok(Walk { title: title.context("there is no heading")?, steps })
}

/// One line: words, and texts in quotes.
fn command(line: &str) -> Result<Command> {
    let words = words(line)?;
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let owned = |text: &str| text.to_owned();
    Ok(match words[..] {
        ["screen", width, height, ref rest @ ..] => Command::Screen {
            width: width.parse().context("a width is a number")?,
            height: height.parse().context("a height is a number")?,
            dark: match rest {
                [] => false,
                ["dark"] => true,
                _ => bail!("a screen is `dark` or nothing more"),
            },
        },
        ["open", path] => Command::Open(owned(path)),
        ["click", name] => Command::Click { name: owned(name), below: String::new() },
        ["click", name, "below", words] => {
            Command::Click { name: owned(name), below: owned(words) }
        }
        ["type", text, "into", field] => Command::Type { text: owned(text), field: owned(field) },
        ["choose", entry, "in", list] => Command::Choose { entry: owned(entry), list: owned(list) },
        ["give", path] => Command::Give(owned(path)),
        ["press", key] => Command::Press { key: owned(key), until: String::new() },
        ["press", key, "until", name] => Command::Press { key: owned(key), until: owned(name) },
        ["back"] => Command::Back,
        ["see", text] => Command::See(owned(text)),
        ["miss", text] => Command::Miss(owned(text)),
        ["hear", text] => Command::Hear(owned(text)),
        ["focus", "on", name] => Command::Focus(owned(name)),
        ["address", "has", text] => Command::Address(owned(text)),
        ["saved", name] => Command::Saved { name: owned(name), text: String::new() },
        ["saved", name, "with", text] => Command::Saved { name: owned(name), text: owned(text) },
        ["quiet"] => Command::Quiet,
        ["offline"] => Command::Offline,
        _ => bail!("that is no command; docs/walkthroughs/README.md lists them"),
    })
}

/// The words of a line; what stands in double quotes is one.
fn words(line: &str) -> Result<Vec<String>> {
    let mut words = Vec::new();
    for (index, part) in line.split('"').enumerate() {
        if index % 2 == 1 {
            words.push(part.to_owned());
        } else {
            words.extend(part.split_whitespace().map(String::from));
        }
    }
    ensure!(line.matches('"').count().is_multiple_of(2), "a quote does not end");
    Ok(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_read_into_steps() {
        let text = "# A walk\n\nWho walks.\n\n## First\n\nWords.\n\n```walk\nopen /#lang=en\n\ntype \"a b\" into Search\n```\n\n## No block\n\n## Second\n\n```walk\npress Shift+Tab until Search\nsaved .svg with \"<title>\"\n```\n";
        let walk = read(text).expect("a walk");
        assert_eq!(walk.title, "A walk");
        let titles: Vec<&str> = walk.steps.iter().map(|step| step.title.as_str()).collect();
        assert_eq!(titles, ["First", "Second"]);
        let typed = Command::Type { text: "a b".into(), field: "Search".into() };
        assert_eq!(walk.steps[0].lines[1], Line { number: 12, command: typed });
        let pressed = Command::Press { key: "Shift+Tab".into(), until: "Search".into() };
        assert_eq!(walk.steps[1].lines[0].command, pressed);
    }

    #[test]
    fn what_is_no_command_is_named_with_its_line() {
        let page = |line: &str| format!("# A\n## B\n```walk\n{line}\n```\n");
        for line in
            ["clik \"x\"", "see", "see \"x", "screen 1 b", "screen 1 2 blue", "press a 2 times"]
        {
            let error = format!("{:#}", read(&page(line)).expect_err(line));
            assert!(error.contains("line 4"), "{error}");
        }
        assert!(read("# A\n```walk\nback\n```\n").is_err());
        assert!(read("# A\n## B\n```walk\nback\n").is_err());
        assert!(read("# A\n## B\n").is_err() && read("## B\n```walk\nback\n```\n").is_err());
    }
}
