//! Values that a shell or a language might run, or end too early.

/// Parts that mean something to one shell or another.
pub(crate) const PARTS: [&str; 34] = [
    "'",
    "\"",
    "\\",
    "`",
    "$(id)",
    "$HOME",
    "${IFS}",
    "%PATH%",
    "%JIRA_TOKEN%",
    "!x",
    "!JIRA_TOKEN!",
    "^",
    "&calc",
    "|id",
    ";id",
    "<a",
    ">a",
    "\u{2018}",
    "\u{2019}",
    "\u{201a}",
    "\u{201b}",
    "\u{201c}",
    "\u{201d}",
    "\u{e9}",
    "\u{1f600}",
    "\u{202e}",
    "{{JIRA_TOKEN}}",
    "#",
    "*",
    "?",
    "~",
    "(",
    ")",
    "@acme.example",
];

/// Each part alone and each pair of them, around a name.
pub(crate) fn hostile() -> impl Iterator<Item = String> {
    let pairs = PARTS
        .iter()
        .flat_map(|a| PARTS.iter().map(move |b| [a, "jane", b].concat()));
    let alone = PARTS.iter().map(|part| (*part).to_owned());
    let odd = [
        "jane\nid",
        "jane\r",
        "jane\0x",
        "jane\u{1b}[2J",
        "jane\u{2028}id",
        "a:b",
        "\n'; id; '",
    ]
    .map(str::to_owned);
    alone.chain(pairs).chain(odd)
}
