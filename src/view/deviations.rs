//! What a user chose otherwise than the uitgangspunt: what it is now, what it was, and the way back.

use rust_decimal::Decimal;

use super::Names;
use super::letters::in_small;
use super::typed::{protocol_text, weights_text};
use crate::formula::Id;
use crate::publicatie::{BijdrageSoort as Reekssoort, Keuze, Publicatie};
use crate::scenario::{
    BijdrageSoort, Edit, EigenBijdrage, EigenWaarde, Groep, Input, Omvang, Wijze,
};
use crate::units::notation::{as_written, getal, waarde};
use crate::units::{Breuk, Eenheid, Euro, Jaar};

/// One deviation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deviation {
    /// What deviates: "Reservering per jaar".
    pub name: String,
    /// What it is now.
    pub value: String,
    /// What the uitgangspunt or the publicatie says; nothing where it says nothing.
    pub before: Option<String>,
    /// The change that takes it away.
    pub undo: Edit,
}

/// All deviations of a scenario, in the order of the choices. The key and the own bijdragen are among them.
pub fn deviations(publicatie: &Publicatie, input: &Input) -> Vec<Deviation> {
    let walk = Walk { publicatie, own: input.minimal(publicatie), basis: input.basis(publicatie) };
    let mut list = walk.variants();
    list.extend(walk.options());
    list.extend(walk.financing());
    list.extend(walk.keys());
    list.extend(walk.assumptions());
    list.extend(walk.bijdragen());
    list
}

/// The wijze in words.
pub const fn wijze_name(wijze: Wijze) -> &'static str {
    match wijze {
        Wijze::Structureel => "Structurele reservering",
        Wijze::Jaarlijks => "Jaarlijks bijramen",
        Wijze::Incidenteel => "Eén bedrag uit een resultaat",
    }
}

/// A group of posts in words.
pub const fn groep_name(groep: Groep) -> &'static str {
    match groep {
        Groep::Ophoging => "Hogere raming",
        Groep::Reservering => "Reservering",
        Groep::Kosten => "Meerkosten en besparingen",
        Groep::Baten => "Minderbaten",
    }
}

/// The vertraging in words.
pub fn vertraging_name(years: u16) -> String {
    match years {
        0 => "geen".to_owned(),
        1 => "1 begrotingsjaar".to_owned(),
        more => format!("{more} begrotingsjaren"),
    }
}

/// What the key of a group is called.
pub(super) fn key_name(groep: Groep) -> String {
    format!("Sleutel voor {}", in_small(groep_name(groep)))
}

/// A share as a percentage, exact: "33,33%".
pub fn share(share: Decimal) -> String {
    format!("{}%", getal(share * Decimal::ONE_HUNDRED, 0))
}

pub(super) fn euros(euro: Euro) -> String {
    format!("€\u{a0}{}", waarde(euro.breuk(), Eenheid::Euro))
}

/// A count, or a reach in percent.
pub(super) fn omvang_text(omvang: Omvang) -> String {
    match omvang {
        Omvang::Aantal(count) => getal(count, 0),
        Omvang::Aandeel(of) => share(of),
    }
}

struct Walk<'p> {
    publicatie: &'p Publicatie,
    own: Input,
    basis: Input,
}

impl Walk<'_> {
    fn variants(&self) -> Vec<Deviation> {
        let mut list = Vec::new();
        if let Some(chosen) = &self.own.varianten {
            let before = self.basis.varianten.as_deref().unwrap_or_default();
            list.push(Deviation {
                name: "Varianten".to_owned(),
                value: self.variant_names(chosen),
                before: Some(self.variant_names(before)),
                undo: Edit::Varianten(None),
            });
        }
        for uitrol in &self.own.uitrol {
            let name = self.publicatie.variant(&uitrol.variant).map_or("", |it| &it.naam);
            let base = self.basis.uitrol.iter().find(|it| it.variant == uitrol.variant);
            let id = || Id::clone(&uitrol.variant);
            for (jaar, inzet) in &uitrol.inzet {
                let before = base.and_then(|it| of_year(&it.inzet, *jaar)).map(share);
                let undo = Edit::Inzet(id(), *jaar, None);
                list.push(in_year(name, *jaar, share(*inzet), before, undo));
            }
            for (jaar, omvang) in &uitrol.omvang {
                let before = base.and_then(|it| of_year(&it.omvang, *jaar)).map(omvang_text);
                let undo = Edit::Omvang(id(), *jaar, None);
                list.push(in_year(name, *jaar, omvang_text(*omvang), before, undo));
            }
            list.extend(uitrol.start.map(|start| Deviation {
                name: format!("{name}, start"),
                value: start.to_string(),
                before: base.and_then(|it| it.start).map(|start| start.to_string()),
                undo: Edit::Start(id(), None),
            }));
        }
        list
    }

    fn variant_names(&self, ids: &[Id]) -> String {
        let names: Vec<&str> =
            ids.iter().filter_map(|id| Some(&*self.publicatie.variant(id)?.naam)).collect();
        if names.is_empty() { "geen".to_owned() } else { names.join(", ") }
    }

    fn options(&self) -> Vec<Deviation> {
        let named = |keuze: &Keuze, id: &Id| {
            keuze.opties.iter().find(|it| it.id == *id).map(|it| it.naam.clone())
        };
        let chosen = self.own.keuzes.iter().filter_map(|(id, optie)| {
            let keuze = self.publicatie.keuzes.iter().find(|it| it.id == *id)?;
            let base = self.basis.keuzes.iter().find(|(of, _)| of == id).map(|(_, optie)| optie);
            let base = base.or(keuze.opties.first().map(|it| &it.id));
            Some(Deviation {
                name: keuze.naam.clone(),
                value: named(keuze, optie)?,
                before: base.and_then(|optie| named(keuze, optie)),
                undo: Edit::Optie(Id::clone(id), None),
            })
        });
        chosen.collect()
    }

    fn financing(&self) -> Vec<Deviation> {
        let (own, base) = (&self.own.financiering, &self.basis.financiering);
        let one = |name: &str, value: Option<String>, before: Option<String>, undo: Edit| {
            value.map(|value| Deviation { name: name.to_owned(), value, before, undo })
        };
        let wijze = |wijze: Option<Wijze>| wijze.map(|it| wijze_name(it).to_owned());
        let single = [
            one("Financieringswijze", wijze(own.wijze), wijze(base.wijze), Edit::Wijze(None)),
            one(
                "Reservering per jaar",
                own.reservering.map(euros),
                base.reservering.map(euros),
                Edit::Reservering(None),
            ),
            one(
                "Vertraging",
                own.vertraging.map(vertraging_name),
                base.vertraging.map(vertraging_name),
                Edit::Vertraging(None),
            ),
            one(
                "Bewaard uit het resultaat",
                own.incidenteel.map(euros),
                base.incidenteel.map(euros),
                Edit::Incidenteel(None),
            ),
        ];
        let released = self.own.vrijgave.iter().map(|(jaar, bedrag)| {
            let before = of_year(&self.basis.vrijgave, *jaar).map(euros);
            let before = before.or_else(|| Some("de hele reservering".to_owned()));
            in_year("Vrijgave", *jaar, euros(*bedrag), before, Edit::Vrijgave(*jaar, None))
        });
        single.into_iter().flatten().chain(released).collect()
    }

    fn keys(&self) -> Vec<Deviation> {
        let names = Names::new(self.publicatie);
        let (own, base) = (&self.own.sleutel, &self.basis.sleutel);
        let mut list: Vec<Deviation> = own
            .alle
            .iter()
            .map(|id| Deviation {
                name: "Verdeelsleutel".to_owned(),
                value: names.sleutel(id),
                before: base.alle.as_ref().map(|id| names.sleutel(id)),
                undo: Edit::Sleutel(None),
            })
            .collect();
        list.extend(own.per_groep.iter().map(|(groep, id)| Deviation {
            name: key_name(*groep),
            value: names.sleutel(id),
            before: base.of_groep(*groep).map(|id| names.sleutel(id)),
            undo: Edit::SleutelVan(*groep, None),
        }));
        list.extend(self.weights());
        list
    }

    /// Shares and weights other than those that a key starts from. While no key asks for them they stand nowhere
    /// and divide nothing: then they are kept, and are no deviation.
    fn weights(&self) -> Vec<Deviation> {
        let names = Names::new(self.publicatie);
        let own = &self.own.sleutel;
        let in_force = self.own.over(&self.basis).sleutel;
        let mut list = Vec::new();
        if in_force.uses_blokken(self.publicatie) {
            let start = self.basis.sleutel.first_blokken(self.publicatie);
            let changed = own.blokken.iter().filter(|entry| !start.contains(entry));
            list.extend(changed.map(|(id, of)| {
                let before = start.iter().find(|(known, _)| known == id).map(|(_, of)| *of);
                Deviation {
                    name: format!("Aandeel van {}", names.receiver(id)),
                    value: share(*of),
                    before: before.map(share),
                    undo: Edit::Blok(Id::clone(id), before),
                }
            }));
        }
        if in_force.uses_gewichten(self.publicatie) {
            let start = self.basis.sleutel.first_gewichten(self.publicatie);
            let is_start = start.len() == own.gewichten.len()
                && own.gewichten.iter().all(|entry| start.contains(entry));
            list.extend((!is_start && !own.gewichten.is_empty()).then(|| Deviation {
                name: "Eigen gewichten".to_owned(),
                value: weights_text(&Names::new(self.publicatie), &own.gewichten),
                before: Some(format!("de voorschotten {}", self.publicatie.basisjaar)),
                undo: Edit::Gewichten(start),
            }));
        }
        list
    }

    fn assumptions(&self) -> Vec<Deviation> {
        let names = Names::new(self.publicatie);
        let own = self.own.parameters.iter().filter_map(|own| self.parameter(own));
        let unknown = self.own.onbekend.iter().map(|own| {
            let undo = Edit::Onbekend(Id::clone(&own.post), own.jaar, None);
            let before = Some("onbekend".to_owned());
            in_year(&names.of(&own.post), own.jaar, euros(own.bedrag), before, undo)
        });
        let protocol = self.own.rekenprotocol.iter().map(|own| Deviation {
            name: "Rekenprotocol".to_owned(),
            value: protocol_text(own),
            before: Some("niet gebruikt".to_owned()),
            undo: Edit::Rekenprotocol(None),
        });
        own.chain(unknown).chain(protocol).collect()
    }

    fn parameter(&self, own: &EigenWaarde) -> Option<Deviation> {
        let parameter = self.publicatie.parameter(&own.id)?;
        let shown = |value: Breuk| as_written(value, parameter.eenheid);
        let known = own.jaar.map_or(parameter.waarde, |jaar| parameter.in_year(jaar));
        let jaar = own.jaar.map(|jaar| format!(" {jaar}")).unwrap_or_default();
        let (laag, hoog) = (own.laag.unwrap_or(own.waarde), own.hoog.unwrap_or(own.waarde));
        let band = format!(" (band {} tot {})", shown(laag), shown(hoog));
        let band = if laag == hoog { String::new() } else { band };
        Some(Deviation {
            name: format!("{}{jaar}", parameter.naam),
            value: format!("{}{band}", shown(own.waarde)),
            before: Some(known.map_or_else(|| "onbekend".to_owned(), |it| shown(it.waarde))),
            undo: Edit::Parameter(Id::clone(&own.id), own.jaar, None),
        })
    }

    fn bijdragen(&self) -> Vec<Deviation> {
        let typed = self.own.bijdragen.iter().map(|own| self.bijdrage(own));
        let index = self.own.index.map(|index| Deviation {
            name: "Index per jaar".to_owned(),
            value: share(index),
            before: self.basis.index.map(share),
            undo: Edit::Index(None),
        });
        let words = |count: bool| if count { "tellen mee" } else { "tellen niet mee" }.to_owned();
        let aannamen = self.own.onzekerheid.aannamen.map(|count| Deviation {
            name: "Banden van aannamen".to_owned(),
            value: words(count),
            before: Some(words(!count)),
            undo: Edit::Aannamen(None),
        });
        typed.chain(index).chain(aannamen).collect()
    }

    fn bijdrage(&self, own: &EigenBijdrage) -> Deviation {
        let soort = match own.soort {
            BijdrageSoort::ZonderVoorstel => "zonder voorstel",
            BijdrageSoort::MetVoorstel => "met voorstel",
        };
        let name =
            format!("Eigen bijdrage {}", Names::new(self.publicatie).receiver(&own.deelnemer));
        let value = format!("{} ({soort})", euros(own.bedrag));
        let basisjaar = self.publicatie.basisjaar;
        let of = self.publicatie.deelnemers.iter().find(|it| it.id == own.deelnemer);
        let paid = of.and_then(|it| it.bijdrage(basisjaar, Reekssoort::Begroting));
        let before = paid.map(|paid| format!("{} (voorschot {basisjaar})", euros(paid)));
        let undo = Edit::Bijdrage(Id::clone(&own.deelnemer), own.jaar, None);
        in_year(&name, own.jaar, value, before, undo)
    }
}

fn of_year<T: Copy>(entries: &[(Jaar, T)], jaar: Jaar) -> Option<T> {
    entries.iter().find(|(year, _)| *year == jaar).map(|(_, value)| *value)
}

fn in_year(name: &str, jaar: Jaar, value: String, before: Option<String>, undo: Edit) -> Deviation {
    Deviation { name: format!("{name} {jaar}"), value, before, undo }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publicatie::standaard;
    use crate::scenario::{apply, apply_with};

    #[test]
    fn every_deviation_says_what_it_was_and_undoing_all_leaves_none() {
        let publicatie = standaard().unwrap();
        let jaar = Jaar::new(2022).unwrap();
        let euro = Euro::from_cents(210_000_000);
        let edits = [
            Edit::Varianten(Some(vec!["2a".into()])),
            Edit::Omvang("2a".into(), jaar, Some(Omvang::Aandeel(Decimal::new(25, 2)))),
            Edit::Optie("capaciteit".into(), Some("in_dienst".into())),
            Edit::Reservering(Some(Euro::from_cents(50_000_000))),
            Edit::SleutelVan(Groep::Baten, Some("blok-2019".into())),
            Edit::Bijdrage("zwolle".into(), jaar, Some((euro, Some(BijdrageSoort::MetVoorstel)))),
            Edit::Index(Some(Decimal::new(25, 3))),
            Edit::Aannamen(Some(true)),
        ];
        let input = edits.into_iter().fold(Input::default(), apply);
        let list = deviations(&publicatie, &input);
        let shown: Vec<String> = list
            .iter()
            .map(|it| {
                let before = it.before.as_deref().unwrap_or("–");
                format!("{}: {} (was {before})", it.name, it.value).replace('\u{a0}', " ")
            })
            .collect();
        let expected = [
            "Varianten: 2A Voorbellen (was 1 Interne sociale incasso, 2A Voorbellen, 2B Vroegsignalering)",
            "2A Voorbellen 2022: 25% (was 30.000)",
            "Reservering per jaar: € 500.000,00 (was € 750.000,00)",
            "Sleutel voor minderbaten: Zoals de verrekening 2019 (was Evenredig met de bijdrage 2019)",
            "Eigen bijdrage Zwolle 2022: € 2.100.000,00 (met voorstel) (was € 2.088.582,00 (voorschot 2019))",
            "Index per jaar: 2,5% (was 0%)",
            "Banden van aannamen: tellen mee (was tellen niet mee)",
        ];
        for line in expected {
            assert!(shown.iter().any(|it| it == line), "{line} in {shown:#?}");
        }
        assert_eq!(list.len(), 8, "{shown:#?}");
        let restored = list.into_iter().map(|it| it.undo).fold(input, apply);
        assert_eq!(deviations(&publicatie, &restored), []);
    }

    #[test]
    fn weights_deviate_only_while_a_key_asks_for_them_and_from_what_it_starts_with() {
        let publicatie = standaard().unwrap();
        let names = |input: &Input| -> Vec<String> {
            deviations(&publicatie, input).into_iter().map(|it| it.name).collect()
        };
        let key = |input: &Input, id: &str| {
            apply_with(&publicatie, input.clone(), Edit::Sleutel(Some(id.into())))
        };
        let chosen = key(&Input::default(), "blok");
        assert_eq!(names(&chosen), ["Verdeelsleutel"]);
        let typed = apply(chosen, Edit::Blok("gemeenten".into(), Some(Decimal::new(25, 2))));
        assert_eq!(names(&typed), ["Verdeelsleutel", "Aandeel van Gemeenten"]);
        let untouched = apply(key(&Input::default(), "eigen"), Edit::Sleutel(None));
        assert_eq!(untouched.minimal(&publicatie), Input::default());
        let back = apply(typed, Edit::Sleutel(None));
        assert_eq!(names(&back), [""; 0]);
        assert_eq!(names(&key(&back, "blok")), ["Verdeelsleutel", "Aandeel van Gemeenten"]);
    }
}
