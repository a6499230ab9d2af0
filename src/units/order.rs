//! Things in order: few at a time, so one at a time.

/// The things by their key, those with equal keys as they stood.
///
/// The sorts of the standard library are made for many things: for eleven kinds of things they put 13,8 kB in the page,
/// packed. Here a search finds the place of each, and what stands behind it moves up.
pub fn in_order<T, K: Ord>(things: impl IntoIterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted = Vec::new();
    for thing in things {
        let place = sorted.partition_point(|before| key(before) <= key(&thing));
        sorted.insert(place, thing);
    }
    sorted
}

/// Each thing once, in order.
pub fn each_in_order<T: Ord>(things: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut sorted = Vec::new();
    for thing in things {
        if let Err(place) = sorted.binary_search(&thing) {
            sorted.insert(place, thing);
        }
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::{each_in_order, in_order};

    #[test]
    fn each_thing_stands_once() {
        assert_eq!(each_in_order([3, 1, 2, 3, 1]), [1, 2, 3]);
        assert!(each_in_order([0; 0]).is_empty());
    }

    #[test]
    fn equals_stay_as_they_stood() {
        let things = [(2, 'a'), (1, 'b'), (2, 'c'), (0, 'd'), (1, 'e')];
        let sorted = in_order(things, |(key, _)| *key);
        assert_eq!(sorted, [(0, 'd'), (1, 'b'), (1, 'e'), (2, 'a'), (2, 'c')]);
        assert!(in_order([(); 0], |()| 0).is_empty());
    }
}
