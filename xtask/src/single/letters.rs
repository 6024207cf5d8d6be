//! Bytes as letters of UTF-16 that survive any reader of HTML; `unpack.js` has the way back.

/// The letters: no control, no `<`, no half of a pair, no mark of byte order.
const RANGES: [std::ops::RangeInclusive<u16>; 2] = [0x40..=0xd7ff, 0xe000..=0xfffd];
/// How many there are, and so the base of the numbers that blocks are.
const RADIX: u32 = 63_422;
/// Bytes of a block, and the letters that hold as many: 63,422^337 is more than 256^672.
const BYTES: usize = 672;
const LETTERS: usize = 337;

/// The letters for the bytes; the last block is filled up with zeros.
pub(super) fn write(bytes: &[u8]) -> Vec<u16> {
    bytes.chunks(BYTES).flat_map(block).collect()
}

/// The number that the bytes are, most significant first, in the base of the letters.
fn block(bytes: &[u8]) -> Vec<u16> {
    let mut number = bytes.to_vec();
    number.resize(BYTES, 0);
    let mut letters = vec![0; LETTERS];
    for letter in letters.iter_mut().rev() {
        let mut rest = 0;
        for byte in &mut number {
            let sum = rest << 8 | u32::from(*byte);
            *byte = (sum / RADIX) as u8;
            rest = sum % RADIX;
        }
        *letter = self::letter(rest);
    }
    letters
}

fn letter(digit: u32) -> u16 {
    let first = u32::from(*RANGES[0].start());
    let gap = u32::from(*RANGES[1].start()) - u32::from(*RANGES[0].end()) - 1;
    let letter = digit + first;
    let letter = if letter > u32::from(*RANGES[0].end()) { letter + gap } else { letter };
    letter as u16
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_as_many_letters_as_the_base_says_and_they_suffice() {
        let count: usize = RANGES.map(Iterator::count).iter().sum();
        assert_eq!(count, RADIX as usize);
        assert_eq!((letter(0), letter(RADIX - 1)), (0x40, 0xfffd));
        assert!(f64::from(RADIX).log2() * LETTERS as f64 > 8.0 * BYTES as f64);
    }

    #[test]
    fn a_block_of_the_largest_bytes_comes_back() {
        for bytes in [vec![0xff; BYTES], vec![0; 3], (0..=255).collect::<Vec<u8>>()] {
            let letters = write(&bytes);
            assert_eq!(letters.len(), LETTERS);
            let mut number = vec![0_u8; BYTES];
            for letter in letters {
                let gap = if letter > 0xd7ff { 0x800 } else { 0 };
                let mut carry = u32::from(letter) - 0x40 - gap;
                for byte in number.iter_mut().rev() {
                    let sum = u32::from(*byte) * RADIX + carry;
                    *byte = sum as u8;
                    carry = sum >> 8;
                }
                assert_eq!(carry, 0);
            }
            assert_eq!(&number[..bytes.len()], bytes);
        }
    }
}
