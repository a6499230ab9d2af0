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

/// A name within a sentence: its first letter small, unless it begins with an abbreviation, as `DPIA` and `GBLT` do.
pub(super) fn lower_first(name: &str) -> String {
    let mut signs = name.chars();
    let Some(first) = signs.next() else { return String::new() };
    let rest = signs.as_str();
    if rest.chars().next().is_some_and(|second| small(second) != second) {
        return name.to_owned();
    }
    format!("{}{rest}", small(first))
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
    fn an_abbreviation_keeps_its_capitals_within_a_sentence() {
        for (name, within) in [
            ("DPIA, eenmalig", "DPIA, eenmalig"),
            ("BTW-compensatie", "BTW-compensatie"),
            ("Hogere raming van de baten", "hogere raming van de baten"),
            ("Éénmalig", "éénmalig"),
            ("U betaalt", "u betaalt"),
            ("2A Voorbellen", "2A Voorbellen"),
            ("U", "u"),
            ("", ""),
        ] {
            assert_eq!(lower_first(name), within);
        }
    }

    #[test]
    fn both_ways_agree_with_unicode_in_latin_1() {
        for sign in ('\0'..='\u{fe}').filter(|sign| !matches!(sign, 'µ' | 'ß')) {
            assert_eq!(small(sign).to_string(), sign.to_lowercase().to_string());
            assert_eq!(large(sign).to_string(), sign.to_uppercase().to_string());
        }
    }
}
