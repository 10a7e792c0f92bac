//! Slips of the keyboard.

/// Whether one keystroke parts the two: one letter more, less or other, or two swapped. Equal texts are not apart.
pub(super) fn one_keystroke(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let same_start = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (
        a.get(same_start..).unwrap_or_default(),
        b.get(same_start..).unwrap_or_default(),
    );
    let same_end = a
        .iter()
        .rev()
        .zip(b.iter().rev())
        .take_while(|(x, y)| x == y)
        .count();
    let (a, b) = (
        a.get(..a.len() - same_end).unwrap_or_default(),
        b.get(..b.len() - same_end).unwrap_or_default(),
    );
    match (a, b) {
        ([_], [] | [_]) | ([], [_]) => true,
        ([a1, a2], [b1, b2]) => a1 == b2 && a2 == b1,
        _ => false,
    }
}

/// The text with every letter that stands twice or more in a row written once.
pub(super) fn single_letters(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    chars.dedup();
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_one_keystroke() {
        let net = "atlassian.net";
        for slip in [
            "attlassian.net",
            "atlasian.net",
            "altassian.net",
            "atlassian.ner",
            "atlassiannet",
            "atlassian.ent",
            "tlassian.net",
        ] {
            assert!(one_keystroke(slip, net), "{slip}");
        }
        for other in [net, "atlantian.net", "atlas.net", ""] {
            assert!(!one_keystroke(other, net), "{other}");
        }
    }
}
