//! The years, the deelnemers, the keys and the parameters of the proposal of 27 January 2021.

use super::lines::{items, publicatie, same, word, words};

#[test]
fn it_is_the_proposal_of_27_january_2021_and_says_that_later_figures_replace_it() {
    let p = publicatie();
    let head = ["id", "organisatie", "datum", "stand", "basisjaar", "antwoordjaar"];
    assert_eq!(words(&p, &head), "gblt-2021 GBLT 2021-01-27 opiniërend 2019 2022");
    let voorbehoud = word(&p, "voorbehoud");
    for part in ["Voorbeeldbedragen", "27 januari 2021", "latere begrotingen"] {
        assert!(voorbehoud.contains(part), "{voorbehoud}");
    }
}

#[test]
fn its_periods_are_those_of_the_rekenmodel() {
    let p = publicatie();
    assert_eq!(words(&p["horizon"], &["van", "tot"]), "2021 2025");
    assert_eq!(words(&p["overgang"], &["van", "tot"]), "2021 2023");
    assert_eq!(words(&p["dekking"], &["van", "tot", "resultaat"]), "2022 2024 2020");
}

#[test]
fn it_has_the_eleven_deelnemers_in_their_order_with_the_vat_of_the_gemeenten() {
    let found = items(&publicatie(), "deelnemers")
        .iter()
        .map(|it| {
            format!("{} {}", words(it, &["id", "blok"]), word(&it["btw_compensatie"], "bedrag"))
        })
        .collect::<Vec<_>>();
    same(
        found,
        "
        drents-overijsselse-delta  waterschappen  -
        rijn-en-ijssel             waterschappen  -
        vallei-en-veluwe           waterschappen  -
        vechtstromen               waterschappen  -
        zuiderzeeland              waterschappen  -
        bunschoten                 gemeenten      18423.00
        dalfsen                    gemeenten      26445.00
        dronten                    gemeenten      34749.00
        leusden                    gemeenten      25239.00
        nijkerk                    gemeenten      38597.00
        zwolle                     gemeenten      115592.00
        ",
    );
}

/// Years and kinds of which the publicatie has a bijdrage of this deelnemer.
fn columns(deelnemer: &str) -> String {
    let p = publicatie();
    let found = items(&p, "deelnemers").iter().find(|it| it["id"] == deelnemer).unwrap();
    let columns = items(found, "bijdragen").iter();
    columns.map(|it| words(it, &["jaar", "soort"])).collect::<Vec<_>>().join(", ")
}

#[test]
fn gaps_stay_gaps() {
    let known = "2018 begroting, 2018 rekening, 2019 begroting, 2019 rekening";
    let later = "2023 begroting, 2023 wijziging, 2024 begroting, 2025 meerjarenraming, \
                 2026 meerjarenraming, 2027 meerjarenraming";
    for deelnemer in items(&publicatie(), "deelnemers") {
        let id = word(deelnemer, "id");
        let gap = id == "nijkerk" || id == "zwolle";
        let expected = if gap { known.to_owned() } else { format!("{known}, {later}") };
        assert_eq!(columns(&id), expected, "{id}");
    }
}

#[test]
fn it_has_the_keys_of_the_rekenmodel_and_says_that_none_is_confirmed() {
    let p = publicatie();
    let found = items(&p, "verdeelsleutels").iter().map(|it| {
        let blokken = items(it, "blokken").iter().map(|blok| words(blok, &["blok", "waarde"]));
        let blokken: Vec<String> = blokken.collect();
        format!("{} {}", words(it, &["id", "soort", "jaar", "status"]), blokken.join(" "))
    });
    same(
        found,
        "
        evenredig-2019     evenredig  2019  openbaar
        evenredig-2018     evenredig  2018  openbaar
        blok-2019          blok       2019  afgeleid  waterschappen 2053746.00 gemeenten 10568.00
        blok-waterschappen blok       2019  afgeleid  waterschappen 1.00 gemeenten 0.00
        blok               blok       2019  aanname
        eigen              eigen      -     aanname
        ",
    );
    for sleutel in items(&p, "verdeelsleutels").iter().take(4) {
        assert!(word(sleutel, "toelichting").contains("Niet bevestigd door GBLT"), "{sleutel}");
    }
}

#[test]
fn it_has_every_parameter_with_its_value_its_band_and_its_status() {
    let found = items(&publicatie(), "parameters")
        .iter()
        .map(|it| {
            let years = items(it, "per_jaar").iter().map(|year| words(year, &["jaar", "waarde"]));
            let years = years.collect::<Vec<_>>().join(" ");
            let jaarlijks = if it["jaarlijks"] == true { "per jaar" } else { "" };
            let line = words(it, &["id", "eenheid", "waarde", "laag", "hoog", "status"]);
            format!("{line} {jaarlijks} {years}")
        })
        .collect::<Vec<_>>();
    same(
        found,
        "
        baten_oud                          euro    4000000.00 - -                   bron
        baten_nieuw                        euro    5700000.00 5200000.00 6200000.00 bron      per jaar
        gerealiseerde_baten                euro    - - -                            openbaar  per jaar 2018 5000000.00 2019 5200000.00
        resultaat                          euro    - - -                            openbaar  per jaar 2018 1460131.00 2019 2064314.00
        capaciteit_inhuur_eerste_bedrag    euro    155000.00 130500.00 180500.00    bron
        capaciteit_inhuur_vervolg_bedrag   euro    145000.00 142500.00 192500.00    bron
        capaciteit_in_dienst_bedrag        euro    120000.00 - -                    bron
        telefoon_bedrag                    euro    7500.00 - -                      bron
        dpia_bedrag                        euro    12000.00 - -                     bron
        minderbaten_1_bedrag               euro    - - -                            onbekend
        fte_interne_incasso                aantal  2 - -                            bron
        uitbesteding_bedrag                euro    180000.00 180000.00 200000.00    bron
        uitbesteding_basis                 aantal  90000 - -                        bron
        minder_dwangbevelen_bedrag         euro    775000.00 - -                    bron
        minder_dwangbevelen_basis          aantal  13500 - -                        bron
        minder_hernieuwde_bevelen_bedrag   euro    115000.00 - -                    bron
        minder_hernieuwde_bevelen_basis    aantal  6750 - -                         bron
        besparing_hernieuwde_bevelen_bedrag euro   32000.00 - -                     bron
        besparing_hernieuwde_bevelen_basis aantal  6750 - -                         bron
        besparing_beslag_bedrag            euro    50000.00 - -                     bron
        besparing_beslag_basis             aantal  3375 - -                         bron
        beslagkosten_bedrag                euro    0.00 0.00 62.00                  aanname
        betaald_aandeel                    aandeel 0.15 0.05 0.25                   aanname
        hernieuwd_aandeel                  aandeel 0.5 - -                          afgeleid
        beslag_aandeel                     aandeel 0.5 - -                          afgeleid
        contact_zonder_afspraak_aandeel    aandeel 0.1 - -                          afgeleid
        inbaarheid                         aandeel 1 0.7 1                          aanname
        dwangbevelen_per_jaar              aantal  90000 80000 110000               bron
        aansluiting_bedrag                 euro    10000.00 - -                     bron
        minderbaten_2b_bedrag              euro    - - -                            onbekend
        meerkosten_hernieuwd_bedrag        euro    - - -                            onbekend
        minderbaten_hernieuwd_bedrag       euro    - - -                            onbekend
        minderbaten_grof_bedrag            euro    1000000.00 - -                   bron
        meerkosten_grof_bedrag             euro    300000.00 100000.00 300000.00    bron
        herinnering_minderbaten            euro    0.00 - -                         aanname   per jaar
        dossiers                           aantal  - - -                            onbekend  per jaar
        gemiddelde_vordering               euro    - - -                            onbekend
        kwijtschelding_aandeel             aandeel 0.45 - -                         bron
        oninbaar_aandeel                   aandeel 0.2 - -                          bron
        overig_aandeel                     aandeel 0.35 - -                         afgeleid
        ",
    );
}
