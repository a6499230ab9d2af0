//! The command line: documents in, documents out.

use std::ffi::OsString;
use std::io::{ErrorKind, Read, Write};
use std::process::ExitCode;

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::export::{self, Vraag};
use bijdragewijzer::melding::Melding;
use bijdragewijzer::model::{Uitkomst, bereken, waarschuwingen};
use bijdragewijzer::publicatie::{Publicatie, STANDAARD_JSON, lees};
use bijdragewijzer::scenario::{Controle, Input, Scenario, controleer};
use bijdragewijzer::view::{Names, hoek_lines, text_table};
use bijdragewijzer::vragen::{Banden, hoekpunten};

const HELP: &str = include_str!("bijdrage.txt");

/// Why the program stops.
enum Stop {
    /// Bad input: meldingen have been or will be written. Exit code 2.
    Input(Vec<Melding>),
    /// A call that is not understood. Exit code 2.
    Call(String),
    /// Reading or writing failed. Exit code 1.
    Io(String),
}

fn main() -> ExitCode {
    let arguments: Result<Vec<String>, OsString> =
        std::env::args_os().skip(1).map(OsString::into_string).collect();
    let done = arguments
        .map_err(|argument| Stop::Call(format!("{} is geen leesbare tekst", argument.display())))
        .and_then(|arguments| run(&arguments));
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => report(stop),
    }
}

fn report(stop: Stop) -> ExitCode {
    match stop {
        Stop::Input(meldingen) => {
            write_meldingen(&meldingen);
            ExitCode::from(2)
        }
        Stop::Call(reason) => {
            write_error(&format!("bijdrage: {reason}\nZie bijdrage --help."));
            ExitCode::from(2)
        }
        Stop::Io(reason) => {
            write_error(&format!("bijdrage: {reason}"));
            ExitCode::from(1)
        }
    }
}

fn write_meldingen(meldingen: &[Melding]) {
    for melding in meldingen {
        write_error(&export::melding(melding).to_json());
    }
}

/// Where nobody reads the errors, the exit code still tells.
fn write_error(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

fn write_out(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        // A reader that has seen enough, such as `head`, is no failure.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Stop::Io(format!("de uitvoer kan niet worden geschreven: {error}")))
        }
        _ => Ok(()),
    }
}

/// The options of a command, with the word for their value.
#[derive(Default)]
struct Options {
    publicatie: Option<String>,
    scenario: Option<String>,
    deel: Option<String>,
    tekst: bool,
    html: bool,
    rest: Vec<String>,
}

impl Options {
    /// An option that is there or not.
    fn flag(&mut self, name: &str) -> Option<&mut bool> {
        match name {
            "--tekst" => Some(&mut self.tekst),
            "--html" => Some(&mut self.html),
            _ => None,
        }
    }
}

/// Reads what stands behind a command; `known` are the options that it has.
fn options(command: &str, known: &[&str], arguments: &[String]) -> Result<Options, Stop> {
    let mut found = Options::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        // A lone hyphen is the standard input.
        if !argument.starts_with('-') || argument == "-" {
            found.rest.push(argument.clone());
            continue;
        }
        let (name, attached) = argument
            .split_once('=')
            .map_or((argument.as_str(), None), |(name, value)| (name, Some(value)));
        if !OPTIONS.contains(&name) {
            return Err(Stop::Call(format!("{name} bestaat niet; er zijn {}", OPTIONS.join(", "))));
        }
        if !known.contains(&name) {
            return Err(Stop::Call(format!("{name} hoort niet bij {command}")));
        }
        if let Some(flag) = found.flag(name) {
            if attached.is_some() {
                return Err(Stop::Call(format!("{name} heeft geen waarde")));
            }
            *flag = true;
            continue;
        }
        let value = attached.map(str::to_owned).or_else(|| arguments.next().cloned());
        let value = value
            .filter(|value| !value.is_empty())
            .ok_or_else(|| Stop::Call(format!("na {name} hoort een waarde te staan")))?;
        let place = match name {
            "--publicatie" => &mut found.publicatie,
            "--scenario" => &mut found.scenario,
            _ => &mut found.deel,
        };
        if place.replace(value).is_some() {
            return Err(Stop::Call(format!("{name} staat er twee keer")));
        }
    }
    if found.publicatie.as_deref() == Some("-")
        && (found.scenario.as_deref() == Some("-") || found.rest.iter().any(|path| path == "-"))
    {
        return Err(Stop::Call("de standaardinvoer kan maar één document zijn".into()));
    }
    Ok(found)
}

const OPTIONS: [&str; 5] = ["--publicatie", "--scenario", "--deel", "--tekst", "--html"];

/// Of a command about one amount.
const OF_AN_AMOUNT: [&str; 4] = ["--publicatie", "--scenario", "--deel", "--tekst"];

fn run(arguments: &[String]) -> Result<(), Stop> {
    let Some((command, rest)) = arguments.split_first() else { return write_out(HELP) };
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h")
        || command == "help"
    {
        return write_out(HELP);
    }
    let options = |known: &[&str]| options(command, known, rest);
    match command.as_str() {
        "bereken" => run_bereken(&options(&["--publicatie", "--scenario", "--tekst", "--html"])?),
        "herleiding" => run_herleiding(&options(&OF_AN_AMOUNT)?),
        "hoekpunten" => run_hoekpunten(&options(&OF_AN_AMOUNT)?),
        "controleer" => run_controleer(&options(&["--publicatie", "--scenario"])?),
        "--version" | "-V" => write_out(concat!("bijdrage ", env!("CARGO_PKG_VERSION"), "\n")),
        other => Err(Stop::Call(format!(
            "{other} bestaat niet; er zijn bereken, herleiding, hoekpunten en controleer"
        ))),
    }
}

fn bytes(path: &str) -> Result<Vec<u8>, Stop> {
    let read = if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    read.map_err(|error| {
        Stop::Io(match error.kind() {
            ErrorKind::NotFound => format!("het bestand {path} bestaat niet"),
            ErrorKind::IsADirectory => format!("{path} is een map, geen bestand"),
            ErrorKind::PermissionDenied => format!("het bestand {path} mag niet worden gelezen"),
            _ => format!("{path} kan niet worden gelezen: {error}"),
        })
    })
}

fn document(path: &str) -> Result<Tree, Stop> {
    parse(&bytes(path)?).map_err(|melding| Stop::Input(vec![melding]))
}

fn publicatie(options: &Options) -> Result<Publicatie, Stop> {
    let tree = match &options.publicatie {
        Some(path) => document(path)?,
        None => parse(STANDAARD_JSON.as_bytes()).map_err(|melding| Stop::Input(vec![melding]))?,
    };
    lees(&tree).map_err(Stop::Input)
}

/// The scenario checked, and its outcome when nothing refuses; without a document the proposal.
fn checked(
    path: Option<&str>,
    publicatie: &Publicatie,
) -> Result<(Controle, Option<Uitkomst>), Stop> {
    let tree = match path {
        Some(path) => document(path)?,
        None => Input::default().document(),
    };
    let mut controle = controleer(publicatie, &tree);
    let uitkomst = controle.scenario.as_ref().map(|scenario| bereken(publicatie, scenario));
    let of_outcome = controle.scenario.iter().zip(&uitkomst);
    controle.meldingen.extend(of_outcome.flat_map(|(scenario, it)| waarschuwingen(scenario, it)));
    Ok((controle, uitkomst))
}

fn computed(path: Option<&str>, publicatie: &Publicatie) -> Result<(Scenario, Uitkomst), Stop> {
    let (controle, uitkomst) = checked(path, publicatie)?;
    match controle.scenario.zip(uitkomst) {
        Some(both) => {
            write_meldingen(&controle.meldingen);
            Ok(both)
        }
        None => Err(Stop::Input(controle.meldingen)),
    }
}

/// The one scenario of a call, by its place or by its option.
fn one_scenario(options: &Options) -> Result<Option<&str>, Stop> {
    let named = options.scenario.iter();
    let paths: Vec<&str> = named.chain(&options.rest).map(String::as_str).collect();
    match paths.as_slice() {
        [] => Ok(None),
        [path] => Ok(Some(path)),
        [_, second, ..] => {
            Err(Stop::Call(format!("geef één scenario; {second} is er één te veel")))
        }
    }
}

fn run_bereken(options: &Options) -> Result<(), Stop> {
    let path = one_scenario(options)?;
    if options.tekst && options.html {
        return Err(Stop::Call("kies --tekst of --html".into()));
    }
    let publicatie = publicatie(options)?;
    let (scenario, uitkomst) = computed(path, &publicatie)?;
    if options.html {
        return write_out(&export::html(&publicatie, &scenario, &uitkomst));
    }
    if options.tekst {
        return write_out(&text_table(&uitkomst, &publicatie));
    }
    write_out(&(export::uitkomst(&uitkomst).to_json() + "\n"))
}

/// The amount that a call asks for.
fn vraag(options: &Options) -> Result<Vraag<'_>, Stop> {
    let (post, jaar, deelnemer) = match options.rest.as_slice() {
        [post, jaar] => (post, jaar, None),
        [post, jaar, deelnemer] => (post, jaar, Some(deelnemer.as_str())),
        [_, _, _, fourth, ..] => {
            return Err(Stop::Call(format!(
                "{fourth} is er één te veel; een scenario komt na --scenario"
            )));
        }
        _ => return Err(Stop::Call("geef een post en een jaar".into())),
    };
    let jaar = jaar.parse().map_err(|_| Stop::Call(format!("{jaar} is geen jaar")))?;
    Ok(Vraag { post, jaar, deelnemer, deel: options.deel.as_deref() })
}

fn run_herleiding(options: &Options) -> Result<(), Stop> {
    let vraag = vraag(options)?;
    let publicatie = publicatie(options)?;
    let (_, uitkomst) = computed(options.scenario.as_deref(), &publicatie)?;
    let found = export::gevraagd(&uitkomst, &publicatie, &vraag)
        .map_err(|melding| Stop::Input(vec![melding]))?;
    let herleiding = found.term.herleiding(found.naam);
    if options.tekst {
        return write_out(&(Names::new(&publicatie).lines(&herleiding).join("\n") + "\n"));
    }
    write_out(&(export::herleiding(&herleiding, &publicatie).to_json() + "\n"))
}

fn run_hoekpunten(options: &Options) -> Result<(), Stop> {
    let vraag = vraag(options)?;
    let publicatie = publicatie(options)?;
    let (controle, uitkomst) = checked(options.scenario.as_deref(), &publicatie)?;
    let (Some(scenario), Some(uitkomst)) = (&controle.scenario, uitkomst) else {
        return Err(Stop::Input(controle.meldingen));
    };
    write_meldingen(&controle.meldingen);
    let found = export::gevraagd(&uitkomst, &publicatie, &vraag)
        .map_err(|melding| Stop::Input(vec![melding]))?;
    let answer = hoekpunten(&found.term, Banden::of(scenario));
    if options.tekst {
        let lines = answer.map(|answer| hoek_lines(&answer, Names::new(&publicatie)));
        let lines = lines.unwrap_or_else(|| vec!["Dit bedrag is onbekend.".to_owned()]);
        return write_out(&(lines.join("\n") + "\n"));
    }
    write_out(&(export::hoekpunten(answer.as_ref(), &publicatie).to_json() + "\n"))
}

fn run_controleer(options: &Options) -> Result<(), Stop> {
    let path = one_scenario(options)?;
    let publicatie = publicatie(options)?;
    let (controle, uitkomst) = checked(path, &publicatie)?;
    write_meldingen(&controle.meldingen);
    write_out(&(controle.input.document().to_json() + "\n"))?;
    if uitkomst.is_none() { Err(Stop::Input(Vec::new())) } else { Ok(()) }
}
