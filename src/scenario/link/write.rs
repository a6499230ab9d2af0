//! Scenarios to the text of a link.

use rust_decimal::Decimal;

use super::{AND, FORMAAT, SEPARATOR, check, text};
use crate::formula::Id;
use crate::publicatie::Publicatie;
use crate::scenario::{
    BijdrageSoort, EigenWaarde, Financiering, Groep, Input, Omvang, Onzekerheid, SleutelKeuze,
    Uitrol,
};
use crate::units::{Breuk, Euro, Jaar};

/// The text of a link: the header, what each scenario says, and the check.
pub(super) fn link(publicatie: &Publicatie, scenarios: &[Input], bovenaan: usize) -> String {
    let head = format!("{FORMAAT}.{}~{}", publicatie.id, text::encode(&publicatie.uitgave));
    let mut writer = Writer { out: head, run: None };
    if bovenaan > 0 {
        writer.item("bovenaan", [(bovenaan + 1).to_string()]);
    }
    for (index, input) in scenarios.iter().enumerate() {
        if index > 0 {
            writer.item(AND, []);
        }
        writer.scenario(input, &publicatie.id);
    }
    let check = check::of(&writer.out);
    writer.out + "." + &check
}

/// A decimal without zeros at its end; its point is `_`, which no program takes for the end of a sentence.
fn number(decimal: Decimal) -> String {
    decimal.normalize().to_string().replace('.', "_")
}

fn euro(euro: Euro) -> String {
    euro.to_string().trim_end_matches('0').trim_end_matches('.').replace('.', "_")
}

fn breuk(breuk: Breuk) -> String {
    // A value of a document has at most four decimals.
    breuk.exact_decimal(4).map(number).unwrap_or_default()
}

/// An item that values of following years can still be added to.
struct Run {
    head: String,
    last: Option<Jaar>,
}

struct Writer {
    out: String,
    run: Option<Run>,
}

impl Writer {
    fn item<const N: usize>(&mut self, key: &str, parts: [String; N]) {
        self.out.push('.');
        self.out.push_str(key);
        for part in parts {
            self.part(&part);
        }
        self.run = None;
    }

    fn part(&mut self, part: &str) {
        self.out.push(SEPARATOR);
        self.out.push_str(part);
    }

    fn said(&mut self, key: &str, part: Option<String>) {
        if let Some(part) = part {
            self.item(key, [part]);
        }
    }

    /// Begins an item that values are added to.
    fn begin(&mut self, head: String) {
        self.out.push('.');
        self.out.push_str(&head);
        self.run = Some(Run { head, last: None });
    }

    /// A value of a year in the item with this head. The year itself is written unless it follows on the
    /// one before it; a value of no year begins an item of its own.
    fn value(&mut self, head: String, jaar: Option<Jaar>, value: &str) {
        if jaar.is_none() || self.run.as_ref().is_none_or(|run| run.head != head) {
            self.begin(head);
        }
        let Some(run) = &mut self.run else { return };
        let expected = run.last.map(|last| last.plus(1));
        run.last = jaar;
        if let Some(jaar) = jaar.filter(|jaar| Some(*jaar) != expected) {
            self.part(&format!("j{jaar}"));
        }
        self.part(value);
    }

    fn scenario(&mut self, input: &Input, here: &Id) {
        // Every field by name: one that is added cannot be forgotten here.
        let Input {
            publicatie,
            naam,
            uitgangspunt,
            deelnemer,
            varianten,
            uitrol,
            keuzes,
            financiering,
            vrijgave,
            sleutel,
            parameters,
            onbekend,
            rekenprotocol,
            bijdragen,
            index,
            onzekerheid,
        } = input;
        match publicatie {
            Some(id) if id == here => self.item("publicatie", []),
            other => self.said("publicatie", other.as_deref().map(str::to_owned)),
        }
        self.said("n", naam.as_deref().map(text::encode));
        self.said("u", uitgangspunt.as_deref().map(str::to_owned));
        self.said("d", deelnemer.as_deref().map(str::to_owned));
        if let Some(varianten) = varianten {
            self.item("varianten", []);
            varianten.iter().for_each(|id| self.part(id));
        }
        uitrol.iter().for_each(|uitrol| self.uitrol(uitrol));
        for (keuze, optie) in keuzes {
            self.item("k", [keuze.to_string(), optie.to_string()]);
        }
        self.financiering(financiering);
        for (jaar, bedrag) in vrijgave {
            self.value("vrijgave".into(), Some(*jaar), &euro(*bedrag));
        }
        self.sleutel(sleutel);
        parameters.iter().for_each(|own| self.parameter(own));
        for own in onbekend {
            self.value(format!("onbekend~{}", own.post), Some(own.jaar), &euro(own.bedrag));
        }
        if let Some(protocol) = rekenprotocol {
            let years = protocol.jaren.map(|years| format!("~{years}")).unwrap_or_default();
            let head = format!("protocol{years}");
            self.begin(head.clone());
            for (jaar, bedrag) in &protocol.gerealiseerd {
                self.value(head.clone(), Some(*jaar), &euro(*bedrag));
            }
        }
        for own in bijdragen {
            let key = match own.soort {
                BijdrageSoort::ZonderVoorstel => "zonder",
                BijdrageSoort::MetVoorstel => "met",
            };
            self.value(format!("{key}~{}", own.deelnemer), Some(own.jaar), &euro(own.bedrag));
        }
        self.said("index", index.map(number));
        self.onzekerheid(onzekerheid);
    }

    fn uitrol(&mut self, uitrol: &Uitrol) {
        let Uitrol { variant, inzet, omvang, start } = uitrol;
        if inzet.is_empty() && omvang.is_empty() && start.is_none() {
            self.item("uitrol", [variant.to_string()]);
        }
        for (jaar, waarde) in inzet {
            self.value(format!("inzet~{variant}"), Some(*jaar), &number(*waarde));
        }
        for (jaar, omvang) in omvang {
            let value = match omvang {
                Omvang::Aantal(count) => number(*count),
                Omvang::Aandeel(share) => format!("a{}", number(*share)),
            };
            self.value(format!("omvang~{variant}"), Some(*jaar), &value);
        }
        if let Some(jaar) = start {
            self.item("start", [variant.to_string(), jaar.to_string()]);
        }
    }

    fn financiering(&mut self, financiering: &Financiering) {
        let Financiering { wijze, reservering, vertraging, incidenteel } = financiering;
        self.said("w", wijze.map(|wijze| wijze.word().to_owned()));
        self.said("reservering", reservering.map(euro));
        self.said("vertraging", vertraging.map(|years| years.to_string()));
        self.said("incidenteel", incidenteel.map(euro));
    }

    fn sleutel(&mut self, sleutel: &SleutelKeuze) {
        let SleutelKeuze { alle, per_groep, blokken, gewichten } = sleutel;
        self.said("s", alle.as_deref().map(str::to_owned));
        // In the order of a document, whatever the order of choosing.
        for groep in Groep::ALL {
            if let Some((_, id)) = per_groep.iter().find(|(of, _)| *of == groep) {
                self.item("s", [groep.word().to_owned(), id.to_string()]);
            }
        }
        if !blokken.is_empty() {
            self.item("blokken", []);
        }
        for (blok, share) in blokken {
            self.part(blok);
            self.part(&number(*share));
        }
        if !gewichten.is_empty() {
            self.item("gewichten", []);
        }
        for (deelnemer, weight) in gewichten {
            self.part(deelnemer);
            self.part(&euro(*weight));
        }
    }

    fn parameter(&mut self, own: &EigenWaarde) {
        let EigenWaarde { id, jaar, waarde, laag, hoog } = own;
        self.value(format!("p~{id}"), *jaar, &breuk(*waarde));
        if let Some(laag) = laag {
            self.part(&format!("l{}", breuk(*laag)));
        }
        if let Some(hoog) = hoog {
            self.part(&format!("h{}", breuk(*hoog)));
        }
    }

    fn onzekerheid(&mut self, onzekerheid: &Onzekerheid) {
        let Onzekerheid { zaad, trekkingen, aannamen } = onzekerheid;
        self.said("zaad", zaad.map(|zaad| zaad.to_string()));
        self.said("trekkingen", trekkingen.map(|count| count.to_string()));
        self.said("aannamen", aannamen.map(|count| if count { "ja" } else { "nee" }.to_owned()));
    }
}
