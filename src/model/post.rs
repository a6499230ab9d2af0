//! A post: one regel (or ophoging, reservering, onttrekking, rest) with its amount per year.

use std::rc::Rc;

use super::verdeling::Sleutels;
use crate::formula::{Deel, Id, Naam, Term, Verdeeld, same_id};
use crate::scenario::Groep;
use crate::units::Jaar;
use crate::units::unit::Bedrag;

/// Whether an amount comes back every year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aard {
    /// Every year.
    Structureel,
    /// Once, or settled afterwards.
    Incidenteel,
}

impl Aard {
    /// The word in documents and on screen.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Structureel => "structureel",
            Self::Incidenteel => "incidenteel",
        }
    }
}

/// A post in one year.
#[derive(Clone, Debug)]
pub(super) struct PostJaar {
    pub(super) id: Id,
    pub(super) deel: Deel,
    pub(super) groep: Groep,
    pub(super) aard: Aard,
    pub(super) jaar: Jaar,
    pub(super) bedrag: Term<Verdeeld>,
}

impl PostJaar {
    pub(super) fn new(
        naam: Naam,
        deel: Deel,
        groep: Groep,
        aard: Aard,
        bedrag: Term<Bedrag>,
        sleutels: &Sleutels,
    ) -> Self {
        let (id, jaar) = (Id::clone(&naam.id), naam.jaar);
        // What is settled afterwards does not come back every year.
        let aard = if deel == Deel::Verrekening { Aard::Incidenteel } else { aard };
        let bedrag = bedrag.post(naam.in_deel(deel), Rc::clone(sleutels.of_groep(groep)));
        Self { id, deel, groep, aard, jaar, bedrag }
    }
}

/// A post with its amounts, divided over the deelnemers on its own under the key of its group.
#[derive(Clone, Debug)]
pub struct Post {
    /// Its id: unique together with `deel`.
    pub id: Id,
    /// The part it stands in.
    pub deel: Deel,
    /// The group whose key divides it.
    pub groep: Groep,
    /// Whether it comes back every year.
    pub aard: Aard,
    /// Its amount in each year that it counts.
    pub bedragen: Vec<(Jaar, Term<Verdeeld>)>,
}

impl Post {
    fn new(year: &PostJaar, jaren: usize) -> Self {
        let (id, deel, groep, aard) = (Id::clone(&year.id), year.deel, year.groep, year.aard);
        Self { id, deel, groep, aard, bedragen: Vec::with_capacity(jaren) }
    }
}

/// The posts of so many years by id and part: those of the begroting first, each in the order it first counts.
pub(super) fn collect<'p>(
    years: impl Iterator<Item = &'p PostJaar> + Clone,
    jaren: usize,
) -> Vec<Post> {
    let mut posten: Vec<Post> = Vec::new();
    for deel in Deel::ALL {
        let first = posten.len();
        // A year mostly has the posts of the year before, in the same order.
        let mut next = first;
        for year in years.clone().filter(|year| year.deel == deel) {
            let is = |post: &Post| same_id(&post.id, &year.id);
            let place = match posten.get(next) {
                Some(post) if is(post) => next,
                _ => first + posten.iter().skip(first).take_while(|post| !is(post)).count(),
            };
            if place == posten.len() {
                posten.push(Post::new(year, jaren));
            }
            if let Some(post) = posten.get_mut(place) {
                post.bedragen.push((year.jaar, year.bedrag.clone()));
            }
            next = place + 1;
        }
    }
    posten
}
