//! The posts of the second model, year by year.

use std::collections::BTreeSet;

use num_bigint::BigInt;

/// A post of one year.
#[derive(Clone, Debug)]
pub(crate) struct Post {
    pub(crate) id: String,
    pub(crate) deel: &'static str,
    pub(crate) groep: &'static str,
    pub(crate) jaar: i64,
    /// Nothing when it is onbekend.
    pub(crate) cents: Option<BigInt>,
    /// Unknown posts that its amount leaves out.
    pub(crate) leaves_out: BTreeSet<String>,
}

pub(super) struct Year {
    pub(super) jaar: i64,
    pub(super) posts: Vec<Post>,
}

impl Year {
    pub(super) fn post(
        &mut self,
        id: &str,
        deel: &'static str,
        groep: &'static str,
        cents: Option<BigInt>,
    ) {
        let (id, jaar) = (id.to_owned(), self.jaar);
        self.posts.push(Post { id, deel, groep, jaar, cents, leaves_out: BTreeSet::new() });
    }

    pub(super) fn regels(
        &mut self,
        regels: Vec<(String, &'static str, Option<BigInt>)>,
        deel: &'static str,
    ) {
        for (id, groep, cents) in regels {
            self.post(&id, deel, groep, cents);
        }
    }

    /// What the last post leaves out.
    pub(super) fn leave_out(&mut self, unknown: &BTreeSet<String>) {
        self.posts.last_mut().unwrap().leaves_out.clone_from(unknown);
    }
}
