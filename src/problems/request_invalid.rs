use crate::advice::{always, on_cloud};
use crate::evidence::Field;
use crate::facts::Facts;
use crate::problem::{Group, Link, Problem, Score, Severity, weight};
use crate::prose::prose;
use crate::read::known_texts::Signature;
use crate::read::sentences::Rule;
use crate::stage::Stage;

pub(super) static PROBLEM: Problem = Problem {
    id: "request-invalid",
    title: "Jira takes the credentials and refuses the data",
    group: Group::Object,
    severity: Severity::Error,
    stage: Some(Stage::Use),
    prior: 0,
    weigh,
    steps: &[
        always(
            "Read the field that the answer names: it is not on the project's screen, is required, or has a value that Jira does not know.",
        ),
        always(
            "Ask Jira which fields and values there are: `/rest/api/3/issue/createmeta`, or look at the create screen in Jira.",
        ),
        always("Leave the credentials as they are."),
    ],
    links: &[on_cloud(Link::new(
        "The Jira Cloud REST API",
        "https://developer.atlassian.com/cloud/jira/platform/rest/v3/intro/",
    ))],
    rules: &[
        Rule::new(22, "QUERY & PARSE"),
        Rule::new(
            22,
            "FIELD|DATA|QUERY|SCREEN & INVALID|MISSING|EMPTY|NOT_THERE|UNSUPPORTED - TOKEN|PASSWORD|CREDENTIAL|USER|ADDRESS|HEADER|EMAIL|VERSION|PERMISSION|PROXY|DNS",
        ),
    ],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "Jira read the request, knew who asks, and complains of what it is asked to do.",
        ],
        causes: &[
            "A field is not on the screen, a required field is missing, the issue type, the priority or a custom field has another name here, or the JQL has an error.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","response":{"status":400,"body":"{\"errorMessages\":[],\"errors\":{\"customfield_10011\":\"Field 'customfield_10011' cannot be set. It is not on the appropriate screen, or unknown.\"}}"}}"#,
        right: r#"{"site":"https://acme.atlassian.net","response":{"status":201,"body":"{\"id\":\"10000\",\"key\":\"OPS-1\",\"self\":\"https://acme.atlassian.net/rest/api/3/issue/10000\"}"}}"#,
    },
};

fn weigh(facts: &Facts, score: &mut Score) {
    let is_project = facts.hit(Signature::JqlProjectUnseen).is_some();
    let value = facts
        .hit(Signature::JqlValueUnknown)
        .filter(|_| !is_project);
    let syntax = facts.hit(Signature::JqlSyntax);
    if let Some(hit) = facts.hit(Signature::FieldNotOnScreen).or(value).or(syntax) {
        let why = prose!("The answer complains of a field or a value.");
        score.reason(weight::STRONG, why).at(hit);
    }
    // What Jira's other 400s are about stands in their texts.
    let refused = facts
        .exchange()
        .filter(|x| x.status.map_or(x.body.of_fields, |status| status == 400))
        .filter(|x| !facts.is_anothers(x) && !facts.is_page())
        // The number alone does not say who read what.
        .filter(|x| {
            x.field == Some(Field::Paste) || x.sent.path.is_some() || !x.body.messages.is_empty()
        })
        // Where nothing is asked that can be wrong, something on the way changed the call.
        .filter(|x| !x.sent.endpoint.is_in_every_jira());
    if let Some(exchange) = refused {
        let why = if exchange.status.is_none() {
            prose!(
                "The answer names fields of the call. Jira looks at them once it knows who asks."
            )
        } else {
            prose!("The status 400 means that the call was read and refused for what it asks.")
        };
        score.reason(weight::HINT, why).at(exchange);
    }
}
