#![expect(clippy::string_slice, reason = "tokens are ASCII")]

use super::*;
use crate::read::change::ChangeKind;
use crate::sample::expand;
use crate::span::Span;

#[test]
fn each_kind_is_told_apart() {
    use AccountKind::*;
    for (template, kind) in [
        ("", Empty),
        (" \u{200b}\n", Empty),
        ("jane@acme.example", Email),
        ("Jane.Doe@Acme.Example", Email),
        ("jane.doe+ci@mail.eu.acme.international", Email),
        ("sean.o'brien@acme.example", Email),
        ("jürgen.müller@acme.example", Email),
        ("jane@bücher.example", Email),
        ("jane@localhost", Email),
        ("me@example.com", Email),
        ("jane@example.com", Email),
        ("user@domain.example", Email),
        ("myemail@provider.example", Email),
        ("my-name@my-domain.example", Email),
        ("user.name@mail.example", Email),
        ("youri@acme.example", Email),
        ("email: jane@acme.example", Email),
        ("jdoe", UserName),
        ("jdoe22", UserName),
        ("ACME\\jdoe", UserName),
        ("machine-account", UserName),
        ("cloudSyncUser", UserName),
        ("3fa85f64-5717-4562-b3fc-2c963f66afa6", UserName),
        ("Jane Doe", DisplayName),
        ("5b10ac8d82e05b22cc7d4ef5", AccountId),
        ("712020:3fa85f64-5717-4562-b3fc-2c963f66afa6", AccountId),
        ("557058:f58131cb-b67d-43c7-b30d-6b58d40bd077", AccountId),
        ("you@example.com", Placeholder),
        ("your-email@acme.example", Placeholder),
        ("jane@your-company.com", Placeholder),
        ("email@example.com", Placeholder),
        ("name@company.com", Placeholder),
        ("<email>", Placeholder),
        ("<your-email>@acme.example", Placeholder),
        ("your_email", Placeholder),
        ("[email protected]", Placeholder),
        ("Jane <[email\u{a0}protected]>", Placeholder),
        ("[email&#160;protected]", Placeholder),
        ("$JIRA_EMAIL", Variable),
        ("JIRA_EMAIL=${JIRA_EMAIL}", Variable),
        ("%USER%@acme.example", Variable),
        ("{{api-token}}", Secret),
        ("{{api-token-cut:20}}", Secret),
        ("Bearer {{dc-pat}}", Secret),
        ("{{jwt}}", Secret),
        ("{{b64:{{api-token}}}}", Secret),
        ("my token {{api-token}}", Secret),
        ("jane@acme.example:{{api-token}}", Pair),
        ("jane@acme.example / {{api-token}}", Pair),
        ("jane@acme.example:hunter2", Pair),
        ("Basic {{b64:jdoe:hunter2}}", Pair),
        ("{{b64:jane@acme.example:hunter2}}", Pair),
        ("jdoe:hunter2", Pair),
        ("https://acme.atlassian.net/browse/A-1", Address),
        ("acme.atlassian.net", Address),
        ("jane at acme dot example", Malformed),
        ("jane [at] acme [dot] example", Malformed),
        ("jane%40acme.example", Malformed),
        ("jane@@acme.example", Malformed),
        ("jane@acme@acme.example", Malformed),
        ("jane doe@acme.example", Malformed),
        ("@acme.example", Malformed),
        ("jane@", Malformed),
        ("jane@acme_corp.example", Malformed),
    ] {
        assert_eq!(read(&expand(template)).kind, kind, "{template}");
    }
}

#[test]
fn copying_is_undone_step_by_step() {
    use ChangeKind::*;
    for (typed, changes) in [
        (" jane@acme.example", &[Blank][..]),
        ("jane@acme.example \n", &[Blank, Blank]),
        ("jane@acme.example\u{200b}", &[Invisible]),
        ("ja\u{200b}ne@acme.example", &[Invisible]),
        ("jane@acme.example,", &[Wrapping]),
        ("jane@acme.example.", &[Wrapping]),
        ("jane@acme.example;", &[Wrapping]),
        ("\"jane@acme.example\"", &[Quotes, Quotes]),
        ("“jane@acme.example”", &[Quotes, Quotes]),
        ("jane@acme.example\"", &[Quotes]),
        ("<jane@acme.example>", &[Wrapping, Wrapping]),
        ("Jane Doe <jane@acme.example>", &[Wrapping, Wrapping]),
        ("\"Doe, Jane\" <jane@acme.example>", &[Wrapping, Wrapping]),
        ("mailto:jane@acme.example", &[Mailto]),
        ("MAILTO:jane@acme.example?subject=x", &[Query, Mailto]),
        (
            "[jane](mailto:jane@acme.example)",
            &[Wrapping, Wrapping, Mailto],
        ),
        ("JIRA_EMAIL=jane@acme.example", &[Label]),
        ("email: jane@acme.example", &[Label, Blank]),
        (
            "\"email\": \"jane@acme.example\",",
            &[Label, Wrapping, Blank, Quotes, Quotes],
        ),
        ("jane＠acme.example", &[Width]),
        ("jane @ acme.example", &[Blank, Blank]),
    ] {
        let account = read(typed);
        assert_eq!(account.kind, AccountKind::Email, "{typed}");
        assert_eq!(account.normal, "jane@acme.example", "{typed}");
        let found: Vec<_> = account.changes.iter().map(|change| change.kind).collect();
        assert_eq!(found, changes, "{typed}");
    }
}

#[test]
fn a_change_names_the_character_and_its_place() {
    let account = read("😀a\u{200b}b@acme.example  ");
    let told: Vec<_> = account
        .changes
        .iter()
        .map(|change| (change.why.to_string(), change.span))
        .collect();
    let expected = [
        (
            "There is a space from position 19 to 20. It does not belong to an address.",
            Span { start: 18, end: 20 },
        ),
        (
            "There is a zero-width space (U+200B) at position 4. It cannot be seen, and Jira would take it for a part of the address.",
            Span { start: 3, end: 4 },
        ),
    ];
    assert_eq!(told, expected.map(|(why, span)| (why.to_owned(), span)));
    assert_eq!(account.normal, "😀ab@acme.example");
}

#[test]
fn doubts_come_with_a_place_and_a_suggestion() {
    use AccountFlawKind::*;
    for (typed, kind, (start, end), suggestion) in [
        (
            "jane@gmial.com",
            DomainTypo,
            (5, 14),
            Some("jane@gmail.com"),
        ),
        (
            " jane@acme.exampel ",
            DomainTypo,
            (6, 18),
            Some("jane@acme.example"),
        ),
        ("jane@acme.con", DomainTypo, (5, 13), Some("jane@acme.com")),
        (
            "jane@acme.example@acme.example",
            DomainTypo,
            (17, 30),
            Some("jane@acme.example"),
        ),
        (
            "release-bot@acme-linux.exampleacme-linux.example",
            DomainTypo,
            (12, 48),
            Some("release-bot@acme-linux.example"),
        ),
        ("jane@acme,com", Form, (9, 10), Some("jane@acme.com")),
        ("jane@acmecom", Form, (5, 12), None),
        (
            "jane@@acme.example",
            Form,
            (5, 6),
            Some("jane@acme.example"),
        ),
        (
            "jane@acme..example",
            Form,
            (10, 11),
            Some("jane@acme.example"),
        ),
        (
            ".jane@acme.example",
            Form,
            (0, 1),
            Some("jane@acme.example"),
        ),
        (
            "jane.@acme.example",
            Form,
            (4, 5),
            Some("jane@acme.example"),
        ),
        (
            "jane@.acme.example",
            Form,
            (5, 6),
            Some("jane@acme.example"),
        ),
        ("jane doe@acme.example", Form, (4, 5), None),
        (
            "jane at acme dot example",
            Form,
            (0, 24),
            Some("jane@acme.example"),
        ),
        (
            "jane%40acme.example",
            Form,
            (0, 19),
            Some("jane@acme.example"),
        ),
        ("jdoe:hunter2", Colon, (4, 5), None),
        ("jane@acme.example:hunter2", Colon, (17, 18), None),
        ("jd\u{7}oe", Control, (2, 3), None),
        ("😀[email protected]", Obfuscated, (2, 19), None),
    ] {
        let account = read(typed);
        let is_there = account
            .flaws
            .iter()
            .any(|flaw| flaw.kind == kind && flaw.span == Span { start, end });
        assert!(is_there, "{typed}: {:?}", account.flaws);
        assert_eq!(account.suggestion.as_deref(), suggestion, "{typed}");
    }
}

#[test]
fn a_good_account_raises_no_doubt() {
    for typed in [
        "jane@acme.example",
        "sean.o'brien@acme.example",
        "jürgen.müller@acme.example",
        "jane.doe@mail.eu.acme.international",
        "jane+jira-sandbox@acme.example",
        "jdoe",
        "ACME\\jdoe",
        "712020:3fa85f64-5717-4562-b3fc-2c963f66afa6",
    ] {
        let account = read(typed);
        assert_eq!(account.flaws, [], "{typed}");
        assert_eq!(account.changes, [], "{typed}");
        assert_eq!(account.normal, typed);
    }
}

#[test]
fn nothing_of_a_secret_is_kept() {
    for template in [
        "{{api-token}}",
        "\"{{api-token}}\"",
        "jane@acme.example:{{api-token}}",
        "{{api-token}}:jane@acme.example",
        "jane@acme.example / {{api-token}}",
        "email={{api-token}}",
        "{{b64:jane@acme.example:{{api-token}}}}",
        "https://jane:{{api-token}}@acme.atlassian.net",
        "Jane {{api-token}} <jane@acme.example>",
        "jane@{{api-token}}@x",
    ] {
        let shown = format!("{:?}", read(&expand(template)));
        let token = expand("{{api-token}}");
        assert!(!shown.contains(&token[20..40]), "{template}: {shown}");
    }
    assert!(!format!("{:?}", read("jdoe:hunter2")).contains("hunter2"));
    assert!(!format!("{:?}", read("https://jdoe:hunter2@acme.example")).contains("hunter2"));
}

#[test]
fn garbage_never_panics_and_spans_stay_inside() {
    const PARTS: [&str; 30] = [
        "jane",
        "@",
        ".",
        "acme.example",
        "gmial.com",
        " ",
        "\n",
        "\u{200b}",
        "\"",
        "'",
        "“",
        "<",
        ">",
        "(",
        ")",
        "[",
        "]",
        "mailto:",
        "email=",
        "email: ",
        ":",
        ",",
        "＠",
        "é",
        "😀",
        "?",
        "%40",
        "at ",
        "\u{7}",
        "$X",
    ];
    let mut state: u64 = 5;
    for round in 0..20_000 {
        let mut typed = String::new();
        for _ in 0..round % 12 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            typed.push_str(PARTS[usize::try_from(state >> 33).unwrap() % PARTS.len()]);
        }
        let account = read(&typed);
        let length = typed.encode_utf16().count();
        let changes = account.changes.iter().map(|change| change.span);
        for span in changes.chain(account.flaws.iter().map(|flaw| flaw.span)) {
            assert!(
                span.start <= span.end && span.end <= length,
                "{typed:?} {account:?}"
            );
        }
    }
}

#[test]
fn a_text_longer_than_any_account_is_malformed() {
    for part in ["a", " ", "\u{200b} ", "a@", "＠", "<", "\"a"] {
        let typed = part.repeat(1_000_000 / part.len());
        assert_eq!(read(&typed).kind, AccountKind::Malformed, "{part:?}");
    }
}
