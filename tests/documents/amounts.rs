//! Amounts named in documents: `begroot 2022 zwolle`, `rest verrekening 2024 bij eenmalig`.
//!
//! An uitgangspunt is known by its id; another scenario stands in the document itself, as a block of JSON
//! under `<!-- scenario: naam -->`.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::rc::Rc;

use bijdragewijzer::document::parse;
use bijdragewijzer::formula::{Deel, Herleiding, Leaf, Naam, Stap, Term};
use bijdragewijzer::model::{PER_INWONER, Uitkomst, bereken};
use bijdragewijzer::publicatie::{Publicatie, standaard};
use bijdragewijzer::scenario::{Scenario, controleer};
use bijdragewijzer::units::notation::{MINUS, centen, heel, waarde};
use bijdragewijzer::units::unit::Bedrag;
use bijdragewijzer::units::{Eenheid, Euro, Jaar};
use bijdragewijzer::view::Names;

use crate::files::between;

/// The width at which a generated line is broken.
const WIDTH: usize = 96;

/// The outcomes that a document can name.
pub(crate) struct Model {
    pub(crate) publicatie: Publicatie,
    outcomes: BTreeMap<String, Uitkomst>,
}

/// Which amount.
struct Spec<'s> {
    id: &'s str,
    deel: Option<Deel>,
    jaar: Jaar,
    deelnemer: Option<&'s str>,
    scenario: &'s str,
}

impl<'s> Spec<'s> {
    fn parse(text: &'s str) -> Option<Self> {
        let (amount, scenario) = text.split_once(" bij ").unwrap_or((text, "voorstel"));
        let mut words = amount.split_whitespace();
        let id = words.next()?;
        let mut next = words.next()?;
        let deel = Deel::from_word(next);
        if deel.is_some() {
            next = words.next()?;
        }
        let jaar = Jaar::new(next.parse().ok()?)?;
        let deelnemer = words.next();
        words.next().is_none().then_some(Self { id, deel, jaar, deelnemer, scenario })
    }
}

impl Model {
    /// The uitgangspunten of the default publicatie, and the scenarios that stand in the document.
    pub(crate) fn of_document(text: &str) -> Result<Self, String> {
        let publicatie = standaard().map_err(|meldingen| format!("{meldingen:?}"))?;
        let mut outcomes = BTreeMap::new();
        for uitgangspunt in &publicatie.uitgangspunten {
            let scenario = Scenario::of_uitgangspunt(&publicatie, &uitgangspunt.id);
            let scenario = scenario.ok_or("an uitgangspunt without a scenario")?;
            outcomes.insert(uitgangspunt.id.to_string(), bereken(&publicatie, &scenario));
        }
        for (name, json) in scenarios(text) {
            let tree = parse(json.as_bytes()).map_err(|melding| format!("{name}: {melding:?}"))?;
            let controle = controleer(&publicatie, &tree);
            let scenario =
                controle.scenario.ok_or_else(|| format!("{name}: {:?}", controle.meldingen))?;
            outcomes.insert(name.to_owned(), bereken(&publicatie, &scenario));
        }
        Ok(Self { publicatie, outcomes })
    }

    pub(crate) fn outcomes(&self) -> impl Iterator<Item = &Uitkomst> {
        self.outcomes.values()
    }

    fn find<'s>(&self, text: &'s str) -> Result<(Herleiding, Spec<'s>), String> {
        let unknown = || format!("\"{text}\" is no amount of the model");
        let spec = Spec::parse(text).ok_or_else(unknown)?;
        let uitkomst = self
            .outcomes
            .get(spec.scenario)
            .ok_or_else(|| format!("\"{text}\": scenario {} is not known", spec.scenario))?;
        herleiding(uitkomst, &spec).map(|found| (found, spec)).ok_or_else(unknown)
    }

    /// The formula of an amount with its names, and below it with its values.
    pub(crate) fn formula_block(&self, text: &str) -> Result<String, String> {
        let (herleiding, spec) = self.find(text)?;
        let stap = herleiding.stappen.last().ok_or("no steps")?;
        let names = Names::new(&self.publicatie);
        let with_names = format!(
            "{} = {}",
            label(&stap.naam, spec.jaar),
            self.generic(&herleiding, stap, spec.jaar)
        );
        let whose =
            spec.deelnemer.map(|id| format!(", {}", names.receiver(id))).unwrap_or_default();
        let with_values = format!("{}{whose}: {}", spec.jaar, names.sentence(stap));
        let mut block =
            format!("```text\n{}\n{}\n```\n", wrapped(&with_names), wrapped(&with_values));
        if !stap.leaves.is_empty() {
            block.push('\n');
        }
        for leaf in unique(&stap.leaves) {
            block.push_str(&source(&leaf));
        }
        Ok(block)
    }

    /// The herleiding as the command line prints it.
    pub(crate) fn lines_block(&self, text: &str) -> Result<String, String> {
        let (herleiding, _) = self.find(text)?;
        let lines: Vec<String> = Names::new(&self.publicatie)
            .lines(&herleiding)
            .iter()
            .map(|line| wrapped(line))
            .collect();
        Ok(format!("```text\n{}\n```\n", lines.join("\n")))
    }

    /// The formula of a step with `t` for its year.
    fn generic(&self, herleiding: &Herleiding, stap: &Stap, jaar: Jaar) -> String {
        let mut formule = stap.formule.clone();
        let mut leaves: Vec<(String, String)> = Vec::new();
        for leaf in &stap.leaves {
            let Some(year) = leaf.jaar else { continue };
            let whose = |between: &str| {
                leaf.deelnemer.as_ref().map(|id| format!("{between}{id}")).unwrap_or_default()
            };
            let when = if year == self.publicatie.basisjaar && leaf.deelnemer.is_some() {
                year.to_string()
            } else {
                relative(year, jaar)
            };
            let concrete = format!("{} {year}{}", leaf.id, whose(" "));
            leaves.push((concrete, format!("{}({when}{})", leaf.id, whose(", "))));
        }
        // The longest first, so that no name is taken for the end of another.
        leaves.sort_by_key(|(concrete, _)| std::cmp::Reverse(concrete.len()));
        for (concrete, generic) in leaves {
            formule = formule.replace(&concrete, &generic);
        }
        for other in &herleiding.stappen {
            formule = formule.replace(&format!("[{}]", other.nummer), &label(&other.naam, jaar));
        }
        formule
    }

    /// What a document writes before `<!--= amount -->`, held against the amount.
    pub(crate) fn check_figure(&self, written: &str, text: &str) -> Result<(), String> {
        let (herleiding, _) = self.find(text)?;
        let stap = herleiding.stappen.last().ok_or("no steps")?;
        let value = stap.waarde.ok_or_else(|| format!("\"{text}\" is onbekend"))?;
        let allowed = if stap.eenheid == Eenheid::Euro {
            let euro = Euro::from_cents(value.to_hundredths());
            // In a sentence an amount stands without cents, and the words say the direction.
            vec![centen(euro), format!("+{}", centen(euro)), heel(euro), heel(euro.abs())]
        } else {
            vec![waarde(value, stap.eenheid)]
        };
        if allowed.iter().any(|allowed| allowed == written) {
            return Ok(());
        }
        Err(format!("\"{written}\" stands where {text} is {}", allowed.join(" or ")))
    }
}

/// The figures of a line: what is written, and the amount that it names.
pub(crate) fn figures(line: &str) -> Vec<(String, &str)> {
    let mut rest = line;
    let mut figures = Vec::new();
    while let Some((before, after)) = rest.split_once("<!--= ") {
        let Some((text, next)) = after.split_once(" -->") else { break };
        let before = before.trim_end_matches(['*', '`', ' ']);
        let number = |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',' | '+' | MINUS);
        let start = before
            .rfind(|sign| !number(sign))
            .map_or(0, |at| at + before[at..].chars().next().map_or(1, char::len_utf8));
        figures.push((before[start..].to_owned(), text));
        rest = next;
    }
    figures
}

/// The text with every generated block made anew.
pub(crate) fn regenerated(text: &str, model: &Model) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, marker)) = rest.split_once("<!-- ") {
        let (inner, after) = marker.split_once(" -->").ok_or("a comment without an end")?;
        out.push_str(&format!("{before}<!-- {inner} -->"));
        rest = after;
        let block = match inner.split_once(": ") {
            Some(("formule", amount)) => model.formula_block(amount)?,
            Some(("herleiding", amount)) => model.lines_block(amount)?,
            _ => continue,
        };
        let (_, after) = rest
            .split_once("<!-- einde -->")
            .ok_or_else(|| format!("{inner}: no <!-- einde --> follows"))?;
        out.push_str(&format!("\n{block}<!-- einde -->"));
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

fn scenarios(text: &str) -> Vec<(&str, &str)> {
    let blocks = text.split("<!-- scenario: ").skip(1);
    blocks
        .filter_map(|block| {
            let (name, after) = block.split_once(" -->")?;
            Some((name, *between(after, "```json\n", "```").first()?))
        })
        .collect()
}

/// The number of inwoners of the example: no one's real number.
const EXAMPLE: NonZeroU32 = NonZeroU32::new(100_000).unwrap();

fn herleiding(uitkomst: &Uitkomst, spec: &Spec<'_>) -> Option<Herleiding> {
    let deelnemer = match spec.deelnemer {
        Some(id) => Some(uitkomst.deelnemer(id)?),
        None => None,
    };
    let naam = Naam::new(spec.id, spec.jaar);
    let of = |term: &Term<Bedrag>| Some(term.herleiding(naam.clone()));
    if let Some(found) = uitkomst.zoek(spec.id, spec.deel, spec.jaar, deelnemer) {
        return Some(found.term.herleiding(found.naam));
    }
    if let Some(id) = spec.id.strip_suffix(PER_INWONER) {
        let found = uitkomst.per_inwoner(id, spec.jaar, deelnemer?, EXAMPLE)?;
        return Some(found.term.herleiding(found.naam));
    }
    if let Some(year) = uitkomst.reservering.iter().find(|year| year.jaar == spec.jaar) {
        match spec.id {
            "reservering_bedrag" => return of(&year.reservering),
            "uitputting" => return of(&year.uitputting),
            "reservering_rest" => return of(&year.rest),
            "reservering_tekort" => return of(&year.tekort),
            _ => {}
        }
    }
    let maten = uitkomst.stabiliteit(deelnemer);
    let [begroot, definitief] = &maten;
    let maat = if spec.deel == Some(Deel::Begroot) { begroot } else { definitief };
    match spec.id {
        "grootste_stap" => return of(&maat.grootste_stap),
        "met_eerste_stap" => return of(&maat.met_eerste_stap),
        "spreiding" => return of(&maat.spreiding),
        _ => {}
    }
    let mut steps = uitkomst.varianten.iter().filter(|year| year.jaar == spec.jaar);
    let step = steps.find_map(|year| year.trechter.iter().find(|(id, _)| &**id == spec.id));
    if let Some((_, count)) = step {
        return Some(count.herleiding(naam));
    }
    let mut buiten = uitkomst.buiten().into_iter().filter(|year| year.jaar == spec.jaar);
    let found = buiten.find_map(|year| match spec.id.strip_prefix(&*year.id)? {
        "_dossiers" => Some(year.aantal.herleiding(naam.clone())),
        "_vorderingen" => of(&year.bedrag),
        _ => None,
    });
    found.or_else(|| on_the_way(uitkomst, spec))
}

/// An amount that is only a step on the way to the total of a year.
fn on_the_way(uitkomst: &Uitkomst, spec: &Spec<'_>) -> Option<Herleiding> {
    let is_it = |stap: &Stap| &*stap.naam.id == spec.id && stap.naam.jaar == spec.jaar;
    uitkomst.jaren.iter().find_map(|jaar| {
        let found = uitkomst.zoek("definitief", None, *jaar, None)?;
        let mut herleiding = found.term.herleiding(found.naam);
        let place = herleiding.stappen.iter().position(is_it)?;
        herleiding.stappen.truncate(place + 1);
        Some(herleiding)
    })
}

/// The values of a step, each id once.
fn unique(leaves: &[Rc<Leaf>]) -> Vec<Rc<Leaf>> {
    let mut known: Vec<Rc<Leaf>> = Vec::new();
    for leaf in leaves {
        if !known.iter().any(|other| other.id == leaf.id) {
            known.push(Rc::clone(leaf));
        }
    }
    known
}

/// Where a value comes from, as an item of a list.
fn source(leaf: &Leaf) -> String {
    let bron = leaf.herkomst.bron.as_ref();
    let bron = bron.map(|id| format!("`{id}`, ")).unwrap_or_default();
    format!("- `{}` ({}): {bron}{}\n", leaf.id, leaf.status.word(), leaf.herkomst.paragraaf)
}

/// A name with `t` for the year: `ophoging(t, zwolle)`.
fn label(naam: &Naam, t: Jaar) -> String {
    let whose = naam.deelnemer.as_ref().map(|id| format!(", {id}")).unwrap_or_default();
    // The reservering has one sign in the begroting and the other in the verrekening.
    let deel = naam.deel.filter(|_| &*naam.id == "reservering");
    let deel = deel.map(|deel| format!("_{}", deel.word())).unwrap_or_default();
    format!("{}{deel}({}{whose})", naam.id, relative(naam.jaar, t))
}

fn relative(jaar: Jaar, t: Jaar) -> String {
    let (year, t) = (jaar.number(), t.number());
    match year.cmp(&t) {
        std::cmp::Ordering::Equal => "t".to_owned(),
        std::cmp::Ordering::Less => format!("t {MINUS} {}", t - year),
        std::cmp::Ordering::Greater => format!("t + {}", year - t),
    }
}

/// Broken at spaces; later lines stand in.
fn wrapped(line: &str) -> String {
    let mut out = String::new();
    let mut length = 0;
    for word in line.split(' ') {
        let width = word.chars().count();
        if length > 0 && length + 1 + width > WIDTH {
            out.push_str("\n    ");
            length = 4;
        } else if length > 0 {
            out.push(' ');
            length += 1;
        }
        out.push_str(word);
        length += width;
    }
    out
}
