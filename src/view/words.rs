//! The words of the page, each with its explanation: the same sentence as in docs/glossary.md.

/// A word of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// The term in code, as docs/glossary.md has it.
    pub term: &'static str,
    /// The word as it is written.
    pub name: &'static str,
    /// What it means, in one sentence.
    pub meaning: &'static str,
}

/// The words that someone meets on the page, in alphabetical order.
pub fn words() -> impl Iterator<Item = Word> {
    WORDS.iter().map(|(term, name, meaning)| Word { term, name, meaning })
}

/// What a word means; nothing for one that is not explained on the page.
pub fn meaning(term: &str) -> Option<&'static str> {
    WORDS.iter().find(|(known, ..)| *known == term).map(|(_, _, meaning)| *meaning)
}

#[rustfmt::skip]
const WORDS: &[(&str, &str, &str)] = &[
    ("aanname", "Aanname", "Een waarde die wij gekozen hebben omdat geen bron haar noemt."),
    ("afgeleid", "Afgeleid", "Een waarde die met een zichtbare som uit bronnen volgt."),
    ("antwoordjaar", "Antwoordjaar", "Het jaar waarover het antwoord het eerst gaat."),
    ("band", "Band", "Het laagste en hoogste dat een waarde kan zijn."),
    ("basisjaar", "Basisjaar", "Het jaar waarvan de voorschotten gelden als bijdrage zonder het voorstel."),
    ("begroot", "Begroot", "Wat de begroting van een jaar met de bijdrage doet."),
    ("beslag", "Beslag", "Een opdracht aan de deurwaarder om beslag te leggen."),
    ("besparing", "Besparing", "Een uitgave die GBLT niet hoeft te doen; de bijdrage daalt."),
    ("bijdrage", "Bijdrage", "Wat een deelnemer per jaar aan GBLT betaalt."),
    ("blok", "Blok", "Een groep deelnemers die samen een deel krijgt: de waterschappen of de gemeenten."),
    ("bron", "Bron", "Een document waar een waarde uit komt; als status: het staat in het voorstel."),
    ("concept", "Concept", "Een publicatie die nog aan niemand is voorgelegd."),
    ("deelnemer", "Deelnemer", "Een waterschap of gemeente die aan de gemeenschappelijke regeling deelneemt."),
    ("definitief", "Definitief", "Begroot en verrekening samen: wat het jaar uiteindelijk kost."),
    ("dossiers", "Dossiers", "De afgehandelde zaken van burgers in een jaar."),
    ("dpia", "DPIA", "De wettelijk verplichte privacytoets, een eenmalige uitgave."),
    ("dwangbevelen", "Dwangbevelen", "Bevelen waarmee GBLT kosten in rekening brengt en betaling kan afdwingen."),
    ("effect", "Effect", "Wat er in de exploitatie verandert: meerkosten, min besparingen, plus minderbaten."),
    ("evenredig", "Evenredig", "Naar verhouding van de voorschotten van een jaar."),
    ("exploitatie", "Exploitatie", "De lopende baten en lasten van GBLT."),
    ("fte", "Fte", "Een volledige baan."),
    ("gewicht", "Gewicht", "Hoe zwaar een deelnemer of blok meetelt in een verdeling."),
    ("herleiding", "Herleiding", "Hoe een bedrag stap voor stap tot stand komt."),
    ("hernieuwd", "Hernieuwd", "De werkwijze die pas belt als een hernieuwd bevel dreigt."),
    ("hernieuwde_bevelen", "Hernieuwde bevelen", "Bevelen die volgen als na een dwangbevel niet is betaald."),
    ("hoekpunten", "Hoekpunten", "De laagste en hoogste uitkomst als elke waarde op een uiterste van haar band staat."),
    ("inbaarheid", "Inbaarheid", "Het deel van de kosten dat anders echt ontvangen zou zijn."),
    ("incidenteel", "Incidenteel", "Niet elk jaar; als wijze: één bedrag uit het resultaat van een eerder jaar."),
    ("index", "Index", "Het percentage waarmee de bijdrage zonder het voorstel elk jaar groeit."),
    ("inhuur", "Inhuur", "Medewerkers die tijdelijk worden ingehuurd."),
    ("invorderbaten", "Invorderbaten", "Wat GBLT ontvangt aan kosten van aanmaningen, dwangbevelen en verdere invordering."),
    ("inzet", "Inzet", "Hoe ver een variant in een jaar loopt, van 0 tot 1."),
    ("jaarlijks", "Jaarlijks", "Elk jaar opnieuw; als wijze: elk jaar het effect van dat jaar."),
    ("jaarrekening", "Jaarrekening", "De verantwoording over een afgelopen jaar, waarin wordt verrekend."),
    ("kwijtschelding", "Kwijtschelding", "Een vordering die een burger niet hoeft te betalen omdat hij dat niet kan."),
    ("meerkosten", "Meerkosten", "Een uitgave die erbij komt; de bijdrage stijgt."),
    ("met_voorstel", "Met voorstel", "Een ingevulde bijdrage waarin het voorstel al zit."),
    ("minderbaten", "Minderbaten", "Inkomsten die GBLT misloopt; de bijdrage stijgt."),
    ("nadeel", "Nadeel", "Een hogere bijdrage, geschreven met een plus en N."),
    ("omvang", "Omvang", "Hoeveel stuks een variant in een jaar bereikt."),
    ("onbekend", "Onbekend", "Niemand heeft de waarde genoemd; er wordt geen nul voor gerekend."),
    ("oninbaar", "Oninbaar", "Een vordering die niet te innen is."),
    ("openbaar", "Openbaar", "Een waarde uit een andere openbare bron dan het voorstel."),
    ("ophoging", "Ophoging", "De hogere raming van de invorderbaten, die de bijdrage verlaagt."),
    ("opiniërend", "Opiniërend", "Voorgelegd aan het bestuur om een mening."),
    ("publicatie", "Publicatie", "Wat het lichaam uitgeeft: alle gegevens, zonder rekenwerk."),
    ("rekenprotocol", "Rekenprotocol", "De afspraak om de baten te ramen op het gemiddelde van gerealiseerde jaren."),
    ("reservering", "Reservering", "Een vast bedrag per overgangsjaar in de begroting voor het nog onzekere effect."),
    ("resultaat", "Resultaat", "Het overschot of tekort van een jaar volgens de jaarrekening."),
    ("scenario", "Scenario", "Alle keuzes van een gebruiker samen."),
    ("spreiding", "Spreiding", "Het verschil tussen het hoogste en het laagste jaar."),
    ("stabiliteit", "Stabiliteit", "Hoe gelijkmatig de bedragen over de jaren lopen."),
    ("structureel", "Structureel", "Elk jaar; als wijze: een vaste reservering in de overgangsjaren."),
    ("tekort", "Tekort", "Wat het effect meer is dan de reservering."),
    ("uitgangspunt", "Uitgangspunt", "Een volledig scenario om mee te beginnen."),
    ("uitgave", "Uitgave", "Het nummer van een publicatie."),
    ("uitputting", "Uitputting", "Wat van de reservering is gebruikt."),
    ("uitrol", "Uitrol", "Hoe ver elke variant in elk jaar is."),
    ("variant", "Variant", "Een onderdeel van het voorstel: 1, 2A of 2B, of een werkwijze ernaast."),
    ("vastgesteld", "Vastgesteld", "Door het bestuur besloten."),
    ("verdeelsleutel", "Verdeelsleutel", "De afspraak hoe een post over de deelnemers wordt verdeeld."),
    ("verrekening", "Verrekening", "Wat in de jaarrekening van een jaar wordt rechtgezet."),
    ("vertraging", "Vertraging", "Hoeveel jaar de begroting achterloopt op het effect."),
    ("vervangen", "Vervangen", "Door een latere publicatie opgevolgd."),
    ("voorbellen", "Voorbellen", "Bellen voordat een dwangbevel wordt opgelegd."),
    ("voordeel", "Voordeel", "Een lagere bijdrage, geschreven met een min en V."),
    ("voorschotten", "Voorschotten", "Wat de deelnemers op grond van de begroting vooruit betalen."),
    ("vrijgave", "Vrijgave", "Wat het bestuur van de reservering vrijgeeft."),
    ("vroegsignalering", "Vroegsignalering", "Betalingsproblemen vroeg zien door signalen te delen."),
    ("wijze", "Wijze", "De manier van financieren: structureel, jaarlijks of incidenteel."),
    ("zonder_voorstel", "Zonder voorstel", "Een ingevulde bijdrage waarin het voorstel niet zit."),
];

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the glossary: the cells of its terms and meanings.
    fn glossary() -> Vec<(&'static str, &'static str)> {
        let text = include_str!("../../docs/glossary.md");
        let rows = text.lines().filter(|line| line.starts_with("| `"));
        rows.map(|line| {
            let mut cells = line.split('|').map(str::trim).skip(1);
            (cells.next().unwrap(), cells.next().unwrap())
        })
        .collect()
    }

    #[test]
    fn every_word_is_explained_as_in_the_glossary() {
        let glossary = glossary();
        for word in words() {
            let spelled = format!("`{}`", word.term);
            let row = glossary.iter().find(|(terms, _)| terms.split(", ").any(|it| it == spelled));
            assert_eq!(row.map(|(_, meaning)| *meaning), Some(word.meaning), "{}", word.term);
        }
    }

    #[test]
    fn the_words_stand_in_alphabetical_order_and_once() {
        let terms: Vec<&str> = words().map(|word| word.term).collect();
        assert!(terms.is_sorted_by(|one, next| one < next), "{terms:?}");
        assert_eq!(meaning("nergens"), None);
    }
}
