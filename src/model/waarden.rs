//! The values that the formulas start from: what the scenario says, else what the publicatie says.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::formula::{Herkomst, Id, Leaf, Status, Term};
use crate::publicatie::{Parameter, Publicatie};
use crate::scenario::Scenario;
use crate::units::unit::Unit;
use crate::units::{Breuk, Eenheid, Euro, Jaar};

/// The leaf of an id, or of an id in a year.
type Leaves = BTreeMap<(Id, Option<Jaar>), Rc<Leaf>>;

pub(super) struct Waarden<'a> {
    pub(super) publicatie: &'a Publicatie,
    pub(super) scenario: &'a Scenario,
    /// Leaves already made, so that a value is one leaf wherever it is used.
    leaves: RefCell<Leaves>,
    eigen: Rc<Herkomst>,
    keuze: Rc<Herkomst>,
}

impl<'a> Waarden<'a> {
    pub(super) fn new(publicatie: &'a Publicatie, scenario: &'a Scenario) -> Self {
        let herkomst =
            |paragraaf: &str| Rc::new(Herkomst { bron: None, paragraaf: paragraaf.into() });
        Self {
            publicatie,
            scenario,
            leaves: RefCell::new(BTreeMap::new()),
            eigen: herkomst("eigen invoer"),
            keuze: Self::source(publicatie, scenario).unwrap_or_else(|| herkomst("uitgangspunt")),
        }
    }

    /// The herkomst of what the user did not choose: that of the uitgangspunt.
    fn source(publicatie: &Publicatie, scenario: &Scenario) -> Option<Rc<Herkomst>> {
        let chosen = scenario.afwijkingen().uitgangspunt.as_deref();
        let chosen = chosen
            .and_then(|id| publicatie.uitgangspunt(id))
            .or(publicatie.uitgangspunten.first())?;
        Some(Rc::clone(&chosen.herkomst))
    }

    pub(super) fn years(&self) -> impl DoubleEndedIterator<Item = Jaar> + use<'a> {
        self.publicatie.horizon.years()
    }

    /// A parameter in a year. The readers have seen to it that it exists and has unit `U`.
    pub(super) fn parameter<U: Unit>(&self, id: &Id, jaar: Jaar) -> Term<U> {
        let key_year = match self.publicatie.parameter(id) {
            Some(parameter) if self.differs_per_year(parameter, jaar) => Some(jaar),
            _ => None,
        };
        let mut leaves = self.leaves.borrow_mut();
        let leaf = leaves
            .entry((Id::clone(id), key_year))
            .or_insert_with(|| Rc::new(self.read(id, key_year, jaar)));
        Term::leaf(Rc::clone(leaf))
    }

    fn differs_per_year(&self, parameter: &Parameter, jaar: Jaar) -> bool {
        parameter.jaarlijks
            || parameter.per_jaar.iter().any(|(year, _)| *year == jaar)
            || self
                .scenario
                .volledig()
                .parameters
                .iter()
                .any(|own| own.id == parameter.id && own.jaar == Some(jaar))
    }

    fn read(&self, id: &Id, key_year: Option<Jaar>, jaar: Jaar) -> Leaf {
        let parameter = self.publicatie.parameter(id);
        let (eenheid, status, herkomst) = parameter.map_or_else(
            || (Eenheid::Euro, Status::Onbekend, Rc::clone(&self.keuze)),
            |parameter| (parameter.eenheid, parameter.status, Rc::clone(&parameter.herkomst)),
        );
        let published = parameter.and_then(|parameter| parameter.in_year(jaar));
        let base = Leaf {
            id: Id::clone(id),
            jaar: key_year,
            deelnemer: None,
            eenheid,
            waarde: published.map(|value| value.waarde),
            laag: published.map(|value| value.laag),
            hoog: published.map(|value| value.hoog),
            status,
            herkomst,
        };
        let Some(own) = self.scenario.volledig().own_value(id, jaar) else { return base };
        let typed = self.scenario.afwijkingen().own_value(id, jaar) == Some(own);
        let (status, herkomst) = if typed { self.eigen() } else { self.aanname() };
        Leaf {
            waarde: Some(own.waarde),
            laag: Some(own.laag.unwrap_or(own.waarde)),
            hoog: Some(own.hoog.unwrap_or(own.waarde)),
            status,
            herkomst,
            ..base
        }
    }

    fn eigen(&self) -> (Status, Rc<Herkomst>) {
        (Status::Eigen, Rc::clone(&self.eigen))
    }

    fn aanname(&self) -> (Status, Rc<Herkomst>) {
        (Status::Aanname, Rc::clone(&self.keuze))
    }

    /// A choice of the scenario as a value: `typed` when the user made it, else with the status it has in
    /// the uitgangspunt.
    pub(super) fn choice(
        &self,
        id: &str,
        eenheid: Eenheid,
        waarde: Breuk,
        typed: bool,
        status: Status,
    ) -> Leaf {
        let (status, herkomst) =
            if typed { self.eigen() } else { (status, Rc::clone(&self.keuze)) };
        Leaf {
            id: id.into(),
            jaar: None,
            deelnemer: None,
            eenheid,
            waarde: Some(waarde),
            laag: Some(waarde),
            hoog: Some(waarde),
            status,
            herkomst,
        }
    }

    /// An own amount of the user.
    pub(super) fn own_amount(&self, id: &str, jaar: Jaar, bedrag: Euro) -> Leaf {
        let leaf = self.choice(id, Eenheid::Euro, bedrag.breuk(), true, Status::Eigen);
        Leaf { jaar: Some(jaar), ..leaf }
    }
}
