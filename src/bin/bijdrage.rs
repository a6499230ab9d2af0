//! The command line: documents in, documents out.

use std::io::{Read, Write};
use std::process::ExitCode;

use bijdragewijzer::document::{Tree, parse};
use bijdragewijzer::export;
use bijdragewijzer::formula::Deel;
use bijdragewijzer::melding::Melding;
use bijdragewijzer::model::{Uitkomst, bereken, waarschuwingen};
use bijdragewijzer::publicatie::{Publicatie, STANDAARD_JSON, lees};
use bijdragewijzer::scenario::{Controle, Scenario, controleer};
use bijdragewijzer::units::Jaar;
use bijdragewijzer::view::{Names, text_table};

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
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
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
            eprintln!("bijdrage: {reason}\nZie bijdrage --help.");
            ExitCode::from(2)
        }
        Stop::Io(reason) => {
            eprintln!("bijdrage: {reason}");
            ExitCode::from(1)
        }
    }
}

fn write_meldingen(meldingen: &[Melding]) {
    for melding in meldingen {
        eprintln!("{}", export::melding(melding).to_json());
    }
}

fn write_out(text: &str) -> Result<(), Stop> {
    let mut out = std::io::stdout().lock();
    let written = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    match written {
        // A reader that has seen enough, such as `head`, is no failure.
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Stop::Io(format!("de uitvoer kan niet worden geschreven: {error}")))
        }
        _ => Ok(()),
    }
}

/// What was asked, after the command.
#[derive(Default)]
struct Call {
    publicatie: Option<String>,
    scenario: Option<String>,
    deel: Option<Deel>,
    tekst: bool,
    rest: Vec<String>,
}

fn call(arguments: &[String]) -> Result<Call, Stop> {
    let mut call = Call::default();
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        let mut value = || {
            arguments
                .next()
                .cloned()
                .ok_or_else(|| Stop::Call(format!("na {argument} hoort een waarde te staan")))
        };
        match argument.as_str() {
            "--publicatie" => call.publicatie = Some(value()?),
            "--scenario" => call.scenario = Some(value()?),
            "--deel" => {
                let word = value()?;
                let deel = Deel::from_word(&word);
                call.deel = Some(deel.ok_or_else(|| {
                    Stop::Call(format!("--deel is begroot of verrekening, niet {word}"))
                })?);
            }
            "--tekst" => call.tekst = true,
            option if option.starts_with("--") => {
                return Err(Stop::Call(format!("{option} bestaat niet")));
            }
            _ => call.rest.push(argument.clone()),
        }
    }
    Ok(call)
}

fn run(arguments: &[String]) -> Result<(), Stop> {
    let Some((command, rest)) = arguments.split_first() else { return write_out(HELP) };
    if arguments.iter().any(|argument| argument == "--help" || argument == "-h")
        || command == "help"
    {
        return write_out(HELP);
    }
    let call = call(rest)?;
    match command.as_str() {
        "bereken" => run_bereken(&call),
        "herleiding" => run_herleiding(&call),
        "controleer" => run_controleer(&call),
        "--version" | "-V" => write_out(concat!("bijdrage ", env!("CARGO_PKG_VERSION"), "\n")),
        other => Err(Stop::Call(format!(
            "{other} bestaat niet; er zijn bereken, herleiding en controleer"
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
    read.map_err(|error| Stop::Io(format!("{path} kan niet worden gelezen: {error}")))
}

fn document(path: &str) -> Result<Tree, Stop> {
    parse(&bytes(path)?).map_err(|melding| Stop::Input(vec![melding]))
}

fn publicatie(call: &Call) -> Result<Publicatie, Stop> {
    let tree = match &call.publicatie {
        Some(path) => document(path)?,
        None => parse(STANDAARD_JSON.as_bytes()).map_err(|melding| Stop::Input(vec![melding]))?,
    };
    lees(&tree).map_err(Stop::Input)
}

/// The scenario of the call, checked; warnings are written, faults stop.
fn scenario(
    path: Option<&String>,
    publicatie: &Publicatie,
) -> Result<(Scenario, Vec<Melding>), Stop> {
    let Controle { meldingen, scenario, .. } = match path {
        Some(path) => controleer(publicatie, &document(path)?),
        None => controleer(publicatie, &Tree::Object(vec![("versie".into(), Tree::Whole(1))])),
    };
    match scenario {
        Some(scenario) => Ok((scenario, meldingen)),
        None => Err(Stop::Input(meldingen)),
    }
}

fn computed(call: &Call, path: Option<&String>, publicatie: &Publicatie) -> Result<Uitkomst, Stop> {
    let (scenario, mut meldingen) = scenario(path, publicatie)?;
    let uitkomst = bereken(publicatie, &scenario);
    meldingen.extend(waarschuwingen(&uitkomst));
    write_meldingen(&meldingen);
    let _ = call;
    Ok(uitkomst)
}

fn one_at_most(call: &Call) -> Result<Option<&String>, Stop> {
    match call.rest.as_slice() {
        [] => Ok(call.scenario.as_ref()),
        [path] => Ok(Some(path)),
        [_, second, ..] => Err(Stop::Call(format!("{second} is er een te veel"))),
    }
}

fn run_bereken(call: &Call) -> Result<(), Stop> {
    let publicatie = publicatie(call)?;
    let uitkomst = computed(call, one_at_most(call)?, &publicatie)?;
    if call.tekst {
        return write_out(&text_table(&uitkomst, &publicatie));
    }
    write_out(&(export::uitkomst(&uitkomst).to_json() + "\n"))
}

fn run_herleiding(call: &Call) -> Result<(), Stop> {
    let [post, jaar, rest @ ..] = call.rest.as_slice() else {
        return Err(Stop::Call("geef een post en een jaar".into()));
    };
    let publicatie = publicatie(call)?;
    let jaar = jaar
        .parse()
        .ok()
        .and_then(Jaar::new)
        .ok_or_else(|| Stop::Call(format!("{jaar} is geen jaar")))?;
    let deelnemer = match rest {
        [] => None,
        [id] => Some(
            publicatie
                .deelnemer(id)
                .ok_or_else(|| Stop::Call(format!("{id} is geen deelnemer")))?,
        ),
        [_, second, ..] => return Err(Stop::Call(format!("{second} is er een te veel"))),
    };
    let uitkomst = computed(call, call.scenario.as_ref(), &publicatie)?;
    let found = uitkomst.zoek(post, call.deel, jaar, deelnemer).ok_or_else(|| {
        Stop::Call(format!("{post} bestaat niet in {jaar}; zie posten in bijdrage bereken"))
    })?;
    let herleiding = found.term.herleiding(found.naam);
    if call.tekst {
        return write_out(&(Names::new(&publicatie).lines(&herleiding).join("\n") + "\n"));
    }
    write_out(&(export::herleiding(&herleiding, &publicatie).to_json() + "\n"))
}

fn run_controleer(call: &Call) -> Result<(), Stop> {
    let publicatie = publicatie(call)?;
    let Some(path) = one_at_most(call)? else { return Ok(()) };
    let controle = controleer(&publicatie, &document(path)?);
    write_meldingen(&controle.meldingen);
    write_out(&(controle.input.document().to_json() + "\n"))?;
    if controle.scenario.is_none() { Err(Stop::Input(Vec::new())) } else { Ok(()) }
}
