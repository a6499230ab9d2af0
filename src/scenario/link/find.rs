//! Finds a link in whatever was pasted: an address, an address that a mail program wrapped or coded, a part
//! of it, or a sentence around it.

use std::borrow::Cow;

use super::check;

/// What was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Found<'t> {
    /// The part of the address that is the page's own.
    pub(super) section: &'t str,
    /// The text of a link, where there is one.
    pub(super) link: Option<Link<'t>>,
}

/// The text of a link without its check.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link<'t> {
    pub(super) text: &'t str,
    pub(super) state: State,
}

/// How a link came through.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// The check is right.
    Whole,
    /// There is a check, and it is wrong.
    Changed,
    /// There is no check.
    Cut,
}

/// How often a text may have been coded: once by the sender's program, once by each that wraps it.
const ROUNDS: usize = 4;

/// A text of which the coding is undone as it was before mail: in lower case, without what mail puts between
/// the signs.
pub(super) fn clean(text: &str) -> String {
    text.chars().filter_map(kept).collect()
}

/// The text with coding undone.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..ROUNDS {
        if !text.contains(['%', '&']) {
            break;
        }
        text = Cow::Owned(without_entities(&without_percents(&text)));
    }
    text
}

/// What becomes of a sign: nothing of spaces, line ends, quotation marks of mail and invisible signs.
fn kept(sign: char) -> Option<char> {
    match sign {
        '>' | '<' | '=' | '\\' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' => {
            None
        }
        '\u{2010}'..='\u{2015}' | '\u{2212}' => Some('-'),
        _ if sign.is_whitespace() || sign.is_control() => None,
        _ => Some(sign.to_ascii_lowercase()),
    }
}

/// `%7E` as `~`; a lone percent sign stays.
fn without_percents(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let coded = match after {
            [high, low, after @ ..] if *first == b'%' => hex(*high, *low).map(|byte| (byte, after)),
            _ => None,
        };
        let (byte, after) = coded.unwrap_or((*first, after));
        bytes.push(byte);
        rest = after;
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn hex(high: u8, low: u8) -> Option<u8> {
    let digit = |sign: u8| char::from(sign).to_digit(16);
    u8::try_from(digit(high)? * 16 + digit(low)?).ok()
}

/// `&amp;` as `&` and `&#126;` or `&#x7e;` as `~`.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (sign, after) = entity(after).unwrap_or(('&', after));
        out.push(sign);
        rest = after;
    }
    out + rest
}

fn entity(after: &str) -> Option<(char, &str)> {
    // The longest, `&#x10ffff;`, has nine signs before its end.
    let (end, _) = after.char_indices().take(10).find(|(_, sign)| *sign == ';')?;
    let (name, after) = (after.get(..end)?, after.get(end + 1..)?);
    let sign = match (name, name.strip_prefix('#')) {
        ("amp", _) => '&',
        ("gt" | "lt" | "nbsp", _) => ' ',
        (_, Some(number)) => match number.strip_prefix(['x', 'X']) {
            Some(number) => char::from_u32(u32::from_str_radix(number, 16).ok()?)?,
            None => char::from_u32(number.parse().ok()?)?,
        },
        _ => return None,
    };
    Some((sign, after))
}

/// Finds the link in a text that is clean: the first whose check is right, or else the last that looks like
/// one.
pub(super) fn find(text: &str) -> Found<'_> {
    let mut hash = None;
    let mut boundary = true;
    let mut damaged = None;
    for (index, sign) in text.bytes().enumerate() {
        if boundary
            && let Some(link) = text.get(index..).and_then(|rest| link(rest, hash.is_some()))
        {
            let found = (hash, index, link);
            if link.state == State::Whole {
                return at(text, found);
            }
            damaged = Some(found);
        }
        boundary = matches!(sign, b'/' | b'#');
        if sign == b'#' {
            hash = Some(index);
        }
    }
    let first = text.find('#').and_then(|hash| text.get(hash + 1..));
    let none = || Found { section: first.map_or("", leading_section), link: None };
    damaged.map_or_else(none, |found| at(text, found))
}

fn at<'t>(text: &'t str, (hash, index, link): (Option<usize>, usize, Link<'t>)) -> Found<'t> {
    Found { section: section(text, hash, index), link: Some(link) }
}

/// What stands between the mark and the link.
fn section(text: &str, hash: Option<usize>, link: usize) -> &str {
    let start = hash.map_or(0, |hash| hash + 1);
    let before = text.get(start..link).unwrap_or_default();
    let whole = leading_section(before);
    if whole == before.trim_matches('/') { whole } else { "" }
}

/// The signs at the start that can be a section.
fn leading_section(text: &str) -> &str {
    let plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_' | '/');
    text.split(|sign| !plain(sign)).next().unwrap_or_default().trim_matches('/')
}

/// The link that a text begins with: a version, a point, and what follows up to the check.
///
/// Only after the mark of an address, or with the sign that a link has in its second part, is a text
/// without a good check taken for a link: `/10.0.0.1/` is none.
fn link(text: &str, after_mark: bool) -> Option<Link<'_>> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if !(1..=3).contains(&digits) || text.as_bytes().get(digits) != Some(&b'.') {
        return None;
    }
    let end = text.bytes().position(|sign| !is_link_sign(sign)).unwrap_or(text.len());
    let run = text.get(..end)?;
    let (mut remainder, mut changed) = (check::EMPTY, None);
    for (index, sign) in run.bytes().enumerate() {
        let signs = run.as_bytes().get(index + 1..index + 1 + check::LENGTH);
        if sign == b'.'
            && let Some(signs) = signs
            && check::has_form(signs)
        {
            let text = run.get(..index)?;
            if check::written(remainder).as_bytes() == signs {
                return Some(Link { text, state: State::Whole });
            }
            changed = Some(Link { text, state: State::Changed });
        }
        remainder = check::feed(remainder, sign);
    }
    let second = run.split('.').nth(1).unwrap_or_default();
    if !after_mark && !second.contains('~') {
        return None;
    }
    // What stands last may have lost its end.
    let cut =
        || Link { text: run.rsplit_once('.').map_or(run, |(text, _)| text), state: State::Cut };
    changed.or_else(|| Some(cut()))
}

/// The signs of a link, in lower case.
const fn is_link_sign(sign: u8) -> bool {
    sign.is_ascii_lowercase() || sign.is_ascii_digit() || matches!(sign, b'-' | b'_' | b'.' | b'~')
}
