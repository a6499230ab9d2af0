//! Looking up an amount by its id: a post, a total, what follows from totals, or the bijdrage of a deelnemer.

use super::baten::OPHOGING;
use super::bijdrage::{BTW_COMPENSATIE, NIEUW, OUD};
use super::effect::EFFECT;
use super::financiering::ZOALS_BEGROOT;
use super::post::Post;
use super::stabiliteit::LIJNEN;
use super::uitkomst::{EFFECT_BEGROOT, Uitkomst};
use crate::formula::{Deel, Id, Naam, Term, Verdeeld};
use crate::scenario::Groep;
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// All years na verrekening up to one, with what is kept once from a resultaat before them.
pub const GEHEEL: &str = "geheel";

/// What the id of a total ends with for its difference with ongewijzigd beleid: what sociaal incasseren costs.
pub const TEGENOVER_ONGEWIJZIGD: &str = "_tegenover_ongewijzigd";

/// What the id of the effect of one variant begins with.
pub const EFFECT_VAN: &str = "effect_van_";

/// In the place of a variant: the regels that belong to none.
pub const LOS: &str = "los";

/// What follows from totals, by id.
pub const GEVOLGEN: [&str; 11] = [
    GEHEEL,
    "begroot_tegenover_ongewijzigd",
    "definitief_tegenover_ongewijzigd",
    "cumulatief_tegenover_ongewijzigd",
    "geheel_tegenover_ongewijzigd",
    "grootste_stap_begroot",
    "met_eerste_stap_begroot",
    "spreiding_begroot",
    "grootste_stap_definitief",
    "met_eerste_stap_definitief",
    "spreiding_definitief",
];

/// An amount that has been looked up, with its name.
#[derive(Clone, Debug)]
pub struct Gevonden {
    /// Its name.
    pub naam: Naam,
    /// Its term.
    pub term: Term<Bedrag>,
}

impl Uitkomst {
    /// Looks up an amount by its id: a post, a total, what follows from totals, or the bijdrage of a deelnemer.
    /// Without `deel` a post is taken from the begroting where it stands in both. What runs over years runs up to
    /// `jaar`.
    pub fn zoek(
        &self,
        id: &str,
        deel: Option<Deel>,
        jaar: Jaar,
        deelnemer: Option<usize>,
    ) -> Option<Gevonden> {
        let naam = self.naam(id, jaar, deelnemer);
        if let Some(total) = self.totaal_van(id, jaar) {
            return Some(Gevonden { naam, term: total.of_whom(deelnemer) });
        }
        let term = match id {
            OUD => self.bijdrage_oud(deelnemer, jaar)?,
            NIEUW => self.nieuw(deelnemer?, jaar)?,
            BTW_COMPENSATIE => self.btw_compensatie(deelnemer?, jaar)?,
            _ => match self.post(id, deel, jaar) {
                Some((of, term)) => {
                    return Some(Gevonden {
                        naam: naam.in_deel(of),
                        term: term.of_whom(deelnemer),
                    });
                }
                None => self.gevolg(id, jaar, deelnemer)?,
            },
        };
        Some(Gevonden { naam, term })
    }

    pub(super) fn naam(&self, id: &str, jaar: Jaar, deelnemer: Option<usize>) -> Naam {
        let deelnemer =
            deelnemer.and_then(|index| self.deelnemers.get(index)).map(|it| Id::clone(&it.id));
        Naam { deelnemer, ..Naam::new(id, jaar) }
    }

    /// A total of a year.
    pub(super) fn totaal_van(&self, id: &str, jaar: Jaar) -> Option<Term<Verdeeld>> {
        let year = self.jaar(jaar)?;
        Some(match id {
            EFFECT => year.effect.clone(),
            "begroot" => year.begroot.clone(),
            "verrekening" => year.verrekening.clone(),
            "definitief" => year.definitief.clone(),
            "cumulatief" => year.cumulatief.clone(),
            "betaald" => self.betaald(jaar),
            EFFECT_BEGROOT => self.effect_begroot(jaar),
            "bespaard" => self.bespaard(jaar),
            _ => return None,
        })
    }

    /// The bijdrage without the proposal of a deelnemer, or of all together.
    fn bijdrage_oud(&self, deelnemer: Option<usize>, jaar: Jaar) -> Option<Term<Bedrag>> {
        if let Some(deelnemer) = deelnemer {
            return self.oud(deelnemer, jaar);
        }
        let all = (0..self.deelnemers.len()).map(|it| {
            let naam = self.naam(OUD, jaar, Some(it));
            Some(self.oud(it, jaar)?.named(naam))
        });
        all.collect::<Option<Vec<_>>>()?.into_iter().reduce(|one, other| one + other)
    }

    fn post(&self, id: &str, deel: Option<Deel>, jaar: Jaar) -> Option<(Deel, &Term<Verdeeld>)> {
        let posten = self.posten.iter().chain(&self.eenmalig);
        let mut found =
            posten.filter(|post| &*post.id == id && deel.is_none_or(|deel| post.deel == deel));
        found.find_map(|post| {
            post.bedragen.iter().find(|(of, _)| *of == jaar).map(|(_, term)| (post.deel, term))
        })
    }

    /// What follows from posts and totals: a difference, a yardstick, or the effect of one variant.
    fn gevolg(&self, id: &str, jaar: Jaar, deelnemer: Option<usize>) -> Option<Term<Bedrag>> {
        self.jaar(jaar)?;
        if id == GEHEEL {
            return self.geheel(jaar, deelnemer);
        }
        if let Some(total) = id.strip_suffix(TEGENOVER_ONGEWIJZIGD) {
            return self.tegenover_ongewijzigd(total, jaar, deelnemer);
        }
        if let Some(variant) = id.strip_prefix(EFFECT_VAN) {
            return Some(self.effect_van(variant, jaar).of_whom(deelnemer));
        }
        let (maat, lijn) = id.rsplit_once('_')?;
        let lijn = LIJNEN.into_iter().find(|it| *it == lijn)?;
        let yardsticks = self.stabiliteit_van(lijn, Some(jaar), deelnemer);
        match maat {
            "grootste_stap" => Some(yardsticks.grootste_stap),
            "met_eerste_stap" => Some(yardsticks.met_eerste_stap),
            "spreiding" => Some(yardsticks.spreiding),
            _ => None,
        }
    }

    fn geheel(&self, jaar: Jaar, deelnemer: Option<usize>) -> Option<Term<Bedrag>> {
        let kept = self.eenmalig.iter().flat_map(|post| &post.bedragen);
        let settled = self.totaal_van("cumulatief", jaar)?.of_whom(deelnemer);
        Some(kept.fold(settled, |sum, (_, term)| sum + term.of_whom(deelnemer)))
    }

    /// All posts but those that ongewijzigd beleid has too, the ophoging and the regels outside the variants: of the
    /// year, or of those up to it.
    fn tegenover_ongewijzigd(
        &self,
        total: &str,
        jaar: Jaar,
        deelnemer: Option<usize>,
    ) -> Option<Term<Bedrag>> {
        let (deel, from) = match total {
            "begroot" => (Some(Deel::Begroot), jaar),
            "definitief" => (None, jaar),
            "cumulatief" | GEHEEL => (None, *self.jaren.first()?),
            _ => return None,
        };
        let posten = self.posten.iter().filter(|post| &*post.id != OPHOGING && !self.is_los(post));
        let posten = posten.filter(|post| deel.is_none_or(|deel| post.deel == deel));
        let years =
            posten.flat_map(|post| &post.bedragen).filter(|(of, _)| (from..=jaar).contains(of));
        let kept = self.eenmalig.iter().filter(|_| total == GEHEEL).flat_map(|post| &post.bedragen);
        let naam = Naam::new(format!("{total}{TEGENOVER_ONGEWIJZIGD}"), jaar);
        let all = years.chain(kept).map(|(_, term)| term.clone());
        Some(Term::totaal(naam, all).of_whom(deelnemer))
    }

    /// Whether it is of a regel that belongs to no variant, also where what was budgeted of it is taken out again.
    pub(crate) fn is_los(&self, post: &Post) -> bool {
        let regel = post.id.strip_suffix(ZOALS_BEGROOT).unwrap_or(&post.id);
        matches!(post.groep, Groep::Kosten | Groep::Baten) && self.variant_of(regel).is_none()
    }

    /// The chosen variant that a regel belongs to.
    fn variant_of(&self, regel: &str) -> Option<&Id> {
        let mut years = self.varianten.iter();
        let of = years.find(|year| year.regels.iter().any(|id| **id == *regel))?;
        Some(&of.variant)
    }

    /// The part of the effect that the regels of one variant make, or those of none.
    fn effect_van(&self, variant: &str, jaar: Jaar) -> Term<Verdeeld> {
        let belongs = |post: &Post| self.variant_of(&post.id).map_or(LOS, |id| &**id) == variant;
        let naam = Naam::new(format!("{EFFECT_VAN}{variant}"), jaar);
        Term::totaal(naam, self.counted(jaar, belongs))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::bereken;
    use crate::publicatie::standaard;
    use crate::scenario::{Edit, Input, Scenario, Wijze, apply, controleer_input};

    fn under(wijze: Wijze) -> Uitkomst {
        let publicatie = standaard().unwrap();
        let input = apply(Input::default(), Edit::Wijze(Some(wijze)));
        bereken(&publicatie, &controleer_input(&publicatie, &input).scenario.unwrap())
    }

    fn voorstel() -> Uitkomst {
        let publicatie = standaard().unwrap();
        bereken(&publicatie, &Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap())
    }

    #[track_caller]
    fn is(uitkomst: &Uitkomst, id: &str, jaar: u16, deelnemer: Option<&str>, euro: &str) {
        let deelnemer = deelnemer.map(|id| uitkomst.deelnemer(id).unwrap());
        let found = uitkomst.zoek(id, None, Jaar::new(jaar.into()).unwrap(), deelnemer).unwrap();
        assert_eq!(found.term.euro().unwrap().to_string(), euro, "{id} {jaar}");
    }

    /// The ophoging is −1.700.000 each year, and Σ definitief −4.712.972,23 under each wijze (rekenmodel.md 6).
    #[test]
    fn against_ongewijzigd_beleid_the_ophoging_does_not_count() {
        let uitkomst = voorstel();
        is(&uitkomst, "begroot_tegenover_ongewijzigd", 2022, None, "750000.00");
        is(&uitkomst, "begroot_tegenover_ongewijzigd", 2022, Some("zwolle"), "84583.88");
        is(&uitkomst, "definitief_tegenover_ongewijzigd", 2025, None, "1140500.00");
        is(&uitkomst, "cumulatief_tegenover_ongewijzigd", 2025, None, "3787027.77");
        let uitkomst = under(Wijze::Incidenteel);
        is(&uitkomst, "geheel", 2025, None, "-4712972.23");
        is(&uitkomst, "geheel_tegenover_ongewijzigd", 2025, None, "3787027.77");
        assert!(uitkomst.zoek("betaald_tegenover_ongewijzigd", None, jaar(2025), None).is_none());
    }

    #[test]
    fn every_id_that_is_named_is_found() {
        let uitkomst = voorstel();
        for id in GEVOLGEN {
            assert!(uitkomst.zoek(id, None, jaar(2025), Some(0)).is_some(), "{id}");
            assert!(uitkomst.zoek(id, None, jaar(2026), Some(0)).is_none(), "{id}");
        }
    }

    fn jaar(number: i64) -> Jaar {
        Jaar::new(number).unwrap()
    }

    /// Σ over the years of rekenmodel.md 6: −559.500 − −950.000, and −1.218.166,68 − −888.833,32.
    #[test]
    fn a_yardstick_runs_up_to_the_year() {
        let uitkomst = voorstel();
        is(&uitkomst, "grootste_stap_begroot", 2025, None, "390500.00");
        is(&uitkomst, "grootste_stap_begroot", 2023, None, "0.00");
        is(&uitkomst, "met_eerste_stap_begroot", 2025, None, "950000.00");
        is(&uitkomst, "spreiding_begroot", 2025, None, "390500.00");
        let uitkomst = under(Wijze::Jaarlijks);
        is(&uitkomst, "grootste_stap_begroot", 2025, None, "329333.36");
        is(&uitkomst, "met_eerste_stap_definitief", 2025, None, "1486972.23");
        // −1.486.972,23 in 2021 and −559.500 in 2025.
        is(&uitkomst, "spreiding_definitief", 2025, None, "927472.23");
        assert!(uitkomst.zoek("spreiding_verrekening", None, jaar(2025), None).is_none());
    }

    #[test]
    fn the_effect_of_the_varianten_is_the_effect() {
        let uitkomst = voorstel();
        is(&uitkomst, "effect_van_2a", 2025, None, "988000.00");
        is(&uitkomst, "effect_van_1", 2025, None, "152500.00");
        is(&uitkomst, "effect_van_2b", 2021, None, "10000.00");
        for totaal in &uitkomst.totaal {
            let parts = ["1", "2a", "2b", LOS]
                .map(|variant| uitkomst.effect_van(variant, totaal.jaar).euro().unwrap());
            assert_eq!(
                parts.into_iter().sum::<crate::units::Euro>(),
                totaal.effect.euro().unwrap()
            );
        }
        is(&uitkomst, "bijdrage_oud", 2022, None, "18519327.00");
    }
}
