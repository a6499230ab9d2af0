//! A post: one regel (or ophoging, reservering, onttrekking, rest) with its amount per year.

use std::rc::Rc;

use super::verdeling::Sleutels;
use crate::formula::{Deel, Id, Naam, Term, Verdeeld};
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
        id: impl Into<Id>,
        deel: Deel,
        groep: Groep,
        aard: Aard,
        jaar: Jaar,
        bedrag: Term<Bedrag>,
        sleutels: &Sleutels,
    ) -> Self {
        let id = id.into();
        let naam = Naam::new(Id::clone(&id), jaar).in_deel(deel);
        // What is settled afterwards does not come back every year.
        let aard = if deel == Deel::Verrekening { Aard::Incidenteel } else { aard };
        Self {
            id,
            deel,
            groep,
            aard,
            jaar,
            bedrag: bedrag.post(naam, Rc::clone(sleutels.of_groep(groep))),
        }
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

/// The posts of all years by id and part: those of the begroting first, each in the order it first counts.
pub(super) fn collect<'p>(years: impl Iterator<Item = &'p PostJaar> + Clone) -> Vec<Post> {
    let mut posten: Vec<Post> = Vec::new();
    for deel in Deel::ALL {
        for year in years.clone().filter(|year| year.deel == deel) {
            let entry = (year.jaar, year.bedrag.clone());
            match posten.iter_mut().find(|post| post.deel == deel && post.id == year.id) {
                Some(post) => post.bedragen.push(entry),
                None => posten.push(Post {
                    id: Id::clone(&year.id),
                    deel,
                    groep: year.groep,
                    aard: year.aard,
                    bedragen: vec![entry],
                }),
            }
        }
    }
    posten
}
