//! The table's own rules, and how texts are matched. What the table must know stands in `literals.txt`.

use super::Signature::*;
use super::automaton::{Edge, LONGEST, Means, Needle, needles};
use super::*;

/// The meanings found, and the text at each place.
fn found(text: &str) -> Vec<(Signature, String)> {
    let units: Vec<u16> = text.encode_utf16().collect();
    find(text, Field::Paste)
        .iter()
        .map(|hit| {
            let place = &units[hit.span.start..hit.span.end];
            (hit.signature, String::from_utf16(place).unwrap())
        })
        .collect()
}

#[track_caller]
fn meanings(text: &str) -> Vec<Signature> {
    found(text).into_iter().map(|(found, _)| found).collect()
}

#[test]
fn every_text_is_spelled_as_texts_are_read() {
    for Needle { text, .. } in needles() {
        let plain = |byte: u8| byte == b' ' || byte.is_ascii_graphic();
        assert!(text.bytes().all(plain), "{text:?}: ASCII only");
        assert!(
            !text.bytes().any(|b| b.is_ascii_uppercase()),
            "{text}: lower case"
        );
        assert!(
            !text.contains(['"', '`']),
            "{text}: ' for every quotation mark"
        );
        assert!(
            !text.contains("  ") && text.trim() == text,
            "{text:?}: blanks"
        );
        assert!((4..=LONGEST).contains(&text.len()), "{text}: length");
    }
}

#[test]
fn no_text_stands_twice_or_says_what_another_says() {
    let all = needles();
    let mut idle = Vec::new();
    for long in &all {
        let inside = |short: &Needle| {
            let bytes = long.text.as_bytes();
            let byte = |at: usize| bytes.get(at).copied().unwrap_or(b' ');
            long.text.match_indices(short.text).any(|(at, _)| {
                short.before.allows(byte(at.wrapping_sub(1)))
                    && short.after.allows(byte(at + short.text.len()))
            })
        };
        let others = || {
            let other = |other: &&Needle| !std::ptr::eq(*other, long);
            all.iter().filter(other).filter(|other| inside(other))
        };
        // A longer text with a shorter one of another meaning or speaker in it is there to hide that.
        let of = |needle: &Needle| (needle.means, needle.speaker);
        let hides = others().any(|other| of(other) != of(long));
        let same = others().find(|other| other.means == long.means);
        idle.extend(same.filter(|_| !hides).map(|same| (long.text, same.text)));
        assert!(
            others().all(|other| other.text != long.text),
            "{}",
            long.text
        );
    }
    assert!(idle.is_empty(), "{idle:#?}");
}

#[test]
fn states_have_numbers_that_fit() {
    assert!(Automaton::get().len() < usize::from(u16::MAX));
}

#[test]
fn every_text_is_found_whole_and_hides_what_is_in_it() {
    for Needle { text, means, .. } in needles() {
        let Means::Text(signature) = means else {
            continue;
        };
        if signature.class() == Class::Voice {
            continue;
        }
        let hit = (signature, text.to_owned());
        let [before, after] = ["(", ")"].map(|edge| edge.repeat(40));
        let found = found(&format!("{before}{text}{after}"));
        // Another text may begin in this one's middle only if it ends outside.
        assert_eq!(found, [hit], "{text}");
    }
}

#[test]
fn every_known_literal_has_its_meaning() {
    let mut meaning = "";
    let mut missing = Vec::new();
    let lines = include_str!("literals.txt").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        let Some(text) = line.strip_prefix("    ") else {
            meaning = line;
            continue;
        };
        let found = meanings(text);
        let mut names = found.iter().map(|found| format!("{found:?}"));
        if !names.any(|name| name == meaning) {
            missing.push((meaning, text, found));
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn what_only_looks_like_a_refusal_has_another_meaning() {
    assert_eq!(
        meanings(r#"{"code":401,"message":"Unauthorized; scope does not match"}"#),
        [ScopeMismatch]
    );
    // What works says so too.
    assert_eq!(meanings("ratelimit: \"jira-burst-based\";r=349;t=1"), []);
    assert_eq!(
        meanings(
            "*  SSL certificate verify result: self-signed certificate (18), continuing anyway."
        ),
        [TlsUnverified]
    );
}

#[test]
fn case_blanks_and_line_ends_do_not_matter() {
    for text in [
        "CLIENT MUST BE AUTHENTICATED TO ACCESS THIS RESOURCE",
        "Client  must\tbe authenticated\r\n    to access this resource.",
        "> Client must be authenticated\n> to access\n> > this resource.",
        r"Client must be authenticated\n to access\\n\\tthis resource.",
        "Client\u{a0}must be\u{2009}authenticated&nbsp;to access this\u{200b} resource",
        r"Client must be authenticated to\u00a0access this resource.",
    ] {
        assert_eq!(meanings(text), [ClientMustBeAuthenticated], "{text}");
    }
}

#[test]
fn one_quotation_mark_is_as_good_as_another() {
    for text in [
        "No 'Access-Control-Allow-Origin' header",
        "No \"Access-Control-Allow-Origin\" header",
        r#"No \"Access-Control-Allow-Origin\" header"#,
        r#"No \\\"Access-Control-Allow-Origin\\\" header"#,
        "No `Access-Control-Allow-Origin` header",
        "No ‘Access-Control-Allow-Origin’ header",
        "No “Access-Control-Allow-Origin” header",
        "No &#39;Access-Control-Allow-Origin&#39; header",
        "No &quot;Access-Control-Allow-Origin&quot; header",
        r"No \u0027Access-Control-Allow-Origin\u0027 header",
    ] {
        assert_eq!(meanings(text), [CorsBlocked], "{text}");
    }
    assert_eq!(meanings(r"Unexpected token \u003c in JSON"), [HtmlForJson]);
    assert_eq!(meanings("Unexpected token &lt; in JSON"), [HtmlForJson]);
    assert_eq!(
        meanings("HTTP Status 401 – Unauthorized"),
        [TomcatUnauthorized]
    );
}

#[test]
fn escapes_that_are_none_are_read_as_they_stand() {
    for text in [
        "&", "&;", "&nope;", "&&#39", r"\", r"\\\", r"\u", r"\u00", r"\uD83D", "\\u😀",
    ] {
        assert_eq!(
            meanings(&format!("{text} xsrf check failed")),
            [XsrfFailed],
            "{text}"
        );
        assert_eq!(
            meanings(&format!("xsrf check failed {text}")),
            [XsrfFailed],
            "{text}"
        );
    }
}

#[test]
fn a_place_is_told_in_units_of_the_text_as_given() {
    let text = "😀é > {\"m\":\"Oops, you&#39;ve\n> found\\na dead link\"}";
    assert_eq!(
        found(text),
        [(DeadLink, "you&#39;ve\n> found\\na dead link".to_owned())]
    );
    let hits = find(text, Field::Response);
    assert_eq!(hits[0].span, Span { start: 18, end: 49 });
    assert_eq!(hits[0].field, Field::Response);
}

#[test]
fn a_text_does_not_count_inside_a_longer_word() {
    assert_eq!(meanings("dns errors"), []);
    assert_eq!(meanings("mydns error"), []);
    assert_eq!(meanings("a dns error."), [DnsFailed]);
    // Unless it is marked.
    assert_eq!(meanings("java.net.SocketTimeoutException"), [TimedOut]);
    assert_eq!(meanings("timeout of 5000ms exceeded"), [TimedOut]);
    // A host's name goes on after a dot.
    assert_eq!(meanings("could not resolve host: rest"), [EmptyHost]);
    assert_eq!(
        meanings("could not resolve host: rest.acme.example"),
        [DnsFailed]
    );
}

#[test]
fn a_longer_text_hides_the_shorter_in_it() {
    assert_eq!(
        meanings("CONNECT tunnel failed, response 503"),
        [ProxyRefused]
    );
    assert_eq!(meanings("CONNECT tunnel failed, response 407"), [ProxyAuth]);
    assert_eq!(
        found("anonymous users do not have permission to create issues"),
        [
            (
                AnonymousForbidden,
                "anonymous users do not have permission".to_owned()
            ),
            (CreateDenied, "permission to create issues".to_owned()),
        ]
    );
}

#[test]
fn texts_of_one_meaning_that_overlap_are_one_place() {
    assert_eq!(
        found("Basic authentication has been disabled; Error: getaddrinfo EAI_AGAIN"),
        [
            (
                BasicDisabled,
                "Basic authentication has been disabled".to_owned()
            ),
            (DnsFailed, "EAI_AGAIN".to_owned()),
        ]
    );
    let both = "you are not authenticated. Authentication required to perform this operation";
    assert_eq!(meanings(both), [NotAuthenticated, NotAuthenticated]);
}

#[test]
fn of_a_repeated_line_the_first_and_the_last_places_are_kept() {
    let line = "connection refused\n";
    let hits = find(&line.repeat(1000), Field::Paste);
    let starts: Vec<usize> = hits.iter().map(|hit| hit.span.start / line.len()).collect();
    assert_eq!(starts, [0, 1, 2, 3, 996, 997, 998, 999]);
}

#[test]
fn no_more_than_two_hundred_places_are_kept() {
    let all: Vec<&str> = needles().iter().map(|needle| needle.text).collect();
    let text = all.join(" . ");
    let hits = find(&text, Field::Paste);
    assert_eq!(hits.len(), 200);
    assert!(hits.is_sorted_by_key(|hit| hit.span.start));
    assert!(hits[0].span.start < 100 && hits[199].span.end > text.len() - 100);
}

#[test]
fn what_works_holds_no_known_text() {
    for file in [
        include_str!("../../../tests/cases/cases.jsonl"),
        include_str!("../../../tests/cases/transcripts.jsonl"),
    ] {
        for line in file.lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            if !case["expect"]["problem"].is_null() {
                continue;
            }
            let given = &case["given"];
            for text in [&given["paste"], &given["response"]["body"]] {
                let hits = found(text.as_str().unwrap_or_default());
                assert!(hits.is_empty(), "{}: {hits:?}", case["id"]);
            }
        }
    }
}

#[test]
fn edges_are_as_they_are_marked() {
    let of = |text: &str| {
        needles()
            .into_iter()
            .find(|needle| needle.text == text)
            .unwrap()
    };
    assert_eq!(of("enotfound rest").after, Edge::Name);
    assert_eq!(of("os_destination=").after, Edge::Free);
    assert_eq!(of("dns error").before, Edge::Word);
}

/// A value in one of the spellings of `codes.txt`.
fn spelled(spelling: &str, value: &str) -> String {
    let number = value.parse::<u32>().unwrap_or_default();
    let forms = [
        ("{}", value.to_owned()),
        ("{x}", format!("{number:x}")),
        ("{4X}", format!("{number:04X}")),
        ("{6X}", format!("{number:06X}")),
    ];
    let replace = |text: String, (form, value): &(&str, String)| text.replace(form, value);
    forms.iter().fold(spelling.to_owned(), replace)
}

#[test]
fn every_value_of_every_list_says_what_it_says_in_every_spelling() {
    let (mut spellings, mut begun, mut count) = (Vec::new(), false, 0);
    let mut wrong = Vec::new();
    let lines = include_str!("codes.txt").lines();
    for line in lines.filter(|line| !line.is_empty() && !line.starts_with('#')) {
        if let Some(spelling) = line.strip_prefix("= ") {
            if std::mem::take(&mut begun) {
                spellings.clear();
            }
            spellings.push(spelling);
            continue;
        }
        begun = true;
        let (meaning, values) = line.split_once(' ').unwrap();
        let meaning = if meaning == "-" { "" } else { meaning };
        for value in values.split(' ') {
            count += 1;
            for spelling in &spellings {
                let text = spelled(spelling, value);
                let found: Vec<String> = meanings(&text)
                    .iter()
                    .map(|found| format!("{found:?}"))
                    .collect();
                if found.join(" ") != meaning {
                    wrong.push((text, meaning, found));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(count > 3000, "{count}");
}

#[test]
fn numbers_that_are_no_codes_say_nothing() {
    for text in [
        "errno=0",
        "errno 1110",
        "errno: 111x",
        "errno after 111 calls",
        "at line 111, column 60",
        "listening on port 10061, pid 11001",
        "issue ABC-110 of 2110, 113 items, 10060 bytes",
        "socket error: file descriptor 104",
        "os error, see page 111",
        "curl 7.88.1 (28)",
        "curl/7.60.0",
        "curl: option 28 is unknown",
        "curl error 7.88.1",
        "verify return:1",
        "verify error rate: 18",
        "0x80090325abc",
        "0x8009",
        "call -2146 of 2147",
        "id -21468930190",
        "reason(s) 267",
        "NSCocoaErrorDomain Code=-1003",
        "grpc-status: 0",
        "HttpStatusCode.Internal",
        "{\"error\": \"access denied\", \"errno\": null}",
        "oauth_problem=problem",
        "\"timed_out\": false, \"connect_timeout\": 30",
    ] {
        assert_eq!(meanings(text), [], "{text}");
    }
}

#[test]
fn a_number_says_no_more_than_the_words_of_its_line() {
    assert_eq!(
        meanings("curl: (35) error:0A00010B:SSL routines::wrong version number"),
        [HttpsToHttpPort]
    );
    assert_eq!(
        meanings("curl: (6) Could not resolve host: https"),
        [DoubleScheme]
    );
    // Words without a reason leave it to the number; so do those of another line.
    assert_eq!(
        meanings("TypeError: fetch failed, errno: -3008"),
        [FetchFailed, DnsFailed]
    );
    assert_eq!(
        meanings("connection refused\n[Errno 110]"),
        [ConnectionRefused, TimedOut]
    );
}

#[test]
fn the_place_of_a_code_begins_with_its_lead() {
    assert_eq!(
        found("requests: [Errno 111]. Bye"),
        [(ConnectionRefused, "Errno 111".to_owned())]
    );
    assert_eq!(
        found("curl exited with code 28."),
        [(TimedOut, "curl exited with code 28".to_owned())]
    );
    assert_eq!(
        found("oauth_problem=token_rejected"),
        [(OauthGrantInvalid, "oauth_problem=token_rejected".to_owned())]
    );
}
