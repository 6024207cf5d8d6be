//! The views that are looked at before a release: every kind of screen, theme and language, and
//! the states in which a layout breaks first.

/// A reader's screen and what it asks of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Screen {
    /// CSS pixels.
    pub width: u32,
    /// CSS pixels.
    pub height: u32,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// Whether the reader prefers dark.
    pub dark: bool,
    /// Whether the system forces its own few colours.
    pub forced_colours: bool,
}

impl Screen {
    /// A light screen of this many CSS pixels.
    pub const fn new(width: u32, height: u32) -> Self {
        Self { width, height, ratio: 1.0, dark: false, forced_colours: false }
    }

    /// The same with another pixel ratio.
    pub const fn at(self, ratio: f64) -> Self {
        Self { ratio, ..self }
    }

    /// The same for a reader who prefers dark.
    pub const fn dark(self) -> Self {
        Self { dark: true, ..self }
    }

    /// The same with forced colours.
    pub const fn forced(self) -> Self {
        Self { forced_colours: true, ..self }
    }
}

/// One picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct View {
    /// Its file is called so.
    pub name: &'static str,
    /// The address fragment without `#`. It always names the language, else the browser's decides.
    pub fragment: &'static str,
    /// The screen.
    pub screen: Screen,
}

impl View {
    const fn new(name: &'static str, fragment: &'static str, screen: Screen) -> Self {
        Self { name, fragment, screen }
    }

    /// The view in one line.
    pub fn describe(&self) -> String {
        let Screen { width, height, ratio, dark, forced_colours } = self.screen;
        let mut line = format!("{:16} {width}x{height}@{ratio}", self.name);
        if dark {
            line.push_str(" dark");
        }
        if forced_colours {
            line.push_str(" forced colours");
        }
        format!("{line}  #{}", self.fragment)
    }
}

const WIDE: Screen = Screen::new(1440, 900);
const PHONE: Screen = Screen::new(360, 740).at(2.0);

/// All views.
pub const VIEWS: &[View] = &[
    View::new(super::README_VIEW, "lang=en", Screen::new(1280, 800)),
    View::new("wide", "lang=en", WIDE),
    View::new("wide-dark", "lang=en", WIDE.dark()),
    View::new("wide-urdu", "lang=ur", WIDE),
    View::new("wide-urdu-dark", "lang=ur&select=psgp", WIDE.dark()),
    View::new("wide-russian", "lang=ru", WIDE),
    View::new("gwadar", "lang=en&select=gwadar", WIDE),
    View::new("psgp", "lang=en&select=psgp", WIDE),
    View::new("volga-russian", "lang=ru&select=volga", WIDE.dark()),
    View::new("pakistan", "lang=en&map=5/30/69", WIDE.at(2.0)),
    View::new("caspian", "lang=en&map=5/44/49", WIDE),
    View::new("phone", "lang=en", PHONE),
    View::new("phone-dark", "lang=en", PHONE.dark()),
    View::new("phone-urdu", "lang=ur&select=gwadar", PHONE),
    View::new("phone-russian", "lang=ru&select=instc-west", PHONE),
    View::new("narrow", "lang=ru", Screen::new(320, 568)),
    // A 1280 px window at 400 % zoom.
    View::new("zoomed", "lang=en", Screen::new(320, 256).at(4.0)),
    View::new("low", "lang=en&select=gwadar", Screen::new(844, 390).at(2.0)),
    View::new("forced-colours", "lang=en&select=psgp", WIDE.forced()),
    View::new("4k", "lang=en", Screen::new(3840, 2160)),
    View::new("4k-sharp", "lang=ur", Screen::new(1920, 1080).at(2.0)),
    View::new("claims", "lang=en&view=claims&claim=C188", WIDE),
    View::new("claims-urdu-dark", "lang=ur&view=claims&claim=C188", WIDE.dark()),
    View::new("claims-phone", "lang=ru&view=claims&q=порт", PHONE),
    View::new("tour", "lang=en&view=tour&step=7", WIDE),
    View::new("tour-phone", "lang=ur&view=tour&step=10", PHONE),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_every_language_is_fixed() {
        for (index, view) in VIEWS.iter().enumerate() {
            let later = &VIEWS[index + 1..];
            assert!(later.iter().all(|other| other.name != view.name), "{}", view.name);
            assert!(view.fragment.starts_with("lang="), "{}", view.name);
        }
    }

    #[test]
    fn the_readme_has_its_view() {
        assert!(VIEWS.iter().any(|view| view.name == crate::screenshots::README_VIEW));
    }
}
