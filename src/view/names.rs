//! What posts, totals, values and documents are called, and a step of a herleiding in words.

use super::letters::lower_first;
use crate::formula::{Deel, Herleiding, Id, Leaf, Naam, Soort, Stap, Term, Verdeeld};
use crate::model::{EFFECT_VAN, JaarTotaal, PER_INWONER, Uitkomst, ZOALS_BEGROOT};
use crate::publicatie::{Publicatie, Verdeelsleutel};
use crate::units::notation::waarde;
use crate::units::{Breuk, Deling, Eenheid, Euro, Jaar};

/// What is said of an amount of the proposal beside that of the scenario.
const fn in_voorstel(voorstel: bool) -> &'static str {
    if voorstel { " (in het voorstel)" } else { "" }
}

/// What an effect is the effect of, within a sentence: sociaal incasseren, and these regels outside the variants.
pub(super) fn causes(uitkomst: &Uitkomst, los: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut causes: Vec<String> = los.into_iter().map(|name| format!("“{name}”")).collect();
    if causes.is_empty() || !uitkomst.varianten.is_empty() {
        causes.insert(0, "sociaal incasseren".to_owned());
    }
    causes
}

/// The names of a publicatie.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    publicatie: &'a Publicatie,
}

impl<'a> Names<'a> {
    /// The names of this publicatie.
    pub const fn new(publicatie: &'a Publicatie) -> Self {
        Self { publicatie }
    }

    /// What a post, total or step is called, without year and deelnemer.
    pub fn of(&self, id: &str) -> String {
        if let Some(name) = super::texts::amount_name(id) {
            return name.to_owned();
        }
        if let Some(variant) = id.strip_prefix(EFFECT_VAN) {
            let naam = self.publicatie.variant(variant).map(|it| it.naam.clone());
            let naam = naam.unwrap_or_else(|| "wat los van een variant staat".to_owned());
            return format!("Effect van {naam}");
        }
        if let Some(regel) = self.publicatie.all_regels().find(|regel| &*regel.id == id) {
            return regel.naam.clone();
        }
        if let Some(whole) = id.strip_suffix(PER_INWONER) {
            return format!("{} per inwoner", self.of(whole));
        }
        if let Some(settled) = id.strip_suffix(ZOALS_BEGROOT) {
            return format!("{}, zoals begroot", self.of(settled));
        }
        let steps = self.publicatie.varianten.iter().flat_map(|variant| &variant.trechter);
        let step = steps.into_iter().find(|step| &*step.id == id).map(|step| step.naam.clone());
        step.or_else(|| self.buiten(id)).unwrap_or_else(|| id.replace('_', " "))
    }

    /// "Exclusief nog onbekend effect van: …", each post once; nothing where nothing is left out.
    pub fn exclusief(&self, ids: impl IntoIterator<Item = Id>) -> Option<String> {
        self.left_out(ids).map(|list| format!("Exclusief nog onbekend effect van: {list}."))
    }

    /// The same of amounts before and after the verrekening: which of them leave it out.
    pub(super) fn exclusief_of(
        &self,
        begroot: impl IntoIterator<Item = Id>,
        definitief: impl IntoIterator<Item = Id>,
    ) -> Option<String> {
        let known = begroot.into_iter().next().is_none();
        let which = if known { "Na verrekening" } else { "Begroot en na verrekening" };
        let list = self.left_out(definitief)?;
        Some(format!("{which} exclusief nog onbekend effect van: {list}."))
    }

    /// The same of years, of a deelnemer: na verrekening in all of them, and begroot from this year on. From which
    /// year on the begroting leaves it out too, and what, where that is not the same.
    pub(super) fn exclusief_of_years(
        &self,
        years: &[JaarTotaal],
        begroot_from: Jaar,
        deelnemer: usize,
    ) -> Option<String> {
        const EXCLUSIEF: &str = "exclusief nog onbekend effect van";
        let missing = |term: &Term<Verdeeld>| term.share(deelnemer).exclusief();
        let settled = self.left_out(years.iter().flat_map(|year| missing(&year.definitief)))?;
        let later = || years.iter().filter(|year| year.jaar >= begroot_from);
        let budgeted = self.left_out(later().flat_map(|year| missing(&year.begroot)));
        let since = later().find(|year| !missing(&year.begroot).is_empty()).map(|year| year.jaar);
        Some(match budgeted.zip(since) {
            None => format!("Na verrekening {EXCLUSIEF}: {settled}."),
            Some((budgeted, since)) if budgeted != settled => format!(
                "Na verrekening {EXCLUSIEF}: {settled}. De begroting vanaf {since} {EXCLUSIEF}: {budgeted}."
            ),
            Some((_, since)) if later().next().is_some_and(|first| first.jaar == since) => {
                format!("Begroot en na verrekening {EXCLUSIEF}: {settled}.")
            }
            Some((_, since)) => format!(
                "Na verrekening {EXCLUSIEF}: {settled}. Vanaf {since} geldt dat ook voor de begroting."
            ),
        })
    }

    /// The names of unknown posts within a sentence, each once; nothing where nothing is left out.
    pub(super) fn left_out(&self, ids: impl IntoIterator<Item = Id>) -> Option<String> {
        let missing: Vec<String> =
            self.each_once(ids).iter().map(|name| lower_first(name)).collect();
        (!missing.is_empty()).then(|| missing.join("; "))
    }

    /// The names of posts, each once.
    pub(super) fn each_once(&self, ids: impl IntoIterator<Item = Id>) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        for id in ids {
            // What is taken out again of an effect is the same effect.
            let name = self.of(id.strip_suffix(ZOALS_BEGROOT).unwrap_or(&id));
            if !names.contains(&name) {
                names.push(name);
            }
        }
        names
    }

    fn buiten(&self, id: &str) -> Option<String> {
        self.publicatie.buiten.iter().find_map(|buiten| match id.strip_prefix(&*buiten.id)? {
            "_dossiers" => Some(format!("{}, dossiers", buiten.naam)),
            "_vorderingen" => Some(format!("{}, vorderingen", buiten.naam)),
            _ => None,
        })
    }

    /// A deelnemer or a block by name.
    pub fn receiver(&self, id: &str) -> String {
        let deelnemer =
            self.publicatie.deelnemers.iter().find(|it| &*it.id == id).map(|it| it.naam.clone());
        let blok =
            || self.publicatie.blokken.iter().find(|it| &*it.id == id).map(|it| it.naam.clone());
        deelnemer.or_else(blok).unwrap_or_else(|| id.to_owned())
    }

    /// A document by title.
    pub fn bron(&self, id: &str) -> String {
        let found = self.publicatie.bronnen.iter().find(|bron| &*bron.id == id);
        found.map_or_else(|| id.to_owned(), |bron| bron.titel.clone())
    }

    /// A key by name.
    pub fn sleutel(&self, id: &str) -> String {
        self.key(id).map_or_else(|| id.to_owned(), |sleutel| sleutel.naam.clone())
    }

    /// A key with its herkomst and status; nothing where the publicatie has none with this id.
    pub fn key(&self, id: &str) -> Option<&Verdeelsleutel> {
        self.publicatie.sleutel(id)
    }

    /// A full name: what, in which part, which year, whose.
    pub fn full(&self, naam: &Naam) -> String {
        let deel = match naam.deel {
            Some(Deel::Begroot) => ", begroot",
            Some(Deel::Verrekening) => ", verrekening",
            None => "",
        };
        let whose = naam
            .deelnemer
            .as_ref()
            .map(|id| format!(", {}", self.receiver(id)))
            .unwrap_or_default();
        let which = in_voorstel(naam.voorstel);
        format!("{}{deel} {}{whose}{which}", self.of(&naam.id), naam.jaar)
    }

    /// The name of a step.
    pub fn step(&self, stap: &Stap) -> String {
        self.full(&stap.naam)
    }

    /// The name of a value.
    pub fn leaf(&self, leaf: &Leaf) -> String {
        let name = match self.publicatie.parameter(&leaf.id) {
            Some(parameter) => parameter.naam.clone(),
            None => self.choice(&leaf.id),
        };
        let jaar = leaf.jaar.map(|jaar| format!(" {jaar}")).unwrap_or_default();
        let whose = leaf
            .deelnemer
            .as_ref()
            .map(|id| format!(", {}", self.receiver(id)))
            .unwrap_or_default();
        format!("{name}{jaar}{whose}{}", in_voorstel(leaf.voorstel))
    }

    fn choice(&self, id: &str) -> String {
        let variant = |prefix: &str| {
            let variant =
                self.publicatie.variant(id.strip_prefix(prefix)?.trim_end_matches("_aandeel"))?;
            Some(variant.naam.clone())
        };
        match (variant("inzet_"), variant("omvang_")) {
            (Some(naam), _) => format!("Inzet van {naam}"),
            (_, Some(naam)) if id.ends_with("_aandeel") => format!("Bereik van {naam}"),
            (_, Some(naam)) => format!("Omvang van {naam}"),
            _ => self.of(id),
        }
    }

    /// What a step comes to, for who reads no sums: a sum of which no part is known is not nought.
    pub fn value(&self, stap: &Stap) -> String {
        let value = stap.waarde.filter(|_| stap.is_known);
        value.map_or_else(|| "onbekend".to_owned(), |value| waarde(value, stap.eenheid))
    }

    /// What a step says after its name: its values, its outcome, and how it was rounded or divided. An
    /// expression that is its outcome already is said once.
    pub fn sentence(&self, stap: &Stap) -> String {
        let outcome =
            stap.waarde.map_or_else(|| "onbekend".to_owned(), |value| waarde(value, stap.eenheid));
        let says = match (stap.uitdrukking == outcome, stap.op_centen && stap.waarde.is_some()) {
            (true, _) => outcome,
            (false, true) => format!("{} = {outcome}, afgerond op centen", stap.uitdrukking),
            (false, false) => format!("{} = {outcome}", stap.uitdrukking),
        };
        match &stap.soort {
            Soort::Deling(deling, sleutel) => {
                let is_negative = stap.waarde.is_some_and(|value| value < Breuk::whole(0));
                format!("{says}. {}", self.division(deling, sleutel, is_negative))
            }
            Soort::Totaal if !stap.exclusief.is_empty() => {
                let left_out = self.each_once(stap.exclusief.iter().cloned()).join("; ");
                format!("{says}. Exclusief nog onbekend: {left_out}")
            }
            Soort::Post | Soort::Tussenstap | Soort::Totaal => says,
        }
    }

    fn division(&self, deling: &Deling, sleutel: &Id, is_negative: bool) -> String {
        let whole = Euro::from_cents(i128::try_from(deling.heel).unwrap_or(i128::MAX));
        let whole = waarde(Breuk::hundredths(whole.cents()), Eenheid::Euro);
        let extra = match (deling.over, deling.rang <= deling.over) {
            (0, _) => "Er blijven geen centen over.".to_owned(),
            (over, true) => format!(
                "Centen over: {over}; plaats van de rest: {}; dus een cent erbij.",
                deling.rang
            ),
            (over, false) => format!(
                "Centen over: {over}; plaats van de rest: {}; dus geen cent erbij.",
                deling.rang
            ),
        };
        let tie = if deling.gelijk {
            " Gelijke resten: de volgorde van de deelnemers besliste."
        } else {
            ""
        };
        // A negative amount is the mirror image of the positive one.
        let unsigned = if is_negative { ", zonder minteken" } else { "" };
        format!(
            "Hele centen naar beneden{unsigned}: {whole}. {extra}{tie} Sleutel: {}.",
            self.sleutel(sleutel)
        )
    }

    /// A herleiding as lines of text: the name of each step, and what it says.
    pub fn lines(&self, herleiding: &Herleiding) -> Vec<String> {
        let steps = herleiding.stappen.iter();
        steps
            .map(|stap| format!("[{}] {} = {}", stap.nummer, self.step(stap), self.sentence(stap)))
            .collect()
    }
}
