//! Sorting, once.

/// `list` in the order of `key`; equals stay as they were.
///
/// The standard library's sort is compiled anew for every type, at 4 kB of wasm each. This sorts keys, all of one type.
pub(crate) fn sorted_by<T>(list: Vec<T>, key: impl Fn(&T) -> usize) -> Vec<T> {
    let mut order: Vec<(usize, usize)> = list.iter().map(key).zip(0..).collect();
    order.sort_unstable();
    let mut slots: Vec<Option<T>> = list.into_iter().map(Some).collect();
    order
        .into_iter()
        .filter_map(|(_, at)| slots.get_mut(at)?.take())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_stay_as_they_were() {
        let words = vec!["bb", "a", "cc", "d", ""];
        assert_eq!(
            sorted_by(words, |word| word.len()),
            ["", "a", "d", "bb", "cc"]
        );
    }
}
