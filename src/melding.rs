//! What is wrong with a document, as data: a code, a place, and the figures. The Dutch text is looked up
//! in `view/texts.rs`. `F…` refuses, `W…` warns. A code is never reused.

use std::fmt;

/// Whether a melding withholds the uitkomst.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ernst {
    /// Refuses: the part it points at is not taken over.
    Fout,
    /// Warns: the uitkomst stands.
    Waarschuwing,
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $code:literal,)+) => {
        /// What kind of melding it is.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $name,)+
        }

        impl Code {
            /// Every code, in order.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// The code as people and programs see it, for example `F110`.
            pub const fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }
        }
    };
}

codes! {
    /// The bytes are not UTF-8; figures: `geen tekst` when they are no text at all.
    Encoding = "F100",
    /// The text is not JSON; figures: line and column.
    NoJson = "F101",
    /// The document is larger than 1 MB.
    TooLarge = "F102",
    /// The document is nested deeper than 32.
    TooDeep = "F103",
    /// A value of another type; figures: what is allowed and what was found.
    WrongType = "F104",
    /// A field that the document does not have; figures: the field and those that are allowed.
    UnknownField = "F105",
    /// A field that stands there twice.
    DuplicateField = "F106",
    /// A required field that is absent.
    MissingField = "F107",
    /// Another kind of document; figures: what is allowed, of a file both kinds, and what was found.
    OtherFormaat = "F108",
    /// A version that this program does not read; figures: the newest it reads and what was found.
    OtherVersie = "F109",
    /// Not a number as documents write it.
    NoNumber = "F110",
    /// More decimals than its unit has; figures: how many are allowed.
    TooManyDecimals = "F111",
    /// Outside its limits; figures: lowest and highest.
    OutOfBounds = "F112",
    /// Not one of the words that are allowed.
    NotAllowed = "F113",
    /// A year outside the years of the publicatie; figures: first and last.
    YearOutside = "F114",
    /// A year (or year and id) that stands there twice.
    YearTwice = "F115",
    /// An id that does not exist; figures: what kind, and which exist.
    UnknownId = "F116",
    /// An id that stands there twice.
    IdTwice = "F117",
    /// A text that is empty, too long or has control characters; figures: the longest allowed.
    BadText = "F118",
    /// Too many items; figures: the most allowed.
    TooMany = "F119",
    /// An id with other signs than lower case letters, digits, `-` and `_`.
    BadId = "F120",
    /// Too few items; figures: the fewest allowed.
    TooFew = "F121",
    /// More faults than are listed; figures: how many are listed and how many are left out.
    MoreFaults = "F122",

    /// Weights that are all zero.
    WeightsZero = "F201",
    /// A key over a year in which a deelnemer has no bijdrage; figures: deelnemer and year.
    KeyHasGap = "F202",
    /// The key `eigen` without gewichten, or `blok` without blokken.
    KeyIncomplete = "F203",
    /// laag, waarde and hoog are not in that order.
    BandOrder = "F204",
    /// Too few realised years for the rekenprotocol; figures: needed, known, and for which year.
    TooFewRealised = "F205",
    /// A driver that the variant does not have; figures: the variant and its driver.
    OtherDriver = "F206",
    /// Neither or both of waarde and aandeel.
    OneOfTwo = "F207",
    /// A block with weight whose deelnemers have none.
    EmptyBlock = "F208",
    /// Zero in a value that a formula divides by.
    DividesByZero = "F209",
    /// A scenario for another publicatie; figures: this one and the other.
    OtherPublicatie = "F210",
    /// An own amount for a post that is not onbekend.
    PostIsKnown = "F211",
    /// Shares of the blocks that are together not the whole; figures: what they are together.
    SharesOpen = "F212",

    /// A value without status onbekend, or a value with it.
    UnknownAndValue = "F301",
    /// A parameter that the formulas need is absent.
    MissingParameter = "F302",
    /// A parameter with another unit than its use needs; figures: needed and found.
    OtherUnit = "F303",
    /// More than five shares in one product.
    TooManyShares = "F304",
    /// A period that ends before it begins, or lies outside the horizon.
    BadPeriod = "F305",

    /// No link in a text that should hold one.
    LinkAbsent = "F501",
    /// A link without its end; figures: the last part that is whole.
    LinkCut = "F502",
    /// A link whose check is wrong.
    LinkChanged = "F503",
    /// A part of a link that this program does not know, or that stands there twice; figures: the part.
    LinkPart = "F504",
    /// A link in another version of the format; figures: the version this program reads and what was found.
    LinkVersie = "F505",
    /// A link to scenarios for another publicatie; figures: this one and the other.
    LinkPublicatie = "F506",
    /// A text that is too long for a link.
    LinkTooLong = "F507",

    /// A value outside the band of the publicatie; figures: the parameter, laag, hoog and the status of the band.
    OutsideBand = "W401",
    /// Vertraging is ignored with the wijze incidenteel.
    DelayIgnored = "W402",
    /// More omvang than there are documents in a year; figures: omvang, the number, year.
    OmvangAbove = "W403",
    /// Variants that count the same thing twice; figures: the two.
    CountsTwice = "W404",
    /// More is used than was released; figures: year, uitputting, vrijgave.
    AboveVrijgave = "W405",
    /// More kept from the resultaat than there was; figures: the amount and the largest known resultaat.
    AboveResultaat = "W406",
    /// A link or a file made with another uitgave of the publicatie; figures: this one and the other.
    OtherUitgave = "W407",
    /// Shares of the same number that are together more than all of it; figures: which, what they are together, year.
    SharesAbove = "W408",
}

impl Code {
    /// Whether it refuses or warns: the first letter of the code.
    pub fn ernst(self) -> Ernst {
        if self.text().starts_with('F') { Ernst::Fout } else { Ernst::Waarschuwing }
    }

    /// Whether it says of a link that any value in it may be another than what was sent.
    pub const fn is_of_whole_link(self) -> bool {
        matches!(self, Self::LinkCut | Self::LinkChanged)
    }

    /// Whether it is about what stands at its path alone, and not about how that fits with another part.
    pub const fn is_of_itself(self) -> bool {
        matches!(
            self,
            Self::WrongType
                | Self::UnknownField
                | Self::DuplicateField
                | Self::MissingField
                | Self::NoNumber
                | Self::TooManyDecimals
                | Self::OutOfBounds
                | Self::NotAllowed
                | Self::YearTwice
                | Self::IdTwice
                | Self::BadText
                | Self::TooMany
                | Self::BadId
        )
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

/// One melding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Melding {
    /// What kind.
    pub code: Code,
    /// Where: a JSON path, `$.financiering.wijze`.
    pub pad: String,
    /// The figures and words that its text names, in the order of the code's description.
    pub gegevens: Vec<String>,
}

impl Melding {
    /// A melding at a path.
    pub fn new(
        code: Code,
        pad: impl fmt::Display,
        gegevens: impl IntoIterator<Item = String>,
    ) -> Self {
        Self { code, pad: pad.to_string(), gegevens: gegevens.into_iter().collect() }
    }

    /// Whether it refuses.
    pub fn refuses(&self) -> bool {
        self.code.ernst() == Ernst::Fout
    }
}

/// The meldingen of a document while it is read. Of faults beyond the first [`MOST`](Self::MOST) only the
/// number is kept: nobody mends more at a time, and no document makes a list without end. Warnings are few by
/// nature: at most one for what the publicatie names in a year.
#[derive(Clone, Debug, Default)]
pub struct Meldingen {
    found: Vec<Melding>,
    listed: usize,
    left_out: usize,
}

impl Meldingen {
    /// The most faults that are listed.
    pub const MOST: usize = 100;

    /// Adds one; `melding` is made only when it is listed.
    pub fn add(&mut self, code: Code, melding: impl FnOnce() -> Melding) {
        let refuses = code.ernst() == Ernst::Fout;
        if refuses && self.listed == Self::MOST {
            self.left_out += 1;
            return;
        }
        self.listed += usize::from(refuses);
        self.found.push(melding());
    }

    /// Adds one that is there already.
    pub fn push(&mut self, melding: Melding) {
        self.add(melding.code, || melding);
    }

    /// Adds those of a part.
    pub fn append(&mut self, part: Self) {
        part.found.into_iter().for_each(|melding| self.push(melding));
        self.left_out += part.left_out;
    }

    /// Keeps the listed ones that fit.
    pub fn retain(&mut self, fits: impl Fn(&Melding) -> bool) {
        self.found.retain(fits);
        self.listed = self.found.iter().filter(|melding| melding.refuses()).count();
    }

    /// Moves their paths below the place of the part in a larger document.
    pub fn place(&mut self, pad: &impl fmt::Display) {
        for melding in &mut self.found {
            melding.pad = format!("{pad}{}", melding.pad.trim_start_matches('$'));
        }
    }

    /// Whether something refuses.
    pub const fn refuses(&self) -> bool {
        self.listed + self.left_out > 0
    }

    /// Those that are listed.
    pub fn iter(&self) -> std::slice::Iter<'_, Melding> {
        self.found.iter()
    }

    /// The list; when faults were left out, a last melding says how many.
    pub fn close(mut self) -> Vec<Melding> {
        if self.left_out > 0 {
            let gegevens = [self.listed.to_string(), self.left_out.to_string()];
            self.found.push(Melding::new(Code::MoreFaults, "$", gegevens));
        }
        self.found
    }
}
