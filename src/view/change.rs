//! What a change is called, for undo and redo.

use crate::scenario::Edit;

/// The name of a change, to follow "Ongedaan gemaakt:".
pub const fn change_name(edit: &Edit) -> &'static str {
    match edit {
        Edit::Deelnemer(_) => "keuze van de organisatie",
        Edit::Naam(_) => "naam van het scenario",
        Edit::Uitgangspunt(_) => "keuze van het uitgangspunt",
        Edit::Herstel => "terug naar het uitgangspunt",
        Edit::Voorstel => "terug naar het voorstel",
        Edit::Varianten(_) => "keuze van de varianten",
        Edit::Inzet(..) | Edit::Omvang(..) | Edit::Start(..) | Edit::UitrolTerug(_) => "uitrol",
        Edit::Optie(..) => "keuze van de uitvoering",
        Edit::Wijze(_) => "financieringswijze",
        Edit::Reservering(_) => "reservering per jaar",
        Edit::Vertraging(_) => "vertraging",
        Edit::Incidenteel(_) => "bedrag uit het resultaat",
        Edit::Vrijgave(..) => "vrijgave",
        Edit::Sleutel(_) => "verdeelsleutel",
        Edit::SleutelVan(..) => "sleutel per groep",
        Edit::Blok(..) => "aandeel van een blok",
        Edit::Gewicht(..) | Edit::Gewichten(_) => "eigen gewichten",
        Edit::Parameter(..) | Edit::Laag(..) | Edit::Hoog(..) => "aanname",
        Edit::Onbekend(..) => "bedrag voor een onbekende post",
        Edit::Rekenprotocol(_) | Edit::Gerealiseerd(..) => "rekenprotocol",
        Edit::Bijdrage(..) => "eigen bijdrage",
        Edit::Index(_) => "index",
        Edit::Aannamen(_) => "banden van aannamen",
    }
}
