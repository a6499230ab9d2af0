//! Links that did not come through whole, or that come from elsewhere.

use bijdragewijzer::melding::Code;
use bijdragewijzer::publicatie::Publicatie;
use bijdragewijzer::scenario::{Input, link};

use crate::geval::{Bron, Geval};

/// The link to the proposal under a name.
fn whole(publicatie: &Publicatie) -> String {
    let input = Input { naam: Some("Voorbeeld".into()), ..Input::default() };
    link(publicatie, &[input], 0)
}

/// The link that another publicatie would make.
fn from_elsewhere(publicatie: &Publicatie, change: impl FnOnce(&mut Publicatie)) -> String {
    let mut other = publicatie.clone();
    change(&mut other);
    whole(&other)
}

pub(crate) const GALLERY: &[Geval] = &[
    Geval {
        code: Code::LinkAbsent,
        bron: Bron::Link(|_| "Goedemorgen, hierbij het scenario.".into()),
        pad: "$",
        titel: "Hier staat geen scenario in",
        zin: "In deze tekst staat geen scenario.",
        doen: "Plak de hele link, van https tot en met het laatste teken. Of vraag de afzender om het bestand.",
    },
    Geval {
        code: Code::LinkCut,
        bron: Bron::Link(|_| "#/1.gblt-2021~1.d~zwolle".into()),
        pad: "$",
        titel: "De link is niet volledig",
        zin: "De link houdt op na “gblt-2021~1”; het einde ontbreekt.",
        doen: "Kopieer de hele link, ook als hij over meer regels loopt. Of vraag de afzender om het bestand. Neem wat nog te lezen is alleen over als u elke waarde nakijkt.",
    },
    Geval {
        code: Code::LinkChanged,
        bron: Bron::Link(|_| "#/1.gblt-2021~1.d~dalfsen.0qpfads".into()),
        pad: "$",
        titel: "De link is onderweg veranderd",
        zin: "De controle aan het einde van de link klopt niet. Er is een teken veranderd of weggevallen.",
        doen: "Kopieer de link opnieuw uit het bericht, of vraag de afzender om het bestand. Neem wat nog te lezen is alleen over als u elke waarde nakijkt.",
    },
    Geval {
        code: Code::LinkPart,
        bron: Bron::Link(|_| "#/1.gblt-2021~1.d~zwolle.kleur~rood.09r036t".into()),
        pad: "$.scenarios[0]",
        titel: "Een deel van de link is niet overgenomen",
        zin: "Het deel “kleur~rood” is hier niet bekend of staat er twee keer. De rest van de link is wel gelezen.",
        doen: "Vraag de afzender wat hier gekozen was.",
    },
    Geval {
        code: Code::LinkVersie,
        bron: Bron::Link(|_| "#/2.gblt-2021~1.d~zwolle.0or7tw0".into()),
        pad: "$",
        titel: "De link is gemaakt met een andere versie",
        zin: "De link heeft versie 2; dit programma leest versie 1.",
        doen: "Open de link met een nieuwere Bijdragewijzer, of neem over wat hier bekend is.",
    },
    Geval {
        code: Code::LinkTooLong,
        bron: Bron::Link(|_| "a".repeat(1_000_001)),
        pad: "$",
        titel: "De tekst is te lang voor een link",
        zin: "De tekst is langer dan 1 MB.",
        doen: "Plak alleen de link, of vraag de afzender om het bestand.",
    },
    Geval {
        code: Code::LinkPublicatie,
        bron: Bron::Link(|p| from_elsewhere(p, |it| it.id = "gblt-2024".into())),
        pad: "$",
        titel: "De link hoort bij een andere publicatie",
        zin: "De link is gemaakt voor “gblt-2024”, maar “gblt-2021” is geladen.",
        doen: "Open hem bij die publicatie. U kunt overnemen wat hier ook bestaat; de bedragen worden dan anders.",
    },
    Geval {
        code: Code::OtherUitgave,
        bron: Bron::Link(|p| from_elsewhere(p, |it| it.uitgave = "9".into())),
        pad: "$",
        titel: "Gemaakt met een andere uitgave",
        zin: "Dit is gemaakt met uitgave “9” van de publicatie; hier is uitgave “1” geladen.",
        doen: "De keuzes zijn dezelfde, maar de bedragen kunnen anders zijn dan de maker zag. Vergelijk ze met de cijfers van toen.",
    },
];
