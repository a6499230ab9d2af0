//! The worked cases of tests/examples: the model gives each amount that was worked out by hand, the sums by
//! hand are right, and every expected amount is one of their outcomes.

#[cfg(test)]
#[path = "examples/case.rs"]
mod case;
#[cfg(test)]
#[path = "documents/files.rs"]
#[expect(dead_code, reason = "the other tests use more of it")]
mod files;
#[cfg(test)]
#[path = "examples/outcome.rs"]
mod outcome;
#[cfg(test)]
#[path = "documents/sums.rs"]
mod sums;

#[cfg(test)]
mod examples {
    use super::case::{Case, Verwacht};
    use super::outcome::{found, outcome};
    use super::{files, sums};

    /// A small case that is right, to be spoiled by the tests of the runner itself.
    const RIGHT: &str = "\
# De reservering

- Publicatie: gblt-2021
- Bron: het voorstel

## Gekozen

```json
{ \"versie\": 1 }
```

## Gerekend

```reken
reservering: 750.000,00 × 1 = 750.000,00
```

## Verwacht

| post | deel | jaar | deelnemer | bedrag |
| --- | --- | --- | --- | ---: |
| reservering | begroot | 2022 | – | 750.000,00 |
";

    /// Every problem of the amounts of a case, a line each.
    fn amounts(case: &Case) -> Vec<String> {
        let (uitkomst, codes) = match outcome(case) {
            Ok(outcome) => outcome,
            Err(fault) => return vec![fault],
        };
        let mut problems = Vec::new();
        if codes != case.meldingen {
            problems.push(format!("meldingen: expected {:?}, found {codes:?}", case.meldingen));
        }
        let lines = case.verwacht.iter().filter_map(|wanted| {
            let found = match found(&uitkomst, wanted) {
                Ok(found) => found,
                Err(fault) => return Some(format!("line {}: {fault}", wanted.line)),
            };
            let leaves_out: Vec<String> = found.exclusief.iter().map(ToString::to_string).collect();
            let right = found.bedrag == wanted.bedrag
                && wanted.exclusief.as_ref().is_none_or(|exclusief| *exclusief == leaves_out);
            (!right).then(|| {
                format!(
                    "{}: expected {:?} {:?}, found {:?} {leaves_out:?}",
                    name(wanted),
                    wanted.bedrag,
                    wanted.exclusief,
                    found.bedrag
                )
            })
        });
        problems.extend(lines);
        problems
    }

    fn name(wanted: &Verwacht) -> String {
        let jaar = wanted.jaar.map(|jaar| jaar.to_string());
        let words = [wanted.deel.as_deref(), jaar.as_deref(), wanted.deelnemer.as_deref()];
        let words: Vec<&str> = words.into_iter().flatten().collect();
        format!("line {}: {} {}", wanted.line, wanted.post, words.join(" "))
    }

    /// The problems of the sums by hand, and the amounts of the table that none of them gives.
    fn by_hand(case: &Case) -> Vec<String> {
        let faults = case.sums.iter().filter_map(|(number, line)| {
            sums::fault(line).map(|fault| format!("line {number}: {fault}"))
        });
        let outcomes: Vec<&str> =
            case.sums.iter().filter_map(|(_, line)| line.rsplit([' ']).next()).collect();
        let not_worked_out = case
            .verwacht
            .iter()
            .filter(|wanted| wanted.bedrag.is_some() && !outcomes.contains(&wanted.shown.as_str()));
        let missing = not_worked_out.map(|it| format!("{}: not worked out", name(it)));
        faults.chain(missing).collect()
    }

    /// Every file with what is wrong with it.
    fn problems(look: fn(&Case) -> Vec<String>) -> Vec<String> {
        let files = files::below("tests/examples", "md");
        assert!(files.len() >= 30, "there are {} cases", files.len());
        let mut problems = Vec::new();
        for file in files {
            let found = match Case::read(&files::read(&file).unwrap()) {
                Ok(case) => look(&case),
                Err(fault) => vec![fault],
            };
            problems.extend(found.into_iter().map(|problem| format!("{file}: {problem}")));
        }
        problems
    }

    #[track_caller]
    fn none(problems: &[String]) {
        assert!(problems.is_empty(), "\n{}\n", problems.join("\n"));
    }

    #[test]
    fn every_case_gives_the_amounts_that_it_expects() {
        none(&problems(amounts));
    }

    #[test]
    fn every_expected_amount_is_worked_out_by_hand_and_every_sum_is_right() {
        none(&problems(by_hand));
    }

    #[test]
    fn a_case_that_is_right_has_no_problems() {
        let case = Case::read(RIGHT).unwrap();
        none(&amounts(&case));
        none(&by_hand(&case));
    }

    /// What the runner says of the small case with one change.
    fn spoiled(from: &str, to: &str) -> String {
        assert!(RIGHT.contains(from), "{from}");
        match Case::read(&RIGHT.replace(from, to)) {
            Ok(case) => [amounts(&case), by_hand(&case)].concat().join("\n"),
            Err(fault) => fault,
        }
    }

    #[test]
    fn a_case_that_expects_nothing_is_refused() {
        let line = "| reservering | begroot | 2022 | – | 750.000,00 |\n";
        assert_eq!(spoiled(line, ""), "it expects nothing");
        assert!(spoiled("## Verwacht", "## Tabel").contains("the headings are not"));
    }

    #[test]
    fn an_unknown_key_is_refused() {
        assert!(spoiled("- Bron:", "- Herkomst:").contains("unknown or twice"));
        assert!(spoiled("## Gerekend", "## Overwegingen").contains("the headings are not"));
        assert!(spoiled("| bedrag |", "| bedrag | vrij |").contains("unknown column"));
        assert!(spoiled("| deel |", "| onderdeel |").contains("the columns are not"));
        assert!(spoiled("\"versie\": 1", "\"versie\": 1, \"wijze\": 1").contains("UnknownField"));
    }

    #[test]
    fn an_unknown_post_is_refused() {
        assert!(spoiled("| reservering |", "| reserve |").contains("reserve is no post"));
        assert!(spoiled("| 2022 |", "| 2031 |").contains("no post of this outcome"));
        assert!(spoiled("| begroot |", "| – |").contains("with deel None"));
        assert!(spoiled("| – | 750", "| meppel | 750").contains("meppel is no deelnemer"));
    }

    #[test]
    fn a_wrong_amount_is_reported_with_what_was_expected_and_what_was_found() {
        let report = spoiled("| 750.000,00 |", "| 750.000,01 |");
        assert!(report.contains("reservering begroot 2022: expected Some(\"750000.01\")"));
        assert!(report.contains("found Some(\"750000.00\")"));
        assert!(report.contains("not worked out"));
        assert!(spoiled("| 750.000,00 |", "| 75.0000,00 |").contains("no amount"));
    }

    #[test]
    fn a_wrong_sum_and_a_warning_that_is_not_announced_are_reported() {
        assert!(spoiled("× 1 =", "× 2 =").contains("the outcome is"));
        assert!(spoiled("- Bron", "- Meldingen: W405\n- Bron").contains("meldingen: expected"));
    }
}
