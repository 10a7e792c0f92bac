//! Letters folded for comparison: lower case, no accents, no full-width forms. No Unicode tables: the nine languages of the
//! lexicon need these alone.

/// `À` to `ÿ` without case and accent; a space where the character is no letter.
const LATIN: &[u8; 64] = b"aaaaaaaceeeeiiiidnooooo ouuuuypsaaaaaaaceeeeiiiidnooooo ouuuuypy";

/// One character folded. `ß` becomes one `s`, on both sides of a comparison.
pub(crate) fn fold(c: char) -> char {
    match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        'À'..='ÿ' => LATIN
            .get(c as usize - 'À' as usize)
            .map_or(c, |&b| char::from(b)),
        'А'..='Я' => char::from_u32(c as u32 + 0x20).unwrap_or(c),
        'Ё' | 'ё' => 'е',
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).map_or(c, fold),
        _ => c,
    }
}

/// Whether words of this script are written without spaces between them.
pub(crate) fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}')
}
