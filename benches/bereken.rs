//! `cargo bench`: what the core costs beside the same sums in bare cents, and how it grows with the deelnemers.
//! The same inside WebAssembly: `node benches/wasm.mjs`. What came out: `benches/README.md`.

#![expect(unreachable_pub, reason = "modules that a test uses too")]

mod kaal;
mod opgave;
mod raster;
mod rondes;

use std::time::Duration;

use criterion::Criterion;
use opgave::Opgave;
use raster::ELF;
use rondes::{Motor, keer, medianen, ms};

const RONDES: usize = 60;

fn main() {
    let (elf, honderd, duizend) = (Opgave::new(ELF), Opgave::new(100), Opgave::new(1_000));
    assert_eq!(elf.raster_kern(), elf.raster_kaal(), "the engines must give the same cents");
    let mut criterion = Criterion::default().configure_from_args();
    criterion.bench_function("een", |b| b.iter(|| elf.een_kern()));
    criterion.bench_function("een/kaal", |b| b.iter(|| elf.een_kaal()));
    criterion.bench_function("raster", |b| b.iter(|| elf.raster_kern()));
    criterion.bench_function("raster/kaal", |b| b.iter(|| elf.raster_kaal()));
    for (naam, opgave) in [("11", &elf), ("100", &honderd), ("1000", &duizend)] {
        let naam = format!("deelnemers/{naam}");
        criterion.bench_function(&naam, |b| b.iter(|| opgave.een_kern()));
    }
    criterion.final_summary();
    verhoudingen(&elf, &honderd, &duizend);
}

/// The ratios: every engine has its turn in every round.
fn verhoudingen(elf: &Opgave, honderd: &Opgave, duizend: &Opgave) {
    let motoren = [
        Motor { naam: "raster, kern", werk: &|| elf.raster_kern() },
        Motor { naam: "raster, kale centen", werk: &|| elf.raster_kaal() },
        Motor { naam: "een bereken, kern", werk: &|| elf.een_kern() },
        Motor { naam: "100 deelnemers, kern", werk: &|| honderd.een_kern() },
        Motor { naam: "100 deelnemers, kaal", werk: &|| honderd.een_kaal() },
        Motor { naam: "1000 deelnemers, kern", werk: &|| duizend.een_kern() },
        Motor { naam: "1000 deelnemers, kaal", werk: &|| duizend.een_kaal() },
    ];
    let medianen = medianen(&motoren, RONDES);
    println!("Mediaan van {RONDES} rondes met alle motoren om beurten:");
    for (motor, tijd) in motoren.iter().zip(&medianen) {
        println!("{:>24} {:>9} ms", motor.naam, ms(*tijd));
    }
    let [kern, kaal, _, honderd, _, duizend, _]: [Duration; 7] =
        medianen.try_into().unwrap_or_default();
    println!("raster, kern : kale centen = {}", keer(kern, kaal));
    println!("tijd per deelnemer, 1000 : 100 deelnemers = {}", keer(duizend / 10, honderd));
}
