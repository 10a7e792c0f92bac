//! One sentence for each fault of a header's form.

use super::HeaderFlawKind;
use crate::prose::{Prose, prose};

impl HeaderFlawKind {
    /// What it is and what to do about it, in one or two plain sentences without any value.
    #[expect(clippy::too_many_lines, reason = "a table, one entry for each kind")]
    pub(super) fn why(self) -> Prose {
        match self {
            Self::NameIncluded => prose!(
                "The header's name is in front of its value. Where a field asks only for the value, begin with the scheme, for example Basic."
            ),
            Self::SchemeMissing => prose!(
                "The header has no scheme. Put Basic and one space in front of the encoded value, or Bearer in front of a personal access token."
            ),
            Self::SchemeDoubled => prose!(
                "The scheme is in the header twice. The program probably adds it itself: leave one out."
            ),
            Self::SchemeCase => prose!(
                "Jira understands Bearer with a capital B and the rest in small letters, and ignores any other spelling."
            ),
            Self::SchemeSpacing => prose!(
                "Exactly one space belongs between the scheme and the value. Jira ignores a header with more."
            ),
            Self::Empty => prose!(
                "The header has no value. Often a variable was empty when the header was put together."
            ),
            Self::TrailingNewline => prose!(
                "A line end was encoded along with the credentials, as echo adds one. Encode again with printf %s, which adds none."
            ),
            Self::EchoOption => prose!(
                "The option -n was encoded along with the credentials, for some shells print it. Encode again with printf %s."
            ),
            Self::HeaderNewline => prose!(
                "There is a line end at the edge of the header. Take it away: a header is one line."
            ),
            Self::Wrapped => prose!(
                "The value is broken into several lines or words, as base64 on Linux does after 76 characters. Join them, or encode again with base64 -w0."
            ),
            Self::Utf16 => prose!(
                "The credentials were encoded as UTF-16, as PowerShell does with Unicode. Encode them as UTF-8."
            ),
            Self::ByteOrderMark => prose!(
                "A byte order mark, which cannot be seen, was encoded in front of the credentials. Encode them without it."
            ),
            Self::NotUtf8 => prose!(
                "The decoded value is not UTF-8 text. Either it was damaged in copying, or letters with accents were encoded in an older way."
            ),
            Self::UrlSafeAlphabet => prose!(
                "The value has - or _, which belong to the base64 of web addresses. Encode with the standard alphabet, which has + and / there."
            ),
            Self::PaddingMissing => prose!(
                "The equals signs at the end of the value are missing. Some servers refuse a value without them; copy it to its end."
            ),
            Self::PaddingWrong => prose!(
                "The value has equals signs where none belong. Encode the user and the token together, in one go."
            ),
            Self::NotBase64 => prose!(
                "The value has a character that no base64 has. Encode the credentials, and copy only what comes out."
            ),
            Self::LengthImpossible => prose!(
                "No base64 has this length: a piece was lost in copying. Copy the value again, from its first character to its last."
            ),
            Self::BitsLeftOver => prose!(
                "The last character does not fit the rest: a piece was lost or changed in copying. Copy the value again."
            ),
            Self::DoubleEncoded => prose!(
                "The credentials were encoded twice. Probably the program encodes by itself: give it the plain e-mail and token."
            ),
            Self::PemArmour => prose!(
                "The lines of dashes come from certutil and do not belong to the value. Take them away and join the other lines."
            ),
            Self::NotEncoded => prose!(
                "What follows Basic isn't encoded. Basic takes the base64 of the e-mail, a colon and the token."
            ),
            Self::PairNotEncoded => prose!(
                "The header contains the e-mail and the token as they are. Encode them together in base64."
            ),
            Self::NoColon => prose!(
                "The decoded value has no colon, so it is not a pair of user and secret. Encode the e-mail, a colon and the token together."
            ),
            Self::UserMissing => prose!(
                "There is no user in front of the colon. Put the e-mail address of the token's owner there."
            ),
            Self::SecretMissing => prose!(
                "There is no secret after the user. Often a variable was empty when the header was put together."
            ),
            Self::Swapped => prose!(
                "The token is in front of the colon and the e-mail after it. Put the e-mail first."
            ),
            Self::Quotes => prose!(
                "Quotation marks became part of the header. Take them away before you encode."
            ),
            Self::Blanks => prose!(
                "A space, or a character that cannot be seen, was encoded along with the credentials. Take it away and encode again."
            ),
            Self::SecretEncoded => prose!(
                "The secret itself is encoded in base64. Use the token as Atlassian showed it."
            ),
            Self::Placeholder => prose!(
                "A placeholder or the name of a variable is where a value belongs. Put your own value there."
            ),
            Self::CommandOption => prose!(
                "The option -u of curl became part of the header. Encode only the e-mail, the colon and the token."
            ),
            Self::Control => prose!(
                "There is a control character, which no header may carry. Type or copy the value again."
            ),
            Self::TooLong => prose!(
                "The header is longer than any server takes. Probably something else was pasted: copy the header alone."
            ),
        }
    }
}
