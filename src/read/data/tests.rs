use super::*;

/// `key=value` for texts, `key:value` for words, with the keys on the way; a list's close tells its count.
fn tokens(text: &str) -> String {
    let mut tokens = Tokens::of_value(text);
    let mut shown = Vec::new();
    while let Some(token) = tokens.next() {
        let mut path = String::new();
        for frame in tokens.path().iter().skip(1) {
            path += frame.key;
            path.push('/');
        }
        match token {
            Token::Value(key, text) => {
                let sign = if text.is_literal() { ':' } else { '=' };
                shown.push(format!("{path}{key}{sign}{}", text.plain()));
            }
            Token::Close(frame, _) if frame.list => {
                shown.push(format!("{path}{}#{}", frame.key, frame.items));
            }
            _ => {}
        }
    }
    shown.join(" ")
}

#[test]
fn data_of_every_language_is_read() {
    let table = [
        // JSON
        (
            r#"{"a":"b","c":[1,{"d":null}],"e":true}"#,
            "a=b c/:1 c//d:null c#2 e:true",
        ),
        (r#"{"a":"q\"\u00e9\ud83d\ude00\/"}"#, "a=q\"é😀/"),
        ("{\"a\" :\n1}", "a:1"),
        (r#"{"a":["x","y"#, "a/=x a/=y a#2"),
        (r#"{"a":"x\"#, "a=x"),
        (r#"{"a":1} trailing {"b":2}"#, "a:1"),
        (r#"{"a":1,}"#, "a:1"),
        (r#"{"a" "b" "c":"d"}"#, "c=d"),
        ("[", "#0"),
        (r#""alone""#, "=alone"),
        ("}}}]", ""),
        ("", ""),
        // Python, Node
        (
            "{'a': 'b', 'c': None, 'd': [\"it's\"]}",
            "a=b c:None d/=it's d#1",
        ),
        ("{'a': b'x', 'b': ('y', 2)}", "a=x b/=y b/:2 b#2"),
        ("{ error: 'Failed to parse' }", "error=Failed to parse"),
        ("{ a: 'it' +\n    \"'s\" + ' so', b: `x` }", "a=it's so b=x"),
        (
            "{ a: [Object: null prototype] { b: 1 }, c: Headers { d: x } }",
            "a/b:1 c/d=x",
        ),
        ("{ a: 'don't, b: 1 }", "a=don b:1"),
        // Ruby, Java, Go
        (r#"{"a"=>["b"], :c=>nil}"#, "a/=b a#1 c:nil"),
        (
            "{a=b c, d=[Sat, 21 Nov], e=Of(403)}",
            "a=b c d/=Sat d/=21 Nov d#2 e=Of(403)",
        ),
        ("map[a:[b c] d:[e]]", "a/=b c a#1 d/:e d#1 #2"),
    ];
    for (text, expected) in table {
        assert_eq!(tokens(text), expected, "{text}");
    }
}

#[test]
fn escapes_without_meaning_stay_readable() {
    for (text, expected) in [
        (r"\uZZZZ", "uZZZZ"),
        (r"\u+123", "u+123"),
        (r"\ud83d", "\u{fffd}"),
        (r"\ud83d\u0041", "\u{fffd}A"),
        (r"\udc00\udc00", "\u{fffd}\u{fffd}"),
        (r"it\'s\xa0so\", "it's\u{a0}so"),
    ] {
        assert_eq!(unescape(text), expected, "{text}");
    }
}

#[test]
fn depth_costs_nothing() {
    let text = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    assert_eq!(tokens(&text).matches('#').count(), DEEPEST);
    let objects = r#"{"a":"#.repeat(100_000);
    assert_eq!(tokens(&objects), "");
}
