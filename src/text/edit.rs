//! Slips of the keyboard.

/// Whether one keystroke makes one text the other: a letter too many, too few, wrong, or two neighbours swapped.
/// Equal texts are no keystroke apart.
pub(crate) fn one_keystroke(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let same_start = a.iter().zip(&b).take_while(|(x, y)| x == y).count();
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
pub(crate) fn single_letters(text: &str) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    chars.dedup();
    chars.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_keystroke_is_one_keystroke() {
        for (a, b, expected) in [
            ("gmial.com", "gmail.com", true),
            ("gmai.com", "gmail.com", true),
            ("gmaill.com", "gmail.com", true),
            ("gmaik.com", "gmail.com", true),
            ("con", "com", true),
            ("cmo", "com", true),
            ("gmail.com", "gmail.com", false),
            ("gmaol.con", "gmail.com", false),
            ("", "com", false),
            ("", "", false),
            ("", "c", true),
        ] {
            assert_eq!(one_keystroke(a, b), expected, "{a} {b}");
            assert_eq!(one_keystroke(b, a), expected, "{b} {a}");
        }
    }

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
