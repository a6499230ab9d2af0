//! A free text in the signs of a link: lower case letters, digits, `-` and `_`.
//!
//! Case may be lost on the way without harm, because a capital is written as `_` and its small letter.

use super::check::base_36;

/// The text: `Halve reservering` becomes `_halve-reservering`.
///
/// A space is `-`; a second one is escaped, because programs make one long dash of two. Any other sign is
/// `_`, the number of digits, and its code point in base 36: `é` is `_26h`.
pub(super) fn encode(text: &str) -> String {
    let mut out = String::new();
    for sign in text.chars() {
        match sign {
            'a'..='z' | '0'..='9' => out.push(sign),
            'A'..='Z' => out.extend(['_', sign.to_ascii_lowercase()]),
            ' ' if !out.is_empty() && !out.ends_with('-') => out.push('-'),
            _ => {
                let digits = base_36(u32::from(sign));
                out.push('_');
                out.push_str(&digits.len().to_string());
                out.push_str(&digits);
            }
        }
    }
    out
}

/// The text that was encoded, or nothing where it is not the work of [`encode`].
pub(super) fn decode(text: &str) -> Option<String> {
    let mut out = String::new();
    let mut signs = text.chars();
    while let Some(sign) = signs.next() {
        out.push(match sign {
            'a'..='z' | '0'..='9' => sign,
            '-' => ' ',
            '_' => match signs.next()? {
                letter @ 'a'..='z' => letter.to_ascii_uppercase(),
                length @ '1'..='4' => code_point(&mut signs, length.to_digit(10)?)?,
                _ => return None,
            },
            _ => return None,
        });
    }
    Some(out)
}

fn code_point(signs: &mut impl Iterator<Item = char>, length: u32) -> Option<char> {
    let mut code = 0;
    for _ in 0..length {
        code = code * 36 + signs.next()?.to_digit(36)?;
    }
    char::from_u32(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_readable() {
        for (text, encoded) in [
            ("voorstel", "voorstel"),
            ("Halve reservering", "_halve-reservering"),
            ("Sûdwest", "_s_26zdwest"),
            ("a  b", "a-_1wb"),
            (" - ", "_1w_219-"),
            ("10%", "10_211"),
            ("2_1", "2_22n1"),
            ("🏛", "_42qqj"),
            ("\u{10ffff}", "_4nvnj"),
        ] {
            assert_eq!(encode(text), encoded);
            assert_eq!(decode(encoded).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_no_text_of_ours_is_refused() {
        for encoded in ["_", "_5", "_0", "_2z", "_4zzzz", "_3h2n_", "A", "é", "a.b", "_1-"] {
            assert_eq!(decode(encoded), None, "{encoded}");
        }
    }
}
