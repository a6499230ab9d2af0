//! How far each variant runs in each year, and its trechter.

use std::rc::Rc;

use super::waarden::{Waarde, Waarden};
use crate::formula::{Id, Leaf, Status, Term};
use crate::publicatie::{Drijver, Startwaarde, TrechterStap, Variant};
use crate::scenario::Omvang;
use crate::units::unit::{Aandeel, Aantal};
use crate::units::{Breuk, Eenheid, Jaar};

/// What a regel can be proportional to.
#[derive(Clone, Debug)]
pub(super) enum Schaal {
    /// A share: inzet.
    Inzet(Term<Aandeel>),
    /// A count: omvang or a step of the trechter.
    Aantal(Term<Aantal>),
}

/// A chosen variant in one year.
#[derive(Clone, Debug)]
pub struct VariantJaar {
    /// Which variant.
    pub variant: Id,
    /// The ids of its regels.
    pub(super) regels: Rc<[Id]>,
    /// Which year.
    pub jaar: Jaar,
    /// Whether it runs: inzet or omvang above zero, or from its start.
    pub actief: bool,
    /// Whether this is the first year that it runs.
    pub eerste: bool,
    /// Its inzet or omvang; nothing for a variant that only starts.
    pub(super) drijver: Option<Schaal>,
    /// The steps of its trechter, each with its count: exact, never whole documents.
    pub trechter: Vec<(Id, Term<Aantal>)>,
    /// The staff of the whole approach, where it needs any.
    pub(super) vol: Option<Term<Aantal>>,
}

impl VariantJaar {
    /// The omvang, for a variant that has one.
    pub fn omvang(&self) -> Option<&Term<Aantal>> {
        match &self.drijver {
            Some(Schaal::Aantal(omvang)) => Some(omvang),
            _ => None,
        }
    }

    /// The inzet, for a variant that has one.
    pub fn inzet(&self) -> Option<&Term<Aandeel>> {
        match &self.drijver {
            Some(Schaal::Inzet(inzet)) => Some(inzet),
            _ => None,
        }
    }

    /// The staff it needs: shown, never summed.
    pub fn fte(&self) -> Option<Term<Aantal>> {
        Some(fte(self.vol.clone()?, self.inzet()))
    }

    /// The step at this place of its trechter; the driver where there is none.
    pub(super) fn schaal(&self, stap: Option<usize>) -> Option<Schaal> {
        let step = stap.and_then(|place| self.trechter.get(place));
        step.map(|(_, count)| Schaal::Aantal(count.clone())).or_else(|| self.drijver.clone())
    }
}

/// A step of the trechter: the step before times a share.
fn stap(van: Term<Aantal>, aandeel: Term<Aandeel>) -> Term<Aantal> {
    van * aandeel
}

/// The chosen varianten, in the order of the publicatie.
pub(super) fn chosen<'a>(waarden: &Waarden<'a>) -> impl Iterator<Item = &'a Variant> {
    let scenario = waarden.scenario;
    waarden.publicatie.varianten.iter().filter(|variant| scenario.has_variant(&variant.id))
}

/// Every chosen variant in every year.
pub(super) fn uitrol(waarden: &Waarden<'_>) -> Vec<VariantJaar> {
    chosen(waarden).flat_map(|variant| years(waarden, variant)).collect()
}

fn years(waarden: &Waarden<'_>, variant: &Variant) -> Vec<VariantJaar> {
    let id: Id = [variant.drijver.word(), "_", &variant.id].concat().into();
    let steps = variant.trechter.iter();
    let stappen: Vec<_> = steps.map(|step| Stap::new(waarden, variant, step)).collect();
    let vol = variant.fte.as_ref().map(|id| waarden.parameter(id));
    let regels: Rc<[Id]> = variant.regels.iter().map(|regel| Id::clone(&regel.id)).collect();
    let mut started = false;
    waarden
        .years()
        .map(|jaar| {
            let (drijver, actief) = drijver(waarden, variant, jaar, &id);
            let eerste = actief && !started;
            started |= actief;
            let trechter = trechter(waarden, &stappen, drijver.as_ref(), jaar);
            let vol = vol.as_ref().map(|vol| vol.in_year(jaar).in_unit());
            let variant = Id::clone(&variant.id);
            let regels = Rc::clone(&regels);
            VariantJaar { variant, regels, jaar, actief, eerste, drijver, trechter, vol }
        })
        .collect()
}

fn fte(vol: Term<Aantal>, inzet: Option<&Term<Aandeel>>) -> Term<Aantal> {
    inzet.map_or_else(|| vol.clone(), |inzet| vol.clone() * inzet.clone())
}

fn drijver(
    waarden: &Waarden<'_>,
    variant: &Variant,
    jaar: Jaar,
    id: &Id,
) -> (Option<Schaal>, bool) {
    match variant.drijver {
        Drijver::Inzet => {
            let (value, typed, status) = inzet(waarden, variant, jaar);
            let leaf = waarden.choice(Id::clone(id), Eenheid::Aandeel, value, typed, status);
            (
                Some(Schaal::Inzet(Term::leaf(Leaf { jaar: Some(jaar), ..leaf }))),
                value.is_positive(),
            )
        }
        Drijver::Omvang => {
            let omvang = omvang(waarden, variant, jaar, id);
            // A share above zero of a number that no one knows is not nothing: its amounts are onbekend.
            let actief =
                omvang.leaves().iter().all(|leaf| leaf.waarde.is_none_or(Breuk::is_positive));
            (Some(Schaal::Aantal(omvang)), actief)
        }
        Drijver::Start => (None, start(waarden, variant).is_some_and(|start| jaar >= start)),
    }
}

fn published(variant: &Variant, jaar: Jaar) -> (Breuk, Status) {
    match &variant.uitrol {
        Startwaarde::PerJaar(values) => values
            .iter()
            .find(|value| value.jaar == jaar)
            .map_or((Breuk::NUL, Status::Aanname), |value| {
                (Breuk::from_decimal(value.waarde), value.status)
            }),
        Startwaarde::Vanaf(_) => (Breuk::NUL, Status::Aanname),
    }
}

fn inzet(waarden: &Waarden<'_>, variant: &Variant, jaar: Jaar) -> (Breuk, bool, Status) {
    let find = |input: &crate::scenario::Input| {
        let uitrol = input.uitrol.iter().find(|uitrol| uitrol.variant == variant.id)?;
        uitrol
            .inzet
            .iter()
            .find(|(year, _)| *year == jaar)
            .map(|(_, value)| Breuk::from_decimal(*value))
    };
    let typed = find(waarden.scenario.afwijkingen());
    let chosen = find(waarden.scenario.volledig());
    let (value, status) = published(variant, jaar);
    chosen.map_or((value, false, status), |value| (value, typed.is_some(), Status::Aanname))
}

fn omvang(waarden: &Waarden<'_>, variant: &Variant, jaar: Jaar, id: &Id) -> Term<Aantal> {
    let find = |input: &crate::scenario::Input| {
        let uitrol = input.uitrol.iter().find(|uitrol| uitrol.variant == variant.id)?;
        uitrol.omvang.iter().find(|(year, _)| *year == jaar).map(|(_, value)| *value)
    };
    let typed = find(waarden.scenario.afwijkingen()).is_some();
    let in_year = |leaf: Leaf| Leaf { jaar: Some(jaar), ..leaf };
    match (find(waarden.scenario.volledig()), &variant.jaartotaal) {
        (Some(Omvang::Aandeel(share)), Some(total)) => {
            let leaf = waarden.choice(
                format!("{id}_aandeel"),
                Eenheid::Aandeel,
                Breuk::from_decimal(share),
                typed,
                Status::Aanname,
            );
            waarden.parameter(total).in_year(jaar).in_unit::<Aantal>() * Term::leaf(in_year(leaf))
        }
        (Some(Omvang::Aantal(count) | Omvang::Aandeel(count)), _) => {
            let value = Breuk::from_decimal(count);
            Term::leaf(in_year(waarden.choice(
                Id::clone(id),
                Eenheid::Aantal,
                value,
                typed,
                Status::Aanname,
            )))
        }
        (None, _) => {
            let (value, status) = published(variant, jaar);
            Term::leaf(in_year(waarden.choice(
                Id::clone(id),
                Eenheid::Aantal,
                value,
                false,
                status,
            )))
        }
    }
}

fn start(waarden: &Waarden<'_>, variant: &Variant) -> Option<Jaar> {
    let chosen =
        waarden.scenario.volledig().uitrol.iter().find(|uitrol| uitrol.variant == variant.id);
    chosen.and_then(|uitrol| uitrol.start).or(match variant.uitrol {
        Startwaarde::Vanaf(jaar) => Some(jaar),
        Startwaarde::PerJaar(_) => None,
    })
}

/// A step of the trechter, the same in every year.
struct Stap<'a> {
    id: &'a Id,
    /// The place of the step before; nothing where that is the driver itself.
    van: Option<usize>,
    aandeel: Rc<Waarde>,
}

impl<'a> Stap<'a> {
    fn new(waarden: &Waarden<'_>, variant: &Variant, step: &'a TrechterStap) -> Self {
        let van = variant.trechter.iter().position(|other| other.id == step.van);
        Self { id: &step.id, van, aandeel: waarden.parameter(&step.aandeel) }
    }
}

fn trechter(
    waarden: &Waarden<'_>,
    stappen: &[Stap<'_>],
    drijver: Option<&Schaal>,
    jaar: Jaar,
) -> Vec<(Id, Term<Aantal>)> {
    let Some(Schaal::Aantal(omvang)) = drijver else { return Vec::new() };
    let mut steps: Vec<(Id, Term<Aantal>)> = Vec::with_capacity(stappen.len());
    for step in stappen {
        let before = step.van.and_then(|place| steps.get(place));
        let before = before.map_or(omvang, |(_, count)| count).clone();
        let count = stap(before, step.aandeel.in_year(jaar).in_unit());
        let naam = waarden.naam(Id::clone(step.id), jaar);
        steps.push((Id::clone(step.id), count.named(naam)));
    }
    steps
}
