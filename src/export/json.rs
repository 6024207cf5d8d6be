//! Writes JSON as it comes, without a tree in between.

/// JSON in the making: the caller opens and closes what it began.
#[derive(Debug, Default)]
pub(super) struct Json {
    /// What is written so far.
    pub(super) out: String,
    /// Whether the next key or value follows another one.
    follows: bool,
}

impl Json {
    fn separate(&mut self) {
        if self.follows {
            self.out.push(',');
        }
        self.follows = true;
    }

    /// Begins an object (`{`) or a list (`[`).
    pub(super) fn open(&mut self, bracket: char) -> &mut Self {
        self.separate();
        self.out.push(bracket);
        self.follows = false;
        self
    }

    /// Ends it.
    pub(super) fn close(&mut self, bracket: char) -> &mut Self {
        self.out.push(bracket);
        self.follows = true;
        self
    }

    /// The key of the value that comes next.
    pub(super) fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.out.push(':');
        self.follows = false;
        self
    }

    /// A text (RFC 8259, 7).
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.separate();
        self.out.push('"');
        for sign in text.chars() {
            match sign {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(sign);
                }
                '\u{0}'..='\u{1f}' => {
                    let digit = |n: u32| char::from_digit(n, 16).unwrap_or('0');
                    let code = u32::from(sign);
                    self.out.push_str("\\u00");
                    self.out.push(digit(code / 16));
                    self.out.push(digit(code % 16));
                }
                _ => self.out.push(sign),
            }
        }
        self.out.push('"');
        self
    }

    /// A pair of key and text.
    pub(super) fn pair(&mut self, key: &str, text: &str) -> &mut Self {
        self.key(key).text(text)
    }

    /// A whole number.
    pub(super) fn whole(&mut self, n: i64) -> &mut Self {
        self.separate();
        self.out.push_str(&n.to_string());
        self
    }

    /// Degrees, with six decimals at most: a tenth of a metre (RFC 7946, 11.2).
    pub(super) fn degrees(&mut self, degrees: f64) -> &mut Self {
        self.separate();
        self.out.push_str(&super::json::degrees(degrees));
        self
    }
}

/// Degrees as text, with six decimals at most and never as minus nothing.
pub(super) fn degrees(degrees: f64) -> String {
    ((degrees * 1e6).round() / 1e6 + 0.0).to_string()
}
