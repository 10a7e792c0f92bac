use crate::advice::always;
use crate::facts::Facts;
use crate::permission::{Need, Scope};
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "permission-global",
    title: "An administrator or global permission is missing",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Look up in the product's manual which permission it needs. Reading issues does not need an administrator.",
        ),
        always(
            "Ask a Jira administrator to give the account that permission, or to make the token in an account that has it.",
        ),
        always("Check it with `/rest/api/3/mypermissions?permissions=ADMINISTER,USER_PICKER`."),
    ],
    links: &[
        always(Link::new(
            "Managing global permissions",
            "https://confluence.atlassian.com/x/x4dKLg",
        )),
        always(Link::new(
            "Permissions overview",
            "https://confluence.atlassian.com/x/FQiiLQ",
        )),
    ],
    rules: &[
        Rule::new(
            26,
            "NOT|DENIED|MISSING & PERMISSION|ALLOW|DENIED|ACCESS & GLOBAL - PROJECT",
        ),
        Rule::new(
            22,
            "NOT|MISSING & ADMIN & PERMISSION|ACCESS|ALLOW|HAVE|MISSING - PROJECT|ISSUE",
        ),
        Rule::new(22, "ADMIN & NEED - PROXY|CAPTCHA"),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The call is for administrators, or needs a permission that counts for the whole of Jira, and this account does not have it. The credential itself is good.",
        ],
        causes: &[
            "Settings, screens, fields, application roles and licenses are open to Jira administrators alone; searching for people needs “Browse users and groups”; changing many issues at once needs “Make bulk changes”.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/screens"},"response":{"status":403,"body":"{\"errorMessages\":[\"Only Jira administrators can manage screens.\"],\"errors\":{}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/screens"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"values\":[]}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(hit) = facts.hit(Signature::NotAdmin) {
        let why = prose!("The answer says that only an administrator may do this.");
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    if let Some(lacking) = facts.lacking(Scope::Global) {
        // What a profile names is needed for certain; what was asked for otherwise, probably.
        let is_named = facts.profile.is_some() && facts.credential_was_taken();
        score
            .reason(
                if is_named {
                    weight::PROOF
                } else {
                    weight::STRONG
                },
                lacking.sign.text,
            )
            .at(lacking.sign.place);
        if facts.has_no_access().is_some() {
            score.against(weight::STRONG);
        }
        let permissions = lacking.names;
        let message = if lacking.need == Need::Optional {
            score.severity(Severity::Warning);
            prose!(
                "Part of it won't work: the account doesn't have these global permissions: {permissions}.",
                permissions
            )
        } else {
            prose!(
                "The account doesn't have these global permissions: {permissions}.",
                permissions
            )
        };
        score.message(message);
        return;
    }
    let admin = matches!(facts.asked(), Endpoint::Admin | Endpoint::User);
    let said = facts.any_hit(&[Signature::PermissionDenied, Signature::BlamesPermission]);
    if let Some(hit) = said {
        let why = prose!("The answer says that a permission is missing.");
        score
            .reason(if admin { weight::STRONG } else { weight::HINT }, why)
            .at(hit);
    // jira-facts.md 11 #24.
    } else if let Some(sign) = facts
        .forbidden()
        .filter(|_| (facts.secret_may_be_good() && !facts.is_page()) || admin)
    {
        score
            .reason(if admin { weight::STRONG } else { weight::FITS }, sign.text)
            .at(sign.place);
        score.message(prose!(
            "The account may lack an administrator's or another global permission."
        ));
    // jira-facts.md 11 #13: an administrators' resource may answer 401 to a plain user.
    } else if let Some(sign) = facts.refusal().filter(|_| facts.asked() == Endpoint::Admin) {
        score.reason(weight::HINT + 2, sign.text).at(sign.place);
        score.message(prose!(
            "This address is for administrators; it may refuse everyone else with 401."
        ));
    }
}
