//! `docs/meldingen.md`, from the entries of the gallery.

use crate::geval::Geval;

const HEAD: &str = "# Meldingen

Wat de Bijdragewijzer over een document kan zeggen.
Een code met F weigert: het deel waar de melding over gaat, wordt niet overgenomen, en er is geen uitkomst.
Een code met W waarschuwt: de uitkomst blijft staan.
Een code verandert nooit van betekenis.

De zinnen zijn die van een voorbeeld: de woorden tussen “ en ”, de bedragen en de jaren komen uit het document.
Op de opdrachtregel en in de JavaScript-API staat bij elke melding ook het pad: de plaats in het document.

Deze bladzijde is gemaakt uit `tests/meldingen/`, waar van elke melding een document staat dat haar oplevert.

| code | titel | zin | wat te doen |
| --- | --- | --- | --- |
";

pub(crate) fn page(gallery: &[Geval]) -> String {
    let rows = gallery.iter().map(|geval| {
        format!("| {} | {} | {} | {} |\n", geval.code, geval.titel, geval.zin, geval.doen)
    });
    rows.fold(HEAD.to_owned(), |page, row| page + &row)
}
