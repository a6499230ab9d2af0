//! The sums of the model in bare whole cents: no terms, no names, no herkomst, nothing kept but numbers.
//! What an explained amount is held against; `tests/kaal.rs` checks that both give the same cents.

#![expect(clippy::indexing_slicing, reason = "plain loops over arrays of known length")]
#![expect(clippy::unwrap_used, reason = "the publicatie is the default one: what is read is there")]

mod sleutel;

use bijdragewijzer::formula::Deel;
use bijdragewijzer::publicatie::{BijdrageSoort, Publicatie, Startwaarde};
use bijdragewijzer::scenario::Wijze;
use bijdragewijzer::units::{Breuk, Jaar};

pub use sleutel::Sleutel;
use sleutel::verdeel;

/// The values that the sums start from.
pub struct Getallen {
    jaren: usize,
    /// Places of the years in the horizon.
    overgang: Vec<bool>,
    dekking: Vec<bool>,
    dekking_einde: usize,
    baten_oud: i64,
    baten_nieuw: Vec<i64>,
    reservering: i64,
    incidenteel: i64,
    /// A share as numerator and denominator.
    inzet: Vec<(i64, i64)>,
    omvang: Vec<i64>,
    start: usize,
    inhuur_eerste: i64,
    inhuur_vervolg: i64,
    telefoon: i64,
    dpia: i64,
    /// Bedrag × omvang × teller ÷ noemer.
    voorbellen: Vec<Regel>,
    aansluiting: i64,
    herinnering: i64,
    oud: Vec<i64>,
}

struct Regel {
    bedrag: i64,
    teller: i64,
    noemer: i64,
}

/// What a scenario chooses.
pub struct Keuze {
    pub variant_1: bool,
    pub variant_2a: bool,
    pub variant_2b: bool,
    pub wijze: Wijze,
    pub sleutel: Sleutel,
}

/// One post in one year.
pub struct Post {
    pub jaar: usize,
    pub deel: Deel,
    pub cents: i64,
}

/// Whole cents: a whole is followed by the share of each deelnemer.
pub struct Uitkomst {
    pub posten: Vec<Post>,
    /// The shares of the posts, in the same order.
    pub delen: Vec<i64>,
    /// Per year effect, begroot, verrekening, definitief and cumulatief.
    pub totalen: Vec<i64>,
    /// Per year.
    pub oud: Vec<i64>,
    /// Per year.
    pub nieuw: Vec<i64>,
}

/// The number of totals in a year.
pub const TOTALEN: usize = 5;

impl Getallen {
    pub fn new(publicatie: &Publicatie) -> Self {
        let years: Vec<Jaar> = publicatie.horizon.years().collect();
        let euro = |id: &str| cents(published(publicatie, id));
        Self {
            jaren: years.len(),
            overgang: years.iter().map(|jaar| publicatie.is_overgang(*jaar)).collect(),
            dekking: years.iter().map(|jaar| publicatie.dekking.periode.contains(*jaar)).collect(),
            dekking_einde: place(&years, publicatie.dekking.periode.tot),
            baten_oud: euro("baten_oud"),
            baten_nieuw: years.iter().map(|_| euro("baten_nieuw")).collect(),
            reservering: 75_000_000,
            incidenteel: 225_000_000,
            inzet: uitrol(publicatie, "1", &years),
            omvang: uitrol(publicatie, "2a", &years).iter().map(|(count, _)| *count).collect(),
            start: match publicatie.variant("2b").unwrap().uitrol {
                Startwaarde::Vanaf(jaar) => place(&years, jaar),
                Startwaarde::PerJaar(_) => years.len(),
            },
            inhuur_eerste: euro("capaciteit_inhuur_eerste_bedrag"),
            inhuur_vervolg: euro("capaciteit_inhuur_vervolg_bedrag"),
            telefoon: euro("telefoon_bedrag"),
            dpia: euro("dpia_bedrag"),
            voorbellen: voorbellen(publicatie),
            aansluiting: euro("aansluiting_bedrag"),
            herinnering: euro("herinnering_minderbaten"),
            oud: voorschotten(publicatie, publicatie.basisjaar),
        }
    }
}

/// The regels of variant 2a, in the order of the publicatie.
fn voorbellen(publicatie: &Publicatie) -> Vec<Regel> {
    let (betaald, hernieuwd, beslag, inbaarheid) = (
        published(publicatie, "betaald_aandeel"),
        published(publicatie, "hernieuwd_aandeel"),
        published(publicatie, "beslag_aandeel"),
        published(publicatie, "inbaarheid"),
    );
    let regel = |sign: i64, bedrag: &str, share: Breuk, basis: Option<&str>| {
        let basis = basis.map_or(Breuk::whole(1), |basis| published(publicatie, basis));
        let (teller, noemer) = fraction(share.checked_div(basis).unwrap());
        Regel { bedrag: sign * cents(published(publicatie, bedrag)), teller, noemer }
    };
    let bevelen = betaald * hernieuwd;
    let beslagen = bevelen * beslag;
    vec![
        regel(1, "uitbesteding_bedrag", Breuk::whole(1), Some("uitbesteding_basis")),
        regel(
            1,
            "minder_dwangbevelen_bedrag",
            betaald * inbaarheid,
            Some("minder_dwangbevelen_basis"),
        ),
        regel(
            1,
            "minder_hernieuwde_bevelen_bedrag",
            bevelen * inbaarheid,
            Some("minder_hernieuwde_bevelen_basis"),
        ),
        regel(
            -1,
            "besparing_hernieuwde_bevelen_bedrag",
            bevelen,
            Some("besparing_hernieuwde_bevelen_basis"),
        ),
        regel(-1, "besparing_beslag_bedrag", beslagen, Some("besparing_beslag_basis")),
        regel(1, "beslagkosten_bedrag", beslagen * inbaarheid, None),
    ]
}

fn published(publicatie: &Publicatie, id: &str) -> Breuk {
    publicatie.parameter(id).unwrap().in_year(publicatie.horizon.van).unwrap().waarde
}

fn fraction(value: Breuk) -> (i64, i64) {
    let (teller, noemer) = value.lowest_terms();
    (teller.try_into().unwrap(), noemer.try_into().unwrap())
}

fn cents(value: Breuk) -> i64 {
    value.to_hundredths().try_into().unwrap()
}

fn place(years: &[Jaar], jaar: Jaar) -> usize {
    years.iter().position(|year| *year == jaar).unwrap()
}

fn uitrol(publicatie: &Publicatie, variant: &str, years: &[Jaar]) -> Vec<(i64, i64)> {
    let Startwaarde::PerJaar(values) = &publicatie.variant(variant).unwrap().uitrol else {
        return Vec::new();
    };
    let value = |jaar: &Jaar| values.iter().find(|value| value.jaar == *jaar).unwrap().waarde;
    years.iter().map(|jaar| fraction(Breuk::from_decimal(value(jaar)))).collect()
}

fn voorschotten(publicatie: &Publicatie, jaar: Jaar) -> Vec<i64> {
    let of = |deelnemer: &bijdragewijzer::publicatie::Deelnemer| {
        deelnemer.bijdrage(jaar, BijdrageSoort::Begroting).unwrap().cents().try_into().unwrap()
    };
    publicatie.deelnemers.iter().map(of).collect()
}

/// Half away from zero.
fn rond(teller: i64, noemer: i64) -> i64 {
    let half = if teller < 0 { -(noemer / 2) } else { noemer / 2 };
    (teller + half) / noemer
}

struct Rekening<'a> {
    getallen: &'a Getallen,
    keuze: &'a Keuze,
    uitkomst: Uitkomst,
    rests: Vec<u64>,
    blok: Vec<i64>,
    binnen: Vec<i64>,
}

/// The same as `bijdragewijzer::model::bereken` followed by reading every amount.
pub fn bereken(getallen: &Getallen, keuze: &Keuze) -> Uitkomst {
    let uitkomst = Uitkomst {
        posten: Vec::new(),
        delen: Vec::new(),
        totalen: Vec::new(),
        oud: Vec::new(),
        nieuw: Vec::new(),
    };
    let mut rekening = Rekening {
        getallen,
        keuze,
        uitkomst,
        rests: Vec::new(),
        blok: Vec::new(),
        binnen: Vec::new(),
    };
    let mut rest = getallen.incidenteel;
    for jaar in 0..getallen.jaren {
        rekening.year(jaar, &mut rest);
    }
    if keuze.wijze == Wijze::Incidenteel {
        // The one-off stands after the years.
        rekening.post(getallen.jaren, Deel::Verrekening, getallen.incidenteel);
    }
    rekening.uitkomst
}

impl Rekening<'_> {
    fn year(&mut self, jaar: usize, rest: &mut i64) {
        let getallen = self.getallen;
        self.post(jaar, Deel::Begroot, getallen.baten_oud - getallen.baten_nieuw[jaar]);
        let transition = self.keuze.wijze == Wijze::Structureel && getallen.overgang[jaar];
        if transition {
            self.post(jaar, Deel::Begroot, getallen.reservering);
            self.post(jaar, Deel::Verrekening, -getallen.reservering);
        }
        let current = self.uitkomst.posten.len();
        self.regels(jaar, if transition { Deel::Verrekening } else { Deel::Begroot });
        let effect = current..self.uitkomst.posten.len();
        if self.keuze.wijze == Wijze::Incidenteel {
            if getallen.dekking[jaar] {
                let sum: i64 = self.uitkomst.posten[effect.clone()].iter().map(|it| it.cents).sum();
                let taken = sum.min(*rest).max(0);
                self.post(jaar, Deel::Begroot, -taken);
                *rest -= taken;
            }
            if jaar == getallen.dekking_einde {
                self.post(jaar, Deel::Verrekening, -*rest);
            }
        }
        self.totals(jaar, effect);
    }

    fn regels(&mut self, jaar: usize, deel: Deel) {
        let getallen = self.getallen;
        let (share, whole) = getallen.inzet[jaar];
        if self.keuze.variant_1 && share > 0 {
            let first = getallen.inzet[..jaar].iter().all(|inzet| inzet.0 == 0);
            let inhuur = if first { getallen.inhuur_eerste } else { getallen.inhuur_vervolg };
            self.post(jaar, deel, rond(inhuur * share, whole));
            self.post(jaar, deel, rond(getallen.telefoon * share, whole));
            if first {
                self.post(jaar, deel, getallen.dpia);
            }
        }
        let omvang = getallen.omvang[jaar];
        if self.keuze.variant_2a && omvang > 0 {
            for regel in &getallen.voorbellen {
                self.post(jaar, deel, rond(regel.bedrag * omvang * regel.teller, regel.noemer));
            }
        }
        if self.keuze.variant_2b && jaar == getallen.start {
            self.post(jaar, deel, getallen.aansluiting);
        }
        self.post(jaar, deel, getallen.herinnering);
    }

    fn post(&mut self, jaar: usize, deel: Deel, cents: i64) {
        self.uitkomst.posten.push(Post { jaar, deel, cents });
        let (from, aantal) = (self.uitkomst.delen.len(), self.getallen.oud.len());
        self.uitkomst.delen.resize(from + aantal, 0);
        let delen = &mut self.uitkomst.delen[from..];
        match &self.keuze.sleutel {
            Sleutel::Direct(gewichten) => verdeel(cents, gewichten, &mut self.rests, delen),
            Sleutel::PerBlok { blokken, leden } => {
                self.blok.resize(blokken.len(), 0);
                verdeel(cents, blokken, &mut self.rests, &mut self.blok);
                for (cents, (leden, gewichten)) in self.blok.iter().zip(leden) {
                    self.binnen.resize(leden.len(), 0);
                    verdeel(*cents, gewichten, &mut self.rests, &mut self.binnen);
                    for (index, deel) in leden.iter().zip(&self.binnen) {
                        delen[*index] = *deel;
                    }
                }
            }
        }
    }

    /// The totals of the year, whose posts are the last ones so far.
    fn totals(&mut self, jaar: usize, effect: std::ops::Range<usize>) {
        let aantal = self.getallen.oud.len();
        let width = 1 + aantal;
        let Uitkomst { posten, delen, totalen, oud, nieuw } = &mut self.uitkomst;
        let begin = posten.partition_point(|post| post.jaar < jaar);
        let from = totalen.len();
        totalen.resize(from + TOTALEN * width, 0);
        let (before, current) = totalen.split_at_mut(from);
        for (index, post) in posten.iter().enumerate().skip(begin) {
            let delen = &delen[index * aantal..][..aantal];
            let mut add = |total: usize| {
                let total = &mut current[total * width..][..width];
                total[0] += post.cents;
                for (sum, deel) in total[1..].iter_mut().zip(delen) {
                    *sum += deel;
                }
            };
            if effect.contains(&index) {
                add(0);
            }
            add(if post.deel == Deel::Begroot { 1 } else { 2 });
        }
        for index in 0..width {
            let definitief = current[width + index] + current[2 * width + index];
            current[3 * width + index] = definitief;
            let so_far = if before.is_empty() { 0 } else { before[from - width + index] };
            current[4 * width + index] = so_far + definitief;
        }
        for (index, bijdrage) in self.getallen.oud.iter().enumerate() {
            oud.push(*bijdrage);
            nieuw.push(bijdrage + current[width + 1 + index]);
        }
    }
}

impl Uitkomst {
    /// All amounts added up, so that every one of them is read.
    pub fn som(&self) -> i128 {
        let posten = self.posten.iter().map(|post| post.cents);
        let all = posten.chain(self.delen.iter().copied()).chain(self.totalen.iter().copied());
        let all = all.chain(self.oud.iter().copied()).chain(self.nieuw.iter().copied());
        all.map(i128::from).sum()
    }
}
