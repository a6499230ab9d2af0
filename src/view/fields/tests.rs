//! Every refusal that the page can bring about leads to a field, or there is a reason why not.

use rust_decimal::Decimal;

use super::*;
use crate::melding::{Code, Melding};
use crate::model::{bereken, waarschuwingen};
use crate::publicatie::standaard;
use crate::scenario::{Controle, Edit, apply, controleer_input};
use crate::units::{Breuk, Euro};

/// What someone does on the page, the code it gives, and the field it is about.
fn provoked() -> Vec<(Vec<Edit>, Code, &'static str)> {
    let sleutel = |id: &str| Edit::Sleutel(Some(id.into()));
    let gewicht = |id: &str| Edit::Gewicht(id.into(), Some(Euro::NUL));
    let blok = |id: &str| Edit::Blok(id.into(), Some(Decimal::ZERO));
    let nul = Some(Breuk::NUL);
    vec![
        // Pasted: a field of one line takes every other sign.
        (vec![Edit::Naam(Some("Half\u{7}".into()))], Code::BadText, "naam"),
        (vec![sleutel("eigen")], Code::KeyIncomplete, "gewicht-drents-overijsselse-delta"),
        (vec![sleutel("blok")], Code::KeyIncomplete, "blok-waterschappen"),
        (
            vec![sleutel("eigen"), gewicht("zwolle")],
            Code::WeightsZero,
            "gewicht-drents-overijsselse-delta",
        ),
        (
            vec![sleutel("blok"), blok("waterschappen"), blok("gemeenten")],
            Code::SharesOpen,
            "blok-waterschappen",
        ),
        (
            vec![Edit::SleutelVan(Groep::Kosten, Some("eigen".into()))],
            Code::KeyIncomplete,
            "gewicht-drents-overijsselse-delta",
        ),
        (vec![Edit::Rekenprotocol(Some(3))], Code::TooFewRealised, "rekenprotocol-jaren"),
        (
            vec![Edit::Parameter("uitbesteding_basis".into(), None, nul)],
            Code::DividesByZero,
            "parameter-uitbesteding_basis",
        ),
    ]
}

/// Refusals that no edit of the page brings about, and why.
const NEVER: &[(Code, &str)] = &[
    (Code::Encoding, "of bytes: a scenario of the page is no file"),
    (Code::NoJson, "of a file"),
    (Code::TooLarge, "of a file"),
    (Code::TooDeep, "of a file"),
    (Code::WrongType, "the page writes the types itself"),
    (Code::UnknownField, "the page writes the fields itself"),
    (Code::DuplicateField, "the page writes each field once"),
    (Code::MissingField, "realised years are shown only with a number of years"),
    (Code::OtherFormaat, "of a file"),
    (Code::OtherVersie, "of a file"),
    (Code::NoNumber, "a field reads a number or changes nothing"),
    (Code::TooManyDecimals, "a field refuses them first"),
    (Code::OutOfBounds, "a field has the same bounds, and refuses first"),
    (Code::NotAllowed, "chosen from a list"),
    (Code::YearOutside, "the fields are of the years of the publicatie"),
    (Code::YearTwice, "a change replaces the value of the year"),
    (Code::UnknownId, "chosen from a list"),
    (Code::IdTwice, "a change replaces the value of the id"),
    (Code::TooMany, "there is a field for each that may be there"),
    (Code::BadId, "chosen from a list"),
    (Code::TooFew, "the last scenario stays"),
    (Code::KeyHasGap, "of a publicatie: a key with a gap is not read"),
    (Code::BandOrder, "a typed value has no band of its own"),
    (Code::OtherDriver, "a variant has fields of its own driver alone"),
    (Code::OneOfTwo, "a field gives a count or a share"),
    (Code::EmptyBlock, "of the typed shares: the block has its field, as for SharesOpen"),
    (Code::OtherPublicatie, "of a link or file: it is offered, not taken over"),
    (Code::PostIsKnown, "only unknown posts have fields"),
    (Code::UnknownAndValue, "of a publicatie"),
    (Code::MissingParameter, "of a publicatie"),
    (Code::OtherUnit, "of a publicatie"),
    (Code::TooManyShares, "of a publicatie"),
    (Code::BadPeriod, "of a publicatie"),
    (Code::MoreFaults, "closes a list of a hundred, which no page of fields fills"),
    (Code::LinkAbsent, "of a link"),
    (Code::LinkCut, "of a link"),
    (Code::LinkChanged, "of a link"),
    (Code::LinkPart, "of a link"),
    (Code::LinkVersie, "of a link"),
    (Code::LinkPublicatie, "of a link"),
    (Code::LinkTooLong, "of a link"),
];

fn made(edits: &[Edit]) -> Input {
    let input = Input { deelnemer: Some("zwolle".into()), ..Input::default() };
    edits.iter().cloned().fold(input, apply)
}

fn found(input: &Input, melding: &Melding) -> Option<PageField> {
    field_of(&standaard().unwrap(), input, &melding.pad)
}

#[test]
fn every_refusal_that_the_page_brings_about_leads_to_its_field() {
    let publicatie = standaard().unwrap();
    for (edits, code, id) in provoked() {
        let input = made(&edits);
        let meldingen = controleer_input(&publicatie, &input).meldingen;
        let melding = meldingen.iter().find(|melding| melding.code == code);
        let melding = melding.unwrap_or_else(|| panic!("{edits:?}: {meldingen:?}"));
        let field = found(&input, melding).unwrap_or_else(|| panic!("{melding:?}"));
        assert_eq!(field.id, id, "{melding:?}");
    }
}

#[test]
fn every_refusing_code_is_brought_about_or_has_a_reason() {
    for code in Code::ALL.iter().filter(|code| code.text().starts_with('F')) {
        let here = provoked().iter().any(|(_, known, _)| known == code);
        let never = NEVER.iter().filter(|(known, _)| known == code).count();
        assert_eq!(usize::from(here) + never, 1, "{code}: once, here or there");
    }
}

#[test]
fn warnings_lead_to_their_fields_too() {
    let publicatie = standaard().unwrap();
    let euro = |euro: i128| Some(Breuk::whole(euro));
    let share = |share: &str| Some(Breuk::from_decimal(share.parse().unwrap()));
    let jaar = Jaar::new(2023);
    let many = Some(crate::scenario::Omvang::Aantal(Decimal::from(200_000)));
    let once = Edit::Wijze(Some(Wijze::Incidenteel));
    use Stands::{Beside, InKeuzes};
    for (edits, code, id, stands) in [
        (
            vec![Edit::Parameter("baten_nieuw".into(), None, euro(9_000_000))],
            Code::OutsideBand,
            "parameter-baten_nieuw",
            InKeuzes,
        ),
        (
            vec![Edit::Parameter("baten_nieuw".into(), jaar, euro(9_000_000))],
            Code::OutsideBand,
            "parameter-baten_nieuw-2023",
            InKeuzes,
        ),
        (
            vec![Edit::Omvang("2a".into(), jaar.unwrap(), many)],
            Code::OmvangAbove,
            "kaart-uitrol-2a-2023",
            InKeuzes,
        ),
        (vec![Edit::Vertraging(Some(1)), once.clone()], Code::DelayIgnored, "wijze", Beside),
        (vec![once], Code::AboveResultaat, "incidenteel", Beside),
        (
            vec![Edit::Varianten(Some(vec!["2a".into(), "grof".into()]))],
            Code::CountsTwice,
            "kaart-variant-2a",
            InKeuzes,
        ),
        (
            vec![Edit::Parameter("kwijtschelding_aandeel".into(), None, share("0.9"))],
            Code::SharesAbove,
            "parameter-kwijtschelding_aandeel",
            InKeuzes,
        ),
        (
            // More of the reservering is used than this, which only the outcome can tell.
            vec![Edit::Vrijgave(jaar.unwrap(), Some(Euro::NUL))],
            Code::AboveVrijgave,
            "vrijgave-2023",
            InKeuzes,
        ),
    ] {
        let input = made(&edits);
        let Controle { mut meldingen, scenario, .. } = controleer_input(&publicatie, &input);
        let scenario = scenario.unwrap();
        meldingen.extend(waarschuwingen(&scenario, &bereken(&publicatie, &scenario)));
        let melding = meldingen.iter().find(|melding| melding.code == code);
        let melding = melding.unwrap_or_else(|| panic!("{edits:?}: {meldingen:?}"));
        let field = found(&input, melding).unwrap();
        assert_eq!((field.id.as_str(), field.stands), (id, stands));
    }
}

#[test]
fn a_path_leads_where_a_person_can_change_it() {
    let publicatie = standaard().unwrap();
    let jaar = Jaar::new(2023).unwrap();
    let uit = vec![
        Edit::Varianten(Some(vec!["1".into()])),
        Edit::Omvang("2a".into(), jaar, None),
        Edit::Start("2b".into(), Some(jaar)),
        Edit::Vrijgave(jaar, Some(Euro::NUL)),
        Edit::Onbekend("minderbaten_1".into(), jaar, Some(Euro::NUL)),
        Edit::Rekenprotocol(Some(2)),
        Edit::Gerealiseerd(jaar, Some(Euro::NUL)),
    ];
    let input = made(&uit);
    for (pad, id) in [
        ("$.uitrol[0].start", Some("kaart-variant-2b")),
        ("$.vrijgave[0].bedrag", Some("vrijgave-2023")),
        ("$.onbekend[0].bedrag", Some("onbekend-minderbaten_1-2023")),
        ("$.rekenprotocol.gerealiseerd[0].bedrag", Some("gerealiseerd-2023")),
        ("$.sleutel.baten", Some("sleutel-van-baten")),
        ("$.sleutel.gewichten", Some("sleutel-van-alle")),
        ("$.financiering.incidenteel", Some("wijze")),
        ("$.index", Some("index")),
        ("$.deelnemer", Some("organisatie")),
        ("$.parameters[7].waarde", None),
        ("$.onzekerheid.zaad", None),
        ("$", None),
    ] {
        let found = field_of(&publicatie, &input, pad).map(|field| field.id);
        assert_eq!(found.as_deref(), id, "{pad}");
    }
}
