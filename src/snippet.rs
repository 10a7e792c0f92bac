//! A single call, `myself`, in the languages that people use. The secret is a variable of the environment, or a placeholder
//! where a form knows no variables; it is in no argument of a program.

use crate::evidence::{Evidence, SentScheme};
use crate::facts::{Facts, HostReader};
use crate::quoting::{Address, CurlConfig, Dotenv, Json, Netrc, PowerShell, Sed, Sh};
use crate::read::account::AccountKind;
use crate::read::site::{Site, SiteKind};
use crate::steps::ask;
use crate::veil::{Shown, Veil};

/// A form of the single call, or of the settings that programs read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SnippetForm {
    /// curl in a POSIX shell.
    Curl,
    /// `PowerShell` 5 and 7.
    PowerShell,
    /// Python with `requests`.
    Python,
    /// `fetch` in Node.
    JavaScript,
    /// `HTTPie` in bash or zsh.
    Httpie,
    /// A `.netrc` file.
    Netrc,
    /// A `.env` file.
    Env,
    /// The JSON that starts mcp-atlassian.
    Mcp,
}

impl SnippetForm {
    /// Every form.
    pub const ALL: [Self; 8] = [
        Self::Curl,
        Self::PowerShell,
        Self::Python,
        Self::JavaScript,
        Self::Httpie,
        Self::Netrc,
        Self::Env,
        Self::Mcp,
    ];

    /// The form of this name in JavaScript: `curl`, `powershell` …
    pub fn by_name(name: &str) -> Option<Self> {
        Some(match name {
            "curl" => Self::Curl,
            "powershell" => Self::PowerShell,
            "python" => Self::Python,
            "javascript" => Self::JavaScript,
            "httpie" => Self::Httpie,
            "netrc" => Self::Netrc,
            "env" => Self::Env,
            "mcp" => Self::Mcp,
            _ => return None,
        })
    }
}

/// What stands in the secret's place where no variable can.
const TOKEN: &str = "PASTE_YOUR_API_TOKEN_HERE";

/// The single call, or the settings, for what was typed. What is missing, or cannot be used, is a placeholder.
pub fn snippet(evidence: &Evidence, form: SnippetForm, platform_host: HostReader) -> String {
    shown(evidence, form, platform_host).into_inner()
}

/// The same as what may be shown.
pub(crate) fn shown(
    evidence: &Evidence,
    form: SnippetForm,
    platform_host: HostReader,
) -> Shown<String> {
    let facts = Facts::read(evidence, None, platform_host);
    let veil = Veil::of(&facts);
    let call = Call::of(&facts, &veil);
    veil.over_code(match form {
        SnippetForm::Curl => call.curl(),
        SnippetForm::PowerShell => call.powershell(),
        SnippetForm::Python => call.python(),
        SnippetForm::JavaScript => call.javascript(),
        SnippetForm::Httpie => call.httpie(),
        SnippetForm::Netrc => call.netrc(),
        SnippetForm::Env => call.env(),
        SnippetForm::Mcp => call.mcp(),
    })
}

/// What is called, and as whom.
struct Call {
    /// The address that products want, without a slash at the end.
    base: String,
    /// `myself` below it.
    myself: String,
    host: String,
    user: String,
    bearer: bool,
    cloud_id: Option<String>,
}

impl Call {
    fn of(facts: &Facts, veil: &Veil) -> Self {
        let site = facts.typed_site().filter(|site| {
            matches!(
                site.kind,
                SiteKind::Cloud | SiteKind::Gateway | SiteKind::SelfHosted
            )
        });
        let kind = site.map(|site| site.kind);
        let is_cloud = kind != Some(SiteKind::SelfHosted);
        let scheme = match ask::credential(facts, is_cloud) {
            Ok((scheme, _)) => scheme,
            Err(_) if ask::straight_to_gateway(facts) => SentScheme::Bearer,
            Err(_) => SentScheme::Basic,
        };
        let wants_gateway = kind == Some(SiteKind::Cloud)
            && (ask::straight_to_gateway(facts)
                || facts.evidence.answers.token_scoped == Some(true)
                || facts.works_at_gateway_alone());
        let gateway = site.and_then(Site::gateway_host).filter(|_| wants_gateway);
        let cloud_id = facts.cloud_id().map(str::to_owned);
        let base = match (gateway, kind) {
            (Some(host), _) => {
                let id = cloud_id.as_deref().unwrap_or("YOUR_CLOUD_ID");
                ["https://", host, "/ex/jira/", id].concat()
            }
            _ => site
                .and_then(|site| site.url.clone())
                .filter(|url| !veil.hides(url))
                .unwrap_or_else(|| "https://your-site.atlassian.net".to_owned()),
        };
        let base = base.replace("/ex/confluence/", "/ex/jira/");
        let base = Address::of(&base).map_or(base, Address::into_text);
        let host = base.split('/').nth(2).unwrap_or_default();
        Self {
            myself: [
                base.as_str(),
                if is_cloud {
                    "/rest/api/3"
                } else {
                    "/rest/api/2"
                },
                "/myself",
            ]
            .concat(),
            host: host.split(':').next().unwrap_or(host).to_owned(),
            base,
            user: user(facts, is_cloud, veil),
            bearer: scheme == SentScheme::Bearer,
            cloud_id: cloud_id.filter(|_| gateway.is_some() || kind == Some(SiteKind::Gateway)),
        }
    }

    /// The credentials come to curl's input from a here-document: arguments are shown to other users of a machine, and in some shells
    /// printf is a program too.
    fn curl(&self) -> String {
        let opening = if self.bearer {
            "header = \"Authorization: Bearer ".to_owned()
        } else {
            ["user = \"", &CurlConfig::of(&self.user), ":"].concat()
        };
        [
            "sed '",
            CurlConfig::SED,
            "; s/^/",
            Sh::of(&Sed::of(&opening)).inside(),
            "/; s/$/\"/' <<END | curl -sS -i -K - -H 'Accept: application/json' ",
            &Sh::of(&self.myself),
            "\n$JIRA_TOKEN\nEND\n",
        ]
        .concat()
    }

    fn powershell(&self) -> String {
        let header = if self.bearer {
            "$header = \"Bearer $env:JIRA_TOKEN\"\n".to_owned()
        } else {
            let user = PowerShell::of(&[&self.user, ":"].concat());
            ["$pair = ", &user, " + $env:JIRA_TOKEN\n$header = 'Basic ' + [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes($pair))\n"].concat()
        };
        [
            "[Net.ServicePointManager]::SecurityProtocol = 'Tls12'\n",
            &header,
            "Invoke-RestMethod -Uri ",
            &PowerShell::of(&self.myself),
            " -Headers @{ Authorization = $header; Accept = 'application/json' }\n",
        ]
        .concat()
    }

    fn python(&self) -> String {
        // A function, or a pair of bytes: a header alone would give way to a .netrc file, and a pair of texts is sent as Latin-1.
        let (before, credential) = if self.bearer {
            (
                "def bearer(request):\n    request.headers[\"Authorization\"] = \"Bearer \" + os.environ[\"JIRA_TOKEN\"]\n    return request\n\n\n",
                "bearer".to_owned(),
            )
        } else {
            let pair = [
                "(",
                &Json::of(&self.user),
                ".encode(), os.environ[\"JIRA_TOKEN\"].encode())",
            ];
            ("", pair.concat())
        };
        let blank = if before.is_empty() { "" } else { "\n" };
        [
            "import os\n\nimport requests\n\n",
            blank,
            before,
            "answer = requests.get(\n    ",
            &Json::of(&self.myself),
            ",\n    auth=",
            &credential,
            ",\n    headers={\"Accept\": \"application/json\"},\n    allow_redirects=False,\n    timeout=20,\n)\nprint(answer.status_code, answer.text)\n",
        ]
        .concat()
    }

    fn javascript(&self) -> String {
        let credential = if self.bearer {
            "\"Bearer \" + process.env.JIRA_TOKEN".to_owned()
        } else {
            let user = Json::of(&[&self.user, ":"].concat());
            [
                "\"Basic \" + Buffer.from(",
                &user,
                " + process.env.JIRA_TOKEN).toString(\"base64\")",
            ]
            .concat()
        };
        [
            "// Node 18 or newer, as a module. A web page may not send this header to a Cloud site.\nconst response = await fetch(",
            &Json::of(&self.myself),
            ", {\n  headers: {\n    Accept: \"application/json\",\n    Authorization: ",
            &credential,
            ",\n  },\n  redirect: \"manual\",\n});\nconsole.log(response.status, await response.text());\n",
        ]
        .concat()
    }

    fn httpie(&self) -> String {
        let url = Sh::of(&self.myself);
        if self.bearer {
            return [
                "http --ignore-stdin GET ",
                &url,
                " Authorization:@<(printf 'Bearer %s' \"$JIRA_TOKEN\")\n",
            ]
            .concat();
        }
        // Without a password it asks for one, and does not show it.
        [
            "http --auth-type=basic --auth=",
            &Sh::of(&self.user),
            " GET ",
            &url,
            "\n",
        ]
        .concat()
    }

    fn netrc(&self) -> String {
        if self.bearer {
            return "# A .netrc file makes a Basic header. This token travels with Bearer: leave the host out of the file.\n".to_owned();
        }
        let login = Netrc::of(&self.user);
        [
            "machine ",
            &self.host,
            "\nlogin ",
            &login,
            "\npassword ",
            TOKEN,
            "\n",
        ]
        .concat()
    }

    fn env(&self) -> String {
        let setting = |name: &str, value: &str, placeholder: &str| {
            let value = Dotenv::of(value);
            [name, "=", value.as_deref().unwrap_or(placeholder), "\n"].concat()
        };
        let mut text = setting("JIRA_URL", &self.base, "YOUR_ADDRESS");
        if !self.bearer {
            text += &setting("JIRA_EMAIL", &self.user, "YOUR_EMAIL");
        }
        text + &setting("JIRA_TOKEN", TOKEN, TOKEN)
    }

    /// mcp-atlassian's own variables: <https://github.com/sooperset/mcp-atlassian>.
    fn mcp(&self) -> String {
        let mut variables = Vec::new();
        match (self.bearer, &self.cloud_id) {
            (true, Some(id)) => {
                variables.push(("ATLASSIAN_OAUTH_CLOUD_ID", id.as_str()));
                variables.push(("ATLASSIAN_OAUTH_ACCESS_TOKEN", TOKEN));
            }
            (true, None) => {
                variables.push(("JIRA_URL", self.base.as_str()));
                variables.push(("JIRA_PERSONAL_TOKEN", TOKEN));
            }
            (false, _) => {
                variables.push(("JIRA_URL", self.base.as_str()));
                variables.push(("JIRA_USERNAME", self.user.as_str()));
                variables.push(("JIRA_API_TOKEN", TOKEN));
            }
        }
        let lines: Vec<String> = variables
            .iter()
            .map(|(name, value)| ["        \"", name, "\": ", &Json::of(value)].concat())
            .collect();
        [
            "{\n  \"mcpServers\": {\n    \"mcp-atlassian\": {\n      \"command\": \"uvx\",\n      \"args\": [\"mcp-atlassian\"],\n      \"env\": {\n",
            &lines.join(",\n"),
            "\n      }\n    }\n  }\n}\n",
        ]
        .concat()
    }
}

/// The typed user, where it is one. Anything that may be a secret, or that no header carries, is left out.
fn user(facts: &Facts, is_cloud: bool, veil: &Veil) -> String {
    let account = facts.typed_account().filter(|account| {
        matches!(account.kind, AccountKind::Email | AccountKind::UserName)
            && !account
                .normal
                .contains(|c: char| c == ':' || c.is_control())
            && !veil.hides(&account.normal)
    });
    match account {
        Some(account) => account.normal.clone(),
        None if is_cloud => "YOUR_EMAIL".to_owned(),
        None => "YOUR_USER_NAME".to_owned(),
    }
}
