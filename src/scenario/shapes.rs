//! The fields of a scenario document.

use crate::document::{Shape, may, needs};

pub(super) const SCENARIO: Shape = Shape {
    name: "scenario",
    fields: &[
        may("formaat"),
        needs("versie"),
        may("publicatie"),
        may("naam"),
        may("uitgangspunt"),
        may("deelnemer"),
        may("varianten"),
        may("uitrol"),
        may("keuzes"),
        may("financiering"),
        may("vrijgave"),
        may("sleutel"),
        may("parameters"),
        may("onbekend"),
        may("rekenprotocol"),
        may("bijdragen"),
        may("index"),
        may("onzekerheid"),
    ],
};
pub(super) const UITROL: Shape = Shape {
    name: "uitrol",
    fields: &[needs("variant"), may("inzet"), may("omvang"), may("start")],
};
pub(super) const INZET: Shape = Shape { name: "inzet", fields: &[needs("jaar"), needs("waarde")] };
pub(super) const OMVANG: Shape =
    Shape { name: "omvang", fields: &[needs("jaar"), may("waarde"), may("aandeel")] };
pub(super) const FINANCIERING: Shape = Shape {
    name: "financiering",
    fields: &[may("wijze"), may("reservering"), may("vertraging"), may("incidenteel")],
};
pub(super) const JAARBEDRAG: Shape =
    Shape { name: "jaarbedrag", fields: &[needs("jaar"), needs("bedrag")] };
pub(super) const SLEUTEL: Shape = Shape {
    name: "sleutel",
    fields: &[
        may("alle"),
        may("ophoging"),
        may("reservering"),
        may("kosten"),
        may("baten"),
        may("blokken"),
        may("gewichten"),
    ],
};
pub(super) const BLOK: Shape =
    Shape { name: "blokaandeel", fields: &[needs("blok"), needs("waarde")] };
pub(super) const GEWICHT: Shape =
    Shape { name: "gewicht", fields: &[needs("deelnemer"), needs("waarde")] };
pub(super) const PARAMETER: Shape = Shape {
    name: "eigenwaarde",
    fields: &[needs("id"), may("jaar"), needs("waarde"), may("laag"), may("hoog")],
};
pub(super) const ONBEKEND: Shape =
    Shape { name: "eigenpost", fields: &[needs("post"), needs("jaar"), needs("bedrag")] };
pub(super) const REKENPROTOCOL: Shape =
    Shape { name: "rekenprotocol", fields: &[may("jaren"), may("gerealiseerd")] };
pub(super) const BIJDRAGE: Shape = Shape {
    name: "eigenbijdrage",
    fields: &[needs("deelnemer"), needs("jaar"), needs("bedrag"), needs("soort")],
};
pub(super) const ONZEKERHEID: Shape =
    Shape { name: "onzekerheid", fields: &[may("zaad"), may("trekkingen"), may("aannamen")] };

/// The shapes of the document, for its JSON Schema. `keuzes` has the choices of the publicatie as fields.
pub const SHAPES: &[&Shape] = &[
    &SCENARIO,
    &UITROL,
    &INZET,
    &OMVANG,
    &FINANCIERING,
    &JAARBEDRAG,
    &SLEUTEL,
    &BLOK,
    &GEWICHT,
    &PARAMETER,
    &ONBEKEND,
    &REKENPROTOCOL,
    &BIJDRAGE,
    &ONZEKERHEID,
];
