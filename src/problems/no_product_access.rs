use crate::advice::always;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::prose;
use crate::read::exchange::{Content, Endpoint};
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;

pub(super) static PROBLEM: Problem = Problem {
    id: "no-product-access",
    title: "The account has no access to this product",
    group: Group::SignOnAndAccount,
    severity: Severity::Error,
    stage: Some(Stage::Allow),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Sign in to the site in a browser as this account. If Jira does not open there, it will not for a program.",
        ),
        always(
            "Ask an administrator to give the account access to the product, at `https://admin.atlassian.com`; on a server, to put it into a group with application access.",
        ),
        always("Or make the token in an account that already has access."),
    ],
    links: &[
        always(Link::new(
            "Application access",
            "https://confluence.atlassian.com/x/3YxjL",
        )),
        always(Link::new(
            "Permissions overview",
            "https://confluence.atlassian.com/x/FQiiLQ",
        )),
    ],
    rules: &[
        Rule::new(
            26,
            "LICENSE & TOO_MANY|EXPIRED|DENIED|INVALID - APP|VERSION",
        ),
        Rule::new(
            26,
            "LICENSE & NOT|MISSING & USER|SITE|SERVER|HAVE - APP|VERSION",
        ),
        Rule::new(
            24,
            "NOT|DENIED & ACCESS|PERMISSION & SITE - PROJECT|ISSUE|FIELD|PAGE|FILE",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "The account exists and the credential is right, and yet the account may not use this product on this site. Somebody has to give it access.",
        ],
        causes: &[
            "The account has no license for the product, was never invited to this site, or is in a group without application access. An account for an integration is often made without any.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","response":{"status":403,"headers":{"x-aaccountid":"712020:1"},"body":"{\"errorMessages\":[\"Current user not permitted to use Jira\"]}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"accountId\":\"712020:1\",\"active\":true}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    if let Some(sign) = facts.may_not_enter() {
        score.reason(weight::PROOF, sign.text).at(sign.place);
        return;
    }
    let said = facts.any_hit(&[Signature::NoJiraAccess, Signature::AuthorisationFailed]);
    if let Some(hit) = said {
        let why = prose!("The answer says that this account may not use Jira.");
        score.reason(weight::PROOF, why).at(hit);
        return;
    }
    // jira-facts.md 4.3: Confluence says the same to a credential that failed.
    if let Some(hit) = facts.hit(Signature::NoConfluenceAccess) {
        let taken = facts.credential_was_taken();
        let weight = if taken {
            weight::PROOF
        } else {
            weight::HINT + weight::FITS
        };
        let why = prose!(
            "The answer says that the account may not use Confluence. It says so without a sign-in too."
        );
        score.reason(weight, why).at(hit);
        if taken {
            score.message(prose!("The account may not use Confluence on this site."));
        }
        return;
    }
    // A portal's customer signs in with an account of its own kind.
    let customer = facts.account_exchange().filter(|x| {
        matches!(&x.body.content, Content::Account { kind: Some(kind), .. } if kind == "customer")
    });
    if let Some(exchange) = customer {
        let why = prose!(
            "Jira names the account a customer's: it can use the portal, and sees no projects."
        );
        score
            .severity(Severity::Warning)
            .reason(weight::PROOF, why.clone())
            .at(exchange);
        score.message(why);
        return;
    }
    // jira-facts.md 6 and 4.7: `active` of an account that somebody switched off.
    let inactive = facts.account_exchange().filter(|x| {
        matches!(
            x.body.content,
            Content::Account {
                active: Some(false),
                ..
            }
        )
    });
    if let Some(exchange) = inactive {
        score
            .reason(
                weight::PROOF,
                prose!("Jira knows the account and says that it is not active."),
            )
            .at(exchange);
        score.message(prose!(
            "The account is switched off. An administrator can switch it on again."
        ));
        return;
    }
    if let Some(sign) = facts.has_no_access() {
        score.reason(weight::PROOF, sign.text).at(sign.place);
        score.message(prose!(
            "The account has no permissions at all: it has no access to Jira on this site."
        ));
        return;
    }
    // jira-facts.md 11 #5: after the stranger, who holds nothing either.
    if let Some(sign) = facts.holds_nothing() {
        score.reason(weight::STRONG + 2, sign.text).at(sign.place);
        score.message(prose!(
            "The account may have no access to this product on this site."
        ));
        return;
    }
    // jira-facts.md 4.1: `myself` is open to everyone who is signed in and has access.
    let myself = facts.asked() == Endpoint::Myself;
    if let Some(sign) = facts.forbidden().filter(|_| facts.is_cloud()) {
        if myself && facts.credential_was_taken() {
            score.reason(weight::STRONG, sign.text).at(sign.place);
        } else if facts.secret_may_be_good() {
            // After the permissions, which are missing more often.
            score.reason(weight::FITS - 2, sign.text).at(sign.place);
        }
        score.message(prose!(
            "The account may have no access to this product on this site."
        ));
    }
}
