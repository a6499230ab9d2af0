//! A text of a megabyte is read in one walk along it. A reader that walks back for every sign would need
//! hours for these; a test gets five minutes.

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use bijdragewijzer::publicatie;
use bijdragewijzer::scenario::plakken::{cellen, plaksel};
use bijdragewijzer::units::lezen::{Lezing, Veld, lees};

const MEGABYTE: usize = 1 << 20;

fn in_time(work: impl FnOnce() + Send + 'static) {
    let (done, wait) = mpsc::channel();
    thread::spawn(move || {
        work();
        done.send(()).unwrap();
    });
    wait.recv_timeout(Duration::from_secs(300)).expect("read in five minutes");
}

fn long(piece: &str) -> String {
    piece.repeat(MEGABYTE / piece.len())
}

#[test]
fn a_megabyte_in_a_field_is_read_in_one_walk() {
    in_time(|| {
        for piece in [
            "1",
            "0",
            " ",
            "\u{200b}",
            "1.",
            "1,",
            "1 ",
            "1.000",
            ".000",
            "1\u{200b}",
            "1\u{a0}",
            "-",
            "(",
            "€",
            "%",
            "k",
            "e",
            "1e",
            ",-",
            "\n",
            "1\n",
            "１",
            "½",
            "\u{301}",
            "x",
        ] {
            let text = long(piece);
            for start in ["", "-1,", "€ 1.000"] {
                for veld in [Veld::bedrag(), Veld::aandeel()] {
                    lees(&format!("{start}{text}"), &veld);
                }
            }
        }
    });
}

#[test]
fn a_megabyte_of_zeros_is_still_read_exactly() {
    let zeros = "0".repeat(MEGABYTE);
    for (text, expected) in [
        (format!("{zeros}750,50"), "750.5"),
        (format!("750,50{zeros}"), "750.5"),
        (format!("{}750{}", " ".repeat(MEGABYTE), "\u{feff}".repeat(MEGABYTE)), "750"),
    ] {
        let Lezing::Waarde(waarde) = lees(&text, &Veld::bedrag()) else { panic!("{expected}") };
        assert_eq!(waarde.getal, expected.parse().unwrap());
    }
}

#[test]
fn a_pasted_megabyte_is_read_in_one_walk() {
    in_time(|| {
        let publicatie = publicatie::standaard().unwrap();
        for piece in [
            "\t",
            ";",
            "\n",
            "\"",
            "\"\";",
            ";\"",
            "\"\"",
            "a;1\n",
            "Zwolle;1\n",
            "Zwolle\t1\t2\n",
            "Zwolle 1\n",
            "é",
            " ",
            "gemeente ",
            "1 ",
            "\"a\n",
            "€",
        ] {
            let text = long(piece);
            cellen(&text);
            plaksel(&publicatie, &format!("Zwolle;1\n{text}"), &Veld::gewicht(), Some(1));
        }
    });
}
