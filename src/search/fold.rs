//! One spelling for all the ways in which a name may be typed.
//!
//! A table of its own rather than all of Unicode's normal forms: three scripts need some hundred
//! letters, and the page's bytes are counted.

/// The text in lower case, without diacritics, with the letters of Arabic keyboards turned into
/// those of Urdu, every dash and stop turned into one space between words, and Western digits.
///
/// Folding twice changes nothing more.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase) {
        match base(letter) {
            Folded::Gone => {}
            Folded::Space if folded.is_empty() || folded.ends_with(' ') => {}
            Folded::Space => folded.push(' '),
            Folded::Letter(letter) => folded.push(letter),
            Folded::Letters(letters) => folded.push_str(letters),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

enum Folded {
    Gone,
    Space,
    Letter(char),
    Letters(&'static str),
}

/// What a lower-case letter becomes.
fn base(letter: char) -> Folded {
    if letter.is_ascii_alphanumeric() {
        return Folded::Letter(letter);
    }
    if is_mark(letter) {
        return Folded::Gone;
    }
    if let Some(letter) = latin(letter).or_else(|| cyrillic(letter)).or_else(|| urdu(letter)) {
        return Folded::Letter(letter);
    }
    match letter {
        'æ' => Folded::Letters("ae"),
        'œ' => Folded::Letters("oe"),
        'ß' => Folded::Letters("ss"),
        'þ' => Folded::Letters("th"),
        // Both sets of digits of the Arabic script.
        '\u{660}'..='\u{669}' => digit(letter, 0x660),
        '\u{6f0}'..='\u{6f9}' => digit(letter, 0x6f0),
        _ if letter.is_alphanumeric() => Folded::Letter(letter),
        _ => Folded::Space,
    }
}

fn digit(letter: char, zero: u32) -> Folded {
    char::from_digit(letter as u32 - zero, 10).map_or(Folded::Gone, Folded::Letter)
}

/// Signs that sit on or between letters without being typed by everyone: combining marks, Arabic
/// vowel signs, tatweel, apostrophes, joiners and marks of direction.
fn is_mark(letter: char) -> bool {
    matches!(
        letter,
        '\u{300}'..='\u{36f}'
            | '\u{610}'..='\u{61a}'
            | '\u{640}'
            | '\u{64b}'..='\u{65f}'
            | '\u{670}'
            | '\u{6d6}'..='\u{6ed}'
            | '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\''
            | '`'
            | '´'
            | 'ʹ'..='ʿ'
            | '‘'..='‛'
    )
}

fn latin(letter: char) -> Option<char> {
    Some(match letter {
        'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' | 'ǎ' | 'ə' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ð' | 'ď' | 'đ' | 'ḍ' => 'd',
        'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ĥ' | 'ħ' | 'ḥ' => 'h',
        'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ĵ' => 'j',
        'ķ' => 'k',
        'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ŗ' | 'ř' | 'ṛ' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' | 'ṣ' => 's',
        'ţ' | 'ť' | 'ŧ' | 'ț' | 'ṭ' => 't',
        'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ŵ' => 'w',
        'ý' | 'ÿ' | 'ŷ' => 'y',
        'ź' | 'ż' | 'ž' | 'ẓ' => 'z',
        _ => return None,
    })
}

/// ё and й may also be typed as е and и with a combining mark, which [`is_mark`] drops.
fn cyrillic(letter: char) -> Option<char> {
    match letter {
        'ё' => Some('е'),
        'й' => Some('и'),
        _ => None,
    }
}

/// Letters that Arabic, Persian and Urdu keyboards write with different code points, and letters
/// with a hamza or madda, which may also come apart.
fn urdu(letter: char) -> Option<char> {
    Some(match letter {
        'آ' | 'أ' | 'إ' | 'ٱ' => 'ا',
        'ي' | 'ى' | 'ئ' => 'ی',
        'ك' => 'ک',
        'ه' | 'ة' | 'ۃ' | 'ۂ' | 'ۀ' | 'ە' => 'ہ',
        'ؤ' => 'و',
        _ => return None,
    })
}
