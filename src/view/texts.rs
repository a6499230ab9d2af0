//! Every Dutch sentence a person reads, by key.

use crate::melding::{Code, Melding};

/// What the model's own amounts are called.
pub fn amount_name(id: &str) -> Option<&'static str> {
    Some(match id {
        "ophoging" => "Hogere raming van de baten",
        "reservering" => "Reservering",
        "reservering_bedrag" => "Reservering van het jaar",
        "onttrekking" => "Onttrekking aan het bewaarde bedrag",
        "onttrekking_bedrag" => "Wat aan het bewaarde bedrag wordt onttrokken",
        "rest" => "Rest van het bewaarde bedrag",
        "rest_bedrag" => "Wat van het bewaarde bedrag overblijft",
        "incidenteel" => "Bewaard uit het resultaat",
        "effect" => "Effect van sociaal incasseren",
        "effect_begroot" => "Sociaal incasseren in de begroting",
        "begroot" => "Verschil in de begroting",
        "verrekening" => "Verrekening in de jaarrekening",
        "definitief" => "Verschil na verrekening",
        "cumulatief" => "Verschil na verrekening, opgeteld tot en met",
        "betaald" => "Te betalen verschil",
        "bespaard" => "Niet in rekening gebracht bij burgers",
        "bijdrage" => "Bijdrage",
        "bijdrage_oud" => "Bijdrage zonder het voorstel",
        "bijdrage_nieuw" => "Bijdrage met dit scenario",
        "btw_compensatie" => "Te compenseren btw",
        "btw_inschatting" => "Inschatting van de te compenseren btw",
        "uitputting" => "Uitputting van de reservering",
        "reservering_rest" => "Rest van de reservering",
        "reservering_tekort" => "Tekort op de reservering",
        "vrijgave" => "Vrijgave door het bestuur",
        "index" => "Index van de bijdrage",
        "rekenprotocol_jaren" => "Aantal jaren van het rekenprotocol",
        _ => return None,
    })
}

/// The short title of a melding, without full stop.
pub const fn melding_title(code: Code) -> &'static str {
    match code {
        Code::Encoding => "Het bestand is niet leesbaar als tekst",
        Code::NoJson => "Het bestand is beschadigd of geen scenario",
        Code::TooLarge => "Het bestand is te groot",
        Code::TooDeep => "Het bestand is te diep genest",
        Code::WrongType => "Hier hoort iets anders te staan",
        Code::UnknownField => "Dit veld bestaat niet",
        Code::DuplicateField => "Dit veld staat er twee keer",
        Code::MissingField => "Dit veld ontbreekt",
        Code::OtherFormaat => "Dit is een ander soort document",
        Code::OtherVersie => "Gemaakt met een andere versie",
        Code::NoNumber => "Dit is geen getal zoals een document het schrijft",
        Code::TooManyDecimals => "Te veel decimalen",
        Code::OutOfBounds => "Buiten de grenzen",
        Code::NotAllowed => "Dit woord is hier niet mogelijk",
        Code::YearOutside => "Dit jaar hoort er niet bij",
        Code::YearTwice => "Dit jaar staat er twee keer",
        Code::UnknownId => "Deze naam bestaat niet",
        Code::IdTwice => "Deze naam staat er twee keer",
        Code::BadText => "Deze tekst kan niet",
        Code::TooMany => "Te veel regels",
        Code::BadId => "Deze naam heeft verkeerde tekens",
        Code::TooFew => "Te weinig regels",
        Code::WeightsZero => "De gewichten zijn samen nul",
        Code::KeyHasGap => "De sleutel heeft een gat",
        Code::KeyIncomplete => "De sleutel is niet compleet",
        Code::BandOrder => "Laag, waarde en hoog staan niet op volgorde",
        Code::TooFewRealised => "Te weinig gerealiseerde jaren",
        Code::OtherDriver => "Dit past niet bij deze variant",
        Code::OneOfTwo => "Kies een van beide",
        Code::EmptyBlock => "In dit blok draagt niemand bij",
        Code::DividesByZero => "Hier kan geen nul staan",
        Code::OtherPublicatie => "Dit hoort bij een andere publicatie",
        Code::PostIsKnown => "Deze post is al bekend",
        Code::UnknownAndValue => "Onbekend en een waarde gaan niet samen",
        Code::MissingParameter => "Een parameter ontbreekt",
        Code::OtherUnit => "De eenheid past niet",
        Code::TooManyShares => "Te veel aandelen in een product",
        Code::BadPeriod => "Deze periode kan niet",
        Code::OutsideBand => "Buiten de gepubliceerde band",
        Code::DelayIgnored => "De vertraging telt niet mee",
        Code::OmvangAbove => "Meer dan er in een jaar zijn",
        Code::CountsTwice => "Mogelijk dubbel geteld",
        Code::AboveVrijgave => "Meer gebruikt dan vrijgegeven",
        Code::AboveResultaat => "Meer dan een bekend resultaat",
    }
}

/// What a melding says: what is wrong, with the figures, and what to do.
#[expect(clippy::too_many_lines, reason = "a list: the text of each code")]
pub fn melding_text(melding: &Melding) -> String {
    let g = |index: usize| melding.gegevens.get(index).map_or("", String::as_str);
    match melding.code {
        Code::Encoding => {
            "De tekens zijn geen UTF-8. Sla het bestand op als UTF-8 en open het opnieuw.".into()
        }
        Code::NoJson if g(2) == "afgekapt" => format!(
            "Het bestand houdt op bij regel {}, teken {}. Er ontbreekt een deel. Vraag het opnieuw op.",
            g(0),
            g(1)
        ),
        Code::NoJson => format!(
            "Bij regel {}, teken {} is de tekst niet te lezen als JSON. Herstel die plek of kies een ander bestand.",
            g(0),
            g(1)
        ),
        Code::TooLarge => {
            "Het document is groter dan 1 MB. Een scenario is veel kleiner; kies een ander bestand."
                .into()
        }
        Code::TooDeep => {
            "Het document is dieper genest dan 32 lagen. Kies een ander bestand.".into()
        }
        Code::WrongType => {
            format!("Hier hoort {} te staan, maar er staat {}.", g(0), with_article(g(1)))
        }
        Code::UnknownField => {
            format!("Het veld “{}” bestaat hier niet. Mogelijk zijn: {}.", g(0), g(1))
        }
        Code::DuplicateField => {
            format!("Het veld “{}” staat er twee keer. Laat er een staan.", g(0))
        }
        Code::MissingField => format!("Het veld “{}” ontbreekt. Vul het aan.", g(0)),
        Code::OtherFormaat => {
            format!("Hier hoort “{}”, maar dit is “{}”. Kies het goede bestand.", g(0), g(1))
        }
        Code::OtherVersie => format!(
            "Dit document heeft versie {}; dit programma leest versie {}. Open het met een nieuwere Bijdragewijzer.",
            g(1),
            g(0)
        ),
        Code::NoNumber => format!(
            "“{}” is geen getal. Schrijf cijfers met een punt voor de decimalen, bijvoorbeeld 750000.00.",
            g(0)
        ),
        Code::TooManyDecimals => {
            format!("“{}” heeft te veel decimalen. Hier {} toegestaan.", g(1), allowed(g(0)))
        }
        Code::OutOfBounds => {
            format!("{} ligt buiten de grenzen. Mogelijk is {} tot en met {}.", g(2), g(0), g(1))
        }
        Code::NotAllowed => format!("“{}” kan hier niet. Mogelijk zijn: {}.", g(1), g(0)),
        Code::YearOutside => format!("Kies een jaar van {} tot en met {}.", g(0), g(1)),
        Code::YearTwice => format!("{} staat er twee keer. Laat er een staan.", g(0)),
        Code::UnknownId => {
            format!("“{}” bestaat niet als {}. Mogelijk zijn: {}.", g(1), g(0), g(2))
        }
        Code::IdTwice => {
            format!("“{}” staat er twee keer of is al bezet. Kies een andere naam.", g(0))
        }
        Code::BadText => format!("Schrijf 1 tot {} gewone tekens, zonder regeleinden.", g(0)),
        Code::TooMany => format!("Hier staan {} regels. Meer dan {} kan niet.", g(1), g(0)),
        Code::BadId => {
            format!("“{}” kan niet. Gebruik kleine letters, cijfers, - en _, hoogstens 60.", g(0))
        }
        Code::TooFew => format!("Hier hoort ten minste {} te staan.", g(0)),
        _ => melding_text_of_meaning(melding),
    }
}

#[expect(clippy::too_many_lines, reason = "a list: the text of each code")]
fn melding_text_of_meaning(melding: &Melding) -> String {
    let g = |index: usize| melding.gegevens.get(index).map_or("", String::as_str);
    match melding.code {
        Code::WeightsZero => {
            "Alle gewichten zijn nul. Geef ten minste één deelnemer of blok een gewicht.".into()
        }
        Code::KeyHasGap => {
            format!("Van {} is over {} geen bijdrage bekend. Kies een ander jaar.", g(0), g(1))
        }
        Code::KeyIncomplete => format!("De gekozen sleutel heeft eigen {} nodig. Vul ze in.", g(0)),
        Code::BandOrder => {
            "Zorg dat laag niet hoger is dan de waarde, en de waarde niet hoger dan hoog.".into()
        }
        Code::TooFewRealised => format!(
            "Voor {} zijn {} gerealiseerde jaren nodig; er zijn er {} bekend. Vul jaren aan of kies er minder.",
            g(2),
            g(0),
            g(1)
        ),
        Code::OtherDriver => format!("“{}” past hier niet; deze variant heeft “{}”.", g(0), g(1)),
        Code::OneOfTwo => format!("Geef óf “{}” óf “{}”.", g(0), g(1)),
        Code::EmptyBlock => format!(
            "Het blok “{}” krijgt een deel, maar heeft geen deelnemer met een bijdrage.",
            g(0)
        ),
        Code::DividesByZero => "Door dit getal wordt gedeeld. Kies een getal boven nul.".into(),
        Code::OtherPublicatie => {
            format!("Dit scenario hoort bij “{}”; hier is “{}” geladen.", g(1), g(0))
        }
        Code::PostIsKnown => {
            format!("“{}” is geen onbekende post. Verander de parameter “{}”.", g(0), g(1))
        }
        Code::UnknownAndValue => format!(
            "“{}”: een waarde hoort niet bij de status onbekend, en zonder waarde hoort die status er juist bij.",
            g(0)
        ),
        Code::MissingParameter => {
            format!("De formules hebben “{}” nodig. Neem die parameter op.", g(0))
        }
        Code::OtherUnit => {
            format!("“{}” moet de eenheid {} hebben, maar heeft {}.", g(2), g(0), g(1))
        }
        Code::TooManyShares => {
            format!("Hier komen {} aandelen in één product. Meer dan {} kan niet.", g(1), g(0))
        }
        Code::BadPeriod => {
            format!("De periode moet vooruit lopen en mag hoogstens {} jaar duren.", g(0))
        }
        Code::OutsideBand => format!(
            "{} ligt buiten de gepubliceerde band van {} tot {}. Het mag wel.",
            g(0),
            g(1),
            g(2)
        ),
        Code::DelayIgnored => {
            "Bij een incidenteel bedrag is er geen vertraging; de keuze telt niet mee.".into()
        }
        Code::OmvangAbove => format!(
            "Voor {} is {} gekozen, maar er zijn er {} in een jaar. Het mag wel.",
            g(2),
            g(0),
            g(1)
        ),
        Code::CountsTwice => format!(
            "“{}” en “{}” ramen ten dele hetzelfde. Samen tellen zij effecten dubbel.",
            g(0),
            g(1)
        ),
        Code::AboveVrijgave => {
            format!("In {} is {} gebruikt; vrijgegeven is {}.", g(0), g(1), g(2))
        }
        Code::AboveResultaat => {
            format!("{} is meer dan het hoogste bekende resultaat, {}.", g(0), g(1))
        }
        _ => String::new(),
    }
}

fn with_article(word: &str) -> String {
    match word {
        "null" | "waar of onwaar" => word.to_owned(),
        _ => format!("een {word}"),
    }
}

fn allowed(decimals: &str) -> String {
    match decimals {
        "0" => "zijn er geen".into(),
        "1" => "is er 1".into(),
        _ => format!("zijn er {decimals}"),
    }
}
