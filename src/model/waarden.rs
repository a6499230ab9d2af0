//! The values that the formulas start from: what the scenario says, else what the publicatie says.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use crate::formula::{Herkomst, Id, Leaf, Naam, Status, Term};
use crate::publicatie::{Parameter, Publicatie};
use crate::scenario::Scenario;
use crate::units::{Breuk, Eenheid, Euro, Jaar, PerJaar};

/// A parameter in every year: one term wherever it is used.
pub(super) type Waarde = PerJaar<Term<()>>;

pub(super) struct Waarden<'a> {
    pub(super) publicatie: &'a Publicatie,
    pub(super) scenario: &'a Scenario,
    /// The scenario beside which this one is the proposal.
    beside: Option<&'a Scenario>,
    /// Parameters that the scenario changes.
    eigen_waarden: RefCell<BTreeMap<Id, Rc<Waarde>>>,
    eigen: Rc<Herkomst>,
    keuze: Rc<Herkomst>,
}

impl<'a> Waarden<'a> {
    pub(super) fn new(
        publicatie: &'a Publicatie,
        scenario: &'a Scenario,
        beside: Option<&'a Scenario>,
    ) -> Self {
        let herkomst =
            |paragraaf: &str| Rc::new(Herkomst { bron: None, paragraaf: paragraaf.into() });
        Self {
            publicatie,
            scenario,
            beside,
            eigen_waarden: RefCell::new(BTreeMap::new()),
            eigen: herkomst("eigen invoer"),
            keuze: Self::source(publicatie, scenario).unwrap_or_else(|| herkomst("uitgangspunt")),
        }
    }

    /// The herkomst of what the user did not choose: that of the uitgangspunt.
    fn source(publicatie: &Publicatie, scenario: &Scenario) -> Option<Rc<Herkomst>> {
        let chosen = scenario.afwijkingen().uitgangspunt.as_deref();
        Some(Rc::clone(&publicatie.uitgangspunt_or_first(chosen)?.herkomst))
    }

    /// A name in a year, of this scenario.
    pub(super) fn naam(&self, id: impl Into<Id>, jaar: Jaar) -> Naam {
        Naam { voorstel: self.beside.is_some(), ..Naam::new(id, jaar) }
    }

    pub(super) fn years(&self) -> impl DoubleEndedIterator<Item = Jaar> + use<'a> {
        self.publicatie.horizon.years()
    }

    /// A parameter. The readers have seen to it that it exists.
    pub(super) fn parameter(&self, id: &Id) -> Rc<Waarde> {
        let parameter = self.publicatie.parameter(id);
        let changes =
            |scenario: &Scenario| scenario.volledig().parameters.iter().any(|own| own.id == *id);
        let own = changes(self.scenario) || self.beside.is_some_and(changes);
        match parameter.filter(|_| !own) {
            Some(parameter) => Rc::clone(
                parameter.termen.get_or_init(|| Rc::new(self.per_jaar(id, Some(parameter)))),
            ),
            None => {
                let mut made = self.eigen_waarden.borrow_mut();
                let fresh = || Rc::new(self.per_jaar(id, parameter));
                Rc::clone(made.entry(Id::clone(id)).or_insert_with(fresh))
            }
        }
    }

    fn per_jaar(&self, id: &Id, parameter: Option<&Parameter>) -> Waarde {
        let leaf = |key_year, jaar| Term::of_value(self.read(id, parameter, key_year, jaar));
        let own = self.years().filter(|jaar| {
            parameter.is_some_and(|parameter| self.differs_per_year(parameter, *jaar))
        });
        let eigen: Vec<_> = own.map(|jaar| (jaar, leaf(Some(jaar), jaar))).collect();
        let other = self.years().find(|jaar| eigen.iter().all(|(own, _)| own != jaar));
        PerJaar { algemeen: leaf(None, other.unwrap_or(self.publicatie.horizon.van)), eigen }
    }

    fn differs_per_year(&self, parameter: &Parameter, jaar: Jaar) -> bool {
        let typed = &self.scenario.volledig().parameters;
        parameter.jaarlijks
            || parameter.per_jaar.iter().any(|(year, _)| *year == jaar)
            || typed.iter().any(|own| own.id == parameter.id && own.jaar == Some(jaar))
    }

    fn read(
        &self,
        id: &Id,
        parameter: Option<&Parameter>,
        key_year: Option<Jaar>,
        jaar: Jaar,
    ) -> Leaf {
        let (eenheid, status, herkomst) = parameter.map_or_else(
            || (Eenheid::Euro, Status::Onbekend, Rc::clone(&self.keuze)),
            |parameter| (parameter.eenheid, parameter.status, Rc::clone(&parameter.herkomst)),
        );
        let published = parameter.and_then(|parameter| parameter.in_year(jaar));
        let base = Leaf {
            id: Id::clone(id),
            jaar: key_year,
            deelnemer: None,
            voorstel: self.beside.is_some(),
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
        id: impl Into<Id>,
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
            voorstel: self.beside.is_some(),
            eenheid,
            waarde: Some(waarde),
            laag: Some(waarde),
            hoog: Some(waarde),
            status,
            herkomst,
        }
    }

    /// An own amount of the user.
    pub(super) fn own_amount(&self, id: impl Into<Id>, jaar: Jaar, bedrag: Euro) -> Leaf {
        let leaf = self.choice(id, Eenheid::Euro, bedrag.breuk(), true, Status::Eigen);
        Leaf { jaar: Some(jaar), ..leaf }
    }
}
