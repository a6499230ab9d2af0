//! How numbers are read as officials type and paste them: `€ 750.000,-` · `0,75 mln` · `(775.000)` · 60%.
//!
//! The counterpart of [`notation`](super::notation). A text is read exactly, or not at all: what can mean
//! two things is asked (`1,234`), and what is not understood is refused with its place. Nothing is rounded,
//! no sign is dropped, and no text takes longer than one walk along it.

mod parts;
mod scan;

use rust_decimal::Decimal;

use super::Eenheid;
use parts::{Getal, Split};
use scan::Gezien;

/// What a field takes: a unit, how fine, and between which bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Veld {
    /// The unit. A share is typed in percent.
    pub eenheid: Eenheid,
    /// How many decimals the value may have. A share of four decimals is a percentage of two.
    pub decimalen: u32,
    /// The lowest value allowed.
    pub laagste: Decimal,
    /// The highest value allowed.
    pub hoogste: Decimal,
    /// What it may be typed as too: a count as a share (`25%`), a weight as an amount (`€ 466.380`).
    pub ook: Option<Eenheid>,
}

impl Veld {
    fn of(eenheid: Eenheid, decimalen: u32, laagste: i64, hoogste: i64) -> Self {
        let (laagste, hoogste) = (Decimal::from(laagste), Decimal::from(hoogste));
        Self { eenheid, decimalen, laagste, hoogste, ook: None }
    }

    /// An amount to the cent, of at most 10^10 euros, that may be negative.
    pub fn bedrag() -> Self {
        Self::of(Eenheid::Euro, 2, -10_000_000_000, 10_000_000_000)
    }

    /// An amount that cannot be negative.
    pub fn bedrag_from_zero() -> Self {
        Self::of(Eenheid::Euro, 2, 0, 10_000_000_000)
    }

    /// A count of at most 10^8.
    pub fn aantal(decimalen: u32) -> Self {
        Self::of(Eenheid::Aantal, decimalen, 0, 100_000_000)
    }

    /// A whole count of at least one, and at most 10^8.
    pub fn aantal_from_one() -> Self {
        Self { laagste: Decimal::ONE, ..Self::aantal(0) }
    }

    /// A whole count, or a share in percent.
    pub fn aantal_of_aandeel() -> Self {
        Self { ook: Some(Eenheid::Aandeel), ..Self::aantal(0) }
    }

    /// A weight in a key: a number of two decimals, of at most 10^10.
    pub fn gewicht() -> Self {
        Self { ook: Some(Eenheid::Euro), ..Self::of(Eenheid::Aantal, 2, 0, 10_000_000_000) }
    }

    /// A share between 0% and 100%, in hundredths of a percent.
    pub fn aandeel() -> Self {
        Self::of(Eenheid::Aandeel, 4, 0, 1)
    }

    /// A yearly index between −100% and 100%.
    pub fn index() -> Self {
        Self::of(Eenheid::Aandeel, 4, -1, 1)
    }

    /// Whether a value below zero can stand in this field.
    pub const fn takes_negative(&self) -> bool {
        self.laagste.is_sign_negative()
    }

    /// Whether only whole numbers without a unit can stand in it.
    pub fn takes_counts_alone(&self) -> bool {
        self.eenheid == Eenheid::Aantal && self.decimalen == 0 && self.ook.is_none()
    }

    /// Why a value cannot stand in this field; nothing where it can.
    pub fn refuses(&self, waarde: Waarde) -> Option<Reden> {
        let veld = self.for_unit(waarde.eenheid);
        let getal = waarde.getal.normalize();
        if getal < veld.laagste {
            return Some(Reden::TeLaag(waarde.eenheid));
        }
        if getal > veld.hoogste {
            return Some(Reden::TeHoog(waarde.eenheid));
        }
        (getal.scale() > veld.decimalen).then(|| Reden::TeVeelDecimalen(getal.scale()))
    }

    /// The field itself, or that of a share where a count was typed as one.
    pub(crate) fn for_unit(&self, eenheid: Eenheid) -> Self {
        if eenheid == Eenheid::Aandeel && self.eenheid != eenheid { Self::aandeel() } else { *self }
    }

    fn takes(&self, eenheid: Eenheid) -> bool {
        self.eenheid == eenheid || self.ook == Some(eenheid)
    }
}

/// A number that was read, in the units of the documents: euros, a count, or a share of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waarde {
    /// The exact number; 60% is 0,6.
    pub getal: Decimal,
    /// Its unit.
    pub eenheid: Eenheid,
}

/// What a text means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Lezing {
    /// Nothing stands there.
    Leeg,
    /// One number.
    Waarde(Waarde),
    /// Two numbers are meant equally well: ask. One of them may not fit the field.
    Vraag([Waarde; 2]),
    /// Not a number that fits.
    Onleesbaar(Fout),
}

/// Why a text was not read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fout {
    /// What is wrong.
    pub reden: Reden,
    /// At which character of the text, counted from 1.
    pub plaats: usize,
}

/// Why a text was not read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reden {
    /// There is no digit.
    GeenCijfer,
    /// A word that does not belong there: `circa`, `NaN`.
    Woord(String),
    /// A sign that does not belong there.
    Teken(char),
    /// A digit of another script or width, or a fraction in one sign.
    AnderCijfer(char),
    /// Points, commas or spaces that do not stand as in a number: `1.23.456`.
    Groepen,
    /// More than one number: `150.000 - 200.000`.
    MeerGetallen,
    /// More than one cell of a table.
    MeerCellen,
    /// Two signs, or one in a place where it may be a tail: `750.-`.
    Minteken,
    /// A bracket without its fellow.
    Haakje,
    /// Powers of ten: `7,9e27`.
    Wetenschappelijk,
    /// The sign of a unit that the field does not take.
    Eenheid(Eenheid),
    /// More decimals than the field takes: how many there are.
    TeVeelDecimalen(u32),
    /// Below the lowest value of the field, in the unit in which it was typed.
    TeLaag(Eenheid),
    /// Above the highest.
    TeHoog(Eenheid),
}

impl Reden {
    const fn at(self, plaats: usize) -> Fout {
        Fout { reden: self, plaats }
    }
}

/// Reads a text as what a field takes.
///
/// ```
/// use bijdragewijzer::units::lezen::{Lezing, Veld, lees};
///
/// let Lezing::Waarde(waarde) = lees("€ 0,75 mln", &Veld::bedrag()) else { panic!() };
/// assert_eq!(waarde.getal.to_string(), "750000");
/// assert!(matches!(lees("1,234", &Veld::bedrag()), Lezing::Vraag(_)));
/// ```
pub fn lees(text: &str, veld: &Veld) -> Lezing {
    match scan::scan(text).and_then(|gezien| understood(gezien, veld)) {
        Ok(lezing) => lezing,
        Err(fout) => Lezing::Onleesbaar(fout),
    }
}

fn understood(gezien: Gezien, veld: &Veld) -> Result<Lezing, Fout> {
    let Some(getal) = &gezien.getal else {
        return if gezien.anything { Err(Reden::GeenCijfer.at(1)) } else { Ok(Lezing::Leeg) };
    };
    let eenheid = unit(&gezien, veld)?;
    let split = parts::split(getal, gezien.tail, gezien.word.is_some(), eenheid)?;
    let read = |whole: usize, shift: i32| {
        let value = getal.value(whole, shift, gezien.negative, eenheid);
        value.map(|getal| Waarde { getal, eenheid }).map_err(|reden| reden.at(getal.at))
    };
    let shift = if eenheid == Eenheid::Aandeel { -2 } else { gezien.word.map_or(0, |word| word.0) };
    match split {
        Split::Decimal(whole) if is_also_a_share(getal, whole, eenheid, &gezien) => {
            ask([read(whole, shift)?, read(whole, 0)?], veld, getal.at)
        }
        Split::Decimal(whole) => one(read(whole, shift)?, veld, getal.at),
        Split::Either(whole) => {
            ask([read(getal.digits.len(), shift)?, read(whole, shift)?], veld, getal.at)
        }
    }
}

/// The unit that the text is in: that of the field, unless a count is typed as a share.
fn unit(gezien: &Gezien, veld: &Veld) -> Result<Eenheid, Fout> {
    if let Some(at) = gezien.euro.filter(|_| !veld.takes(Eenheid::Euro)) {
        return Err(Reden::Eenheid(Eenheid::Euro).at(at));
    }
    if let Some(at) = gezien.percent {
        let takes = veld.takes(Eenheid::Aandeel) && gezien.euro.is_none();
        return if takes {
            Ok(Eenheid::Aandeel)
        } else {
            Err(Reden::Eenheid(Eenheid::Aandeel).at(at))
        };
    }
    match gezien.word {
        Some((_, at)) if veld.eenheid == Eenheid::Aandeel => {
            Err(Reden::Eenheid(Eenheid::Aantal).at(at))
        }
        _ => Ok(veld.eenheid),
    }
}

/// `0,6` where percentages are typed: six tenths of a percent, or of the whole? A whole number, and
/// anything with its own percent sign, is a percentage.
fn is_also_a_share(getal: &Getal, whole: usize, eenheid: Eenheid, gezien: &Gezien) -> bool {
    eenheid == Eenheid::Aandeel
        && gezien.percent.is_none()
        && getal.digits.bytes().take(whole).all(|digit| digit == b'0')
        && getal.digits.bytes().any(|digit| digit != b'0')
}

fn one(waarde: Waarde, veld: &Veld, at: usize) -> Result<Lezing, Fout> {
    veld.refuses(waarde).map_or(Ok(Lezing::Waarde(waarde)), |reden| Err(reden.at(at)))
}

/// Asks, unless neither reading can stand in the field: then there is nothing to choose.
fn ask(readings: [Waarde; 2], veld: &Veld, at: usize) -> Result<Lezing, Fout> {
    match readings.map(|waarde| veld.refuses(waarde)) {
        [Some(reden), Some(_)] => Err(reden.at(at)),
        _ => Ok(Lezing::Vraag(readings)),
    }
}
