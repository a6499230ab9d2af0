//! The check at the end of a link: the common CRC-32 in seven signs, so that any program can repeat it.
//!
//! CRC-32 finds every change within four neighbouring characters (so each changed sign and each swap of
//! neighbours) for certain, and all else but one in 4 · 10⁹. These few lines need no crate with tables.

/// The remainder after no text at all.
pub(super) const EMPTY: u32 = u32::MAX;

/// The remainder after one more byte.
pub(super) fn feed(remainder: u32, byte: u8) -> u32 {
    (0..8).fold(remainder ^ u32::from(byte), |rest, _| {
        if rest & 1 == 1 { (rest >> 1) ^ 0xEDB8_8320 } else { rest >> 1 }
    })
}

/// The signs of a check.
pub(super) const LENGTH: usize = 7;

/// The remainder as the check of a link. It begins with a 0 or a 1, because 36^6 is about half of 2^32.
pub(super) fn written(remainder: u32) -> String {
    format!("{:0>LENGTH$}", base_36(!remainder))
}

/// The check of a text.
pub(super) fn of(text: &str) -> String {
    written(text.bytes().fold(EMPTY, feed))
}

/// Whether signs have the form of a check; nothing else in a link begins with a digit.
pub(super) fn has_form(signs: &[u8]) -> bool {
    signs.len() == LENGTH
        && matches!(signs.first(), Some(b'0' | b'1'))
        && signs.iter().all(|sign| sign.is_ascii_digit() || sign.is_ascii_lowercase())
}

/// A number in digits and lower case letters, without leading zeros.
pub(super) fn base_36(mut number: u32) -> String {
    let mut signs = Vec::new();
    loop {
        signs.extend(char::from_digit(number % 36, 36));
        number /= 36;
        if number == 0 {
            return signs.iter().rev().collect();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_common_crc_32() {
        // The check value that every description of CRC-32 gives.
        assert_eq!(!b"123456789".iter().fold(EMPTY, |rest, byte| feed(rest, *byte)), 0xCBF4_3926);
    }

    #[test]
    fn it_always_has_seven_signs_and_begins_with_a_digit() {
        for (remainder, check) in
            [(u32::MAX, "0000000"), (0, "1z141z3"), (u32::MAX - 36, "0000010")]
        {
            assert_eq!(written(remainder), check);
            assert!(has_form(check.as_bytes()));
        }
    }
}
