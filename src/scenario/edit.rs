//! Everything a person can do to a scenario: the only way back from screen to document.

use super::Input;
use crate::formula::Id;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Look at it from another deelnemer.
    Deelnemer(Id),
    /// Start again from an uitgangspunt. Who looks at it and under which key stays.
    Uitgangspunt(Id),
    /// Another key for every group.
    Sleutel(Id),
}

/// The scenario after a change.
#[must_use]
pub fn apply(input: Input, edit: Edit) -> Input {
    match edit {
        Edit::Deelnemer(id) => Input { deelnemer: Some(id), ..input },
        Edit::Uitgangspunt(id) => Input {
            uitgangspunt: Some(id),
            deelnemer: input.deelnemer,
            sleutel: input.sleutel,
            ..Input::default()
        },
        Edit::Sleutel(id) => {
            let sleutel = super::SleutelKeuze { alle: Some(id), ..super::SleutelKeuze::default() };
            Input { sleutel, ..input }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn another_uitgangspunt_keeps_who_looks_and_under_which_key() {
        let edits = [
            Edit::Deelnemer("zwolle".into()),
            Edit::Sleutel("blok-2019".into()),
            Edit::Uitgangspunt("niets".into()),
        ];
        let input = edits.into_iter().fold(Input::default(), apply);
        assert_eq!(input.deelnemer.as_deref(), Some("zwolle"));
        assert_eq!(input.sleutel.alle.as_deref(), Some("blok-2019"));
        assert_eq!(input.uitgangspunt.as_deref(), Some("niets"));
    }
}
