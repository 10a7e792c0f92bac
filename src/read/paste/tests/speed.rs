//! How long texts of each kind take, those that a careless reader would choke on too.

use super::*;

/// `CARGO_PROFILE_RELEASE_PANIC=unwind cargo test --release --lib speed -- --ignored`: writes target/speed.txt, the time for
/// finding exchanges in 1 MiB and in 8 MiB, and the time for reading 1 MiB with all that it says.
#[test]
#[ignore = "a measurement"]
fn speed() {
    let mut seed = pastes()
        .into_iter()
        .find(|(id, _)| id.contains("t090"))
        .unwrap()
        .1;
    seed.push('\n');
    let json = "{\"level\":\"error\",\"url\":\"https://acme.atlassian.net/rest/api/3/myself\",\"status\":401,\"msg\":\"x\"}\n";
    let traces = pastes()
        .into_iter()
        .find(|(id, _)| id.contains("t204"))
        .unwrap()
        .1
        + "\n";
    let evil = [
        "{",
        "[{\"a\":",
        "'",
        "\"\\",
        "HTTP/1.1 ",
        "https://",
        "GET /rest/",
        "$(",
        "<html>",
        "401 ",
        "\\\\",
        "> ",
        "Authorization: Basic aaaa\naaaa\n",
        "&lt;",
        "{'a': \"b",
        "$ curl -u 'a\n",
        "\u{1b}]",
        "1: a\n2: b\n",
        "a b c d ",
        "status: ",
        "HTTP/1.1 200 OK\na: b\n\n{\"a\":\n",
    ];
    let mut texts = vec![
        ("curl -v", seed),
        ("json log", json.to_owned()),
        ("traces", traces),
    ];
    texts.extend(evil.iter().map(|text| (*text, (*text).to_owned())));
    let mut shown = String::new();
    for (name, piece) in texts {
        write!(shown, "{name:24?}").unwrap();
        for size in [1_usize << 20, 1 << 23] {
            let text = piece.repeat(size / piece.len());
            let mut best = std::time::Duration::MAX;
            for _ in 0..3 {
                let start = std::time::Instant::now();
                std::hint::black_box(reader::read(&view_of(&text).0.text).len());
                best = best.min(start.elapsed());
            }
            write!(shown, " {best:10.2?}").unwrap();
        }
        let text = piece.repeat((1 << 20) / piece.len());
        let start = std::time::Instant::now();
        let paste = read_text(&text);
        writeln!(
            shown,
            "  whole 1 MiB {:?} {} exchanges",
            start.elapsed(),
            paste.exchanges.len()
        )
        .unwrap();
    }
    std::fs::write("target/speed.txt", shown).unwrap();
}
