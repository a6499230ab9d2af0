//! What holds where the user says nothing: the uitgangspunt, with the uitrol of the publicatie filled in.

use super::{Input, Omvang, Uitrol};
use crate::publicatie::{Drijver, Publicatie, Startwaarde, Variant};

impl Input {
    /// The choices of the uitgangspunt of this scenario, with an inzet or omvang for every year and a start
    /// for every variant.
    pub fn basis(&self, publicatie: &Publicatie) -> Self {
        let chosen = publicatie.uitgangspunt_or_first(self.uitgangspunt.as_deref());
        let said = chosen.map(|it| it.scenario.clone()).unwrap_or_default();
        let published = publicatie.varianten.iter().map(|variant| published(publicatie, variant));
        said.over(&Self { uitrol: published.collect(), ..Self::default() })
    }

    /// The same scenario without what its uitgangspunt says already.
    #[must_use]
    pub fn minimal(&self, publicatie: &Publicatie) -> Self {
        let basis = self.basis(publicatie);
        let mut own = self.clone();
        drop_equal(&mut own.varianten, &basis.varianten);
        for uitrol in &mut own.uitrol {
            let Some(known) = basis.uitrol.iter().find(|it| it.variant == uitrol.variant) else {
                continue;
            };
            uitrol.inzet.retain(|entry| !known.inzet.contains(entry));
            uitrol.omvang.retain(|entry| !known.omvang.contains(entry));
            drop_equal(&mut uitrol.start, &known.start);
        }
        own.uitrol.retain(|it| *it != Uitrol { variant: it.variant.clone(), ..Uitrol::default() });
        own.keuzes.retain(|entry| !basis.keuzes.contains(entry));
        drop_equal(&mut own.financiering.wijze, &basis.financiering.wijze);
        drop_equal(&mut own.financiering.reservering, &basis.financiering.reservering);
        drop_equal(&mut own.financiering.vertraging, &basis.financiering.vertraging);
        drop_equal(&mut own.financiering.incidenteel, &basis.financiering.incidenteel);
        own.vrijgave.retain(|entry| !basis.vrijgave.contains(entry));
        own.sleutel = own.minimal_sleutel(publicatie, &basis);
        own.parameters.retain(|entry| !basis.parameters.contains(entry));
        own.onbekend.retain(|entry| !basis.onbekend.contains(entry));
        drop_equal(&mut own.rekenprotocol, &basis.rekenprotocol);
        own.bijdragen.retain(|entry| !basis.bijdragen.contains(entry));
        drop_equal(&mut own.index, &basis.index);
        drop_equal(&mut own.onzekerheid.zaad, &basis.onzekerheid.zaad);
        drop_equal(&mut own.onzekerheid.trekkingen, &basis.onzekerheid.trekkingen);
        // Where nobody says it, the bands of aannamen do not count.
        if own.onzekerheid.aannamen == Some(basis.onzekerheid.aannamen == Some(true)) {
            own.onzekerheid.aannamen = None;
        }
        own
    }

    fn minimal_sleutel(&self, publicatie: &Publicatie, basis: &Self) -> super::SleutelKeuze {
        let mut sleutel = self.sleutel.clone();
        drop_equal(&mut sleutel.alle, &basis.sleutel.alle);
        // A key of a group says nothing when that group would have it anyway.
        let others = super::SleutelKeuze { per_groep: Vec::new(), ..self.sleutel.clone() };
        let otherwise = Self { sleutel: others, ..Self::default() }.over(basis);
        sleutel.per_groep.retain(|(groep, id)| otherwise.sleutel.of_groep(*groep) != Some(id));
        // What a key put there to start from goes with it; what someone typed stays for when it is chosen again.
        let in_force = self.over(basis).sleutel;
        let idle = !in_force.uses_blokken(publicatie)
            && sleutel.blokken == basis.sleutel.first_blokken(publicatie);
        if idle || sleutel.blokken == basis.sleutel.blokken {
            sleutel.blokken.clear();
        }
        let idle = !in_force.uses_gewichten(publicatie)
            && sleutel.gewichten == basis.sleutel.first_gewichten(publicatie);
        if idle || sleutel.gewichten == basis.sleutel.gewichten {
            sleutel.gewichten.clear();
        }
        sleutel
    }
}

fn drop_equal<T: PartialEq>(own: &mut Option<T>, basis: &Option<T>) {
    if own == basis {
        *own = None;
    }
}

fn published(publicatie: &Publicatie, variant: &Variant) -> Uitrol {
    let value = |jaar| match &variant.uitrol {
        Startwaarde::PerJaar(values) => {
            values.iter().find(|value| value.jaar == jaar).map(|it| it.waarde).unwrap_or_default()
        }
        Startwaarde::Vanaf(_) => rust_decimal::Decimal::ZERO,
    };
    let years = || publicatie.horizon.years().map(|jaar| (jaar, value(jaar)));
    let none = Uitrol { variant: variant.id.clone(), ..Uitrol::default() };
    match (variant.drijver, &variant.uitrol) {
        (Drijver::Inzet, _) => Uitrol { inzet: years().collect(), ..none },
        (Drijver::Omvang, _) => {
            let omvang = years().map(|(jaar, count)| (jaar, Omvang::Aantal(count))).collect();
            Uitrol { omvang, ..none }
        }
        (Drijver::Start, Startwaarde::Vanaf(jaar)) => Uitrol { start: Some(*jaar), ..none },
        (Drijver::Start, Startwaarde::PerJaar(_)) => none,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formula::Id;
    use crate::publicatie::standaard;
    use crate::scenario::{Edit, apply};
    use crate::units::{Euro, Jaar};

    #[test]
    fn what_the_uitgangspunt_says_already_is_no_deviation() {
        let publicatie = standaard().unwrap();
        let jaar = Jaar::new(2022).unwrap();
        let edits = [
            Edit::Varianten(Some(["1", "2a", "2b"].map(Id::from).to_vec())),
            Edit::Inzet("1".into(), jaar, Some(rust_decimal::Decimal::ONE)),
            Edit::Omvang("2a".into(), jaar, Some(Omvang::Aantal(30_000.into()))),
            Edit::Start("2b".into(), Jaar::new(2021)),
            Edit::Optie("capaciteit".into(), Some("inhuur".into())),
            Edit::Reservering(Some(Euro::from_cents(75_000_000))),
            Edit::Sleutel(Some("evenredig-2019".into())),
            Edit::SleutelVan(crate::scenario::Groep::Baten, Some("evenredig-2019".into())),
            Edit::Index(Some(rust_decimal::Decimal::ZERO)),
            Edit::Aannamen(Some(false)),
        ];
        let input = edits.into_iter().fold(Input::default(), apply);
        assert_eq!(input.minimal(&publicatie), Input::default());
    }

    #[test]
    fn the_uitrol_in_force_goes_by_year() {
        let publicatie = standaard().unwrap();
        let jaar = Jaar::new(2022).unwrap();
        let input = apply(
            Input::default(),
            Edit::Omvang("2a".into(), jaar, Some(Omvang::Aantal(1.into()))),
        );
        let in_force = input.over(&input.basis(&publicatie));
        let uitrol = in_force.uitrol.iter().find(|it| &*it.variant == "2a").unwrap();
        assert!(uitrol.omvang.is_sorted_by_key(|(jaar, _)| *jaar), "{:?}", uitrol.omvang);
    }

    #[test]
    fn a_deviation_stays() {
        let publicatie = standaard().unwrap();
        let jaar = Jaar::new(2022).unwrap();
        for edit in [
            Edit::Varianten(Some(Vec::new())),
            Edit::Inzet("1".into(), jaar, Some(rust_decimal::Decimal::ZERO)),
            Edit::Omvang("2a".into(), jaar, Some(Omvang::Aandeel("0.3333".parse().unwrap()))),
            Edit::Start("2b".into(), Jaar::new(2023)),
            Edit::Reservering(Some(Euro::NUL)),
            Edit::Sleutel(Some("blok-2019".into())),
            Edit::Aannamen(Some(true)),
        ] {
            let input = apply(Input::default(), edit.clone());
            assert_eq!(input.minimal(&publicatie), input, "{edit:?}");
        }
    }
}
