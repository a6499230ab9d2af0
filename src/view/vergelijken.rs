//! Scenarios, keys, wijzen and combinations of variants beside each other, for one deelnemer.

use super::chart::{Bar, Fill, Key, Panel, Pictures, Row, Stated, multiples, rows};
use super::deviations::wijze_name;
use super::direction::Direction;
use super::table::{Cell, Table, signed};
use super::{AmountRef, Names};
use crate::formula::Id;
use crate::model::{Uitkomst, bereken};
use crate::publicatie::{Publicatie, Verdeelsleutel};
use crate::scenario::{Edit, Groep, Input, Scenario, Wijze, apply, controleer_input};
use crate::units::notation::in_sentence;
use crate::units::{Euro, Jaar};

/// Things beside each other: the table and what it comes down to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The conclusion.
    pub title: String,
    /// The amounts.
    pub table: Table,
    /// What one should know of it.
    pub note: Option<String>,
    /// Whether the sign depends on the row.
    pub warns: bool,
    /// The same as a picture.
    pub pictures: Option<Pictures>,
}

/// Who looks, and at which year.
#[derive(Clone, Copy, Debug)]
pub struct View<'p> {
    /// The publicatie.
    pub publicatie: &'p Publicatie,
    /// The place of the deelnemer.
    pub deelnemer: usize,
    /// The year of the answer.
    pub jaar: Jaar,
}

impl<'p> View<'p> {
    /// The view of a deelnemer on the year that the publicatie answers first.
    pub fn new(publicatie: &'p Publicatie, deelnemer: usize) -> Self {
        let jaar = publicatie.antwoordjaar.unwrap_or(publicatie.horizon.van);
        Self { publicatie, deelnemer, jaar }
    }

    fn amount(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Option<Euro> {
        AmountRef::new(post, jaar, self.deelnemer).find(uitkomst)?.term.euro()
    }

    /// The difference with ongewijzigd beleid: without the ophoging.
    fn own_cost(&self, uitkomst: &Uitkomst, post: &str, jaar: Jaar) -> Option<Euro> {
        let ophoging = self.amount(uitkomst, "ophoging", jaar).unwrap_or(Euro::NUL);
        self.amount(uitkomst, post, jaar).map(|euro| euro - ophoging)
    }

    fn over_years(&self, uitkomst: &Uitkomst, read: impl Fn(Jaar) -> Option<Euro>) -> Option<Euro> {
        uitkomst.jaren.iter().map(|jaar| read(*jaar)).sum()
    }

    fn total(&self, uitkomst: &Uitkomst) -> Option<Euro> {
        self.over_years(uitkomst, |jaar| self.amount(uitkomst, "definitief", jaar))
    }

    fn period(&self) -> String {
        format!("{}–{}", self.publicatie.horizon.van, self.publicatie.horizon.tot)
    }
}

fn cell(euro: Option<Euro>) -> Cell {
    Cell { text: signed(euro, false), direction: euro.map(Direction::of), amount: None }
}

fn head<const N: usize>(names: [String; N]) -> Vec<String> {
    names.to_vec()
}

/// Named scenarios against both baselines.
pub fn compare_scenarios(view: View<'_>, scenarios: &[(String, &Uitkomst)]) -> Comparison {
    let rows = scenarios.iter().map(|(name, uitkomst)| {
        let jaar = view.jaar;
        let cells = [
            view.amount(uitkomst, "begroot", jaar),
            view.own_cost(uitkomst, "begroot", jaar),
            view.total(uitkomst),
            view.over_years(uitkomst, |jaar| view.own_cost(uitkomst, "definitief", jaar)),
        ];
        (name.clone(), cells.map(cell).to_vec())
    });
    let table = Table {
        head: head([
            "Scenario".to_owned(),
            format!("Begroot {} tegenover nu", view.jaar),
            format!("Begroot {} tegenover ongewijzigd beleid", view.jaar),
            format!("Na verrekening {} tegenover nu", view.period()),
            format!("Na verrekening {} tegenover ongewijzigd beleid", view.period()),
        ]),
        rows: rows.collect(),
    };
    let amounts: Vec<(&str, Euro)> = scenarios
        .iter()
        .filter_map(|(name, it)| Some((&**name, view.amount(it, "begroot", view.jaar)?)))
        .collect();
    let lowest = amounts.iter().min_by_key(|(_, euro)| *euro);
    let highest = amounts.iter().max_by_key(|(_, euro)| *euro);
    let title = match (lowest, highest) {
        (Some((one, _)), _) if amounts.len() == 1 => {
            format!("{one}, tegenover nu en ongewijzigd beleid")
        }
        (Some((low, a)), Some((_, b))) if a < b => {
            format!("In {} is de bijdrage het laagst met “{low}”", view.jaar)
        }
        _ => format!("In {} zijn de scenario’s gelijk voor u", view.jaar),
    };
    let note = "Nu: baten zoals tot nu toe begroot, geen sociaal incasseren. Ongewijzigd beleid: wel de hogere raming, geen sociaal incasseren.";
    Comparison { title, table, note: Some(note.to_owned()), warns: false, pictures: None }
}

fn computed(publicatie: &Publicatie, input: &Input) -> Option<(Scenario, Uitkomst)> {
    let scenario = controleer_input(publicatie, input).scenario?;
    let uitkomst = bereken(publicatie, &scenario);
    Some((scenario, uitkomst))
}

/// The same scenario under every key that needs nothing typed, and under its own.
pub fn compare_keys(view: View<'_>, scenario: &Scenario) -> Comparison {
    let used = scenario.sleutel(Groep::Ophoging);
    let ready = |key: &&Verdeelsleutel| key.soort.is_complete() || used == Some(&key.id);
    let keys: Vec<(&Verdeelsleutel, Uitkomst)> = view
        .publicatie
        .sleutels
        .iter()
        .filter(ready)
        .map(|key| (key, bereken(view.publicatie, &scenario.under_key(Id::clone(&key.id)))))
        .collect();
    let rows = keys.iter().map(|(key, uitkomst)| {
        let status = Cell { text: key.status.word().to_owned(), direction: None, amount: None };
        let begroot = view.amount(uitkomst, "begroot", view.jaar);
        (key.naam.clone(), vec![status, cell(begroot), cell(view.total(uitkomst))])
    });
    let table = Table {
        head: head([
            "Sleutel".to_owned(),
            "Herkomst".to_owned(),
            format!("Begroot {}", view.jaar),
            format!("Na verrekening {}", view.period()),
        ]),
        rows: rows.collect(),
    };
    let amounts: Vec<Euro> =
        keys.iter().filter_map(|(_, it)| view.amount(it, "begroot", view.jaar)).collect();
    let (low, high) = (amounts.iter().min().copied(), amounts.iter().max().copied());
    let (low, high) = (low.unwrap_or(Euro::NUL), high.unwrap_or(Euro::NUL));
    let warns = Direction::of(low) != Direction::of(high);
    // With a key for each group none of these rows is what was chosen.
    let one = Groep::ALL.iter().all(|groep| scenario.sleutel(*groep) == used);
    let mut note =
        format!("{} heeft geen van deze sleutels bevestigd.", view.publicatie.organisatie);
    if !one {
        note.push_str(" Hier geldt één sleutel voor alle posten; u koos sleutels per groep.");
    }
    Comparison {
        title: range(low, high),
        table,
        note: Some(note),
        warns,
        pictures: Some(key_pictures(view, &keys, used.filter(|_| one))),
    }
}

fn key_note(key: &Verdeelsleutel, used: Option<&Id>) -> String {
    let chosen = if used == Some(&key.id) { ", gekozen" } else { "" };
    format!("herkomst: {}{chosen}", key.status.word())
}

/// A bar per key; the one that the scenario uses stands out.
fn key_pictures(
    view: View<'_>,
    keys: &[(&Verdeelsleutel, Uitkomst)],
    used: Option<&Id>,
) -> Pictures {
    let drawn: Vec<Row> = keys
        .iter()
        .map(|(key, uitkomst)| Row {
            name: key.naam.clone(),
            note: Some(key_note(key, used)),
            euro: view.amount(uitkomst, "begroot", view.jaar),
            bar: Bar::From(Euro::NUL),
            strong: used == Some(&key.id),
        })
        .collect();
    let text = "Per sleutel een balk; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| rows(&drawn, size, false));
    pictures.legend = vec![
        (Key::Fill(Fill::Voordeel), "V, lagere bijdrage".to_owned()),
        (Key::Fill(Fill::Nadeel), "N, hogere bijdrage".to_owned()),
    ];
    pictures
}

/// "Van € 107.140 lager tot gelijk": what depends on the key.
fn range(low: Euro, high: Euro) -> String {
    let side = |euro: Euro| match Direction::of(euro) {
        Direction::Falls => format!("{} lager", in_sentence(euro)),
        Direction::Rises => format!("{} hoger", in_sentence(euro)),
        Direction::Same => "gelijk".to_owned(),
    };
    if low == high {
        return format!("Onder elke sleutel: {}", side(low));
    }
    format!("De sleutel beslist: van {} tot {}", side(low), side(high))
}

/// A wijze with what it gives.
struct UnderWijze {
    wijze: Wijze,
    uitkomst: Uitkomst,
    /// All years, with what is kept once from a resultaat before them.
    whole: Option<Euro>,
    /// The largest step, without and with the one from nu: begroot, then na verrekening.
    steps: [[Option<Euro>; 2]; 2],
}

fn under_wijze(view: View<'_>, scenario: &Scenario, wijze: Wijze) -> Option<UnderWijze> {
    let input = apply(scenario.afwijkingen().clone(), Edit::Wijze(Some(wijze)));
    let (_, uitkomst) = computed(view.publicatie, &input)?;
    let once = uitkomst.eenmalig.iter().flat_map(|post| &post.bedragen);
    let once: Option<Euro> = once.map(|(_, term)| term.share_euro(view.deelnemer)).sum();
    let whole = once.zip(view.total(&uitkomst)).map(|(once, total)| once + total);
    let steps = uitkomst.stabiliteit(Some(view.deelnemer));
    let steps = steps.map(|it| [it.grootste_stap.euro(), it.met_eerste_stap.euro()]);
    Some(UnderWijze { wijze, uitkomst, whole, steps })
}

fn step(euro: Option<Euro>) -> String {
    euro.map_or_else(|| "onbekend".to_owned(), crate::units::notation::heel)
}

/// The same scenario under the three wijzen, year by year, with the yardsticks of stability.
pub fn compare_wijzen(view: View<'_>, scenario: &Scenario) -> Comparison {
    let jaren: Vec<Jaar> = view.publicatie.horizon.years().collect();
    let all = Wijze::ALL.into_iter().filter_map(|wijze| under_wijze(view, scenario, wijze));
    let all: Vec<UnderWijze> = all.collect();
    let rows = all.iter().map(|it| {
        let years = jaren.iter().map(|jaar| cell(view.amount(&it.uitkomst, "definitief", *jaar)));
        let plain = |euro| Cell { text: step(euro), direction: None, amount: None };
        let steps = it.steps.into_iter().flatten().map(plain);
        (wijze_name(it.wijze).to_owned(), years.chain([cell(it.whole)]).chain(steps).collect())
    });
    let yardsticks = [
        "Grootste stap begroot",
        "met de stap vanaf nu",
        "Grootste stap na verrekening",
        "met de stap vanaf nu",
    ];
    let names = std::iter::once("Wijze".to_owned())
        .chain(jaren.iter().map(ToString::to_string))
        .chain(std::iter::once("Samen, met eenmalig".to_owned()))
        .chain(yardsticks.map(str::to_owned));
    let text = "Per jaar na verrekening, tegenover nu. “Samen, met eenmalig” telt mee wat vooraf wordt bewaard.";
    Comparison {
        title: wijzen_title(&all),
        table: Table { head: names.collect(), rows: rows.collect() },
        note: Some(steadiest(&all).map_or_else(|| text.to_owned(), |it| format!("{text} {it}"))),
        warns: false,
        pictures: (!all.is_empty()).then(|| wijze_pictures(view, scenario, &all)),
    }
}

/// Whether the wijzen differ in the whole, or in the years alone: cents of a division are no difference.
fn wijzen_title(all: &[UnderWijze]) -> String {
    let whole: Vec<Euro> = all.iter().filter_map(|it| it.whole).collect();
    let (low, high) = (whole.iter().min(), whole.iter().max());
    match low.zip(high) {
        Some((low, high)) if (*high - *low).cents() < 100 => {
            "De wijze verschuift de jaren, niet het geheel".to_owned()
        }
        Some((low, high)) => {
            format!("De wijze verandert ook het geheel: tot {} verschil", in_sentence(*high - *low))
        }
        None => "Onder elke wijze is het geheel onbekend".to_owned(),
    }
}

/// Which wijze has the smallest step in the begroting, by both yardsticks.
fn steadiest(all: &[UnderWijze]) -> Option<String> {
    let best = |read: fn(&UnderWijze) -> Option<Euro>| {
        let steps = all.iter().filter_map(|it| Some((it.wijze, read(it)?)));
        let steps: Vec<(Wijze, Euro)> = steps.collect();
        let least = steps.iter().map(|(_, euro)| *euro).min()?;
        let names = steps.iter().filter(|(_, euro)| *euro == least);
        let names: Vec<String> =
            names.map(|(wijze, _)| format!("“{}”", wijze_name(*wijze))).collect();
        Some(names.join(" en "))
    };
    let between = best(|it| it.steps[0][0])?;
    let with_first = best(|it| it.steps[0][1])?;
    Some(if between == with_first {
        format!("De kleinste stap in de begroting geeft {between}, ook met de stap vanaf nu.")
    } else {
        format!(
            "Wat stabiel heet, hangt af van de maat. In de begroting geeft {between} de kleinste stap; met de stap vanaf nu is dat {with_first}."
        )
    })
}

fn wijze_pictures(view: View<'_>, scenario: &Scenario, all: &[UnderWijze]) -> Pictures {
    let own = scenario.volledig().financiering.wijze;
    let panels: Vec<Panel> = all
        .iter()
        .map(|it| {
            let cents = |jaar| view.amount(&it.uitkomst, "definitief", jaar).map(Euro::cents);
            let [budget, settled] = it.steps.map(|steps| steps.map(step));
            let stated =
                |name: &str, text: String| Stated { name: name.to_owned(), text, effect: None };
            let ([budget, budget_first], [settled, settled_first]) = (budget, settled);
            let chosen = if own == Some(it.wijze) { " (gekozen)" } else { "" };
            Panel {
                name: format!("{}{chosen}", wijze_name(it.wijze)),
                years: it.uitkomst.jaren.iter().map(|jaar| (*jaar, cents(*jaar))).collect(),
                lines: vec![
                    Stated { effect: it.whole, ..stated("Samen", signed(it.whole, false)) },
                    stated("Grootste stap begroot", budget),
                    stated("met de stap vanaf nu", budget_first),
                    stated("Na verrekening", settled),
                    stated("met de stap vanaf nu", settled_first),
                ],
                own: true,
            }
        })
        .collect();
    let text = "Per wijze een balk per jaar, op één schaal; dezelfde bedragen staan in de tabel.";
    let mut pictures = Pictures::new(text, |size| multiples(&panels, size, (3, 1)));
    pictures.legend = vec![
        (Key::Fill(Fill::Voordeel), "V, lagere bijdrage".to_owned()),
        (Key::Fill(Fill::Nadeel), "N, hogere bijdrage".to_owned()),
    ];
    pictures
}

/// Every combination of the variants of the proposal.
pub fn compare_combinations(view: View<'_>, scenario: &Scenario) -> Comparison {
    let publicatie = view.publicatie;
    let names = Names::new(publicatie);
    let proposal = publicatie.uitgangspunten.first();
    let variants: Vec<Id> =
        proposal.and_then(|it| it.scenario.varianten.clone()).unwrap_or_default();
    let last = publicatie.horizon.tot;
    let count = 1_usize << variants.len().min(6);
    let mut unknown: Vec<String> = Vec::new();
    let mut rows = Vec::new();
    for combination in 0..count {
        let chosen = variants.iter().enumerate();
        let chosen: Vec<Id> = chosen
            .filter(|(place, _)| combination & (1 << place) != 0)
            .map(|(_, id)| Id::clone(id))
            .collect();
        let label = chosen.iter().filter_map(|id| Some(&*publicatie.variant(id)?.naam));
        let label = label.collect::<Vec<_>>().join(" + ");
        let label = if label.is_empty() { "Geen variant".to_owned() } else { label };
        let input = apply(scenario.afwijkingen().clone(), Edit::Varianten(Some(chosen)));
        let Some((_, uitkomst)) = computed(publicatie, &input) else { continue };
        let Some(totaal) = uitkomst.jaar(last) else { continue };
        for id in totaal.effect.exclusief() {
            let name = super::answer::lower_first(&names.of(&id));
            if !unknown.contains(&name) {
                unknown.push(name);
            }
        }
        let cells = [
            totaal.effect.euro(),
            view.amount(&uitkomst, "begroot", view.jaar),
            view.amount(&uitkomst, "definitief", last),
            view.total(&uitkomst),
        ];
        rows.push((label, cells.map(cell).to_vec()));
    }
    let table = Table {
        head: head([
            "Varianten".to_owned(),
            format!("Effect {last}, alle deelnemers"),
            format!("Begroot {}", view.jaar),
            format!("Na verrekening {last}"),
            format!("Na verrekening {}", view.period()),
        ]),
        rows,
    };
    let note = (!unknown.is_empty())
        .then(|| format!("Exclusief nog onbekend effect van: {}.", unknown.join("; ")));
    let title = format!("De {count} combinaties van de varianten");
    Comparison { title, table, note, warns: false, pictures: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::publicatie::standaard;

    fn zwolle(test: impl Fn(View<'_>, &Scenario, &Uitkomst)) {
        let publicatie = standaard().unwrap();
        let scenario = Scenario::of_uitgangspunt(&publicatie, "voorstel").unwrap();
        let uitkomst = bereken(&publicatie, &scenario);
        let view = View::new(&publicatie, publicatie.deelnemer("zwolle").unwrap());
        test(view, &scenario, &uitkomst);
    }

    fn texts(row: &(String, Vec<Cell>)) -> Vec<String> {
        row.1.iter().map(|cell| cell.text.replace('\u{a0}', " ")).collect()
    }

    #[test]
    fn a_scenario_is_held_against_both_baselines() {
        zwolle(|view, _, uitkomst| {
            let all = compare_scenarios(view, &[("Voorstel".to_owned(), uitkomst)]);
            // rekenmodel.md 3: −191.723,46 + 84.583,88 = −107.139,58.
            let row = texts(all.table.rows.first().unwrap());
            assert_eq!(row[..2], ["− 107.140", "+ 84.584"]);
        });
    }

    #[test]
    fn the_sign_of_zwolle_does_not_depend_on_the_key_but_the_amount_does() {
        zwolle(|view, scenario, _| {
            let keys = compare_keys(view, scenario);
            assert!(keys.note.as_ref().is_some_and(|it| !it.contains("per groep")), "one key");
            let found: Vec<Vec<String>> = keys.table.rows.iter().map(texts).collect();
            assert!(found.iter().any(|row| row[1] == "− 2.175"), "{found:?}");
            assert!(keys.warns, "under the key of the waterschappen alone nothing changes");
            assert!(
                keys.title.replace('\u{a0}', " ").ends_with("lager tot gelijk"),
                "{}",
                keys.title
            );
        });
    }

    #[test]
    fn three_wijzen_and_eight_combinations() {
        zwolle(|view, scenario, _| {
            assert_eq!(compare_wijzen(view, scenario).table.rows.len(), 3);
            let all = compare_combinations(view, scenario);
            assert_eq!(all.table.rows.len(), 8);
            // rekenmodel.md 5: 1.140.500 in 2025 with 1 and 2A; 2B adds nothing that is known.
            assert_eq!(texts(all.table.rows.last().unwrap())[0], "+ 1.140.500");
        });
    }
}
