//! The licences of everything that is delivered, with their texts.

use std::collections::BTreeMap;

use super::bom::Component;
use crate::{Outcome, disk, paths};

const HEADING: &str = "\
Licenties van wat in de Bijdragewijzer zit

De Bijdragewijzer zelf valt onder de EUPL-1.2 (site/LICENSE.txt). Hieronder staat van elk onderdeel de naam, de
versie en de licentie; daarna de teksten van die licenties, elk één keer, met de onderdelen waarvoor zij geldt.
";

/// How a crate calls the file with its licence.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"];

/// The list and the texts.
pub(super) fn text(components: &[Component]) -> Outcome<String> {
    let list: String = components
        .iter()
        .map(|it| format!("- {} {}: {}\n", it.name, it.version, it.licence))
        .collect();
    // The same text once, under all that it is the licence of.
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for component in components {
        for text in licence_texts(component)? {
            texts
                .entry(text)
                .or_default()
                .push(format!("{} {}", component.name, component.version));
        }
    }
    let font = disk::read(&paths::www().join("fonts/OFL.txt"))?;
    texts.entry(font.trim().to_owned()).or_default().push("Noto Sans".to_owned());
    let mut texts: Vec<(Vec<String>, String)> =
        texts.into_iter().map(|(text, of)| (of, text)).collect();
    texts.sort();
    let texts: String = texts
        .into_iter()
        .map(|(of, text)| format!("\n{}\n{}\n\n{text}\n", "=".repeat(80), of.join(", ")))
        .collect();
    Ok(format!("{HEADING}\n{list}{texts}"))
}

/// The texts beside the source of a component.
fn licence_texts(component: &Component) -> Outcome<Vec<String>> {
    let Some(folder) = &component.folder else { return Ok(Vec::new()) };
    let is_licence = |name: &&String| {
        let name = name.to_uppercase();
        NAMES.iter().any(|known| name.starts_with(known))
    };
    let names = disk::names(folder)?;
    let files = names.iter().filter(is_licence).map(|name| folder.join(name));
    let files = files.filter(|path| path.is_file());
    files.map(|path| Ok(disk::read(&path)?.trim().to_owned())).collect()
}
