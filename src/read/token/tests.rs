#![expect(clippy::string_slice, reason = "tokens are ASCII")]

use super::TokenFlawKind::{
    Backslash, Blank, Foreign, InnerBlank, Invisible, Label, More, Newline, PercentEncoded, Quotes,
    Repeated, Scheme, Wrapping,
};
use super::*;
use crate::sample::expand;

fn read_sample(template: &str) -> (String, Token) {
    let typed = expand(template);
    let token = read(&typed);
    (typed, token)
}

#[test]
fn each_kind_is_known_by_its_shape() {
    use TokenKind::*;
    for (template, kind) in [
        ("", Empty),
        (" \n\u{200b}", Empty),
        ("Bearer ", Empty),
        ("{{api-token}}", ApiToken),
        ("{{api-token-cut:6}}", ApiToken),
        ("{{api-token-cut:150}}", ApiToken),
        ("{{api-token-typo}}", ApiToken),
        ("{{service-account-token}}", ServiceAccountToken),
        ("{{admin-key}}", AdminKey),
        ("{{bitbucket-app-password}}", BitbucketAppPassword),
        ("BBDC-{{dc-pat}}", BitbucketDataCenterToken),
        ("{{dc-pat}}", DataCenterPat),
        ("{{b64:12345678901:abcdefghijklmnopqrst}}", DataCenterPat),
        ("{{legacy-token}}", LegacyToken),
        ("{{jwt}}", Jwt),
        ("3fa85f64-5717-4562-b3fc-2c963f66afa6", Uuid),
        ("0123456789abcdef0123456789abcdef", Trello),
        ("jane@acme.example", Email),
        ("sean.o'brien@acme.example", Email),
        ("https://acme.atlassian.net", Address),
        ("acme.atlassian.net/browse", Address),
        ("{{b64:jane@acme.example:{{password}}}}", Encoded),
        ("{{b64:jdoe:{{api-token}}}}", Encoded),
        ("{{b64::{{api-token}}}}", Encoded),
        ("{{b64-wrapped:jane@acme.example:{{api-token}}}}", Encoded),
        ("{{b64-newline:jane@acme.example:{{api-token}}}}", Encoded),
        ("{{b64-utf16:jane@acme.example:hunter2}}", Encoded),
        ("{{b64:{{b64:jane@acme.example:hunter2}}}}", Encoded),
        ("{{b64:{{api-token}}}}", Encoded),
        ("Basic {{b64:jdoe:hunter2}}", Encoded),
        ("Authorization: Basic {{b64:jdoe:hunter2}}", Encoded),
        ("-H 'Authorization: Bearer {{dc-pat}}'", Encoded),
        ("jane@acme.example:{{password}}", Encoded),
        ("jane@acme.example:{{api-token}}", Encoded),
        ("jane@acme.example {{api-token}}", Encoded),
        ("jdoe:{{api-token}}", Encoded),
        ("{{api-token}}:jane@acme.example", Encoded),
        ("-u jane@acme.example:{{api-token}}", Encoded),
        ("********", Masked),
        ("••••••••••", Masked),
        ("ATATT3xFfGF0************", Masked),
        ("<token>", Placeholder),
        ("your_api_token", Placeholder),
        ("undefined", Placeholder),
        ("ATATT3xFfGF0...", Placeholder),
        ("wiki_key", Placeholder),
        ("Bearer <token>", Placeholder),
        ("$JIRA_TOKEN", Variable),
        ("\"${JIRA_TOKEN}\"", Variable),
        ("JIRA_API_TOKEN=$TOKEN", Variable),
        ("%JIRA_TOKEN%", Variable),
        ("{{password}}", Password),
        ("correct horse battery staple", Password),
        ("correct horse battery st4ple", Password),
        ("Basic training day 1", Password),
        ("$ecret!", Password),
        ("50%off%now!", Password),
        ("P@ssw0rd", Password),
        ("p@ss.w0rd1", Password),
        ("ATBBQ2024", Password),
        ("a,b;c<d>", Password),
        ("hunter2;", Password),
        ("abcdefghijklmnopqrstuvwx", Password),
        ("amRvZTpodW50ZXIy", Password),
        ("\u{fffd}", Password),
        ("x", Password),
        ("\"", Password),
    ] {
        // Two braces that are no sample's stay as they are.
        let typed = expand(template);
        assert_eq!(read(&typed).kind, kind, "{template}");
    }
}

#[test]
fn copying_leaves_flaws_around_and_inside() {
    for (template, flaws) in [
        (" {{api-token}}", &[Blank][..]),
        ("{{api-token}}\n", &[Newline]),
        ("\u{feff}{{api-token}}\u{a0}", &[Invisible, Invisible]),
        ("\"{{api-token}}\"", &[Quotes, Quotes]),
        ("“{{api-token}}”", &[Quotes, Quotes]),
        ("`{{api-token}}", &[Quotes]),
        ("<{{api-token}}>", &[Wrapping, Wrapping]),
        ("{{api-token}},", &[Wrapping]),
        ("{{api-token}};", &[Wrapping]),
        ("{{api-token}}.", &[Wrapping]),
        ("{{api-token}}.)", &[Wrapping]),
        ("{{api-token}} # mine", &[More]),
        ("{{api-token}}{{api-token}}", &[Repeated]),
        ("{{api-token}}\n{{api-token}}\n", &[Repeated, Newline]),
        ("{{api-token}} {{api-token}} {{api-token}}", &[Repeated]),
        ("JIRA_API_TOKEN={{api-token}}", &[Label]),
        ("token: {{api-token}}", &[Label]),
        ("export X={{api-token}}", &[Label]),
        (
            "\"apiToken\": \"{{api-token}}\",",
            &[Label, Quotes, Quotes, Wrapping],
        ),
        ("Bearer {{api-token}}", &[Scheme]),
        ("basic {{api-token}}", &[Scheme]),
        (
            " ' {{api-token}}\t' ",
            &[Blank, Quotes, Blank, Blank, Quotes, Blank],
        ),
    ] {
        let (_, token) = read_sample(template);
        assert_eq!(token.kind, TokenKind::ApiToken, "{template}");
        assert_eq!(token.checksum, Checksum::Intact, "{template}");
        assert_eq!(token.clean.expose(), expand("{{api-token}}"), "{template}");
        let found: Vec<_> = token.flaws.iter().map(|flaw| flaw.kind).collect();
        assert_eq!(found, flaws, "{template}");
    }
}

#[test]
fn a_token_without_a_checksum_is_found_twice_by_its_length() {
    for (name, kind) in [
        ("{{legacy-token}}", TokenKind::LegacyToken),
        ("{{dc-pat}}", TokenKind::DataCenterPat),
    ] {
        for joint in ["", " ", "\n"] {
            let (_, token) = read_sample(&format!("{name}{joint}{name}"));
            assert_eq!(token.kind, kind, "{name}{joint:?}");
            assert_eq!(token.clean.expose(), expand(name), "{name}{joint:?}");
            let found: Vec<_> = token.flaws.iter().map(|flaw| flaw.kind).collect();
            assert_eq!(found, [Repeated], "{name}{joint:?}");
        }
        let other = read_sample(&format!("{name} and more")).1;
        assert!(other.flaws.iter().all(|flaw| flaw.kind != Repeated));
    }
}

#[test]
fn copying_changes_the_inside() {
    let whole = expand("{{api-token}}");
    let (body, sum) = whole.split_at(183);
    let (first, second) = whole.split_at(90);
    for (typed, flaw, span) in [
        (format!("{body}%3D{}", &sum[1..]), PercentEncoded, 183..186),
        (format!("{body}\\{sum}"), Backslash, 183..184),
        (format!("{first}\r\n{second}"), Newline, 90..92),
        (format!("{first}\u{200b}{second}"), Invisible, 90..91),
        (format!("{first}  {second}"), InnerBlank, 90..92),
        (format!("A\u{2060}{}", &whole[1..]), Invisible, 1..2),
    ] {
        let token = read(&typed);
        assert_eq!(token.checksum, Checksum::Intact, "{flaw:?}");
        assert_eq!(token.clean.expose(), whole, "{flaw:?}");
        let found: Vec<_> = token
            .flaws
            .iter()
            .map(|flaw| (flaw.kind, flaw.span.start..flaw.span.end))
            .collect();
        assert_eq!(found, [(flaw, span)]);
    }
}

#[test]
fn the_wrong_character_is_found_in_the_typed_text() {
    let whole = expand("{{api-token}}");
    let at_100 = if &whole[100..101] == "q" { "r" } else { "q" };
    let typed = format!("\"{}\u{200b}{at_100}{}\"", &whole[..100], &whole[101..]);
    let token = read(&typed);
    assert_eq!(token.checksum, Checksum::Damaged { at: Some(102) });
    let typed = format!("JIRA_TOKEN=\"{}А{}\"", &whole[..50], &whole[51..]);
    let token = read(&typed);
    assert_eq!(token.checksum, Checksum::Damaged { at: Some(62) });
    let foreign = token.flaws.iter().find(|flaw| flaw.kind == Foreign);
    assert_eq!(foreign.unwrap().span.start, 62);
}

#[test]
fn a_hit_prefix_is_still_a_token() {
    let whole = expand("{{api-token}}");
    for (typed, at) in [
        (format!("X{}", &whole[1..]), Some(0)),
        (format!("А{}", &whole[1..]), Some(0)),
        (whole[1..].to_owned(), None),
        (whole[4..].to_owned(), None),
        (whole.to_ascii_lowercase(), None),
    ] {
        let token = read(&typed);
        assert_eq!(token.kind, TokenKind::ApiToken);
        assert_eq!(token.checksum, Checksum::Damaged { at });
    }
}

#[test]
fn a_pair_is_taken_apart_and_never_shows_its_secret() {
    for (template, user, secret) in [
        (
            "jane@acme.example:{{password}}",
            "jane@acme.example",
            "{{password}}",
        ),
        (
            "{{api-token}}:jane@acme.example",
            "jane@acme.example",
            "{{api-token}}",
        ),
        ("Basic {{b64:jdoe:{{password}}}}", "jdoe", "{{password}}"),
        (
            "{{b64:jane@acme.example:{{api-token}}}}",
            "jane@acme.example",
            "{{api-token}}",
        ),
        (
            "{{b64-wrapped:jane@acme.example:{{api-token}}}}",
            "jane@acme.example",
            "{{api-token}}",
        ),
        (
            "{{b64-utf16:jane@acme.example:{{password}}}}",
            "jane@acme.example",
            "{{password}}",
        ),
        (
            "Authorization: Basic {{b64:{{api-token}}:jane@acme.example}}",
            "jane@acme.example",
            "{{api-token}}",
        ),
        ("{{b64::{{api-token}}}}", "", "{{api-token}}"),
    ] {
        let (_, token) = read_sample(template);
        let secret = expand(secret);
        assert!(!format!("{token:?}").contains(&secret), "{template}");
        assert_eq!(
            token.pair,
            Some((user.to_owned(), secret.into())),
            "{template}"
        );
    }
    assert_eq!(read_sample("{{b64:{{api-token}}}}").1.pair, None);
}

#[test]
fn a_password_keeps_its_own_characters() {
    for (typed, clean) in [
        (
            " correct horse battery staple\n",
            "correct horse battery staple",
        ),
        ("'hunter2'", "hunter2"),
        ("a\"b=c%3Dd\\e", "a\"b=c%3Dd\\e"),
        ("<hunter.2>", "<hunter.2>"),
        ("hunter2,", "hunter2,"),
        ("password=hunter2", "hunter2"),
        ("hun\u{200b}ter2", "hunter2"),
    ] {
        let token = read(typed);
        assert_eq!(token.kind, TokenKind::Password, "{typed}");
        assert_eq!(token.clean.expose(), clean, "{typed}");
    }
    assert_eq!(read("correct horse battery staple").flaws, []);
}

#[test]
fn garbage_never_panics_and_spans_stay_inside() {
    const PARTS: [&str; 32] = [
        "ATATT3",
        "xFfGF0",
        "=",
        "ABCDEF12",
        "ATBB",
        "BBDC-",
        "eyJhbGciOiJIUzI1NiJ9",
        ".",
        "@",
        ":",
        " ",
        "\n",
        "\u{200b}",
        "\"",
        "'",
        "“",
        "<",
        ">",
        "%3D",
        "\\",
        "Bearer ",
        "Basic ",
        "token=",
        "é",
        "😀",
        "a1",
        "-u ",
        "Authorization:",
        "amFuZUBhY21lLmV4YW1wbGU6eA",
        "$",
        "{{",
        "}}",
    ];
    let mut state: u64 = 3;
    for round in 0..20_000 {
        let mut typed = String::new();
        for _ in 0..round % 14 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            typed.push_str(PARTS[usize::try_from(state >> 33).unwrap() % PARTS.len()]);
        }
        let token = read(&typed);
        let length = typed.encode_utf16().count();
        let mut end = 0;
        for flaw in &token.flaws {
            assert!(flaw.span.start >= end, "{typed:?} {:?}", token.flaws);
            assert!(
                flaw.span.start < flaw.span.end && flaw.span.end <= length,
                "{typed:?}"
            );
            end = flaw.span.end;
        }
        if let Checksum::Damaged { at: Some(at) } = token.checksum {
            assert!(at < length);
        }
    }
}
