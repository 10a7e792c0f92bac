//! The CRC-32 at the end of Atlassian's tokens (jira-facts.md 1.2): does it fit, and if not, which character spoils it.

use super::TokenKind;

/// What the end of a token says, with places counted in characters of the clean text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Check {
    /// This kind has no checksum.
    None,
    /// It fits.
    Intact,
    /// It fits the token's beginning; behind character `end` stands something that is not the token's.
    IntactUpTo {
        /// The token's length in characters.
        end: usize,
    },
    /// The tail is missing.
    CutOff,
    /// It does not fit.
    Damaged {
        /// The one character that explains it.
        at: Option<usize>,
    },
}

/// Digits of the checksum.
const DIGITS: usize = 8;
/// `ATBB`, 24 letters and digits, the checksum (jira-facts.md 1.1).
const APP_PASSWORD: usize = 36;
/// Longer texts are no tokens; searching them would only cost time.
const SEARCHED: usize = 1024;

/// Checks `token`, which has no copy flaws left.
pub(super) fn check(kind: TokenKind, token: &str) -> Check {
    let has_equals_sign = match kind {
        TokenKind::ApiToken | TokenKind::ServiceAccountToken | TokenKind::AdminKey => true,
        TokenKind::BitbucketAppPassword => false,
        _ => return Check::None,
    };
    if is_case_folded(token) {
        return Check::Damaged { at: None };
    }
    let bytes = one_byte_each(token);
    if has_equals_sign {
        check_tail(&bytes)
    } else {
        check_app_password(&bytes)
    }
}

/// One byte for each character, so that an index counts characters. What no token has becomes `!`.
fn one_byte_each(token: &str) -> Vec<u8> {
    token
        .chars()
        .map(|c| u8::try_from(c).ok().filter(u8::is_ascii).unwrap_or(b'!'))
        .collect()
}

/// Something turned the whole token into one case; no single character explains that. Every prefix begins with `A`, and a
/// whole token without one letter of either case does not happen by chance.
fn is_case_folded(token: &str) -> bool {
    let lower = token.bytes().any(|b| b.is_ascii_lowercase());
    let upper = token.bytes().any(|b| b.is_ascii_uppercase());
    !upper || (!lower && token.len() > 64)
}

/// `…=XXXXXXXX`
fn check_tail(bytes: &[u8]) -> Check {
    let Some(equals) = bytes.iter().position(|&b| b == b'=') else {
        return check_without_equals_sign(bytes);
    };
    let (covered, digits) = bytes.split_at(equals + 1);
    match digits.len() {
        0..DIGITS if digits.iter().all(u8::is_ascii_hexdigit) => Check::CutOff,
        0..DIGITS => Check::Damaged { at: None },
        DIGITS => compare(covered, digits),
        _ => check_with_more_behind(bytes, equals + 1 + DIGITS),
    }
}

/// More than eight characters stand behind the first `=`.
fn check_with_more_behind(bytes: &[u8], end: usize) -> Check {
    let (token, behind) = bytes.split_at(end);
    let (covered, digits) = token.split_at(end - DIGITS);
    let fits = stated(digits) == Some(crc32(covered));
    let more_of_the_same = behind.first().is_some_and(u8::is_ascii_alphanumeric);
    match (fits, behind.len()) {
        (true, _) if !more_of_the_same || behind.starts_with(b"ATATT3") => {
            Check::IntactUpTo { end }
        }
        (true, 1) => Check::Damaged { at: Some(end) },
        // The first `=` may itself be the wrong character: the true one is then the ninth from the end.
        (false, _) => {
            let (covered, digits) = bytes.split_at(bytes.len() - DIGITS);
            if covered.last() == Some(&b'=') {
                compare(covered, digits)
            } else {
                Check::Damaged { at: None }
            }
        }
        _ => Check::Damaged { at: None },
    }
}

/// No `=` at all: cut off, unless the last eight digits fit what stands before them with an `=` in the place of one character.
fn check_without_equals_sign(bytes: &[u8]) -> Check {
    let Some(at) = bytes.len().checked_sub(DIGITS + 1) else {
        return Check::CutOff;
    };
    let (covered, digits) = bytes.split_at(at + 1);
    let Some(stated) = stated(digits) else {
        return Check::CutOff;
    };
    let (body, _) = covered.split_at(at);
    if crc32(&[body, b"="].concat()) == stated {
        Check::Damaged { at: Some(at) }
    } else if crc32(&[covered, b"="].concat()) == stated {
        Check::Damaged { at: None }
    } else {
        Check::CutOff
    }
}

fn check_app_password(bytes: &[u8]) -> Check {
    match bytes.len() {
        APP_PASSWORD => {
            let (covered, digits) = bytes.split_at(APP_PASSWORD - DIGITS);
            compare(covered, digits)
        }
        0..APP_PASSWORD => Check::CutOff,
        _ => Check::Damaged { at: None },
    }
}

fn compare(covered: &[u8], digits: &[u8]) -> Check {
    let computed = crc32(covered);
    if stated(digits) == Some(computed) {
        return Check::Intact;
    }
    let searched = covered.len() <= SEARCHED;
    let mut places = wrong_digit(computed, digits)
        .map(|at| covered.len() + at)
        .into_iter()
        .chain(
            stated(digits)
                .filter(|_| searched)
                .into_iter()
                .flat_map(|stated| wrong_bytes(covered, computed ^ stated)),
        );
    let at = match (places.next(), places.next()) {
        (Some(at), None) => Some(at),
        _ => None,
    };
    Check::Damaged { at }
}

/// The checksum that eight hexadecimal digits state, in either case.
fn stated(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, &digit| {
        Some(sum << 4 | char::from(digit).to_digit(16)?)
    })
}

/// The one digit that differs from the computed checksum, if exactly one does.
fn wrong_digit(computed: u32, digits: &[u8]) -> Option<usize> {
    let mut wrong = digits.iter().enumerate().filter(|&(at, &digit)| {
        let nibble = computed.rotate_left(4 * (u32::try_from(at).unwrap_or_default() + 1)) & 0xF;
        char::from(digit).to_digit(16) != Some(nibble)
    });
    match (wrong.next(), wrong.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}

/// Each place where one other character of a token's alphabet would change the checksum by `difference`.
///
/// CRC is linear: a changed byte XORs the sum with what that change alone grows into over the bytes behind it. So the
/// difference is run backwards over them; where it fits into one byte, that byte is the change.
fn wrong_bytes(covered: &[u8], difference: u32) -> impl Iterator<Item = usize> {
    let mut state = difference;
    covered
        .iter()
        .enumerate()
        .rev()
        .filter_map(move |(at, &byte)| {
            state = undo_byte(state);
            let change = u8::try_from(state).ok()?;
            let meant = byte ^ change;
            (meant.is_ascii_alphanumeric() || meant == b'-' || meant == b'_').then_some(at)
        })
}

/// The polynomial 0x04C11DB7, reflected (jira-facts.md 1.2).
const POLYNOMIAL: u32 = 0xEDB8_8320;

/// CRC-32/ISO-HDLC, as in zlib. Bit by bit: a table would cost more download than the time it saves.
pub fn crc32(bytes: &[u8]) -> u32 {
    let crc = bytes.iter().fold(u32::MAX, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (POLYNOMIAL & (crc & 1).wrapping_neg())
        })
    });
    !crc
}

/// Takes back what one byte's eight steps did. The polynomial's highest bit is set, so the state's shows whether it was added.
fn undo_byte(state: u32) -> u32 {
    (0..8).fold(state, |state, _| {
        let added = state >> 31;
        ((state ^ (POLYNOMIAL & added.wrapping_neg())) << 1) | added
    })
}

#[cfg(test)]
#[expect(clippy::string_slice, reason = "tokens are ASCII")]
mod tests {
    use super::*;
    use crate::sample::expand;

    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    /// A small linear congruential generator, so that every run tests the same.
    struct Dice(u64);

    impl Dice {
        fn roll(&mut self, sides: usize) -> usize {
            self.0 = self
                .0
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(self.0 >> 33).unwrap() % sides
        }

        fn letter(&mut self) -> u8 {
            ALPHABET[self.roll(ALPHABET.len())]
        }

        fn token(&mut self) -> Vec<u8> {
            let mut token = b"ATATT3xFfGF0".to_vec();
            token.extend((0..171).map(|_| self.letter()));
            token.push(b'=');
            let sum = format!("{:08X}", crc32(&token));
            token.extend(sum.bytes());
            token
        }
    }

    fn read(token: &[u8]) -> Check {
        check(TokenKind::ApiToken, std::str::from_utf8(token).unwrap())
    }

    #[test]
    fn crc32_has_the_published_check_value() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }

    #[test]
    fn undoing_a_byte_reverses_it() {
        let state = 0x1234_5678;
        let forth = (0..8).fold(state, |crc: u32, _| {
            (crc >> 1) ^ (POLYNOMIAL & (crc & 1).wrapping_neg())
        });
        assert_eq!(undo_byte(forth), state);
    }

    #[test]
    fn whole_tokens_are_intact_in_either_case_of_the_digits() {
        let token = expand("{{api-token}}");
        assert_eq!(check(TokenKind::ApiToken, &token), Check::Intact);
        let (body, digits) = token.split_at(184);
        let lower = format!("{body}{}", digits.to_ascii_lowercase());
        assert_eq!(check(TokenKind::ApiToken, &lower), Check::Intact);
        let password = expand("{{bitbucket-app-password}}");
        assert_eq!(
            check(TokenKind::BitbucketAppPassword, &password),
            Check::Intact
        );
        let key = expand("{{admin-key}}");
        assert_eq!(check(TokenKind::AdminKey, &key), Check::Intact);
    }

    #[test]
    fn no_damaged_token_is_taken_for_a_whole_one() {
        let mut dice = Dice(1);
        for round in 0..300 {
            let whole = dice.token();
            assert_eq!(read(&whole), Check::Intact);
            let mut token = whole.clone();
            let at = dice.roll(token.len() - 1);
            match round % 4 {
                0 => token[at] = dice.letter(),
                1 => drop(token.remove(at)),
                2 => token.swap(at, at + 1),
                _ => token.truncate(at),
            }
            if token.eq_ignore_ascii_case(&whole) && at > 183 {
                continue;
            }
            if token != whole {
                assert!(
                    matches!(read(&token), Check::CutOff | Check::Damaged { .. }),
                    "round {round}"
                );
            }
        }
    }

    #[test]
    fn one_wrong_character_is_found() {
        let mut dice = Dice(2);
        let (mut right, mut wrong, mut all) = (0, 0, 0);
        while all < 200 {
            let mut token = dice.token();
            let at = dice.roll(token.len());
            let letter = dice.letter();
            if token[at].eq_ignore_ascii_case(&letter) {
                continue;
            }
            token[at] = letter;
            all += 1;
            match read(&token) {
                Check::Damaged { at: Some(found) } if found == at => right += 1,
                Check::Damaged { at: Some(_) } => wrong += 1,
                _ => {}
            }
        }
        assert!(right >= 190, "{right} right");
        assert!(wrong <= 2, "{wrong} wrong");
    }

    #[test]
    fn a_wrong_equals_sign_is_found() {
        let mut token = Dice(3).token();
        token[183] = b'x';
        assert_eq!(read(&token), Check::Damaged { at: Some(183) });
        token.remove(183);
        assert_eq!(read(&token), Check::Damaged { at: None });
    }

    #[test]
    fn a_character_that_no_token_has_is_found() {
        let mut token = Dice(4).token();
        token[50] = b'*';
        assert_eq!(read(&token), Check::Damaged { at: Some(50) });
        let text = String::from_utf8(token).unwrap().replace('*', "А");
        assert_eq!(
            check(TokenKind::ApiToken, &text),
            Check::Damaged { at: Some(50) }
        );
    }

    #[test]
    fn a_missing_or_short_tail_means_cut_off() {
        let token = Dice(5).token();
        for length in [7, 12, 100, 183, 184, 185, 191] {
            assert_eq!(read(&token[..length]), Check::CutOff, "{length}");
        }
        let password = expand("{{bitbucket-app-password}}");
        assert_eq!(
            check(TokenKind::BitbucketAppPassword, &password[..30]),
            Check::CutOff
        );
    }

    #[test]
    fn what_stands_behind_a_whole_token_is_told_from_it() {
        let token = Dice(6).token();
        let with = |behind: &[u8]| read(&[&token, behind].concat());
        assert_eq!(with(b".)"), Check::IntactUpTo { end: 192 });
        assert_eq!(with(&token), Check::IntactUpTo { end: 192 });
        assert_eq!(with(b"x"), Check::Damaged { at: Some(192) });
        assert_eq!(with(b"xyz"), Check::Damaged { at: None });
    }

    #[test]
    fn a_token_of_one_case_is_damaged_nowhere_in_particular() {
        let token = Dice(7).token();
        for folded in [token.to_ascii_lowercase(), token.to_ascii_uppercase()] {
            assert_eq!(read(&folded), Check::Damaged { at: None });
        }
    }
}
