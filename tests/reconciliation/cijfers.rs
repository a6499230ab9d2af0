//! The figures that the publicatie gives of the proposal beside the amounts of the model: gelijk, afgerond
//! (equal when rounded as the proposal rounds) or afwijkend.

use bijdragewijzer::model::{Uitkomst, bereken};
use bijdragewijzer::publicatie::{Cijfer, Model, Publicatie, standaard};
use bijdragewijzer::scenario::Scenario;
use bijdragewijzer::units::Breuk;
use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, Zero};

use super::tables::number;

/// The verdict on each figure, worked out by hand from the proposal and its bijlage.
const VERDICTS: &str = "
baten_tot_nu                 gelijk
baten_verwacht               gelijk
verhoging                    gelijk
meerkosten_samenvatting      gelijk
meerkosten_laag              gelijk
meerkosten_hoog              gelijk
minderbaten_samenvatting     gelijk
reservering_voorstel         gelijk
reservering_lager            gelijk
saldo                        gelijk
interne_incasso_laag         afgerond   145.000 + 7.500 = 152.500
interne_incasso_hoog         afwijkend  155.000 + 7.500 + 12.000 = 174.500
voorbellen_kosten_tekst      gelijk
voorbellen_besparing_tekst   afwijkend  32.000 + 50.000 = 82.000
voorbellen_netto_tekst       afgerond   180.000 - 32.000 - 50.000 = 98.000
voorbellen_baten_tekst       afgerond   775.000 + 115.000 = 890.000
doelgroep_laag               gelijk
doelgroep_hoog               afwijkend  110.000
fte                          gelijk
pilot_kwijtschelding         gelijk
pilot_oninbaar               gelijk
dwangbevelen_laag            gelijk
dwangbevelen_hoog            gelijk
betaald_zonder_dwangbevel    gelijk
in_dienst                    gelijk
inhuur_eerste                gelijk
inhuur_vervolg               gelijk
telefoonnummer               gelijk
dpia_eenmalig                gelijk
dwangbevelen_basis           gelijk
tabel_uitbesteding           gelijk
tabel_dwangbevelen           gelijk
tabel_hernieuwde_bevelen     gelijk
tabel_besparing_hernieuwd    gelijk
tabel_besparing_beslag       gelijk
tabel_samen                  afgerond   180.000 + 775.000 + 115.000 - 32.000 - 50.000 = 988.000
minder_hernieuwd_aantal      gelijk
minder_beslag_aantal         gelijk
bespaard_burgers             gelijk
proef_kosten                 afgerond   109.777,77
proef_baten                  afwijkend  98.888,89, op duizenden 99.000
aansluiting_eenmalig         gelijk
jaarrekening_2018            afwijkend  the eleven printed amounts add up to 16.249.823
schommeling                  gelijk     6.200.000 - 5.700.000 = 500.000
afwijking_effect             geen
contact_zonder_afspraak      gelijk     a tenth of 90.000
";

fn exact(value: Breuk) -> BigRational {
    number(&value.exact_decimal(28).unwrap().to_string()).unwrap()
}

/// The nearest multiple, half away from zero.
fn rounded(value: &BigRational, to: &BigRational) -> BigRational {
    let half = BigRational::new(BigInt::from(1), BigInt::from(2));
    let whole = (value.abs() / to + half).floor() * to;
    if value.is_negative() { -whole } else { whole }
}

/// What the model says of a figure; nothing when it plays no part.
fn model(publicatie: &Publicatie, cijfer: &Cijfer) -> Option<BigRational> {
    let found = match &cijfer.model {
        Model::Geen => return None,
        Model::Parameter { id, grens, maal } => {
            let of = |id: &str| publicatie.parameter(id).unwrap().waarde.unwrap();
            let one = match *grens {
                "laag" => exact(of(id).laag),
                "hoog" => exact(of(id).hoog),
                "marge" => exact(of(id).hoog) - exact(of(id).waarde),
                _ => exact(of(id).waarde),
            };
            maal.as_ref().map_or(one.clone(), |other| one * exact(of(other).waarde))
        }
        Model::Reeks { soort, jaar } => {
            let all = publicatie.deelnemers.iter().flat_map(|it| &it.bijdragen);
            let column = all.filter(|it| it.jaar == *jaar && it.soort == *soort);
            let amounts = column.map(|it| number(&it.bedrag.to_string()).unwrap());
            amounts.fold(BigRational::zero(), |sum, amount| sum + amount)
        }
        Model::Posten { uitgangspunt, posten, deel, jaar } => {
            let scenario = Scenario::of_uitgangspunt(publicatie, uitgangspunt).unwrap();
            let uitkomst: Uitkomst = bereken(publicatie, &scenario);
            let amounts = posten.iter().map(|post| {
                let found = uitkomst.zoek(post, Some(*deel), *jaar, None).unwrap();
                number(&found.term.euro().unwrap().to_string()).unwrap()
            });
            amounts.fold(BigRational::zero(), |sum, amount| sum + amount)
        }
    };
    Some(if cijfer.tegengesteld { -found } else { found })
}

fn verdict(publicatie: &Publicatie, cijfer: &Cijfer) -> &'static str {
    let Some(model) = model(publicatie, cijfer) else { return "geen" };
    let figure = exact(cijfer.waarde);
    let to = cijfer.afgerond_op.map(exact);
    if model == figure {
        "gelijk"
    } else if to.is_some_and(|to| rounded(&model, &to) == figure) {
        "afgerond"
    } else {
        "afwijkend"
    }
}

fn stated() -> Vec<(&'static str, &'static str)> {
    let lines = VERDICTS.lines().filter(|line| !line.is_empty());
    lines
        .map(|line| {
            let mut words = line.split_whitespace();
            (words.next().unwrap(), words.next().unwrap())
        })
        .collect()
}

#[test]
fn the_verdict_on_every_figure_of_the_proposal_is_the_one_worked_out_by_hand() {
    let publicatie = standaard().unwrap();
    let found: Vec<(&str, &str)> =
        publicatie.cijfers.iter().map(|it| (&*it.id, verdict(&publicatie, it))).collect();
    let stated = stated();
    let other: Vec<_> = found.iter().filter(|it| !stated.contains(it)).collect();
    assert!(other.is_empty(), "found otherwise: {other:#?}");
    assert_eq!(found.len(), stated.len(), "a figure of the list has gone");
}

#[test]
fn every_figure_that_differs_or_plays_no_part_says_why() {
    let publicatie = standaard().unwrap();
    let silent: Vec<&str> = publicatie
        .cijfers
        .iter()
        .filter(|it| matches!(verdict(&publicatie, it), "afwijkend" | "geen"))
        .filter(|it| it.reden.as_ref().is_none_or(String::is_empty))
        .map(|it| &*it.id)
        .collect();
    assert!(silent.is_empty(), "no reason is given for {silent:?}");
}
