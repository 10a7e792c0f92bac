//! Characters that pass for others: full-width forms, letters of other alphabets, and the `xn--` names that hide them.

/// The ASCII character that a full-width character or an ideographic full stop stands for (UTS 46 maps them).
pub(super) fn narrow(c: char) -> Option<char> {
    match c {
        '。' | '｡' => Some('.'),
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0),
        _ => None,
    }
}

/// The letters of other alphabets that look like the one in front of them.
const FAMILIES: [&str; 31] = [
    "aаαɑàáâãäåāạАΑ",
    "bЬВΒ",
    "cсϲçćСϹ",
    "dԁđ",
    "eеεèéêëēėęẹЕΕ",
    "fƒ",
    "gɡğġ",
    "hһНΗ",
    "iіιıìíîïīịІΙ",
    "jјЈ",
    "kкκКΚ",
    "lӏłľļŀⅼ",
    "mмМΜ",
    "nпηñńňņ",
    "oоοσòóôõöøōọОΟ",
    "pрρРΡ",
    "qԛ",
    "rгŕřŗ",
    "sѕśšşșṣЅ",
    "tтτţťțТΤ",
    "uυùúûüūụ",
    "vѵν",
    "wԝω",
    "xхχХΧ",
    "yуүýÿУΥ",
    "zźżžΖ",
    "0〇",
    "3зЗ",
    "-‐‑‒–—−",
    ".․",
    "/⁄∕",
];

/// The ASCII character that `c` is or looks like.
pub(crate) fn plain(c: char) -> Option<char> {
    if c.is_ascii() {
        return Some(c.to_ascii_lowercase());
    }
    if let Some(narrow) = narrow(c) {
        return Some(narrow.to_ascii_lowercase());
    }
    // Mathematical letters: thirteen alphabets of 26 capitals and 26 small letters.
    if let '\u{1d400}'..='\u{1d6a3}' = c {
        let letter = (u32::from(c) - 0x1d400) % 26;
        return char::from_u32(u32::from('a') + letter);
    }
    let family = FAMILIES.iter().find(|family| family.contains(c))?;
    family.chars().next()
}

/// The text in the ASCII letters that it looks like; `None` where a character looks like none.
pub(super) fn fold(text: &str) -> Option<String> {
    text.chars().map(plain).collect()
}

/// The host with every `xn--` label decoded; `None` where there is none or one cannot be decoded.
pub(super) fn decode_host(host: &str) -> Option<String> {
    let mut found = false;
    let labels: Option<Vec<String>> = host
        .split('.')
        .map(|label| match label.strip_prefix("xn--") {
            Some(code) => {
                found = true;
                decode(code)
            }
            None => Some(label.to_owned()),
        })
        .collect();
    let labels = labels.filter(|_| found)?;
    let labels: Vec<&str> = labels.iter().map(String::as_str).collect();
    Some(labels.join("."))
}

/// Punycode (RFC 3492, section 6.2), for labels of at most 63 characters.
fn decode(code: &str) -> Option<String> {
    const BASE: u32 = 36;
    let (basic, digits) = code.rsplit_once('-').unwrap_or(("", code));
    let mut output: Vec<char> = basic.chars().collect();
    if code.len() > 63 {
        return None;
    }
    let (mut n, mut i, mut bias) = (128_u32, 0_u32, 72_u32);
    let mut digits = digits.chars().peekable();
    while digits.peek().is_some() {
        let (start, mut weight, mut k) = (i, 1_u32, BASE);
        loop {
            let digit = value(digits.next()?)?;
            i = i.checked_add(digit.checked_mul(weight)?)?;
            let threshold = k.saturating_sub(bias).clamp(1, 26);
            if digit < threshold {
                break;
            }
            weight = weight.checked_mul(BASE - threshold)?;
            k += BASE;
        }
        let length = u32::try_from(output.len()).ok()? + 1;
        bias = adapt(i - start, length, start == 0);
        n = n.checked_add(i / length)?;
        i %= length;
        output.insert(usize::try_from(i).ok()?, char::from_u32(n)?);
        i += 1;
    }
    Some(output.into_iter().collect())
}

fn value(digit: char) -> Option<u32> {
    // Letters count from 0, digits from 26: the reverse of `to_digit`.
    let value = digit.to_digit(36)?;
    Some(if value < 10 { value + 26 } else { value - 10 })
}

fn adapt(delta: u32, length: u32, first: bool) -> u32 {
    let mut delta = if first { delta / 700 } else { delta / 2 };
    delta += delta / length;
    let mut k = 0;
    while delta > 455 {
        delta /= 35;
        k += 36;
    }
    k + 36 * delta / (delta + 38)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_what_looks_alike() {
        for text in [
            "аtlassian",
            "ａｔｌａｓｓｉａｎ",
            "atlassıan",
            "𝐚𝐭𝐥𝐚𝐬𝐬𝐢𝐚𝐧",
            "ΑΤlassian",
        ] {
            assert_eq!(fold(text).as_deref(), Some("atlassian"), "{text}");
        }
        assert_eq!(fold("日本"), None);
        assert_eq!(narrow('。'), Some('.'));
    }

    #[test]
    fn decodes_punycode() {
        // The first is a sample of RFC 3492, section 7.1.
        assert_eq!(
            decode("ihqwcrb4cv8a8dqg056pqjye").as_deref(),
            Some("他们为什么不说中文")
        );
        assert_eq!(decode("mnchen-3ya").as_deref(), Some("münchen"));
        assert_eq!(decode("99999999999"), None);
        assert_eq!(decode_host("acme.example"), None);
        assert_eq!(
            decode_host("xn--mnchen-3ya.example").as_deref(),
            Some("münchen.example")
        );
    }
}
