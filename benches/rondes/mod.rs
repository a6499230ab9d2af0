//! Rounds in which every engine gets its turn, so that what slows the machine down slows all of them.

use std::hint::black_box;
use std::time::{Duration, Instant};

/// What is timed.
pub struct Motor<'a> {
    pub naam: &'static str,
    pub werk: &'a dyn Fn() -> i128,
}

/// The median time of each engine over so many rounds, in the order given; one round goes before uncounted.
pub fn medianen(motoren: &[Motor<'_>], rondes: usize) -> Vec<Duration> {
    let mut tijden: Vec<Vec<Duration>> = motoren.iter().map(|_| Vec::new()).collect();
    for ronde in 0..=rondes {
        for (motor, tijden) in motoren.iter().zip(&mut tijden) {
            let begin = Instant::now();
            black_box((motor.werk)());
            let tijd = begin.elapsed();
            if ronde > 0 {
                tijden.push(tijd);
            }
        }
    }
    tijden.into_iter().map(median).collect()
}

fn median(mut tijden: Vec<Duration>) -> Duration {
    tijden.sort();
    tijden.get(tijden.len() / 2).copied().unwrap_or_default()
}

/// A time in milliseconds, `0,123`.
pub fn ms(tijd: Duration) -> String {
    let micros = tijd.as_micros();
    format!("{},{:03}", micros / 1_000, micros % 1_000)
}

/// How many times `tijd` is `van`, `2,47`.
pub fn keer(tijd: Duration, van: Duration) -> String {
    let hundredths = tijd.as_nanos() * 100 / van.as_nanos().max(1);
    format!("{},{:02}", hundredths / 100, hundredths % 100)
}
