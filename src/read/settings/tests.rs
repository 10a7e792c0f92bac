use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::*;
use crate::sample::expand;

const SITE: &str = "https://acme.atlassian.net";
const JANE: &str = "jane@acme.example";
const TOKEN: &str = "{{api-token}}";

/// Text, site, email, token; `""` for none. `{{api-token}}` and the others are expanded in the text and in the token.
type Row = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    // Settings of the environment.
    ("JIRA_URL=https://acme.atlassian.net\nJIRA_USERNAME=jane@acme.example\nJIRA_API_TOKEN={{api-token}}\n", SITE, JANE, TOKEN),
    ("# Jira\nexport JIRA_URL=\"https://acme.atlassian.net\"\nexport JIRA_EMAIL='jane@acme.example' # owner\nexport JIRA_TOKEN='{{api-token}}'", SITE, JANE, TOKEN),
    ("ATLASSIAN_SITE=acme.atlassian.net\r\nATLASSIAN_EMAIL=jane@acme.example\r\nATLASSIAN_API_TOKEN={{api-token}}\r\n", "acme.atlassian.net", JANE, TOKEN),
    ("JIRA_HOST = acme.atlassian.net\nJIRA_USER = jane@acme.example\nJIRA_PASSWORD = {{password}}", "acme.atlassian.net", JANE, "{{password}}"),
    ("CONFLUENCE_URL=https://wiki.acme.example\nCONFLUENCE_API_TOKEN=other\nJIRA_BASE_URL=https://acme.atlassian.net\nJIRA_PERSONAL_TOKEN={{dc-pat}}", SITE, "", "{{dc-pat}}"),
    ("CONFLUENCE_URL=https://acme.atlassian.net/wiki\nCONFLUENCE_USERNAME=jane@acme.example", "https://acme.atlassian.net/wiki", JANE, ""),
    ("url=https://other.example\nJIRA_URL=https://acme.atlassian.net", SITE, "", ""),
    ("GITHUB_TOKEN=ghp_abcdef\nOPENAI_API_KEY=sk-abc\nJIRA_PAT={{dc-pat}}", "", "", "{{dc-pat}}"),
    ("# JIRA_API_TOKEN=old\nJIRA_API_TOKEN=newtoken", "", "", "newtoken"),
    ("JIRA_URL=https://acme.atlassian.net JIRA_USERNAME=jane@acme.example JIRA_API_TOKEN={{api-token}} mcp-atlassian", SITE, JANE, TOKEN),
    ("JIRA_URL=https://acme.atlassian.net/jira/rest/api/2\nJIRA_API_TOKEN=$TOKEN", "https://acme.atlassian.net/jira/rest/api/2", "", "$TOKEN"),
    ("JIRA_API_TOKEN=${{ secrets.JIRA_API_TOKEN }}\nJIRA_USER_EMAIL=[email protected]", "", "[email protected]", "${{ secrets.JIRA_API_TOKEN }}"),
    ("JIRA_API_TOKEN=\"{{api-token}}", "", "", TOKEN),
    ("set JIRA_URL=https://acme.atlassian.net\nsetx JIRA_API_TOKEN \"{{api-token}}\"", SITE, "", TOKEN),
    ("$env:JIRA_URL = \"https://acme.atlassian.net\"\n$env:JIRA_API_TOKEN = '{{api-token}}'", SITE, "", TOKEN),
    ("docker run -e JIRA_URL=https://acme.atlassian.net -e JIRA_USERNAME=jane@acme.example -e JIRA_API_TOKEN={{api-token}} image", SITE, JANE, TOKEN),
    // JSON.
    (r#"{"mcpServers":{"mcp-atlassian":{"command":"docker","args":["run","-i","--rm","-e","JIRA_URL","-e","JIRA_USERNAME","image"],"env":{"JIRA_URL":"https://acme.atlassian.net","JIRA_USERNAME":"jane@acme.example","JIRA_API_TOKEN":"{{api-token}}"}}}}"#, SITE, JANE, TOKEN),
    (r#"{"mcpServers":{"jira":{"command":"uvx","args":["mcp-atlassian","--jira-url","https://acme.atlassian.net","--jira-username","jane@acme.example","--jira-token","{{api-token}}"]}}}"#, SITE, JANE, TOKEN),
    (r#"{"args":["--jira-url=https://acme.atlassian.net","--jira-personal-token={{dc-pat}}"]}"#, SITE, "", "{{dc-pat}}"),
    (r#"{"domain":"acme","email":"jane\u0040acme.example","apiToken":"{{api-token}}","projects":[]}"#, "acme", JANE, TOKEN),
    (r#"{"baseUrl": "https:\/\/acme.atlassian.net", "login": "jane@acme.example", "api_token": "{{api-token}}",}"#, SITE, JANE, TOKEN),
    ("{\n  \"server\":\n    \"https://acme.atlassian.net\",\n  user-email: jane@acme.example,\n  \"password\": \"pass\\\"word\"\n", SITE, JANE, "pass\"word"),
    (r#"{"github":{"url":"https://github.example","token":"ghp_abc"},"jira":{"url":"https://acme.atlassian.net","token":"{{api-token}}"}}"#, SITE, "", TOKEN),
    (r#"{"name":"JIRA_URL","value":"https://acme.atlassian.net"},{"name":"JIRA_API_TOKEN","value":"{{api-token}}"}"#, SITE, "", TOKEN),
    (r#"{"basic":[{"key":"password","value":"{{api-token}}","type":"string"},{"key":"username","value":"jane@acme.example"}]}"#, "", JANE, TOKEN),
    ("JIRA_PASSWORD=\"pa\\ss\\d\"", "", "", "pa\\ss\\d"),
    (r#""{\"instance_url\":\"https://acme.atlassian.net\",\"username\":\"jane@acme.example\",\"api-token\":\"{{api-token}}\"}""#, SITE, JANE, TOKEN),
    // YAML, TOML, INI, properties, XML.
    ("auth_type: basic\nlogin: jane@acme.example\nproject:\n  key: ABC\nserver: https://acme.atlassian.net\n", SITE, JANE, ""),
    ("slack:\n  url: https://hooks.slack.example\n  token: abc\njira:\n  url: 'https://acme.atlassian.net'\n  username: jane@acme.example\n  token: {{api-token}}\n", SITE, JANE, TOKEN),
    ("env:\n  - name: JIRA_URL\n    value: https://acme.atlassian.net\n  - name: JIRA_API_TOKEN\n    value: \"{{api-token}}\"", SITE, "", TOKEN),
    ("[jira]\nserver = \"https://acme.atlassian.net\"\nusername = \"jane@acme.example\"\npassword = \"{{api-token}}\"\n[smtp]\nusername = \"root\"", SITE, JANE, TOKEN),
    ("jira.url=https://acme.atlassian.net\njira.user.name=jane@acme.example\njira.api.token={{api-token}}", SITE, JANE, TOKEN),
    ("<jiraUrl>https://acme.atlassian.net</jiraUrl><username>jane@acme.example</username><password>{{api-token}}</password>", SITE, JANE, TOKEN),
    // Commands.
    ("curl -u jane@acme.example:{{api-token}} https://acme.atlassian.net/rest/api/3/myself", SITE, JANE, TOKEN),
    ("curl --request GET \\\n  --url 'https://acme.atlassian.net/rest/api/3/issue/ABC-1' \\\n  --user 'jane@acme.example:{{api-token}}' \\\n  --header 'Accept: application/json'", SITE, JANE, TOKEN),
    ("curl --user=jane@acme.example:{{api-token}} \"https://jira.acme.example/jira/rest/api/2/myself\"", "https://jira.acme.example/jira", JANE, TOKEN),
    ("curl -u\"jane@acme.example:{{api-token}}\" https://acme.atlassian.net/rest/api/3/myself", SITE, JANE, TOKEN),
    ("curl -H \"Authorization: Basic {{b64:jane@acme.example:{{api-token}}}}\" https://acme.atlassian.net/rest/api/3/myself", SITE, JANE, TOKEN),
    ("curl -H $'Authorization: Bearer {{dc-pat}}' https://jira.acme.example/rest/api/2/myself", "https://jira.acme.example", "", "{{dc-pat}}"),
    ("curl ^\r\n  -H \"Authorization: Basic {{b64:jane@acme.example:{{api-token}}}}\" ^\r\n  https://acme.atlassian.net/rest/api/3/myself", SITE, JANE, TOKEN),
    ("curl https://jane%40acme.example:hunter22@acme.atlassian.net/rest/api/3/myself", SITE, JANE, "hunter22"),
    ("Invoke-RestMethod -Uri \"https://acme.atlassian.net/rest/api/3/myself\" -Headers @{Authorization=\"Basic {{b64:jane@acme.example:{{api-token}}}}\"}", SITE, JANE, TOKEN),
    ("TOKEN={{api-token}}\ncurl -u \"jane@acme.example:$TOKEN\" https://acme.atlassian.net/rest/api/3/myself", SITE, JANE, TOKEN),
    ("jira init --installation cloud --server https://acme.atlassian.net --login jane@acme.example --auth-type basic", SITE, JANE, ""),
    ("acli jira auth login --site \"acme.atlassian.net\" --email \"jane@acme.example\" --token < token.txt", "acme.atlassian.net", JANE, ""),
    ("machine acme.atlassian.net login jane@acme.example password {{api-token}}", "acme.atlassian.net", JANE, TOKEN),
    ("machine acme.atlassian.net\n  login jane@acme.example\n  password {{api-token}}\n", "acme.atlassian.net", JANE, TOKEN),
    ("http -a jane@acme.example:{{api-token}} https://acme.atlassian.net/rest/api/3/myself", SITE, JANE, TOKEN),
    // Programs.
    ("fetch(\"https://acme.atlassian.net/rest/api/3/myself\", {headers:{\"Authorization\":\"Basic {{b64:jane@acme.example:{{api-token}}}}\"}})", SITE, JANE, TOKEN),
    ("fetch('https://acme.atlassian.net/rest/api/3/myself', { headers: { 'Authorization': 'Basic ' + btoa(pair) } })", SITE, "", ""),
    ("requests.get(\"https://acme.atlassian.net/rest/api/3/myself\", auth=(\"jane@acme.example\", \"{{api-token}}\"))", SITE, JANE, TOKEN),
    ("jira = JIRA(server='https://acme.atlassian.net', basic_auth=('jane@acme.example', '{{api-token}}'))", SITE, JANE, TOKEN),
    ("JIRA(\"https://jira.acme.example\", token_auth=\"{{dc-pat}}\")", "https://jira.acme.example", "", "{{dc-pat}}"),
    ("auth = HTTPBasicAuth(\n    \"jane@acme.example\",\n    \"{{api-token}}\"\n)", "", JANE, TOKEN),
    ("jira = JIRA(basic_auth=('jane@' + 'acme.example', '{{api-token}}'))", "", JANE, TOKEN),
    ("JIRA_TOKEN = os.environ[\"JIRA_TOKEN\"]\nJIRA_URL = os.getenv('JIRA_URL')", "os.getenv('JIRA_URL')", "", "os.environ[\"JIRA_TOKEN\"]"),
    // People.
    ("acme.atlassian.net\njane@acme.example\n{{api-token}}", "acme.atlassian.net", JANE, TOKEN),
    ("{{api-token}}\n\nhttps://acme.atlassian.net\njane@acme.example\n", SITE, JANE, TOKEN),
    ("acme\njane@acme.example\nhunter2hunter2", "acme", JANE, "hunter2hunter2"),
    ("Site: https://acme.atlassian.net, E-mail: jane@acme.example, API token: {{api-token}}", SITE, JANE, TOKEN),
    ("Site URL: https://acme.atlassian.net\nUser name: Jane Doe\nHere is my API token: your api token", SITE, "Jane Doe", "your api token"),
    ("Adresse: https://acme.atlassian.net\nBenutzername: jane@acme.example\nKennwort: {{password}}", SITE, JANE, "{{password}}"),
    ("サイト：https://acme.atlassian.net\nメールアドレス：jane@acme.example\nAPIトークン：{{api-token}}", SITE, JANE, TOKEN),
    ("Courriel : jane@acme.example\nMot de passe : {{password}}", "", JANE, "{{password}}"),
    ("Correo: jane@acme.example\nContraseña: {{password}}", "", JANE, "{{password}}"),
    ("| Site | https://acme.atlassian.net |\n| E-mail | jane@acme.example |", SITE, JANE, ""),
    ("Authorization: Basic {{b64-wrapped:jane@acme.example:{{api-token}}}}", "", JANE, TOKEN),
    ("Basic {{b64-wrapped:jane@acme.example:{{api-token}}}}\n", "", JANE, TOKEN),
    ("jane@acme.example:{{api-token}}", "", JANE, TOKEN),
    ("{{api-token}}", "", "", TOKEN),
    ("jane@acme.example hunter2hunter2 https://acme.atlassian.net", SITE, JANE, "hunter2hunter2"),
    ("jira:\n  host: acme.atlassian.net\n  auth:\n    token: 'it''s'\n", "acme.atlassian.net", "", "it's"),
    ("os.environ['JIRA_URL'] = 'https://acme.atlassian.net'\nos.environ[\"JIRA_API_TOKEN\"] = \"{{api-token}}\"", SITE, "", TOKEN),
    ("Jira URL\thttps://acme.atlassian.net\nEmail\tjane@acme.example\nAPI Token\t{{api-token}}", SITE, JANE, TOKEN),
    ("const client = new Version3Client({ host: 'https://acme.atlassian.net', authentication: { basic: { email: 'jane@acme.example', apiToken: '{{api-token}}' } } });", SITE, JANE, TOKEN),
    ("- uses: atlassian/gajira-login@v3\n  env:\n    JIRA_BASE_URL: ${{ vars.URL }}\n    JIRA_API_TOKEN: ${{ secrets.JIRA }}", "${{ vars.URL }}", "", "${{ secrets.JIRA }}"),
    // Nothing.
    ("help\nme", "", "", ""),
    ("server: AtlassianEdge\nwww-authenticate: OAuth realm=\"https%3A%2F%2Facme.atlassian.net\"", "", "", ""),
    ("", "", "", ""),
    ("  \n\n", "", "", ""),
    ("Lorem ipsum dolor sit amet.", "", "", ""),
    ("Login fails at acme.atlassian.net", "acme.atlassian.net", "", ""),
    ("Please ask jane@acme.example", "", JANE, ""),
    ("It does not work any more, see https://support.atlassian.com/jira.", "", "", ""),
];

fn exposed(secret: Option<&Secret>) -> &str {
    secret.map(Secret::expose).unwrap_or_default()
}

#[test]
fn a_text_of_any_kind_fills_the_fields() {
    let mut wrong = Vec::new();
    for (text, site, email, token) in ROWS {
        let fields = read(&expand(text));
        let found = (
            fields.site.as_deref().unwrap_or_default(),
            fields.email.as_deref().unwrap_or_default(),
            exposed(fields.token.as_ref()),
        );
        let token = expand(token);
        if found != (*site, *email, token.as_str()) {
            wrong.push(format!("{text}\n   gave {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(ROWS.len() >= 40);
}

#[test]
fn a_header_is_given_whole() {
    let value = STANDARD.encode("jane@acme.example:hunter22");
    let rows = [
        format!("curl -H 'Authorization: Basic {value}' https://acme.atlassian.net"),
        format!("{{\"headers\": {{\"authorization\": \"Basic {value}\"}}}}"),
        format!("> GET / HTTP/1.1\n> Authorization: Basic {value}\n> Accept: */*"),
        format!("{{\"name\": \"Authorization\", \"value\": \"Basic {value}\"}}"),
        format!("Basic {value}"),
        format!("JIRA_AUTHORIZATION=\"Basic {value}\""),
    ];
    for text in rows {
        let fields = read(&text);
        assert_eq!(
            exposed(fields.authorization.as_ref()),
            format!("Basic {value}"),
            "{text}"
        );
        assert_eq!(fields.email.as_deref(), Some(JANE), "{text}");
        assert_eq!(exposed(fields.token.as_ref()), "hunter22", "{text}");
    }
}

#[test]
fn projects_and_issues_are_found() {
    let rows = [
        ("JIRA_PROJECT_KEY=ABC", "ABC", ""),
        ("JIRA_PROJECT=ABC\nJIRA_ISSUE=ABC-1", "ABC", "ABC-1"),
        ("{\"projectKey\": \"ABC\"}", "ABC", ""),
        ("{\"projects\": [\"ABC\", \"DEF\"]}", "", ""),
        ("{\"project\": [\"ABC\", \"DEF\"]}", "ABC", ""),
        (
            "curl https://acme.atlassian.net/rest/api/3/issue/ABC-12?fields=x",
            "",
            "ABC-12",
        ),
        ("https://acme.atlassian.net/browse/ABC-12", "", "ABC-12"),
        (
            "curl https://acme.atlassian.net/rest/api/3/project/ABC",
            "ABC",
            "",
        ),
    ];
    for (text, project, issue) in rows {
        let fields = read(text);
        assert_eq!(
            fields.project.as_deref().unwrap_or_default(),
            project,
            "{text}"
        );
        assert_eq!(fields.issue.as_deref().unwrap_or_default(), issue, "{text}");
    }
}

#[test]
fn what_stands_around_a_shape_is_no_part_of_it() {
    for text in [
        "color=jane@acme.example",
        "Tokens begin with ATATT3xFfGF0, see the manual.",
    ] {
        let fields = read(text);
        assert_eq!(
            (fields.email.as_deref(), fields.token),
            (None, None),
            "{text}"
        );
    }
}

#[test]
fn debug_shows_no_secret() {
    let shown = format!(
        "{:?}",
        read("JIRA_API_TOKEN=hunter22\nAuthorization: Bearer hunter33")
    );
    assert!(!shown.contains("hunter"), "{shown}");
}

#[test]
fn garbage_never_panics() {
    const PIECES: [&str; 30] = [
        "JIRA_URL",
        "token",
        "=",
        ":",
        "\"",
        "'",
        "\\",
        "\n",
        "{",
        "}",
        "[",
        "]",
        "(",
        ")",
        " ",
        "-u",
        "--user",
        "-",
        "https://",
        "a@b.example",
        "\\u12",
        "\\ud83d",
        "Authorization",
        "Basic ",
        "日本",
        "é",
        "：",
        "<",
        ">",
        "|",
    ];
    let mut state: u64 = 7;
    for _ in 0..20_000 {
        let mut text = String::new();
        for _ in 0..state % 25 {
            state = state
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            text += PIECES[usize::try_from(state >> 33).unwrap() % PIECES.len()];
        }
        state = state.wrapping_add(1).rotate_left(7);
        read(&text);
    }
}
