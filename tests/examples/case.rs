//! A worked case as it stands in its file: what is chosen, the sums by hand, what is expected.

/// What a table may give in place of an amount.
const UNKNOWN: &str = "onbekend";
/// What a cell holds when it has nothing to say.
const NONE: &str = "–";
const SECTIONS: [&str; 3] = ["Gekozen", "Gerekend", "Verwacht"];
const COLUMNS: [&str; 5] = ["post", "deel", "jaar", "deelnemer", "bedrag"];

/// One file.
#[derive(Debug)]
pub(crate) struct Case {
    /// The publicatie it is about: the one that is compiled in, or a file of tests/publicaties.
    pub(crate) publicatie: String,
    /// The codes of the warnings it gives.
    pub(crate) meldingen: Vec<String>,
    /// The scenario document.
    pub(crate) scenario: String,
    /// The sums by hand, with their line numbers.
    pub(crate) sums: Vec<(usize, String)>,
    /// What must come out.
    pub(crate) verwacht: Vec<Verwacht>,
}

/// One line of the table.
#[derive(Debug)]
pub(crate) struct Verwacht {
    /// Its line in the file.
    pub(crate) line: usize,
    pub(crate) post: String,
    pub(crate) deel: Option<String>,
    pub(crate) jaar: Option<i64>,
    pub(crate) deelnemer: Option<String>,
    /// The amount as documents write it (`-107139.58`); nothing when it is onbekend.
    pub(crate) bedrag: Option<String>,
    /// The amount as it stands in the table.
    pub(crate) shown: String,
    /// What a total leaves out, where the table says.
    pub(crate) exclusief: Option<Vec<String>>,
}

impl Case {
    /// Reads a file, or says what is wrong with it.
    pub(crate) fn read(text: &str) -> Result<Self, String> {
        let mut lines = text.lines();
        if !lines.next().is_some_and(|line| line.starts_with("# ")) {
            return Err("a case starts with its title".into());
        }
        let (publicatie, meldingen) = head(text)?;
        let headings = text.lines().filter_map(|line| line.strip_prefix("## "));
        if !headings.eq(SECTIONS) {
            return Err(format!("the headings are not {}", SECTIONS.join(", ")));
        }
        let scenario = code(text, "json")?;
        let scenario = scenario.into_iter().map(|(_, line)| format!("{line}\n")).collect();
        let verwacht = table(text)?;
        if verwacht.is_empty() {
            return Err("it expects nothing".into());
        }
        Ok(Self { publicatie, meldingen, scenario, sums: code(text, "reken")?, verwacht })
    }
}

/// The lines `- Publicatie: …`, `- Bron: …` and, where it warns, `- Meldingen: …`.
fn head(text: &str) -> Result<(String, Vec<String>), String> {
    let (mut publicatie, mut bron, mut meldingen) = (None, None, Vec::new());
    let before = text.lines().take_while(|line| !line.starts_with("## "));
    for line in before.filter_map(|line| line.strip_prefix("- ")) {
        match line.split_once(": ") {
            Some(("Publicatie", id)) if publicatie.is_none() => publicatie = Some(id.to_owned()),
            Some(("Bron", text)) if bron.is_none() => bron = Some(text.to_owned()),
            Some(("Meldingen", codes)) if meldingen.is_empty() => {
                meldingen = codes.split(", ").map(str::to_owned).collect();
            }
            _ => return Err(format!("unknown or twice: {line}")),
        }
    }
    bron.ok_or("it names no Bron")?;
    Ok((publicatie.ok_or("it names no Publicatie")?, meldingen))
}

/// The lines of the code blocks in a language; a block in any other is refused.
fn code(text: &str, language: &str) -> Result<Vec<(usize, String)>, String> {
    let mut inside: Option<&str> = None;
    let mut found = Vec::new();
    for (index, line) in text.lines().enumerate() {
        match (line.strip_prefix("```"), inside) {
            (Some(""), Some(_)) => inside = None,
            (Some(opened @ ("json" | "reken")), None) => inside = Some(opened),
            (Some(other), _) => return Err(format!("a code block of {other:?}")),
            (None, Some(opened)) if opened == language => found.push((index + 1, line.to_owned())),
            (None, _) => {}
        }
    }
    if found.is_empty() { Err(format!("it has no {language}")) } else { Ok(found) }
}

fn table(text: &str) -> Result<Vec<Verwacht>, String> {
    let numbered = text.lines().enumerate().map(|(index, line)| (index + 1, line));
    let mut rows = numbered.skip_while(|(_, line)| *line != "## Verwacht").filter_map(row);
    let Some((_, head)) = rows.next() else { return Ok(Vec::new()) };
    let (known, more) = head.split_at(head.len().min(COLUMNS.len()));
    let exclusief = match more {
        [] => false,
        [only] if *only == "exclusief" => true,
        _ => return Err(format!("unknown column: {more:?}")),
    };
    if known != COLUMNS {
        return Err(format!("the columns are not {}", COLUMNS.join(", ")));
    }
    rows.skip(1).map(|(line, cells)| verwacht(line, &cells, exclusief)).collect()
}

fn row((line, text): (usize, &str)) -> Option<(usize, Vec<&str>)> {
    let inner = text.strip_prefix('|')?.strip_suffix('|')?;
    Some((line, inner.split('|').map(str::trim).collect()))
}

fn verwacht(line: usize, cells: &[&str], exclusief: bool) -> Result<Verwacht, String> {
    let at = |fault: String| format!("line {line}: {fault}");
    if cells.len() != COLUMNS.len() + usize::from(exclusief) {
        return Err(at(format!("{} cells", cells.len())));
    }
    let cell = |index: usize| Some(cells[index]).filter(|cell| *cell != NONE);
    let owned = |index: usize| cell(index).map(str::to_owned);
    let jaar = cell(2).map(str::parse).transpose().map_err(|_| at(cells[2].into()))?;
    let bedrag = match cells[4] {
        UNKNOWN => None,
        amount => Some(decimal(amount).ok_or_else(|| at(format!("no amount: {amount}")))?),
    };
    let ids = |index: usize| {
        cell(index).map_or_else(Vec::new, |ids| ids.split(", ").map(str::to_owned).collect())
    };
    Ok(Verwacht {
        line,
        post: owned(0).ok_or_else(|| at("no post".into()))?,
        deel: owned(1),
        jaar,
        deelnemer: owned(3),
        bedrag,
        shown: cells[4].to_owned(),
        exclusief: exclusief.then(|| ids(COLUMNS.len())),
    })
}

/// `−1.700.000,00` as documents write it: `-1700000.00`. Dots only before three digits, a real minus.
fn decimal(shown: &str) -> Option<String> {
    let (sign, digits) = match shown.strip_prefix('\u{2212}') {
        Some(digits) => ("-", digits),
        None => ("", shown),
    };
    let (whole, fraction) = digits.split_once(',').map_or((digits, None), |(a, b)| (a, Some(b)));
    let mut groups = whole.split('.');
    let first = groups.next()?;
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let fits = (1..=3).contains(&first.len())
        && groups.all(|group| group.len() == 3)
        && all_digits(&whole.replace('.', ""))
        && fraction.is_none_or(|fraction| !fraction.is_empty() && all_digits(fraction));
    let dot = fraction.map(|fraction| format!(".{fraction}")).unwrap_or_default();
    fits.then(|| format!("{sign}{}{dot}", whole.replace('.', "")))
}
