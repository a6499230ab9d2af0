//! Large and small letters of Dutch and its neighbours. The tables for all of Unicode would be a twentieth of
//! what a first visit loads, for letters that no name here has.

/// From a large letter to its small one in ASCII and Latin-1.
const STEP: u32 = 'a' as u32 - 'A' as u32;

/// The small letter; another sign stays as it is.
pub fn small(sign: char) -> char {
    match sign {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' => {
            char::from_u32(u32::from(sign) + STEP).unwrap_or(sign)
        }
        _ => sign,
    }
}

/// The large letter; another sign stays as it is.
pub fn large(sign: char) -> char {
    match sign {
        'a'..='z' | 'à'..='ö' | 'ø'..='þ' => {
            char::from_u32(u32::from(sign) - STEP).unwrap_or(sign)
        }
        _ => sign,
    }
}

/// The text in small letters.
pub fn in_small(text: &str) -> String {
    text.chars().map(small).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_dutch_change_and_other_signs_stay() {
        assert_eq!(in_small("Súdwest-Fryslân ÉÉN × 3"), "súdwest-fryslân één × 3");
        let large: String = "één ÷ ij ß ÿ 7".chars().map(large).collect();
        assert_eq!(large, "ÉÉN ÷ IJ ß ÿ 7");
    }

    #[test]
    fn both_ways_agree_with_unicode_in_latin_1() {
        for sign in ('\0'..='\u{fe}').filter(|sign| !matches!(sign, 'µ' | 'ß')) {
            assert_eq!(small(sign).to_string(), sign.to_lowercase().to_string());
            assert_eq!(large(sign).to_string(), sign.to_uppercase().to_string());
        }
    }
}
