//! Every Dutch sentence a person reads, by key.

mod parts;

use self::parts::{large, place, possible, wanted, with_article};
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
        "effect" => "Effect op de exploitatie",
        "effect_begroot" => "Effect op de exploitatie, in de begroting",
        "begroot" => "Verschil in de begroting",
        "verrekening" => "Verrekening in de jaarrekening",
        "definitief" => "Verschil na verrekening",
        "cumulatief" => "Verschil na verrekening, opgeteld tot en met",
        "geheel" => "Verschil na verrekening met wat vooraf is bewaard, opgeteld tot en met",
        "begroot_tegenover_ongewijzigd" => "Begroot, tegenover ongewijzigd beleid",
        "definitief_tegenover_ongewijzigd" => "Na verrekening, tegenover ongewijzigd beleid",
        "cumulatief_tegenover_ongewijzigd" => {
            "Na verrekening, tegenover ongewijzigd beleid, opgeteld tot en met"
        }
        "geheel_tegenover_ongewijzigd" => {
            "Na verrekening met wat vooraf is bewaard, tegenover ongewijzigd beleid, opgeteld tot en met"
        }
        "stap_begroot" => "Stap in de begroting naar",
        "stap_definitief" => "Stap na verrekening naar",
        "grootste_stap_begroot" => "Grootste stap in de begroting, tot en met",
        "grootste_stap_definitief" => "Grootste stap na verrekening, tot en met",
        "met_eerste_stap_begroot" => "Grootste stap in de begroting vanaf nu, tot en met",
        "met_eerste_stap_definitief" => "Grootste stap na verrekening vanaf nu, tot en met",
        "spreiding_begroot" => "Spreiding in de begroting, tot en met",
        "spreiding_definitief" => "Spreiding na verrekening, tot en met",
        "betaald" => "Te betalen verschil",
        "bespaard" => "Lagere invorderkosten voor burgers",
        "bijdrage" => "Bijdrage",
        "eigen_bijdrage" => "Eigen bijdrage",
        "bijdrage_oud" => "Bijdrage zonder het voorstel",
        "bijdrage_nieuw" => "Bijdrage met dit scenario",
        "btw_compensatie" => "Te compenseren btw",
        "btw_inschatting" => "Inschatting van de te compenseren btw",
        "uitputting" => "Uitputting van de reservering",
        "reservering_rest" => "Rest van de reservering",
        "reservering_tekort" => "Tekort op de reservering",
        "vrijgave" => "Vrijgave door het bestuur",
        "index" => "Index van de bijdrage",
        "inwoners" => "Aantal inwoners",
        "rekenprotocol_jaren" => "Aantal jaren van het rekenprotocol",
        _ => return None,
    })
}

/// The short title of a melding, without full stop.
pub const fn melding_title(code: Code) -> &'static str {
    match code {
        Code::Encoding => "Het bestand is niet leesbaar als tekst",
        Code::NoJson => "Het bestand is beschadigd of niet het goede",
        Code::TooLarge => "Het bestand is te groot",
        Code::TooDeep => "Het bestand is te diep genest",
        Code::WrongType => "Hier hoort iets anders te staan",
        Code::UnknownField => "Dit veld bestaat niet",
        Code::DuplicateField => "Dit veld staat er twee keer",
        Code::MissingField => "Dit veld ontbreekt",
        Code::OtherFormaat => "Dit is een ander soort document",
        Code::OtherVersie => "Gemaakt met een nieuwere versie",
        Code::NoNumber => "Dit is geen getal",
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
        Code::MoreFaults => "Er zijn meer fouten dan hier staan",
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
        Code::SharesOpen => "De aandelen zijn samen niet 100%",
        Code::UnknownAndValue => "Onbekend en een waarde gaan niet samen",
        Code::MissingParameter => "Een parameter ontbreekt",
        Code::OtherUnit => "De eenheid past niet",
        Code::TooManyShares => "Te veel aandelen in een product",
        Code::BadPeriod => "Deze periode kan niet",
        Code::LinkAbsent => "Hier staat geen scenario in",
        Code::LinkCut => "De link is niet volledig",
        Code::LinkChanged => "De link is onderweg veranderd",
        Code::LinkPart => "Een deel van de link is niet overgenomen",
        Code::LinkVersie => "De link is gemaakt met een andere versie",
        Code::LinkPublicatie => "De link hoort bij een andere publicatie",
        Code::LinkTooLong => "De tekst is te lang voor een link",
        Code::OutsideBand => "Buiten de band",
        Code::DelayIgnored => "De vertraging telt niet mee",
        Code::OmvangAbove => "Meer dan er in een jaar zijn",
        Code::CountsTwice => "Mogelijk dubbel geteld",
        Code::AboveVrijgave => "Meer gebruikt dan vrijgegeven",
        Code::AboveResultaat => "Meer dan elk bekend resultaat",
        Code::OtherUitgave => "Gemaakt met een andere uitgave",
        Code::SharesAbove => "Samen meer dan alles",
    }
}

/// What a melding says: where, what is wrong, with the figures, and what to do.
pub fn melding_text(melding: &Melding) -> String {
    text_at(melding, &place(&melding.pad))
}

/// The same on the page, where the place has the name of its field.
pub fn melding_text_at(melding: &Melding, label: &str) -> String {
    text_at(melding, &format!("Bij “{label}”"))
}

fn text_at(melding: &Melding, bij: &str) -> String {
    let gegevens: Vec<&str> = melding.gegevens.iter().map(String::as_str).collect();
    text_of_document(melding.code, bij, &gegevens)
        .or_else(|| text_of_value(melding.code, bij, &gegevens))
        .or_else(|| text_of_choices(melding.code, bij, &gegevens))
        .or_else(|| text_of_publicatie(melding.code, bij, &gegevens))
        .or_else(|| text_of_link(melding.code, &gegevens))
        .or_else(|| text_of_warning(melding.code, &gegevens))
        .unwrap_or_default()
}

/// Whether the document can be read at all, and has the fields that it should have.
fn text_of_document(code: Code, bij: &str, gegevens: &[&str]) -> Option<String> {
    Some(match (code, gegevens) {
        (Code::Encoding, [_]) => {
            "Dit is een afbeelding, een werkmap of een ander bestand zonder leesbare tekst. Kies een bestand dat met de Bijdragewijzer is opgeslagen.".into()
        }
        (Code::Encoding, _) => {
            "De tekens zijn geen UTF-8. Sla het bestand op als UTF-8 en open het opnieuw.".into()
        }
        (Code::NoJson, ["1", "0", "afgekapt"]) => {
            "Het bestand is leeg. Kies een ander bestand of vraag het opnieuw op.".into()
        }
        (Code::NoJson, [regel, teken, "afgekapt"]) => format!(
            "Het bestand houdt op bij regel {regel}, teken {teken}. Vraag het opnieuw op: er ontbreekt een deel."
        ),
        (Code::NoJson, [regel, teken, ..]) => format!(
            "Bij regel {regel}, teken {teken} is de tekst niet te lezen als JSON. Herstel die plek of kies een ander bestand."
        ),
        (Code::TooLarge, _) => {
            "Het document is groter dan 1 MB. Kies een ander bestand of maak het kleiner.".into()
        }
        (Code::TooDeep, _) => {
            "Het document is dieper genest dan 32 lagen. Kies een ander bestand.".into()
        }
        (Code::WrongType, [allowed, found]) => {
            format!("{bij} staat {}. Schrijf daar {}.", with_article(found), wanted(allowed))
        }
        (Code::UnknownField, [field, allowed]) => format!(
            "Het veld “{field}” bestaat niet. Haal het weg of verbeter de naam. {}",
            possible(allowed)
        ),
        (Code::DuplicateField, _) => {
            format!("{bij} staan twee waarden. Laat er één staan.")
        }
        (Code::MissingField, _) => format!("{bij} staat niets. Vul het aan."),
        (Code::OtherFormaat, [allowed, found]) => {
            format!("Hier hoort “{allowed}”, maar dit is “{found}”. Kies het goede bestand.")
        }
        (Code::OtherFormaat, [allowed, or, found]) => format!(
            "Hier hoort “{allowed}” of “{or}”, maar dit is “{found}”. Kies het goede bestand."
        ),
        (Code::OtherVersie, [newest, found]) => format!(
            "Dit document heeft versie {found}; dit programma leest versie {newest}. Open het met een nieuwere Bijdragewijzer."
        ),
        _ => return None,
    })
}

/// One value by itself.
fn text_of_value(code: Code, bij: &str, gegevens: &[&str]) -> Option<String> {
    Some(match (code, gegevens) {
        (Code::NoNumber, [found]) => format!(
            "{bij} staat “{found}”; dat is geen getal. Schrijf cijfers met een punt voor de decimalen, bijvoorbeeld 750000.00."
        ),
        (Code::TooManyDecimals, [allowed, found]) => format!(
            "{bij} staat {found}, met te veel decimalen. {}",
            match *allowed {
                "0" => "Schrijf een heel getal.".to_owned(),
                "1" => "Schrijf hoogstens 1 decimaal.".to_owned(),
                _ => format!("Schrijf hoogstens {allowed} decimalen."),
            }
        ),
        (Code::OutOfBounds, [lowest, highest, found]) => format!(
            "{bij} staat {found}; dat ligt buiten de grenzen. Kies een getal van {} tot en met {}.",
            large(lowest),
            large(highest)
        ),
        (Code::NotAllowed, [allowed, found]) => {
            format!("{bij} staat “{found}”; dat kan hier niet. {}", possible(allowed))
        }
        (Code::YearOutside, [first, last]) => format!(
            "{bij} staat een jaar dat de publicatie niet kent. Kies een jaar van {first} tot en met {last}."
        ),
        (Code::YearTwice, [jaar]) => {
            format!("{bij} staat {jaar} voor de tweede keer. Laat er één staan.")
        }
        (Code::UnknownId, [what, found, known]) => {
            format!("{bij} staat “{found}”; dat bestaat niet als {what}. {}", possible(known))
        }
        (Code::IdTwice, [found, "bezet"]) => {
            format!("{bij} staat “{found}”; die naam is al bezet. Kies een andere naam.")
        }
        (Code::IdTwice, [found, ..]) => {
            format!("{bij} staat “{found}” voor de tweede keer. Laat er één staan.")
        }
        (Code::BadText, [longest]) => format!(
            "{bij} staat niets, te veel of een onzichtbaar teken. Schrijf 1 tot {longest} gewone tekens, zonder regeleinden."
        ),
        (Code::TooMany, [most, found]) => {
            format!("{bij} staan {found} regels. Laat er hoogstens {most} staan.")
        }
        (Code::BadId, [found]) => format!(
            "{bij} staat “{found}”, met verkeerde tekens. Gebruik alleen kleine letters, cijfers, - en _, hoogstens 60 tekens."
        ),
        (Code::TooFew, [fewest]) => {
            format!("{bij} staat te weinig. Vul ten minste {fewest} regel in.")
        }
        (Code::MoreFaults, [listed, more]) => format!(
            "Dit zijn de eerste {listed} fouten; het document heeft er nog {more} meer. Herstel deze en open het opnieuw, of kies een ander document."
        ),
        _ => return None,
    })
}

/// What the choices of a scenario say of each other.
fn text_of_choices(code: Code, bij: &str, gegevens: &[&str]) -> Option<String> {
    Some(match (code, gegevens) {
        (Code::WeightsZero, _) => format!(
            "{bij} zijn alle gewichten nul. Geef ten minste één deelnemer of blok een gewicht boven nul."
        ),
        (Code::KeyHasGap, [deelnemer, jaar]) => format!(
            "Van {deelnemer} is over {jaar} geen bijdrage bekend. Kies een ander jaar voor de sleutel."
        ),
        (Code::KeyIncomplete, [what]) => {
            format!(
                "De gekozen sleutel heeft eigen {what} nodig. Vul ze in of kies een andere sleutel."
            )
        }
        (Code::BandOrder, _) => format!(
            "{bij} is laag hoger dan de waarde, of de waarde hoger dan hoog. Zet ze op volgorde."
        ),
        (Code::TooFewRealised, [needed, known, jaar]) => format!(
            "Voor {jaar} zijn {needed} gerealiseerde jaren nodig; bekend: {known}. Vul jaren aan of kies er minder."
        ),
        (Code::OtherDriver, [found, allowed]) => format!(
            "“{found}” past niet bij deze variant: die werkt met “{allowed}”. Gebruik dat, of haal “{found}” weg."
        ),
        (Code::OneOfTwo, [one, other]) => {
            format!("{bij} staan “{one}” en “{other}” allebei, of geen van beide. Geef er één.")
        }
        (Code::EmptyBlock, [blok]) => format!(
            "Het blok “{blok}” krijgt een deel, maar heeft geen deelnemer met een bijdrage. Geef dit blok 0."
        ),
        (Code::DividesByZero, _) => {
            format!("{bij} staat nul, en door dit getal wordt gedeeld. Kies een getal boven nul.")
        }
        (Code::OtherPublicatie, [loaded, other]) => format!(
            "Dit scenario hoort bij “{other}”, maar “{loaded}” is geladen. Laad die publicatie, of haal het veld “publicatie” weg."
        ),
        (Code::SharesOpen, [sum]) => format!(
            "{bij} zijn de aandelen samen {sum}. Maak ze samen 100%, of laat er één weg: dat blok krijgt wat overblijft."
        ),
        (Code::PostIsKnown, [post, parameter]) => format!(
            "“{post}” is geen onbekende post. Geef in plaats daarvan de parameter “{parameter}” een eigen waarde."
        ),
        _ => return None,
    })
}

/// What the parts of a publicatie say of each other.
fn text_of_publicatie(code: Code, bij: &str, gegevens: &[&str]) -> Option<String> {
    Some(match (code, gegevens) {
        (Code::UnknownAndValue, [id]) => format!(
            "“{id}” heeft een waarde en ook de status onbekend, of geen van beide. Haal de waarde weg of verander de status."
        ),
        (Code::MissingParameter, [id]) => {
            format!("De formules hebben “{id}” nodig. Neem die parameter op.")
        }
        (Code::OtherUnit, [needed, found, id]) => format!(
            "{bij} is een parameter met de eenheid {needed} nodig, maar “{id}” heeft {found}. Verander de eenheid of kies een andere parameter."
        ),
        (Code::TooManyShares, [most, found]) => format!(
            "{bij} worden {found} aandelen met elkaar vermenigvuldigd. Laat stappen of factoren weg tot het er hoogstens {most} zijn."
        ),
        (Code::BadPeriod, [most]) => format!(
            "{bij} ligt het laatste jaar vóór het eerste, of is de periode te lang. Kies een periode van hoogstens {most} jaar."
        ),
        _ => return None,
    })
}

/// Whether a link came through whole, and how to get what it lost.
fn text_of_link(code: Code, gegevens: &[&str]) -> Option<String> {
    Some(match (code, gegevens) {
        (Code::LinkAbsent, _) => {
            "In deze tekst staat geen scenario. Plak de hele link, van https tot en met het laatste teken. Of vraag de afzender om het bestand.".into()
        }
        (Code::LinkCut, [last]) => format!(
            "De link houdt op na “{last}”; het einde ontbreekt. Kopieer de hele link, ook als hij over meer regels loopt. Of vraag de afzender om het bestand. Neem wat nog te lezen is alleen over als u elke waarde nakijkt."
        ),
        (Code::LinkChanged, _) => {
            "De controle aan het einde van de link klopt niet. Er is een teken veranderd of weggevallen. Kopieer de link opnieuw uit het bericht, of vraag de afzender om het bestand. Neem wat nog te lezen is alleen over als u elke waarde nakijkt.".into()
        }
        (Code::LinkPart, [part]) => format!(
            "Het deel “{part}” is hier niet bekend of staat er twee keer. De rest van de link is wel gelezen. Vraag de afzender wat hier gekozen was."
        ),
        (Code::LinkVersie, [newest, found]) => {
            let is_older = found.parse::<u32>().ok() < newest.parse().ok();
            let remedy = if is_older {
                "Die versie is te oud. Vraag de afzender om een nieuwe link of om het bestand."
            } else {
                "Open de link met een nieuwere Bijdragewijzer, of neem over wat hier bekend is."
            };
            format!("De link heeft versie {found}; dit programma leest versie {newest}. {remedy}")
        }
        (Code::LinkPublicatie, [loaded, other]) => format!(
            "De link is gemaakt voor “{other}”, maar “{loaded}” is geladen. Open hem bij die publicatie. U kunt overnemen wat hier ook bestaat; de bedragen worden dan anders."
        ),
        (Code::LinkTooLong, _) => {
            "De tekst is langer dan 1 MB. Plak alleen de link, of vraag de afzender om het bestand.".into()
        }
        (Code::OtherUitgave, [loaded, other]) => format!(
            "Dit is gemaakt met uitgave “{other}” van de publicatie; hier is uitgave “{loaded}” geladen. De keuzes zijn dezelfde, maar de bedragen kunnen anders zijn dan de maker zag. Vergelijk ze met de cijfers van toen."
        ),
        _ => return None,
    })
}

/// What a user should know; the outcome stands.
fn text_of_warning(code: Code, gegevens: &[&str]) -> Option<String> {
    Some(match (code, gegevens) {
        (Code::OutsideBand, [naam, laag, hoog, status]) => {
            let band = if *status == "aanname" { "aangenomen" } else { "gepubliceerde" };
            format!(
                "De waarde van “{naam}” ligt buiten de {band} band. Die loopt van {laag} tot {hoog}. Er wordt wel mee gerekend; controleer de waarde."
            )
        }
        (Code::SharesAbove, [names, sum, jaar]) => format!(
            "In {jaar} zijn {names} samen {sum} van hetzelfde aantal. Er wordt wel mee gerekend; maak ze samen hoogstens 100%."
        ),
        (Code::DelayIgnored, _) => {
            "Bij een incidenteel bedrag is er geen vertraging; de gekozen vertraging telt niet mee. Zet haar op 0 of kies een andere wijze.".into()
        }
        (Code::OmvangAbove, [omvang, most, jaar]) => format!(
            "Voor {jaar} is {omvang} gekozen, maar er zijn er {most} in een jaar. Er wordt wel mee gerekend; controleer het aantal."
        ),
        (Code::CountsTwice, [one, other]) => format!(
            "De varianten “{one}” en “{other}” ramen ten dele hetzelfde. Samen tellen zij effecten dubbel; kies liever een van beide."
        ),
        (Code::AboveVrijgave, [jaar, used, released]) => format!(
            "In {jaar} gaat {used} van de reservering op, maar er is {released} vrijgegeven. Verhoog de vrijgave of beperk de uitrol."
        ),
        (Code::AboveResultaat, [kept, most]) => format!(
            "{kept} is meer dan het hoogste bekende resultaat, {most}. Controleer of dit bedrag er is."
        ),
        _ => return None,
    })
}
