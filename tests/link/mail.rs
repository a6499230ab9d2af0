//! What mail, chat and office programs make of a link, and what comes of it.

use bijdragewijzer::scenario::{address, open_link};

use super::example::{codes, four, publicatie, whole};

/// Percent coding of every sign that is not a letter or a digit, as the strictest programs do.
fn coded(text: &str) -> String {
    let code = |byte: u8| {
        if byte.is_ascii_alphanumeric() {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    text.bytes().map(code).collect()
}

fn entities(text: &str) -> String {
    text.chars().map(|sign| format!("&#{};", u32::from(sign))).collect()
}

/// The text in lines of `width`, with this between them.
fn lines(text: &str, width: usize, between: &str) -> String {
    let signs: Vec<char> = text.chars().collect();
    let lines: Vec<String> = signs.chunks(width).map(|line| line.iter().collect()).collect();
    lines.join(between)
}

/// A link, its address, and the part after the mark.
struct Sent {
    url: String,
    fragment: String,
}

fn sent() -> Sent {
    let publicatie = publicatie();
    let fragment = address("keuzes", &four(&publicatie).link(&publicatie));
    Sent { url: format!("https://host.example/map/index.html{fragment}"), fragment }
}

/// Holds that the text opens to the four scenarios, in the section that was sent.
fn opens(name: &str, text: &str) {
    let publicatie = publicatie();
    let opened = open_link(&publicatie, text);
    assert_eq!(whole(&opened), Some(four(&publicatie).document()), "{name}: {text}");
    assert_eq!(opened.section, "keuzes", "{name}: {text}");
}

#[test]
fn coding_and_wrapping_do_no_harm() {
    let Sent { url, fragment } = sent();
    let (head, tail) = url.split_once('#').unwrap();
    let wrapper = "https://eur01.safelinks.protection.outlook.com/?url=";
    for (name, text) in [
        ("as it is", url.clone()),
        ("the fragment alone", fragment.clone()),
        ("without the mark", fragment.trim_start_matches('#').to_owned()),
        ("mark encoded once", format!("{head}%23{tail}")),
        ("mark encoded twice", format!("{head}%2523{tail}")),
        ("fragment encoded once", format!("{head}#{}", coded(tail))),
        ("fragment encoded twice", format!("{head}#{}", coded(&coded(tail)))),
        ("mail wrapper", format!("{wrapper}{}&data=05%7C02%7C&reserved=0", coded(&url))),
        (
            "wrapped twice",
            format!("{wrapper}{}&data=05", coded(&format!("{wrapper}{}", coded(&url)))),
        ),
        ("wrapper as entity", format!("{wrapper}{}&amp;data=05%7C02%7C", coded(&url))),
        ("entities", format!("{head}{}", entities(&fragment))),
        ("capitals", url.to_uppercase()),
        ("small letters", url.to_lowercase()),
        ("dash made long", url.replace('-', "\u{2013}")),
        ("dash that does not break", url.replace('-', "\u{2011}")),
        ("markdown escapes", url.replace('_', "\\_").replace('~', "\\~")),
    ] {
        opens(name, &text);
    }
}

#[test]
fn what_stands_around_it_does_no_harm() {
    let Sent { url, .. } = sent();
    let ends = [
        ".", ",", ")", ">", ";", ":", "!", "'", "\"", "\u{201d}", "&gt;", "%20", " ", "\u{200b}",
        "\u{a0}", "\r\n", "\u{2026}", "-", "_", "~", "...", "/",
    ];
    for end in ends {
        opens(end, &format!("{url}{end}"));
    }
    opens("angle brackets", &format!("<{url}>"));
    opens("brackets", &format!("(zie {url})."));
    opens("sentence", &format!("Zie {url} voor de cijfers."));
    opens("numbered", &format!("1. Zie punt #3.\r\n2. Zie {url}\r\n3. Groet"));
    opens("other links", &format!("https://10.0.0.1/a/1.b#/1.c en {url} en https://host/#/x"));
    opens("markdown", &format!("[het scenario]({url})"));
    opens("html", &format!("<a href=\"{url}\">het scenario</a>"));
}

#[test]
fn lines_that_are_broken_are_joined() {
    let Sent { url, .. } = sent();
    for width in [1, 20, 74, 75, 76, 77, 78] {
        for between in ["\r\n", "\n", "\r\n> ", "\r\n>> ", "=\r\n", " ", "\u{200b}", "\r\n\t"] {
            opens("lines", &lines(&url, width, between));
        }
    }
}

#[test]
fn a_link_that_lost_something_says_so() {
    let publicatie = publicatie();
    let Sent { url, fragment } = sent();
    let (head, tail) = url.split_once('#').unwrap();
    let last = url.len() - 1;
    for (name, text, code) in [
        ("fragment lost", head.to_owned(), "F501"),
        ("section alone", format!("{head}#/keuzes"), "F501"),
        ("last sign lost", url[..last].to_owned(), "F502"),
        ("check lost", url[..url.len() - 8].to_owned(), "F502"),
        ("cut at 76", url[..76].to_owned(), "F502"),
        ("cut in the publicatie", format!("{head}#/1.gblt-20"), "F502"),
        ("first sign lost", format!("{head}#/keuzes/{}", &fragment[11..]), "F501"),
        ("a name changed", url.replace("zwolle", "dalfsen"), "F503"),
        ("an amount changed", url.replace("2310000", "2310001"), "F503"),
        ("points made spaces", format!("{head}#{}", tail.replace('.', " ")), "F501"),
        ("tildes lost", format!("{head}#{}", tail.replace('~', "")), "F503"),
    ] {
        let opened = open_link(&publicatie, &text);
        assert!(codes(&opened.meldingen).contains(&code), "{name}: {:?}", opened.meldingen);
        assert_eq!(whole(&opened), None, "{name}: {text}");
    }
}

#[test]
fn an_address_without_a_link_is_a_section() {
    for (text, section) in [
        ("", ""),
        ("#", ""),
        ("#/", ""),
        ("#/vergelijken", "vergelijken"),
        ("#%", ""),
        ("#%E0%A4%A", ""),
        ("#/vergelijken#x", "vergelijken"),
        ("#/vergelijken%23x", "vergelijken"),
        ("#/bestaat-niet", "bestaat-niet"),
        ("##", ""),
        (
            "#/uw-bijdrage/herleiding/reservering/2022/zwolle",
            "uw-bijdrage/herleiding/reservering/2022/zwolle",
        ),
        ("https://10.0.0.1/1.0/#/keuzes", "keuzes"),
    ] {
        let opened = open_link(&publicatie(), text);
        assert_eq!(opened.section, section, "{text}");
        assert_eq!(codes(&opened.meldingen), ["F501"], "{text}");
    }
}

#[test]
fn a_herleiding_keeps_its_address_beside_the_scenarios() {
    let publicatie = publicatie();
    let section = "uw-bijdrage/herleiding/minderbaten_1/2022/zwolle";
    let address = address(section, &four(&publicatie).link(&publicatie));
    let opened = open_link(&publicatie, &address);
    assert_eq!(opened.section, section);
    assert_eq!(whole(&opened), Some(four(&publicatie).document()));
}

/// The scenarios are all there; which section it was, the page decides.
#[test]
fn an_address_that_lost_only_its_mark_still_opens() {
    let publicatie = publicatie();
    let opened = open_link(&publicatie, &sent().url.replace('#', ""));
    assert_eq!(whole(&opened), Some(four(&publicatie).document()));
    assert_eq!(opened.section, "");
}
