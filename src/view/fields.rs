//! Which field of the page a melding is about: its path in the scenario, followed to where a person changes it.

use std::fmt::Display;

use super::groep_name;
use crate::formula::Id;
use crate::publicatie::{Publicatie, Variant};
use crate::scenario::{Groep, Input, Wijze};
use crate::units::Jaar;

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stands {
    /// In the column of choices, beside every section.
    Beside,
    /// In the section Keuzes.
    InKeuzes,
    /// In the section Vergelijken.
    InVergelijken,
}

/// A field of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageField {
    /// Its id on the page.
    pub id: String,
    /// What it is called there.
    pub label: String,
    /// Where it stands.
    pub stands: Stands,
}

/// The field that a path in this scenario is about; nothing for what no field can change.
pub fn field_of(publicatie: &Publicatie, input: &Input, pad: &str) -> Option<PageField> {
    let steps: Vec<Step<'_>> = pad.strip_prefix("$.")?.split('.').map(Step::new).collect();
    let (first, rest) = steps.split_first()?;
    let in_force = input.over(&input.basis(publicatie));
    Finder { publicatie, input, in_force }.find(*first, rest)
}

/// One name of a path, with the place in its list.
#[derive(Clone, Copy)]
struct Step<'p> {
    name: &'p str,
    index: Option<usize>,
}

impl<'p> Step<'p> {
    fn new(step: &'p str) -> Self {
        let (name, index) = step.split_once('[').unwrap_or((step, ""));
        Self { name, index: index.trim_end_matches(']').parse().ok() }
    }

    fn of<T>(self, list: &[T]) -> Option<&T> {
        list.get(self.index?)
    }
}

fn field(stands: Stands, id: impl Into<String>, label: impl Into<String>) -> Option<PageField> {
    Some(PageField { id: id.into(), label: label.into(), stands })
}

fn beside(id: &str, label: &str) -> Option<PageField> {
    field(Stands::Beside, id, label)
}

fn in_keuzes(id: impl Into<String>, label: impl Into<String>) -> Option<PageField> {
    field(Stands::InKeuzes, id, label)
}

/// A field of a year: `vrijgave-2022`, "Vrijgave in 2022".
fn of_year(id: impl Display, label: impl Display, jaar: Jaar) -> Option<PageField> {
    in_keuzes(format!("{id}-{jaar}"), format!("{label} in {jaar}"))
}

struct Finder<'a> {
    publicatie: &'a Publicatie,
    input: &'a Input,
    in_force: Input,
}

impl Finder<'_> {
    fn find(&self, step: Step<'_>, rest: &[Step<'_>]) -> Option<PageField> {
        let input = self.input;
        match step.name {
            "naam" => field(Stands::InVergelijken, "naam", "Naam van het gekozen scenario"),
            "deelnemer" => beside("organisatie", "Uw organisatie"),
            "varianten" => {
                let chosen = input.varianten.as_deref().unwrap_or_default();
                self.variant(step.of(chosen).or(chosen.first())?)
            }
            "uitrol" => self.uitrol(step, rest.first().copied()),
            "financiering" => self.financiering(rest.first()?.name),
            "vrijgave" => of_year("vrijgave", "Vrijgave", step.of(&input.vrijgave)?.0),
            "sleutel" => self.sleutel(*rest.first()?),
            "parameters" => self.parameter(step),
            "onbekend" => {
                let own = step.of(&input.onbekend)?;
                let regel = self.publicatie.all_regels().find(|regel| regel.id == own.post)?;
                of_year(format!("onbekend-{}", own.post), &regel.naam, own.jaar)
            }
            "rekenprotocol" => self.rekenprotocol(rest.first().copied()),
            "bijdragen" => {
                let own = step.of(&input.bijdragen)?;
                if input.deelnemer.as_ref() == Some(&own.deelnemer) {
                    of_year("eigen-bijdrage", "Bijdrage", own.jaar)
                } else {
                    beside("organisatie", "Uw organisatie")
                }
            }
            "index" => in_keuzes("index", "Index per jaar"),
            _ => None,
        }
    }

    fn variant(&self, id: &Id) -> Option<PageField> {
        let variant = self.publicatie.variant(id)?;
        in_keuzes(format!("kaart-variant-{id}"), &variant.naam)
    }

    /// The uitrol of a variant that is not chosen has no fields: the variant itself has one.
    fn uitrol(&self, step: Step<'_>, rest: Option<Step<'_>>) -> Option<PageField> {
        let own = step.of(&self.input.uitrol)?;
        let variant: &Variant = self.publicatie.variant(&own.variant)?;
        let chosen = self.in_force.varianten.iter().flatten().any(|id| *id == own.variant);
        let jaar = rest.and_then(|rest| match rest.name {
            "inzet" => rest.of(&own.inzet).map(|(jaar, _)| *jaar),
            "omvang" => rest.of(&own.omvang).map(|(jaar, _)| *jaar),
            _ => None,
        });
        match (chosen, jaar, rest.map(|rest| rest.name)) {
            (true, Some(jaar), _) => {
                of_year(format!("kaart-uitrol-{}", own.variant), &variant.naam, jaar)
            }
            (true, None, Some("start")) => {
                let label = format!("Loopt vanaf: {}", variant.naam);
                in_keuzes(format!("kaart-start-{}", own.variant), label)
            }
            _ => self.variant(&own.variant),
        }
    }

    /// What the wijze has no field for is changed by choosing another one.
    fn financiering(&self, name: &str) -> Option<PageField> {
        let wijze = self.in_force.financiering.wijze;
        match (name, wijze) {
            ("reservering", Some(Wijze::Structureel)) => {
                beside("reservering", "Reservering per jaar")
            }
            ("incidenteel", Some(Wijze::Incidenteel)) => {
                beside("incidenteel", "Bewaard uit het resultaat")
            }
            ("vertraging", Some(Wijze::Structureel | Wijze::Jaarlijks)) => {
                beside("vertraging", "Vertraging in de begroting")
            }
            _ => beside("wijze", "Financiering"),
        }
    }

    fn sleutel(&self, step: Step<'_>) -> Option<PageField> {
        let (publicatie, own) = (self.publicatie, &self.input.sleutel);
        let in_force = &self.in_force.sleutel;
        match step.name {
            "gewichten" if in_force.uses_gewichten(publicatie) => {
                let id = step.of(&own.gewichten).map(|(id, _)| id);
                let named = publicatie.deelnemers.iter().find(|it| Some(&it.id) == id);
                let deelnemer = named.or(publicatie.deelnemers.first())?;
                let label = format!("Gewicht van {}", deelnemer.naam);
                in_keuzes(format!("gewicht-{}", deelnemer.id), label)
            }
            "blokken" if in_force.uses_blokken(publicatie) => {
                let id = step.of(&own.blokken).map(|(id, _)| id);
                let named = publicatie.blokken.iter().find(|it| Some(&it.id) == id);
                let blok = named.or(publicatie.blokken.first())?;
                in_keuzes(format!("blok-{}", blok.id), format!("Aandeel van {}", blok.naam))
            }
            name => match Groep::ALL.into_iter().find(|groep| groep.word() == name) {
                Some(groep) => in_keuzes(format!("sleutel-van-{name}"), groep_name(groep)),
                None => in_keuzes("sleutel-van-alle", "Alle posten"),
            },
        }
    }

    fn parameter(&self, step: Step<'_>) -> Option<PageField> {
        let own = step.of(&self.input.parameters)?;
        let parameter = self.publicatie.parameter(&own.id)?;
        // What holds for past years alone, or differs from year to year without a choice, has no field for it.
        let editable = parameter.waarde.is_some() || parameter.per_jaar.is_empty();
        let id = format!("parameter-{}", own.id);
        match own.jaar {
            _ if !editable => None,
            Some(jaar) if parameter.jaarlijks => of_year(id, &parameter.naam, jaar),
            _ => in_keuzes(id, &parameter.naam),
        }
    }

    fn rekenprotocol(&self, rest: Option<Step<'_>>) -> Option<PageField> {
        let typed = self.input.rekenprotocol.as_ref();
        let jaar = rest.zip(typed).filter(|(rest, _)| rest.name == "gerealiseerd");
        match jaar.and_then(|(rest, typed)| rest.of(&typed.gerealiseerd)) {
            Some((jaar, _)) => of_year("gerealiseerd", "Gerealiseerde invorderbaten", *jaar),
            None => in_keuzes("rekenprotocol-jaren", "Raming van de invorderbaten"),
        }
    }
}

#[cfg(test)]
mod tests;
