//! The command for the command line of Windows.
//!
//! It starts a `cmd` of its own, so that no variable stays, and hands it one block, so that nothing runs before all of it is
//! pasted. `%NAME%` is expanded when the block is read, before anything of it runs; what comes to be known later travels in
//! variables of `for` and in curl's own `{{NAME}}`. The token is read from the environment by curl itself, which can do so
//! since version 8.3, and is never a part of any command. What a server sends is printed by curl and read by no command, but
//! for the Cloud id, of which nothing but hexadecimal digits and hyphens is taken.

use super::plan::{Plan, Travel};
use crate::evidence::SentScheme;
use crate::quoting::Cmd;
use crate::steps::StepName;

/// How each call is made, and what is printed of its answer. Cookies are not among the headers.
const SETTINGS: &str = include_str!("examine.cmd");

/// The form of a server's personal access token, as far as `findstr` can tell it: 44 characters, the first ones of base64.
const PERSONAL: &str = "^JIRA_TOKEN=[MNO][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/].....................................$";

/// # Errors
/// An address with a percent sign, which this shell may read as a variable whatever stands around it.
pub(super) fn script(plan: &Plan) -> Result<String, String> {
    if plan.jira.contains('%') {
        return Err("There is no command for cmd: the address holds characters that it cannot be given. Use PowerShell.".to_owned());
    }
    let mut script = Script(String::with_capacity(8 * 1024));
    script.line("rem jira-doctor asks Jira: read-only GETs, the token in no argument and no file");
    script.line("cmd /d /q /v:off /e:on");
    script.0.push_str(SETTINGS);
    script.set("JD_JIRA", &plan.jira);
    script.set("JD_WIKI", &plan.wiki);
    // A name that this shell could read is asked for.
    if let Some(user) = Cmd::of(&plan.user) {
        script.set("JIRA_EMAIL", &user);
    }
    script.line("(");
    script.0.push_str(ASK);
    script.scheme(plan);
    if plan.travel == Travel::Gateway {
        script.line("set JD_GATEWAY=1");
    } else {
        script.at_site(plan);
    }
    script.at_gateway(plan);
    script.rest(plan);
    script.line("echo --- jira-doctor: end");
    script.line("exit & rem end of jira-doctor");
    script.line(")");
    Ok(script.0)
}

/// What the block begins with: curl must be new enough, and there must be a token. `Read-Host` reads it without showing it.
const ASK: &str = "\
curl --variable jd=1 --version >nul 2>&1 || (echo jira-doctor: This needs curl 8.3 or newer. Use the command for PowerShell.& exit)
if not defined JIRA_TOKEN echo API token or password, it is not shown:
if not defined JIRA_TOKEN for /f delims^=^ eol^= %p in ('powershell -NoProfile -Command \"[Net.NetworkCredential]::new('', (Read-Host -AsSecureString)).Password\"') do set \"JIRA_TOKEN=%p\"
if not defined JIRA_TOKEN (echo jira-doctor: No token was given.& exit)
";

struct Script(String);

impl Script {
    fn line(&mut self, line: &str) {
        self.0.extend([line, "\n"]);
    }

    fn set(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.line(&["set \"", name, "=", value, "\""].concat());
        }
    }

    /// How the token travels: as its form tells.
    fn scheme(&mut self, plan: &Plan) {
        const FORM: &str = "set JIRA_TOKEN | findstr /r ";
        let known = matches!(plan.travel, Travel::Known(_));
        if !known {
            self.line(&[FORM, "/c:\"^JIRA_TOKEN=ATSTT\" /c:\"^JIRA_TOKEN=eyJ[^.]*\\.[^.]*\\.\" >nul && set JD_STRAIGHT=1"].concat());
            self.line("if defined JD_STRAIGHT set JD_BEARER=1");
        }
        match plan.travel {
            Travel::Server => {
                self.line(&[FORM, "/c:\"", PERSONAL, "\" >nul && set JD_BEARER=1"].concat());
                self.line("if not defined JIRA_EMAIL set JD_BEARER=1");
            }
            Travel::Known(SentScheme::Bearer) => self.line("set JD_BEARER=1"),
            _ => {}
        }
        self.line("if not defined JD_BEARER if not defined JIRA_EMAIL set /p \"JIRA_EMAIL=E-mail address or user name: \"");
        self.line("if not defined JD_BEARER set \"JD_HOW=basic %JD_PAIR%\"");
        self.line("if defined JD_BEARER set \"JD_HOW=bearer %JD_TOKEN%\"");
    }

    /// `serverInfo` and `myself` at the address itself. Where Jira refuses the token, or for tokens that the gateway alone takes,
    /// `tenant_info`.
    fn at_site(&mut self, plan: &Plan) {
        let api = ["/rest/api/", plan.version].concat();
        let server_info = [&plan.jira, &api, "/serverInfo"].concat();
        self.mark(StepName::ServerInfo, "", &server_info);
        self.line(&[ANSWER, &server_info, "\"') do ("].concat());
        self.line("if %s-%t-%v==200-0-json set JD_LIVES=1");
        self.line("if %s-%t==401-0 set JD_LIVES=1");
        self.line("if %s-%t==403-0 set JD_LIVES=1");
        self.line(")");
        if plan.gateway.is_empty() {
            self.myself(&[plan.jira.as_str(), &api].concat());
            return;
        }
        self.line("if defined JD_LIVES if defined JD_STRAIGHT set JD_REFUSED=1");
        self.line("if defined JD_STRAIGHT set JD_LIVES=");
        self.myself(&[plan.jira.as_str(), &api].concat());
        if plan.cloud_id.is_empty() {
            return self.tenant_info(plan);
        }
        self.line("if defined JD_REFUSED set JD_GATEWAY=1");
        for (name, product) in [("JD_JIRA", "/ex/jira/"), ("JD_WIKI", "/ex/confluence/")] {
            let address = [&plan.gateway, product, &plan.cloud_id].concat();
            self.line(&["if defined JD_GATEWAY set \"", name, "=", &address, "\""].concat());
        }
    }

    fn myself(&mut self, base: &str) {
        let url = [base, "/myself"].concat();
        self.line("if defined JD_LIVES for /f \"tokens=2* delims== \" %a in ('set JD_HOW') do (");
        self.mark(StepName::Myself, "%a", &url);
        self.line(&[ANSWER_AS, &url, "\"') do ("].concat());
        self.line("if %s-%t-%v==200-0-json set JD_NAMED=1");
        self.line("if %s-%t==401-0 set JD_REFUSED=1");
        self.line(")");
        self.line(")");
    }

    /// The Cloud id. What curl prints comes line by line, and is printed again: this answer has no length and no secret.
    fn tenant_info(&mut self, plan: &Plan) {
        let url = [&plan.jira, "/_edge/tenant_info"].concat();
        self.line("if defined JD_REFUSED (");
        self.mark(StepName::TenantInfo, "", &url);
        self.line(&["for /f \"delims=\" %l in ('%JD_CURL% -o - -w \"\\nHTTP/%{http_version} %{http_code}\\ncontent-type: %{content_type}\\n\" \"", &url, "\"') do ("].concat());
        self.line("echo(%l");
        self.line("for /f tokens^=2^,4^ delims^=^\" %i in (\"%l\") do if \"%i\"==\"cloudId\" (");
        self.line("set JD_GATEWAY=1");
        self.line(&["set \"JD_JIRA=", &plan.gateway, "/ex/jira/%j\""].concat());
        self.line(&["set \"JD_WIKI=", &plan.gateway, "/ex/confluence/%j\""].concat());
        self.line(
            "for /f \"eol=0 delims=0123456789abcdefABCDEF-\" %x in (\"%j\") do set JD_GATEWAY=",
        );
        self.line(")");
        self.line(")");
        self.line(")");
    }

    fn at_gateway(&mut self, plan: &Plan) {
        if plan.gateway.is_empty() && plan.travel != Travel::Gateway {
            return;
        }
        self.line("if defined JD_GATEWAY for /f \"tokens=2* delims== \" %a in ('set JD_HOW') do for /f \"tokens=1* delims==\" %c in ('set JD_JIRA') do (");
        self.mark(StepName::GatewayMyself, "%a", "%d/rest/api/3/myself");
        self.line(&[ANSWER_AS, "%d/rest/api/3/myself\"') do ("].concat());
        self.line("if %s-%t-%v==200-0-json set JD_NAMED=1");
        self.line(")");
        self.line(")");
    }

    fn rest(&mut self, plan: &Plan) {
        self.line("if defined JD_NAMED for /f \"tokens=2* delims== \" %a in ('set JD_HOW') do for /f \"tokens=1* delims==\" %c in ('set JD_JIRA') do (");
        for (name, path) in &plan.steps {
            let confluence = *name == StepName::Confluence;
            if confluence {
                self.line("for /f \"tokens=1* delims==\" %e in ('set JD_WIKI') do (");
            }
            let url = [if confluence { "%f" } else { "%d" }, path].concat();
            if *name == StepName::Issue && plan.issue_is_in_project {
                self.line("if not defined JD_HIDDEN (");
            }
            self.mark(*name, "%a", &url);
            self.line(&[ANSWER_AS, &url, "\"') do ("].concat());
            if *name == StepName::Project {
                self.line("if %s==404 set JD_HIDDEN=1");
            }
            self.line("if %s==429 (echo --- jira-doctor: end& exit)");
            self.line(")");
            if confluence || *name == StepName::Issue && plan.issue_is_in_project {
                self.line(")");
            }
        }
        self.line(")");
    }

    fn mark(&mut self, name: StepName, how: &str, url: &str) {
        let comma = if how.is_empty() { "" } else { ", " };
        let url = url.replace('&', "^&");
        // Without the caret `%a:` could be taken for a variable of the environment.
        self.line(
            &[
                "echo --- jira-doctor: ",
                name.as_str(),
                comma,
                how,
                "^: GET ",
                &url,
            ]
            .concat(),
        );
    }
}

/// Prints the answer, and gives its status as `%s`, curl's exit code as `%t`, the two halves of its type as `%u` and `%v`.
const ANSWER: &str = "for /f \"tokens=1-4 delims=/; \" %s in ('%JD_CURL% -o CON -w \"%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}\" \"";

/// The same with the credential that `%b` tells curl to take from the environment.
const ANSWER_AS: &str = "for /f \"tokens=1-4 delims=/; \" %s in ('%JD_CURL% -o CON -w \"%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}\" %b \"";
