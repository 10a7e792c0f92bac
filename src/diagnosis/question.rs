//! What would tell the remaining causes apart: something to answer, to open or to run (jira-facts.md 11, "Separate them by").

use serde::Serialize;

use super::headline::is_elsewhere;
use super::names_cause;
use crate::evidence::{Failure, Field};
use crate::facts::Facts;
use crate::problem::{Certainty, Finding, Severity};
use crate::prose::{Prose, prose};
use crate::read::exchange::Endpoint;
use crate::read::site::{Site, SiteKind};
use crate::read::token::TokenKind;
use crate::veiled::{Code, veiled};

/// Something that the person can do now, and that would tell causes apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Question {
    /// The key of `answers` that takes it.
    pub answer: Option<&'static str>,
    /// The field of the evidence that takes it.
    pub field: Option<Field>,
    /// The question, or what to do.
    pub text: Prose,
    /// Why it matters.
    pub why: Prose,
    /// A command to run, whose output is to be pasted. It takes the secrets from variables.
    pub command: Option<Code>,
    /// An address to open in the browser.
    pub link: Option<String>,
}

veiled!(Question {
    answer,
    field,
    text,
    why,
    command,
    link
});

impl Question {
    fn ask(answer: &'static str, text: Prose, why: Prose) -> Self {
        Self {
            answer: Some(answer),
            field: None,
            text,
            why,
            command: None,
            link: None,
        }
    }

    fn run(command: String, text: Prose, why: Prose) -> Self {
        Self {
            answer: None,
            field: None,
            text,
            why,
            command: Some(Code(command)),
            link: None,
        }
    }
}

/// What has not been answered yet, the most telling first.
pub(super) fn questions(facts: &Facts, findings: &[Finding]) -> Vec<Question> {
    let mut questions = Vec::new();
    ask_about_objects(facts, &mut questions);
    if facts.credential_was_taken() {
        return questions;
    }
    let unclear = is_unclear(findings);
    let refused = facts.refusal().is_some();
    if unclear {
        questions.extend(next_step(facts, refused));
    }
    let about_token = unclear && (refused || facts.nothing_seen().is_some());
    if about_token || !facts.has_answer() {
        ask_about_set_up(facts, refused, &mut questions);
    }
    if unclear && lacks_gateway(facts, refused) {
        questions.extend(cloud_id(facts));
    }
    questions
}

/// What the product works in and is tested with.
fn ask_about_objects(facts: &Facts, questions: &mut Vec<Question>) {
    let mut ask = |field, text, why| {
        questions.push(Question {
            answer: None,
            field: Some(field),
            text,
            why,
            command: None,
            link: None,
        });
    };
    if facts.lacks_project() {
        ask(
            Field::Project,
            prose!("Which project will the product work in?"),
            prose!("What an account may do differs from project to project."),
        );
    }
    if facts.lacks_issue() {
        ask(
            Field::Issue,
            prose!("Which issue should the product see?"),
            prose!("The test then asks for it, and tells whether the account may see it."),
        );
    }
}

/// Whether no cause stands out.
fn is_unclear(findings: &[Finding]) -> bool {
    let mut causes = findings
        .iter()
        .filter(|finding| finding.severity >= Severity::Warning && names_cause(finding));
    let stands_out = |finding: &Finding| match finding.certainty {
        Certainty::Certain => true,
        Certainty::Likely => is_elsewhere(finding),
        Certainty::Possible => false,
    };
    !causes.any(stands_out)
}

/// The one next piece of evidence.
fn next_step(facts: &Facts, refused: bool) -> Option<Question> {
    const WHOLE: Prose =
        prose!("Run this and paste everything it prints, including the first lines.");
    // jira-facts.md 5: what no browser tells, a terminal does.
    if facts.failed(Failure::Unreachable).is_some() {
        let why = prose!(
            "A terminal has no browser in between: it shows what Jira answers, or why no answer comes."
        );
        return Some(Question::run(myself(facts)?, WHOLE, why));
    }
    if !facts.has_answer() {
        return None;
    }
    let asked_myself = facts.asked() == Endpoint::Myself;
    let complete = facts
        .exchange()
        .is_some_and(|x| !x.headers.0.is_empty() && x.status.is_some());
    if lacks_gateway(facts, refused) {
        return Some(gateway(facts).unwrap_or_else(scoped));
    }
    if asked_myself && complete {
        return None;
    }
    let why = if facts.nothing_seen().is_some() {
        prose!(
            "This address needs a sign-in. If it names your account, the credentials are right and a key or a permission is the problem; if it answers 401, the credentials are the problem."
        )
    } else {
        prose!("Status, headers and text together tell what one of them alone can't.")
    };
    Some(Question::run(myself(facts)?, WHOLE, why))
}

/// Whether only the gateway tells if the token has scopes (jira-facts.md 3 and 11 #7), and nobody has said it yet.
fn lacks_gateway(facts: &Facts, refused: bool) -> bool {
    let is_known =
        facts.evidence.answers.token_scoped.is_some() || facts.gateway_knew_it().is_some();
    refused && !is_known && facts.is_cloud_site() && facts.has_intact_api_token()
}

/// What the person may know of the token, and no one sees in it.
fn scoped() -> Question {
    Question::ask(
        "tokenScoped",
        prose!("Was the token made with “Create API token with scopes”?"),
        prose!("Such a token looks like any other, but Jira refuses it at the site's own address."),
    )
}

/// Asks the gateway, where its address is known.
fn gateway(facts: &Facts) -> Option<Question> {
    let command = [
        "curl -sS -i -u \"$JIRA_EMAIL:$JIRA_TOKEN\" https://api.atlassian.com/ex/jira/",
        facts.cloud_id()?,
        "/rest/api/3/myself",
    ];
    Some(Question::run(
        command.concat(),
        prose!("Ask the gateway with the same token: run this and paste all that it prints."),
        prose!(
            "If the gateway knows the token, it has scopes and works only there. If it doesn't, the token or the e-mail is wrong."
        ),
    ))
}

/// Leads to the gateway's address. It is more work than an answer, so it comes last.
fn cloud_id(facts: &Facts) -> Option<Question> {
    if facts.cloud_id().is_some() {
        return None;
    }
    Some(Question {
        answer: None,
        field: None,
        text: prose!("Open this address, paste what it shows, and choose “Keep both”."),
        why: prose!(
            "It shows the Cloud id of your site. With it, Atlassian's gateway can be asked whether the token has scopes."
        ),
        command: None,
        link: Some(site(facts)?.forms.as_ref()?.tenant_info.clone()?),
    })
}

/// `myself` with the scheme that fits the secret.
fn myself(facts: &Facts) -> Option<String> {
    let site = site(facts)?;
    let forms = site.forms.as_ref()?;
    let base = forms.rest_v3.as_ref().unwrap_or(&forms.rest_v2);
    // What goes into a shell must be plain.
    let plain = |b: u8| b.is_ascii_alphanumeric() || b":/._-%~".contains(&b);
    if !base.bytes().all(plain) {
        return None;
    }
    let bearer = matches!(
        facts.secret_kind(),
        Some(TokenKind::DataCenterPat | TokenKind::Jwt | TokenKind::ServiceAccountToken)
    );
    let credential = if bearer {
        "-H \"Authorization: Bearer $JIRA_TOKEN\" "
    } else {
        "-u \"$JIRA_EMAIL:$JIRA_TOKEN\" "
    };
    Some(["curl -sS -i ", credential, base, "/myself"].concat())
}

fn site<'f>(facts: &'f Facts) -> Option<&'f Site> {
    let typed = facts.typed_site().filter(|site| site.forms.is_some());
    typed.or_else(|| facts.exchange()?.sent.site.as_ref())
}

/// What the person knows and the evidence does not tell.
fn ask_about_set_up(facts: &Facts, refused: bool, questions: &mut Vec<Question>) {
    let answers = &facts.evidence.answers;
    let kind = facts.secret_kind();
    let api_token = matches!(kind, Some(TokenKind::ApiToken));
    // jira-facts.md 2: what worked and stopped has most often expired.
    if refused && answers.worked_before.is_none() {
        questions.push(Question::ask(
            "workedBefore",
            prose!("Did this setup work before?"),
            prose!("What worked and suddenly stopped has usually expired. What never worked more often has a wrong e-mail or a token with scopes."),
        ));
    }
    if answers.deployment.is_none()
        && facts.called_kind() == Some(SiteKind::SelfHosted)
        && facts.deployment.is_none()
    {
        questions.push(Question::ask(
            "deployment",
            prose!("Who runs this Jira: Atlassian (Cloud), or your own organization (Data Center)?"),
            prose!("A custom address can be either. Cloud accepts an e-mail and an API token, and only at its atlassian.net address; Data Center accepts a user name and password, or a personal access token."),
        ));
    }
    // jira-facts.md 3: scoped and unscoped tokens look the same, and a scoped one is refused on the site's own address.
    let asked = questions
        .iter()
        .any(|question| question.answer == Some("tokenScoped"));
    if answers.token_scoped.is_none() && api_token && facts.is_cloud_site() && !asked {
        questions.push(scoped());
    }
    // jira-facts.md 2: a token lives one to 365 days.
    if answers.token_created_on.is_none() && (api_token || kind == Some(TokenKind::LegacyToken)) {
        questions.push(Question::ask(
            "tokenCreatedOn",
            prose!("When was the token created?"),
            prose!("A token lives a year at most, and an expired one is refused like a wrong one."),
        ));
    }
    if answers.sign_in.is_none() && kind == Some(TokenKind::Password) {
        questions.push(Question::ask(
            "signIn",
            prose!("How do you sign in to Jira on the web: with this password, or through your organization's sign-on page?"),
            prose!("A password that only the sign-on page knows never works for a program."),
        ));
    }
}
