use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::HeaderFlawKind as Kind;
use super::HeaderFlawKind::*;
use super::*;
use crate::evidence::Field;
use crate::sample::expand;
use crate::secret::Secret;

fn basic(user: &str, secret: &str) -> Result<Secret, Refusal> {
    Credentials::Basic { user, secret }.header()
}

/// Every kind of flaw, for the tests that none is forgotten.
const ALL: [Kind; 33] = [
    NameIncluded,
    SchemeMissing,
    SchemeDoubled,
    SchemeCase,
    SchemeSpacing,
    Empty,
    TrailingNewline,
    EchoOption,
    HeaderNewline,
    Wrapped,
    Utf16,
    ByteOrderMark,
    NotUtf8,
    UrlSafeAlphabet,
    PaddingMissing,
    PaddingWrong,
    NotBase64,
    LengthImpossible,
    BitsLeftOver,
    DoubleEncoded,
    PemArmour,
    NotEncoded,
    PairNotEncoded,
    NoColon,
    UserMissing,
    SecretMissing,
    Swapped,
    Quotes,
    Blanks,
    SecretEncoded,
    Placeholder,
    CommandOption,
    Control,
];

/// Header, user, secret (`""` for none), flaws.
type Row = (&'static str, &'static str, &'static str, &'static [Kind]);

const JANE: &str = "jane.doe@acme.example";

#[rustfmt::skip]
const BASIC: &[Row] = &[
    // Whole and sound.
    ("Basic {{b64:jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[]),
    ("Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame", &[]),
    ("Basic dGVzdDoxMjPCow==", "test", "123£", &[]),
    ("basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==", "Aladdin", "open sesame", &[]),
    ("Basic {{b64:jürgen.müller@acme.example:{{api-token}}}}", "jürgen.müller@acme.example", "{{api-token}}", &[]),
    ("Basic {{b64:sean.o'brien@acme.example:{{api-token}}}}", "sean.o'brien@acme.example", "{{api-token}}", &[]),
    ("Basic {{b64:jdoe:{{dc-pat}}}}", "jdoe", "{{dc-pat}}", &[]),
    ("Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[]),
    ("Basic {{b64:jdoe:a:b:c}}", "jdoe", "a:b:c", &[]),
    ("  Basic {{b64:jdoe:{{password}}}}  ", "jdoe", "{{password}}", &[]),
    // Around the value.
    ("Authorization: Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[NameIncluded]),
    ("authorization:Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[NameIncluded]),
    ("-H \"Authorization: Basic {{b64:jdoe:{{password}}}}\"", "jdoe", "{{password}}", &[NameIncluded]),
    ("-H 'Authorization: Basic {{b64:jdoe:{{password}}}}' https://acme.example", "jdoe", "{{password}}", &[NameIncluded]),
    ("\"Authorization\": \"Basic {{b64:jdoe:{{password}}}}\",", "jdoe", "{{password}}", &[NameIncluded]),
    ("@{Authorization = \"Basic {{b64:jdoe:{{password}}}}\"}", "jdoe", "{{password}}", &[NameIncluded]),
    ("> Authorization: Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[NameIncluded]),
    ("Authorization: \"Basic {{b64:jdoe:{{password}}}}\"", "jdoe", "{{password}}", &[NameIncluded, Quotes]),
    ("\"Basic {{b64:jdoe:{{password}}}}\"", "jdoe", "{{password}}", &[Quotes]),
    ("Basic \"{{b64:jdoe:{{password}}}}\"", "jdoe", "{{password}}", &[Quotes]),
    ("Basic “{{b64:jdoe:{{password}}}}”", "jdoe", "{{password}}", &[Quotes]),
    ("{{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeMissing]),
    ("Basic Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeDoubled]),
    ("Bearer Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeDoubled]),
    ("Basic  {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeSpacing]),
    ("Basic\t{{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeSpacing]),
    ("Basic\u{a0}{{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeSpacing]),
    ("Basic{{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SchemeSpacing]),
    ("Basic\n{{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[Wrapped]),
    ("Basic {{b64:jdoe:{{password}}}}\n", "jdoe", "{{password}}", &[HeaderNewline]),
    ("Basic {{b64:jdoe:{{password}}}}\\n", "jdoe", "{{password}}", &[HeaderNewline]),
    ("Basic", "", "", &[Empty]),
    ("Basic \"\"", "", "", &[Empty, Quotes]),
    ("Authorization:", "", "", &[NameIncluded, Empty]),
    ("", "", "", &[Empty]),
    // The base64 itself.
    ("Basic {{b64-wrapped:jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[Wrapped]),
    ("Basic {{b64-wrapped:jane.doe@acme.example:{{api-token}}}}\n", JANE, "{{api-token}}", &[Wrapped, HeaderNewline]),
    ("Basic amRvZT\\npodW50ZXIy", "jdoe", "hunter2", &[Wrapped]),
    ("Basic amRvZTpodW50ZXIyMw", "jdoe", "hunter23", &[PaddingMissing]),
    ("Basic amRvZTpodW50ZXIyMw=", "jdoe", "hunter23", &[PaddingMissing]),
    ("Basic amRvZTpodW50ZXIyMw===", "jdoe", "hunter23", &[PaddingWrong]),
    ("Basic amRvZTo=aHVudGVyMg==", "jdoe", "hunter2", &[PaddingWrong]),
    ("Basic amRvZTpodW50ZXIyMw%3D%3D", "jdoe", "hunter23", &[NotBase64]),
    ("Basic amRvZTpodW50ZXIyMx==", "jdoe", "hunter23", &[BitsLeftOver]),
    ("Basic amRvZTpodW50ZXIyM", "jdoe", "hunter2", &[LengthImpossible]),
    ("Basic amRvZTpodW50\u{200b}ZXIyMw==", "jdoe", "hunter23", &[NotBase64]),
    ("Basic amRvZTpodW50ZXIyMw==,", "jdoe", "hunter23", &[NotBase64]),
    ("Basic amRvZTpodW50*ZXIyMw==", "jdoe", "", &[NotBase64]),
    ("Basic am?vZTpodW50ZXIyMw==", "", "", &[NotBase64]),
    ("Basic ZGF0YTo_Pz8-Pg==", "data", "???>>", &[UrlSafeAlphabet]),
    // What was encoded along.
    ("Basic {{b64-newline:jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[TrailingNewline]),
    ("Basic {{b64:jane.doe@acme.example:{{api-token}}\r\n}}", JANE, "{{api-token}}", &[TrailingNewline]),
    ("Basic {{b64:jane.doe@acme.example\n:{{api-token}}}}", JANE, "{{api-token}}", &[TrailingNewline]),
    ("Basic {{b64:-n jane.doe@acme.example:{{api-token}}\n}}", JANE, "{{api-token}}", &[EchoOption, TrailingNewline]),
    ("Basic {{b64:\"jane.doe@acme.example:{{api-token}}\"}}", JANE, "{{api-token}}", &[Quotes]),
    ("Basic {{b64:'jane.doe@acme.example:{{api-token}}'\n}}", JANE, "{{api-token}}", &[Quotes, TrailingNewline]),
    ("Basic {{b64:“jane.doe@acme.example:{{api-token}}”}}", JANE, "{{api-token}}", &[Quotes]),
    ("Basic {{b64:\"jane.doe@acme.example\":\"{{api-token}}\"}}", JANE, "{{api-token}}", &[Quotes]),
    ("Basic {{b64:jane.doe@acme.example: {{api-token}}}}", JANE, "{{api-token}}", &[Blanks]),
    ("Basic {{b64:jane.doe@acme.example:{{api-token}} }}", JANE, "{{api-token}}", &[Blanks]),
    ("Basic {{b64:jane.doe@acme.example\u{200b}:{{api-token}}}}", JANE, "{{api-token}}", &[Blanks]),
    ("Basic {{b64:Basic jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[SchemeDoubled]),
    ("Basic {{b64:Basic {{b64:jane.doe@acme.example:{{api-token}}}}}}", JANE, "{{api-token}}", &[SchemeDoubled, DoubleEncoded]),
    ("Basic {{b64:-u jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[CommandOption]),
    ("Basic -u jane.doe@acme.example:{{api-token}}", JANE, "{{api-token}}", &[CommandOption, PairNotEncoded]),
    ("Basic {{b64:{{b64:jane.doe@acme.example:{{api-token}}}}}}", JANE, "{{api-token}}", &[DoubleEncoded]),
    ("Basic {{b64:{{b64-wrapped:jane.doe@acme.example:{{api-token}}}}\n}}", JANE, "{{api-token}}", &[DoubleEncoded, TrailingNewline]),
    ("Basic {{b64:{{b64:{{b64:jane.doe@acme.example:{{api-token}}}}}}}}", JANE, "{{api-token}}", &[DoubleEncoded]),
    ("Basic {{b64:\u{feff}jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[ByteOrderMark]),
    ("Basic {{b64-utf16:jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[Utf16]),
    ("Basic {{b64-utf16:\u{feff}jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[Utf16, ByteOrderMark]),
    ("Basic {{b64:jdoe:pass\u{1}word}}", "jdoe", "pass\u{1}word", &[Control]),
    ("Basic -----BEGIN CERTIFICATE-----\r\n{{b64-wrapped:jane.doe@acme.example:{{api-token}}}}\r\n-----END CERTIFICATE-----", JANE, "{{api-token}}", &[PemArmour, Wrapped]),
    // The wrong parts.
    ("Basic {{api-token}}", "", "{{api-token}}", &[NotEncoded]),
    ("Basic {{dc-pat}}", "", "{{dc-pat}}", &[NotEncoded]),
    ("Basic {{legacy-token}}", "", "{{legacy-token}}", &[NotEncoded]),
    ("Basic {{jwt}}", "", "{{jwt}}", &[NotEncoded]),
    ("Basic {{password}}", "", "{{password}}", &[NotEncoded, NotBase64]),
    ("Basic jane.doe@acme.example:{{api-token}}", JANE, "{{api-token}}", &[PairNotEncoded]),
    ("Basic jane.doe@acme.example", JANE, "", &[NotEncoded, SecretMissing]),
    ("jane.doe@acme.example:{{api-token}}", JANE, "{{api-token}}", &[SchemeMissing, PairNotEncoded]),
    ("Basic {{b64:{{api-token}}}}", "", "{{api-token}}", &[NoColon]),
    ("Basic {{b64:{{dc-pat}}}}", "", "{{dc-pat}}", &[NoColon]),
    ("Basic {{b64:jane.doe@acme.example}}", JANE, "", &[NoColon]),
    ("Basic {{b64::{{api-token}}}}", "", "{{api-token}}", &[UserMissing]),
    ("Basic {{b64:jane.doe@acme.example:}}", JANE, "", &[SecretMissing]),
    ("Basic {{b64::}}", "", "", &[UserMissing, SecretMissing]),
    ("Basic {{b64:{{api-token}}:jane.doe@acme.example}}", JANE, "{{api-token}}", &[Swapped]),
    ("Basic {{b64:jane.doe@acme.example:{{b64:{{api-token}}}}}}", JANE, "{{api-token}}", &[SecretEncoded]),
    ("Basic {{b64:jane.doe@acme.example:{{b64:jane.doe@acme.example:{{api-token}}}}}}", JANE, "{{api-token}}", &[SecretEncoded]),
    // Nobody put a value there.
    ("Basic $(echo -n user:token | base64)", "", "", &[Placeholder]),
    ("Basic <BASE64_ENCODED_STRING>", "", "", &[Placeholder]),
    ("Basic BASE64_ENCODED_STRING", "", "", &[Placeholder]),
    ("Basic <base64(email:api_token)>", "", "", &[Placeholder]),
    ("Basic {{token}}", "", "", &[Placeholder]),
    ("Basic ${JIRA_AUTH}", "", "", &[Placeholder]),
    ("Basic ********", "", "", &[Placeholder]),
    ("Basic {{b64:jane.doe@acme.example:API_TOKEN}}", JANE, "API_TOKEN", &[Placeholder]),
    ("Basic {{b64:[email protected]:{{api-token}}}}", "[email protected]", "{{api-token}}", &[Placeholder]),
    ("Basic {{b64:$EMAIL:$TOKEN}}", "$EMAIL", "$TOKEN", &[Placeholder]),
];

#[rustfmt::skip]
const BEARER: &[Row] = &[
    ("Bearer {{dc-pat}}", "", "{{dc-pat}}", &[]),
    ("Bearer {{jwt}}", "", "{{jwt}}", &[]),
    ("Bearer {{api-token}}", "", "{{api-token}}", &[]),
    ("bearer {{dc-pat}}", "", "{{dc-pat}}", &[SchemeCase]),
    ("BEARER {{jwt}}", "", "{{jwt}}", &[SchemeCase]),
    ("Bearer  {{dc-pat}}", "", "{{dc-pat}}", &[SchemeSpacing]),
    ("Bearer Bearer {{dc-pat}}", "", "{{dc-pat}}", &[SchemeDoubled]),
    ("Authorization: Bearer {{dc-pat}}\r\n", "", "{{dc-pat}}", &[NameIncluded, HeaderNewline]),
    ("Bearer '{{dc-pat}}'", "", "{{dc-pat}}", &[Quotes]),
    ("Bearer $TOKEN", "", "$TOKEN", &[Placeholder]),
    ("Bearer {{token}}", "", "{{token}}", &[Placeholder]),
    ("Bearer {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}", &[SecretEncoded]),
    ("Bearer {{b64:{{api-token}}}}", "", "{{api-token}}", &[SecretEncoded, NoColon]),
    ("Bearer jane.doe@acme.example:{{api-token}}", JANE, "{{api-token}}", &[PairNotEncoded]),
    ("Bearer \u{1}{{dc-pat}}", "", "\u{1}{{dc-pat}}", &[Control]),
    ("Bearer", "", "", &[Empty]),
];

const OTHER: &[(&str, &str, &str)] = &[
    ("Token {{dc-pat}}", "Token", "{{dc-pat}}"),
    ("JWT {{jwt}}", "JWT", "{{jwt}}"),
    ("GenieKey 0b1f", "GenieKey", "0b1f"),
    ("Basics {{b64:jdoe:{{password}}}}", "Basics", "{{password}}"),
    ("Baisc {{b64:jdoe:{{password}}}}", "Baisc", "{{password}}"),
    ("Basic: {{b64:jdoe:{{password}}}}", "Basic:", "{{password}}"),
    ("Barer {{dc-pat}}", "Barer", "{{dc-pat}}"),
];

#[rustfmt::skip]
const MISSING: &[Row] = &[
    ("{{api-token}}", "", "{{api-token}}", &[SchemeMissing]),
    ("{{dc-pat}}", "", "{{dc-pat}}", &[SchemeMissing]),
    ("{{b64:{{api-token}}}}", "", "{{api-token}}", &[SchemeMissing, NoColon]),
    ("{{b64-wrapped:jane.doe@acme.example:{{api-token}}}}", JANE, "{{api-token}}", &[SchemeMissing, Wrapped]),
    ("{{password}}", "", "{{password}}", &[SchemeMissing]),
    ("correct horse battery staple", "", "correct horse battery staple", &[SchemeMissing]),
    ("$JIRA_AUTH", "", "", &[SchemeMissing, Placeholder]),
];

fn check(typed: &str, user: &str, secret: &str, flaws: &[Kind]) -> parts::Parts {
    let parts = parts::read(typed);
    let length = typed.encode_utf16().count();
    let mut kinds: Vec<_> = parts.flaws.iter().map(|flaw| flaw.kind).collect();
    let mut expected = flaws.to_vec();
    kinds.sort_by_key(|kind| *kind as u8);
    expected.sort_by_key(|kind| *kind as u8);
    assert_eq!(kinds, expected, "flaws of {typed:?}");
    assert_eq!(
        parts.user.as_deref().unwrap_or_default(),
        user,
        "user of {typed:?}"
    );
    let found = parts
        .secret
        .as_ref()
        .map(Secret::expose)
        .unwrap_or_default();
    assert_eq!(found, secret, "secret of {typed:?}");
    for flaw in &parts.flaws {
        let Span { start, end } = flaw.span;
        assert!(start <= end && end <= length, "{flaw:?} of {typed:?}");
        assert!(start < end || typed.is_empty(), "{flaw:?} of {typed:?}");
    }
    parts
}

fn check_rows(rows: &[Row]) {
    for (typed, user, secret, flaws) in rows {
        check(&expand(typed), user, &expand(secret), flaws);
    }
}

#[test]
fn a_basic_header_gives_its_user_its_secret_and_its_flaws() {
    check_rows(BASIC);
}

#[test]
fn a_bearer_header_gives_its_token_and_its_flaws() {
    check_rows(BEARER);
}

#[test]
fn a_value_without_a_scheme_gives_what_it_holds() {
    check_rows(MISSING);
    for (typed, ..) in MISSING {
        assert_eq!(
            parts::read(&expand(typed)).scheme,
            Scheme::Missing,
            "{typed}"
        );
    }
}

#[test]
fn another_scheme_is_named_and_its_secret_given() {
    for (typed, scheme, secret) in OTHER {
        let parts = parts::read(&expand(typed));
        assert_eq!(parts.scheme, Scheme::Other((*scheme).to_owned()));
        assert_eq!(parts.secret.unwrap().expose(), expand(secret), "{typed}");
    }
}

#[test]
fn a_secret_is_never_taken_for_a_scheme() {
    for typed in ["correct horse", "hunter2 hunter2", "Tr0ub4dor& 3"] {
        assert_eq!(parts::read(typed).scheme, Scheme::Missing, "{typed}");
    }
}

#[test]
fn other_bytes_are_read_as_what_they_are() {
    let utf16: Vec<u8> = "jdoe:hunter2"
        .encode_utf16()
        .flat_map(u16::to_be_bytes)
        .collect();
    let latin1 = b"j\xfcrgen:hunter2".as_slice();
    check(
        &format!("Basic {}", STANDARD.encode(&utf16)),
        "jdoe",
        "hunter2",
        &[Utf16],
    );
    check(
        &format!("Basic {}", STANDARD.encode(latin1)),
        "jürgen",
        "hunter2",
        &[NotUtf8],
    );
    // A line end that echo added to UTF-16 is one byte.
    let mut with_line_end: Vec<u8> = "jdoe:hunter2"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    with_line_end.push(b'\n');
    let typed = format!("Basic {}", STANDARD.encode(with_line_end));
    check(&typed, "jdoe", "hunter2", &[Utf16, TrailingNewline]);
    // Long rubbish was encoded once, and is damaged.
    let rubbish = format!("Basic {}", STANDARD.encode([0xFF; 99]));
    check(&rubbish, "", "", &[NotUtf8]);
}

#[test]
fn every_flaw_has_a_row_and_a_sentence() {
    let rows = [BASIC, BEARER, MISSING].concat();
    for kind in ALL {
        let shown = kind == NotUtf8 || rows.iter().any(|row| row.3.contains(&kind));
        assert!(shown, "{kind:?}");
        let message = kind.why().to_string();
        assert!(message.len() > 40 && message.ends_with('.'), "{kind:?}");
    }
    assert!(rows.len() + OTHER.len() >= 60);
}

#[test]
fn spans_show_the_place_in_the_typed_text() {
    let newline = expand("Basic {{b64-newline:jdoe:hunter23}}");
    let rows: &[(&str, Kind, &str)] = &[
        ("Basic  amRvZTpodW50ZXIyMw==", SchemeSpacing, "  "),
        ("bearer amRvZTpodW50ZXIyMw==", SchemeCase, "bearer"),
        (
            "Authorization: Basic amRvZTpodW50ZXIyMw==",
            NameIncluded,
            "Authorization: ",
        ),
        ("Basic 😀amRvZTpodW50", NotBase64, "😀"),
        ("Basic amRvZTpodW50ZXIyMw== \n", HeaderNewline, " \n"),
        ("Basic amRvZTpo\r\ndW50", Wrapped, "\r"),
        (
            &newline,
            TrailingNewline,
            newline
                .trim_end_matches('=')
                .get(newline.len() - 3..)
                .unwrap_or(""),
        ),
    ];
    for (typed, kind, expected) in rows {
        let flaws = parts::read(typed).flaws;
        let span = flaws.iter().find(|flaw| flaw.kind == *kind).unwrap().span;
        let units: Vec<u16> = typed.encode_utf16().collect();
        let shown = String::from_utf16(&units[span.start..span.end]).unwrap();
        if expected.is_empty() {
            assert!(span.end > typed.len() - 6, "{kind:?} {shown:?}");
        } else {
            assert_eq!(shown, *expected, "{kind:?} in {typed:?}");
        }
    }
}

#[test]
fn masked_shows_nothing_of_the_value() {
    let token = expand("{{api-token}}");
    let value = STANDARD.encode(format!("{JANE}:{token}"));
    let rows = [
        (
            format!("Basic {value}"),
            Scheme::Basic,
            format!("Basic •••• ({} characters)", value.len()),
        ),
        (
            format!("Authorization: Bearer {token}"),
            Scheme::Bearer,
            "Bearer •••• (192 characters)".to_owned(),
        ),
        (
            token.clone(),
            Scheme::Missing,
            "•••• (192 characters)".to_owned(),
        ),
        (
            "Basic".to_owned(),
            Scheme::Basic,
            "Basic (empty)".to_owned(),
        ),
    ];
    for (typed, scheme, expected) in rows {
        let facts = Header {
            is_decoded: false,
            scheme,
            user: None,
            secret: None,
            flaws: Vec::new(),
        };
        assert_eq!(masked(&typed, &facts), expected);
    }
}

#[test]
fn building_gives_the_published_vectors() {
    let rows = [
        (
            "Aladdin",
            "open sesame",
            "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==",
        ),
        ("test", "123£", "Basic dGVzdDoxMjPCow=="),
        (
            "john.doe@example.com",
            "abc123",
            "Basic am9obi5kb2VAZXhhbXBsZS5jb206YWJjMTIz",
        ),
    ];
    for (user, secret, expected) in rows {
        assert_eq!(basic(user, secret).unwrap().expose(), expected);
    }
    let bearer = Credentials::Bearer {
        secret: "abc-._~+/=",
    }
    .header();
    assert_eq!(bearer.unwrap().expose(), "Bearer abc-._~+/=");
}

#[test]
fn what_was_built_is_read_without_flaws() {
    let token = expand("{{api-token}}");
    let rows = [
        (JANE, token.as_str()),
        ("jürgen@acme.example", "密码 :: pass"),
        ("jdoe", "it's 100% \"fine\" & dandy"),
        ("o'brien", "x"),
    ];
    for (user, secret) in rows {
        check(basic(user, secret).unwrap().expose(), user, secret, &[]);
    }
}

#[test]
fn building_refuses_what_a_header_cannot_carry() {
    let bearer = |secret| Credentials::Bearer { secret }.header();
    let rows = [
        (basic("a:b", "x1y2z3"), Field::Email, 1..2, "a colon"),
        (
            basic("😀\n", "x1y2z3"),
            Field::Email,
            2..3,
            "a line end (LF)",
        ),
        (
            basic("jdoe", "x1y2\rz3"),
            Field::Token,
            4..5,
            "a line end (CR)",
        ),
        (
            basic("jdoe", "x1y2\u{7f}z3"),
            Field::Token,
            4..5,
            "a control character",
        ),
        (basic("jdoe", ""), Field::Token, 0..0, "empty"),
        (basic("", "x1y2z3"), Field::Email, 0..0, "empty"),
        (
            bearer("x1y2 z3"),
            Field::Token,
            4..5,
            "a space as its character 5",
        ),
        (bearer("x1y2éz3"), Field::Token, 4..5, "U+00E9"),
        (bearer(""), Field::Token, 0..0, "empty"),
    ];
    for (result, field, span, words) in rows {
        let refusal = result.unwrap_err();
        assert_eq!(refusal.field, field, "{}", refusal.message);
        assert_eq!(
            (refusal.span.start, refusal.span.end),
            (span.start, span.end)
        );
        assert!(refusal.message.contains(words), "{}", refusal.message);
        assert!(!refusal.message.contains("x1y2"));
    }
}

/// Texts from a small generator, out of pieces that mean something here.
fn garbage(seed: u64) -> String {
    const PIECES: [&str; 24] = [
        "Basic ",
        "Bearer",
        " ",
        "\n",
        ":",
        "=",
        "@",
        "\"",
        "'",
        "-u ",
        "-H ",
        "Authorization",
        "{{",
        "}",
        "$(",
        "%3D",
        "QWxh",
        "Z",
        "_-",
        "\u{feff}",
        "é",
        "😀",
        "\\n",
        "-----",
    ];
    let mut state = seed;
    let mut text = String::new();
    for _ in 0..seed % 23 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        text += PIECES[usize::try_from(state >> 33).unwrap() % PIECES.len()];
    }
    text
}

#[test]
fn garbage_never_panics_and_spans_stay_inside() {
    for seed in 0..20_000 {
        let typed = garbage(seed);
        let length = typed.encode_utf16().count();
        for text in [typed.clone(), format!("Basic {}", STANDARD.encode(&typed))] {
            let length = length.max(text.encode_utf16().count());
            for flaw in parts::read(&text).flaws {
                assert!(
                    flaw.span.start <= flaw.span.end && flaw.span.end <= length,
                    "{text:?}"
                );
            }
        }
    }
}
