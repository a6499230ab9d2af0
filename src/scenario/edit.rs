//! Everything a person can do to a scenario: the only way back from screen to document.
//!
//! `None` takes a deviation away, so that the uitgangspunt holds again.

use rust_decimal::Decimal;

use super::{
    BijdrageSoort, EigenBijdrage, EigenPost, EigenWaarde, Groep, Input, Omvang, Rekenprotocol,
    Uitrol, Wijze,
};
use crate::formula::Id;
use crate::units::{Breuk, Euro, Jaar};

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Look at it from another deelnemer.
    Deelnemer(Id),
    /// Another name.
    Naam(Option<String>),
    /// Start again from an uitgangspunt. Who looks at it, under which key, and what it paid stays.
    Uitgangspunt(Id),
    /// Take every deviation from the uitgangspunt away; what the own organisation pays stays.
    Herstel,
    /// The same, and back to the first uitgangspunt: the proposal.
    Voorstel,
    /// Which variants are chosen.
    Varianten(Option<Vec<Id>>),
    /// The inzet of a variant in a year.
    Inzet(Id, Jaar, Option<Decimal>),
    /// The omvang of a variant in a year.
    Omvang(Id, Jaar, Option<Omvang>),
    /// The year from which a variant runs.
    Start(Id, Option<Jaar>),
    /// The uitrol of a variant as a whole: back to that of the uitgangspunt.
    UitrolTerug(Id),
    /// An option of a choice.
    Optie(Id, Option<Id>),
    /// The wijze of financing.
    Wijze(Option<Wijze>),
    /// The structural reservering a year.
    Reservering(Option<Euro>),
    /// The delay in budget years.
    Vertraging(Option<u16>),
    /// The amount kept once from a resultaat.
    Incidenteel(Option<Euro>),
    /// What is released of the reservering in a year.
    Vrijgave(Jaar, Option<Euro>),
    /// The key of every group that has none of its own. [`apply_with`](super::apply_with) adds what it starts from.
    Sleutel(Option<Id>),
    /// The key of one group, likewise; the key of every group when absent.
    SleutelVan(Groep, Option<Id>),
    /// The share of a block. [`apply_with`](super::apply_with) gives the other of two what is left.
    Blok(Id, Option<Decimal>),
    /// The weight of a deelnemer.
    Gewicht(Id, Option<Euro>),
    /// The weights of all deelnemers.
    Gewichten(Vec<(Id, Euro)>),
    /// The own value of a parameter, for one year or for all; the band that was typed beside it stays.
    Parameter(Id, Option<Jaar>, Option<Breuk>),
    /// The lowest of an own value; the value itself where absent.
    Laag(Id, Option<Jaar>, Option<Breuk>),
    /// The highest, likewise.
    Hoog(Id, Option<Jaar>, Option<Breuk>),
    /// A what-if for an unknown post in a year.
    Onbekend(Id, Jaar, Option<Euro>),
    /// Over how many realised years the budgeted baten are derived; nothing: not derived.
    Rekenprotocol(Option<u16>),
    /// Realised baten of a year, for the protocol.
    Gerealiseerd(Jaar, Option<Euro>),
    /// The own bijdrage of a deelnemer in a year. Without a soort it keeps the one that it had; a new one takes that of the
    /// last year before it, or else is without the proposal.
    Bijdrage(Id, Jaar, Option<(Euro, Option<BijdrageSoort>)>),
    /// The yearly index of the bijdrage without the proposal.
    Index(Option<Decimal>),
    /// Whether the bands with status aanname count in the lowest and highest.
    Aannamen(Option<bool>),
}

/// The scenario after a change.
#[must_use]
pub fn apply(mut input: Input, edit: Edit) -> Input {
    match edit {
        Edit::Deelnemer(id) => input.deelnemer = Some(id),
        Edit::Naam(naam) => input.naam = naam,
        Edit::Uitgangspunt(id) => return started_again(input, Some(id)),
        Edit::Herstel => {
            let uitgangspunt = input.uitgangspunt.clone();
            let again = started_again(input, uitgangspunt);
            let (sleutel, onzekerheid) = Default::default();
            return Input { sleutel, onzekerheid, ..again };
        }
        Edit::Voorstel => return apply(Input { uitgangspunt: None, ..input }, Edit::Herstel),
        Edit::Varianten(varianten) => input.varianten = varianten,
        Edit::Optie(keuze, optie) => put(&mut input.keuzes, keuze, optie),
        Edit::Vrijgave(jaar, bedrag) => put(&mut input.vrijgave, jaar, bedrag),
        Edit::Onbekend(post, jaar, bedrag) => {
            input.onbekend.retain(|own| own.post != post || own.jaar != jaar);
            input.onbekend.extend(bedrag.map(|bedrag| EigenPost { post, jaar, bedrag }));
        }
        Edit::Parameter(id, jaar, own) => parameter(&mut input.parameters, id, jaar, own),
        Edit::Laag(id, jaar, laag) => {
            if let Some(own) = own_value(&mut input, &id, jaar) {
                own.laag = laag;
            }
        }
        Edit::Hoog(id, jaar, hoog) => {
            if let Some(own) = own_value(&mut input, &id, jaar) {
                own.hoog = hoog;
            }
        }
        Edit::Rekenprotocol(jaren) => rekenprotocol(&mut input, jaren),
        Edit::Gerealiseerd(jaar, bedrag) => {
            let none = Rekenprotocol { jaren: None, gerealiseerd: Vec::new() };
            let protocol = input.rekenprotocol.get_or_insert(none);
            put(&mut protocol.gerealiseerd, jaar, bedrag);
        }
        Edit::Bijdrage(deelnemer, jaar, own) => {
            let of = |known: &EigenBijdrage| known.deelnemer == deelnemer && known.jaar == jaar;
            let known = input.bijdragen.iter().position(of).map(|at| input.bijdragen.remove(at));
            let before =
                known.map_or_else(|| soort_before(&input, &deelnemer, jaar), |it| it.soort);
            input.bijdragen.extend(own.map(|(bedrag, soort)| {
                let soort = soort.unwrap_or(before);
                EigenBijdrage { deelnemer, jaar, bedrag, soort }
            }));
        }
        Edit::Index(index) => input.index = index,
        Edit::Aannamen(count) => input.onzekerheid.aannamen = count,
        edit => return financed_or_divided(rolled_out(input, &edit), edit),
    }
    input
}

/// What an uitgangspunt does not speak of: who looks, under which key, what it pays, and which bands count.
fn started_again(input: Input, uitgangspunt: Option<Id>) -> Input {
    Input {
        publicatie: input.publicatie,
        naam: input.naam,
        uitgangspunt,
        deelnemer: input.deelnemer,
        sleutel: input.sleutel,
        bijdragen: input.bijdragen,
        index: input.index,
        onzekerheid: input.onzekerheid,
        ..Input::default()
    }
}

/// Replaces the entry of a key, or takes it away.
fn put<K: PartialEq, V>(entries: &mut Vec<(K, V)>, key: K, value: Option<V>) {
    match (entries.iter().position(|(known, _)| *known == key), value) {
        (Some(at), Some(value)) => {
            if let Some(entry) = entries.get_mut(at) {
                entry.1 = value;
            }
        }
        (Some(at), None) => drop(entries.remove(at)),
        (None, Some(value)) => entries.push((key, value)),
        (None, None) => {}
    }
}

fn parameter(own: &mut Vec<EigenWaarde>, id: Id, jaar: Option<Jaar>, waarde: Option<Breuk>) {
    let at = own.iter().position(|known| known.id == id && known.jaar == jaar);
    match (at.and_then(|at| own.get_mut(at)), waarde) {
        (Some(known), Some(waarde)) => known.waarde = waarde,
        (None, Some(waarde)) => own.push(EigenWaarde { id, jaar, waarde, laag: None, hoog: None }),
        (_, None) => own.retain(|known| known.id != id || known.jaar != jaar),
    }
}

/// One document says more years in a row, of one soort.
fn soort_before(input: &Input, deelnemer: &Id, jaar: Jaar) -> BijdrageSoort {
    let before = input.bijdragen.iter().filter(|it| it.deelnemer == *deelnemer && it.jaar < jaar);
    before.max_by_key(|it| it.jaar).map_or(BijdrageSoort::ZonderVoorstel, |it| it.soort)
}

fn own_value<'i>(input: &'i mut Input, id: &Id, jaar: Option<Jaar>) -> Option<&'i mut EigenWaarde> {
    input.parameters.iter_mut().find(|own| own.id == *id && own.jaar == jaar)
}

fn rekenprotocol(input: &mut Input, jaren: Option<u16>) {
    match (&mut input.rekenprotocol, jaren) {
        (Some(protocol), Some(_)) => protocol.jaren = jaren,
        (none, Some(_)) => *none = Some(Rekenprotocol { jaren, gerealiseerd: Vec::new() }),
        (known, None) => *known = None,
    }
}

fn rolled_out(mut input: Input, edit: &Edit) -> Input {
    let (Edit::Inzet(id, ..) | Edit::Omvang(id, ..) | Edit::Start(id, _) | Edit::UitrolTerug(id)) =
        edit
    else {
        return input;
    };
    let known = input.uitrol.iter().position(|uitrol| uitrol.variant == *id);
    let mut uitrol = known.map(|at| input.uitrol.remove(at)).unwrap_or_default();
    uitrol.variant = Id::clone(id);
    match edit {
        Edit::Inzet(_, jaar, inzet) => put(&mut uitrol.inzet, *jaar, *inzet),
        Edit::Omvang(_, jaar, omvang) => put(&mut uitrol.omvang, *jaar, *omvang),
        Edit::Start(_, start) => uitrol.start = *start,
        _ => uitrol = Uitrol::default(),
    }
    let says_nothing =
        uitrol.inzet.is_empty() && uitrol.omvang.is_empty() && uitrol.start.is_none();
    if !says_nothing {
        let at = known.unwrap_or(input.uitrol.len());
        input.uitrol.insert(at, uitrol);
    }
    input
}

fn financed_or_divided(mut input: Input, edit: Edit) -> Input {
    let (financiering, sleutel) = (&mut input.financiering, &mut input.sleutel);
    match edit {
        Edit::Wijze(wijze) => financiering.wijze = wijze,
        Edit::Reservering(bedrag) => financiering.reservering = bedrag,
        Edit::Vertraging(years) => financiering.vertraging = years,
        Edit::Incidenteel(bedrag) => financiering.incidenteel = bedrag,
        Edit::Sleutel(id) => sleutel.alle = id,
        Edit::SleutelVan(groep, id) => put(&mut sleutel.per_groep, groep, id),
        Edit::Blok(id, share) => put(&mut sleutel.blokken, id, share),
        Edit::Gewicht(id, gewicht) => put(&mut sleutel.gewichten, id, gewicht),
        Edit::Gewichten(gewichten) => sleutel.gewichten = gewichten,
        _ => {}
    }
    input
}

#[cfg(test)]
mod tests {
    use super::*;

    fn jaar(number: i64) -> Jaar {
        Jaar::new(number).unwrap()
    }

    #[test]
    fn another_uitgangspunt_keeps_who_looks_under_which_key_and_what_it_pays() {
        let own = (Euro::from_cents(1), None);
        let edits = [
            Edit::Deelnemer("zwolle".into()),
            Edit::Sleutel(Some("blok-2019".into())),
            Edit::Bijdrage("zwolle".into(), jaar(2022), Some(own)),
            Edit::Reservering(Some(Euro::from_cents(1))),
            Edit::Uitgangspunt("niets".into()),
        ];
        let input = edits.into_iter().fold(Input::default(), apply);
        assert_eq!(input.deelnemer.as_deref(), Some("zwolle"));
        assert_eq!(input.sleutel.alle.as_deref(), Some("blok-2019"));
        assert_eq!(input.uitgangspunt.as_deref(), Some("niets"));
        assert_eq!(input.bijdragen.len(), 1);
        assert_eq!(input.financiering.reservering, None);
    }

    #[test]
    fn a_typed_band_stays_when_its_value_changes_and_goes_with_it() {
        let (id, breuk) = (Id::from("betaald_aandeel"), |of| Some(Breuk::whole(of)));
        let (laag, hoog) =
            (Edit::Laag(id.clone(), None, breuk(1)), Edit::Hoog(id.clone(), None, breuk(4)));
        assert!(!laag.same_place(&hoog));
        for side in [&laag, &hoog] {
            assert_eq!(
                apply(Input::default(), side.clone()),
                Input::default(),
                "a band of nothing"
            );
        }
        let edits = [2, 3].map(|value| Edit::Parameter(id.clone(), None, breuk(value)));
        let [first, second] = edits;
        let input = [first, laag, hoog, second].into_iter().fold(Input::default(), apply);
        let own = input.parameters.first().unwrap();
        assert_eq!((Some(own.waarde), own.laag, own.hoog), (breuk(3), breuk(1), breuk(4)));
        assert_eq!(apply(input, Edit::Parameter(id, None, None)), Input::default());
    }

    #[test]
    fn another_amount_stays_of_the_soort_that_it_was() {
        let own = |cents, soort| {
            Edit::Bijdrage("zwolle".into(), jaar(2022), Some((Euro::from_cents(cents), soort)))
        };
        let soort = |edits: Vec<Edit>| {
            let input = edits.into_iter().fold(Input::default(), apply);
            input.bijdragen.first().map(|own| (own.bedrag, own.soort))
        };
        let (met, zonder) = (BijdrageSoort::MetVoorstel, BijdrageSoort::ZonderVoorstel);
        let two = Euro::from_cents(2);
        assert_eq!(soort(vec![own(2, None)]), Some((two, zonder)));
        assert_eq!(soort(vec![own(1, Some(met)), own(2, None)]), Some((two, met)));
        let before = Edit::Bijdrage("zwolle".into(), jaar(2021), Some((two, Some(met))));
        let input = [before, own(2, None)].into_iter().fold(Input::default(), apply);
        assert_eq!(input.bijdragen.last().map(|own| own.soort), Some(met));
    }

    #[test]
    fn what_is_taken_away_leaves_nothing_behind() {
        let (id, year) = (Id::from("2a"), jaar(2022));
        let euro = Some(Euro::from_cents(100));
        let pairs = [
            (
                Edit::Inzet(id.clone(), year, Some(Decimal::ONE)),
                Edit::Inzet(id.clone(), year, None),
            ),
            (Edit::Start(id.clone(), Some(year)), Edit::UitrolTerug(id.clone())),
            (Edit::Vrijgave(year, euro), Edit::Vrijgave(year, None)),
            (Edit::Onbekend(id.clone(), year, euro), Edit::Onbekend(id.clone(), year, None)),
            (Edit::Rekenprotocol(Some(2)), Edit::Rekenprotocol(None)),
            (Edit::Gewicht(id.clone(), euro), Edit::Gewicht(id.clone(), None)),
            (
                Edit::SleutelVan(Groep::Baten, Some(id.clone())),
                Edit::SleutelVan(Groep::Baten, None),
            ),
            (Edit::Optie(id.clone(), Some(id.clone())), Edit::Optie(id, None)),
            (Edit::Aannamen(Some(true)), Edit::Aannamen(None)),
            (Edit::Aannamen(Some(true)), Edit::Herstel),
            (Edit::Uitgangspunt("niets".into()), Edit::Voorstel),
            (Edit::Reservering(euro), Edit::Voorstel),
        ];
        for (there, back) in pairs {
            let changed = apply(Input::default(), there.clone());
            assert_ne!(changed, Input::default(), "{there:?}");
            assert_eq!(apply(changed, back), Input::default(), "{there:?}");
        }
    }
}
