//! Steps one after the other, each with its name and how long it took; the first that fails is the last.

use std::time::{Duration, Instant};

use crate::Outcome;

/// One step: what it is called and what it does.
pub(crate) type Step = (&'static str, fn() -> Outcome);

/// Runs the steps and prints a list of them at the end.
pub(crate) fn run(steps: &[Step]) -> Outcome {
    let start = Instant::now();
    let mut done = Vec::new();
    for (number, (name, step)) in steps.iter().enumerate() {
        println!("\n== {} van {}: {name}", number + 1, steps.len());
        let begin = Instant::now();
        let outcome = step();
        let took = duration(begin.elapsed());
        if let Err(sentence) = outcome {
            return Err(format!(
                "rood bij stap {} van {}, {name} (na {took}).\n{sentence}",
                number + 1,
                steps.len()
            ));
        }
        println!("   klaar in {took}");
        done.push(format!("{took:>9}  {name}"));
    }
    println!(
        "\n{}\nGroen: {} stappen in {}.",
        done.join("\n"),
        steps.len(),
        duration(start.elapsed())
    );
    Ok(())
}

/// A duration in seconds, as people write it.
pub(crate) fn duration(duration: Duration) -> String {
    format!("{},{} s", duration.as_secs(), duration.subsec_millis() / 100)
}
