//! How far two short texts are apart.

/// Whether one keystroke makes one text the other: a letter too many, too few, wrong, or two neighbours swapped.
/// Equal texts are no keystroke apart.
pub(crate) fn one_keystroke(a: &str, b: &str) -> bool {
    let a: Vec<char> = a.chars().collect();
    let b: Vec<char> = b.chars().collect();
    let (short, long) = if a.len() <= b.len() {
        (&a, &b)
    } else {
        (&b, &a)
    };
    let head = short.iter().zip(long).take_while(|(x, y)| x == y).count();
    let rest_of = |text: &[char], skipped: usize| text.get(head + skipped..).map(<[char]>::to_vec);
    match long.len() - short.len() {
        0 if head == short.len() => false,
        0 => rest_of(short, 1) == rest_of(long, 1) || is_swapped(short, long, head),
        1 => rest_of(short, 0) == rest_of(long, 1),
        _ => false,
    }
}

/// Whether two texts of one length differ only in that the letters at `at` changed places.
fn is_swapped(a: &[char], b: &[char], at: usize) -> bool {
    match (a.get(at..), b.get(at..)) {
        (Some([a1, a2, a @ ..]), Some([b1, b2, b @ ..])) => (a1, a2, a) == (b2, b1, b),
        _ => false,
    }
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
}
