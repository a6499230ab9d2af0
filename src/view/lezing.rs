//! What a field says about the text in it, and a pasted table about its rows: how it was read, what is
//! asked, and what is wrong.

use super::share;
use crate::document::shown;
use crate::publicatie::Publicatie;
use crate::scenario::plakken::{PlakRegel, Plaksel};
use crate::units::Eenheid;
use crate::units::lezen::{Fout, Lezing, Reden, Veld, Waarde, lees};
use crate::units::notation::{MINUS, NO_BREAK_SPACE, centen, getal};
use rust_decimal::{Decimal, RoundingStrategy};

/// What a field says: about what, what is the matter, and what helps. Sentences of at most fifteen words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VeldMelding {
    /// The name of the field.
    pub veld: String,
    /// What is wrong, or what is asked.
    pub probleem: String,
    /// What to do.
    pub remedie: String,
}

impl VeldMelding {
    /// All of it, for a list of meldingen.
    pub fn text(&self) -> String {
        format!("{}: {} {}", self.veld, self.probleem, self.remedie)
    }
}

/// A number in full: `€ 750.000,00`, `− € 775.000,00`, `13.500`, `60%`.
pub fn in_words(waarde: Waarde) -> String {
    let number = waarde.getal;
    match waarde.eenheid {
        Eenheid::Euro => {
            let sign = if number < Decimal::ZERO {
                format!("{MINUS}{NO_BREAK_SPACE}")
            } else {
                String::new()
            };
            format!("{sign}€{NO_BREAK_SPACE}{}", getal(number.abs(), 2))
        }
        Eenheid::Aantal => getal(number, 0),
        Eenheid::Aandeel => share(number),
    }
}

/// How a text was understood: `Gelezen als € 750.000,00`.
pub fn gelezen_als(waarde: Waarde) -> String {
    format!("Gelezen als {}", in_words(waarde))
}

/// What is asked when a text can be read in two ways: both in full, or the one that can stand in the field and why
/// the other cannot. Each that can is offered beside it.
pub fn vraag(naam: &str, veld: &Veld, readings: [Waarde; 2]) -> VeldMelding {
    let [first, second] = readings;
    let (probleem, remedie) = match readings.map(|waarde| veld.refuses(waarde)) {
        [None, Some(reden)] => alone(first, second, &reden, veld),
        [Some(reden), None] => alone(second, first, &reden, veld),
        _ => {
            let remedie = match first.eenheid {
                Eenheid::Aandeel => "Kies er een, of typ het procentteken erbij.".to_owned(),
                _ => format!("Kies er een, of typ {}.", typed(first, veld)),
            };
            (format!("Bedoelt u {} of {}?", in_words(first), in_words(second)), remedie)
        }
    };
    VeldMelding { veld: naam.to_owned(), probleem, remedie }
}

/// The reading that can stand in the field, and why the other cannot.
fn alone(can: Waarde, cannot: Waarde, reden: &Reden, veld: &Veld) -> (String, String) {
    let why = match reden {
        Reden::TeVeelDecimalen(_) => "heeft te veel decimalen",
        Reden::TeLaag(_) => "is te laag",
        _ => "is te hoog",
    };
    let other = match cannot.eenheid {
        Eenheid::Aandeel => share(cannot.getal),
        _ => getal(cannot.getal, 0),
    };
    let soort = soort(veld);
    (format!("Bedoelt u {}?", in_words(can)), format!("“{other}” {why} voor een {soort}."))
}

/// A number so that it can be read in one way only: with the decimals of the field.
fn typed(waarde: Waarde, veld: &Veld) -> String {
    match waarde.eenheid {
        Eenheid::Aandeel => share(waarde.getal),
        _ => getal(waarde.getal, veld.decimalen),
    }
}

/// As fine as the field takes, half away from zero as everywhere.
fn rounded(waarde: Waarde, veld: &Veld) -> Waarde {
    let half_away = RoundingStrategy::MidpointAwayFromZero;
    let getal = waarde.getal.round_dp_with_strategy(veld.decimalen, half_away);
    Waarde { getal, ..waarde }
}

/// The same question in a text with many rows, where nothing can be chosen: what to type instead.
fn vraag_in_row(naam: &str, veld: &Veld, readings: [Waarde; 2]) -> VeldMelding {
    let fits = readings.map(|waarde| rounded(waarde, veld)).into_iter();
    let fits = fits.filter(|waarde| veld.refuses(*waarde).is_none());
    let fits: Vec<String> = fits.map(|waarde| typed(waarde, veld)).collect();
    let remedie = format!("Typ {}.", fits.join(" of "));
    VeldMelding { remedie, ..vraag(naam, veld, readings) }
}

/// What is wrong with a text and what helps.
pub fn melding(naam: &str, veld: &Veld, fout: &Fout) -> VeldMelding {
    let soort = soort(veld);
    let plaats = fout.plaats;
    let only = format!("Typ alleen een {soort}, bijvoorbeeld {}.", example(veld));
    let negative = || format!("Typ een {soort} onder nul zo: {MINUS}{}.", example(veld));
    let (probleem, remedie) = match &fout.reden {
        Reden::GeenCijfer => ("Hier staat geen getal.".to_owned(), only),
        Reden::Woord(word) => (
            format!("“{}” hoort niet in een {soort}.", shown(word)),
            format!("{only} {}", bounds(veld)),
        ),
        Reden::Teken(sign) => {
            let sign = shown(&sign.to_string());
            (format!("Het teken “{sign}” op plaats {plaats} hoort niet in een {soort}."), only)
        }
        Reden::AnderCijfer(sign) => (
            format!("“{sign}” op plaats {plaats} is geen gewoon cijfer."),
            "Typ de cijfers 0 tot en met 9.".to_owned(),
        ),
        Reden::Groepen => (
            format!("De punt, komma of spatie op plaats {plaats} past niet in een getal."),
            "Typ het getal als 1.234.567,89 of zonder punten.".to_owned(),
        ),
        Reden::MeerGetallen => {
            ("Hier staat meer dan één getal.".to_owned(), "Laat één getal staan.".to_owned())
        }
        Reden::MeerCellen => {
            ("Hier staat meer dan één cel van een tabel.".to_owned(), "Plak één cel.".to_owned())
        }
        Reden::Minteken => (
            format!("Het streepje op plaats {plaats} kan een minteken zijn, maar ook niet."),
            negative(),
        ),
        Reden::Haakje => (format!("Het haakje op plaats {plaats} heeft geen tweede."), negative()),
        Reden::Wetenschappelijk => (
            "Een macht van tien, zoals 7,9e27, wordt niet gelezen.".to_owned(),
            format!("Typ het getal voluit. {}", bounds(veld)),
        ),
        Reden::Eenheid(found) => wrong_unit(soort, *found, veld),
        Reden::TeVeelDecimalen(found) => {
            let rounded = "Rond het getal zelf af.".to_owned();
            let far = *found > 9;
            (decimals(veld), if far { format!("{rounded} {}", bounds(veld)) } else { rounded })
        }
        Reden::TeLaag(unit) => outside(&veld.for_unit(*unit), "laag"),
        Reden::TeHoog(unit) => outside(&veld.for_unit(*unit), "hoog"),
    };
    VeldMelding { veld: naam.to_owned(), probleem, remedie }
}

/// What is wrong with cells that were pasted over `room` fields of years; nothing for one cell, where one is meant.
pub fn row_melding(naam: &str, veld: &Veld, cells: &[&str], room: usize) -> Option<VeldMelding> {
    let count = cells.len();
    if count < 2 || room < 2 {
        return None;
    }
    let of = |probleem, remedie| Some(VeldMelding { veld: naam.to_owned(), probleem, remedie });
    if count > room {
        return of(
            format!("Dit zijn {count} cellen, en vanaf hier zijn er {room} jaren."),
            "Plak ze vanaf een eerder jaar, of plak er minder.".to_owned(),
        );
    }
    let mut read = cells.iter().zip(1..).map(|(cell, place)| (place, *cell, lees(cell, veld)));
    let bad = read.find(|(.., lezing)| !matches!(lezing, Lezing::Waarde(_)));
    match bad? {
        (place, _, Lezing::Leeg) => of(
            format!("Cel {place} van {count} is leeg."),
            "Vul haar in, of plak de delen apart.".to_owned(),
        ),
        (place, cell, Lezing::Vraag([first, second])) => of(
            format!(
                "Cel {place} van {count}, “{}”, kan {} of {} zijn.",
                shown(cell),
                in_words(first),
                in_words(second)
            ),
            "Zet er in het rekenblad één getal van.".to_owned(),
        ),
        (place, _, Lezing::Onleesbaar(fout)) => {
            let of_cell = melding(naam, veld, &fout);
            of(format!("Cel {place} van {count}: {}", of_cell.probleem), of_cell.remedie)
        }
        (.., Lezing::Waarde(_)) => None,
    }
}

/// In the unit in which it was typed: of a count that was typed in percent, what is possible in percent.
fn outside(veld: &Veld, side: &str) -> (String, String) {
    (format!("Dit {} is te {side}.", soort(veld)), bounds(veld))
}

fn wrong_unit(soort: &str, found: Eenheid, veld: &Veld) -> (String, String) {
    match found {
        Eenheid::Euro => (
            format!("Hier hoort een {soort}, geen bedrag."),
            format!("Haal het euroteken weg, bijvoorbeeld {}.", example(veld)),
        ),
        Eenheid::Aandeel => (
            format!("Hier hoort een {soort}, geen percentage."),
            format!("Haal het procentteken weg, bijvoorbeeld {}.", example(veld)),
        ),
        Eenheid::Aantal => (
            format!("Hier hoort een {soort}, geen aantal."),
            format!("Typ een {soort}, bijvoorbeeld {}.", example(veld)),
        ),
    }
}

const fn soort(veld: &Veld) -> &'static str {
    match (veld.eenheid, veld.ook) {
        (Eenheid::Euro, _) => "bedrag",
        (Eenheid::Aantal, Some(Eenheid::Euro)) => "gewicht",
        (Eenheid::Aantal, _) => "aantal",
        (Eenheid::Aandeel, _) => "percentage",
    }
}

const fn example(veld: &Veld) -> &'static str {
    match (veld.eenheid, veld.ook) {
        (Eenheid::Euro, _) => "750.000,00",
        (Eenheid::Aantal, Some(Eenheid::Euro)) => "2.088.582",
        (Eenheid::Aantal, _) => "13.500",
        (Eenheid::Aandeel, _) => "60%",
    }
}

fn bounds(veld: &Veld) -> String {
    let word = |getal| in_words(Waarde { getal, eenheid: veld.eenheid });
    format!("Mogelijk is {} tot en met {}.", word(veld.laagste), word(veld.hoogste))
}

/// How fine a value may be; a share is typed in percent, so with two decimals fewer.
fn decimals(veld: &Veld) -> String {
    let typed = match veld.eenheid {
        Eenheid::Aandeel => veld.decimalen.saturating_sub(2),
        _ => veld.decimalen,
    };
    match typed {
        0 => format!("Een {} heeft hier geen decimalen.", soort(veld)),
        1 => format!("Een {} heeft hier hoogstens 1 decimaal.", soort(veld)),
        more => format!("Een {} heeft hier hoogstens {more} decimalen.", soort(veld)),
    }
}

/// What a pasted table says as a whole: how many were found, and what is asked or missing.
pub fn plaksel_text(publicatie: &Publicatie, plaksel: &Plaksel) -> String {
    if plaksel.kolom.is_none() {
        let columns: Vec<String> =
            plaksel.kolommen.iter().map(|(place, heading)| column(*place, heading)).collect();
        return format!(
            "Er zijn {} kolommen met getallen: {}. Kies er een.",
            columns.len(),
            columns.join(", ")
        );
    }
    let found = plaksel.gevonden().count();
    let of = publicatie.deelnemers.len();
    let missing: Vec<&str> = plaksel.ontbreekt.iter().map(|id| naam(publicatie, id)).collect();
    let missing = match &*missing {
        [] => String::new(),
        names => format!(" Niet in de tabel: {}.", names.join(", ")),
    };
    format!("{found} van de {of} deelnemers gevonden. Er is nog niets overgenomen.{missing}")
}

fn column(place: usize, heading: &str) -> String {
    if heading.is_empty() {
        format!("kolom {}", place + 1)
    } else {
        format!("“{}”", shown(heading))
    }
}

/// What is said about a row of a pasted table; nothing about a deelnemer with its amount.
pub fn regel_text(
    publicatie: &Publicatie,
    plaksel: &Plaksel,
    veld: &Veld,
    nummer: usize,
    regel: &PlakRegel,
) -> Option<String> {
    let naam = |id| naam(publicatie, id);
    Some(match regel {
        PlakRegel::Gevonden(..) => return None,
        PlakRegel::Kop => format!("Regel {nummer} is de kop."),
        PlakRegel::Leeg => format!("Regel {nummer} is leeg."),
        PlakRegel::Totaal(total) => {
            let som = plaksel.som();
            let same = total.map(|total| total == som.breuk().exact_decimal(2).unwrap_or(total));
            let compared = match same {
                Some(true) => format!(" De gevonden regels tellen ook op tot {}.", centen(som)),
                Some(false) => format!(" De gevonden regels tellen op tot {}.", centen(som)),
                None => String::new(),
            };
            format!("Regel {nummer} is een totaal en geen deelnemer.{compared}")
        }
        PlakRegel::Onbekend(name) if name.is_empty() => format!("Regel {nummer} heeft geen naam."),
        PlakRegel::Onbekend(name) => {
            format!("Regel {nummer}: “{}” is geen deelnemer.", shown(name))
        }
        PlakRegel::Meerduidig(name) => {
            format!("Regel {nummer}: “{}” past bij meer dan één deelnemer.", shown(name))
        }
        PlakRegel::Dubbel(id) => {
            format!("Regel {nummer}: {} staat er meer dan één keer.", naam(id))
        }
        PlakRegel::ZonderBedrag(id) => format!("Regel {nummer}: {} heeft geen bedrag.", naam(id)),
        PlakRegel::Vraag(id, readings) => {
            format!("Regel {nummer}, {}", vraag_in_row(naam(id), veld, *readings).text())
        }
        PlakRegel::Onleesbaar(id, fout) => {
            format!("Regel {nummer}, {}", melding(naam(id), veld, fout).text())
        }
    })
}

fn naam<'p>(publicatie: &'p Publicatie, id: &'p str) -> &'p str {
    let index = publicatie.deelnemer(id);
    index.and_then(|index| publicatie.deelnemers.get(index)).map_or(id, |deelnemer| &deelnemer.naam)
}
