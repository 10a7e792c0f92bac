use crate::advice::{always, on_cloud};
use crate::evidence::{Evidence, Field};
use crate::facts::{Content, Facts};
use crate::problem::{Fix, Group, Link, Problem, Score, Severity, Stage, weight};
use crate::prose::{Prose, prose};

pub(super) static PROBLEM: Problem = Problem {
    id: "fields-swapped",
    title: "A value is in the wrong field",
    group: Group::UserName,
    severity: Severity::Error,
    stage: Some(Stage::SignIn),
    prior: 10,
    weigh,
    steps: &[
        always("Put the site's address, the e-mail and the token each into its own field."),
        always(
            "If the token was in a field that shows what is typed, and others could see it, create a new one.",
        ),
    ],
    links: &[
        on_cloud(Link::new(
            "Basic auth for REST APIs",
            "https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/",
        )),
        on_cloud(Link::new(
            "API tokens",
            "https://id.atlassian.com/manage-profile/security/api-tokens",
        )),
    ],
    rules: &[],
    #[cfg(feature = "pages")]
    page: crate::problem::Page {
        meaning: &[
            "One of the fields holds what belongs in another: the token is in the e-mail's field, or the site's address in the token's. Jira then receives neither a known account nor a token.",
        ],
        causes: &[
            "Forms ask for these values in a different order, under names such as `user name`, `API key` or `password`, and password managers fill in what they think fits.",
        ],
        wrong: r#"{"site":"https://acme.atlassian.net","email":"{{api-token}}","token":"jane@acme.example"}"#,
        right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}"}"#,
    },
};

const FIELDS: [Field; 3] = [Field::Site, Field::Email, Field::Token];

fn weigh(facts: &Facts, score: &mut Score) {
    // jira-facts.md 1.1 and 8. The first one proves it, so that several do not outweigh a host that would steal the token.
    let mut weight = weight::PROOF;
    for field in FIELDS {
        if let Some(why) = misplaced(field, facts.content(field)) {
            score.reason(weight, why).at(field);
            weight = weight::FITS;
        }
    }
    score.fix(put_right(facts));
}

fn misplaced(field: Field, content: Content) -> Option<Prose> {
    match (field, content) {
        (Field::Site, Content::Email) => Some(prose!("The site's field holds an e-mail address.")),
        (Field::Site, Content::Secret) => Some(prose!("The site's field holds a token.")),
        (Field::Email, Content::Address) => {
            Some(prose!("The e-mail's field holds the address of a site."))
        }
        (Field::Email, Content::Secret) => Some(prose!("The e-mail's field holds a token.")),
        (Field::Token, Content::Address) => {
            Some(prose!("The token's field holds the address of a site."))
        }
        (Field::Token, Content::Email) => {
            Some(prose!("The token's field holds an e-mail address."))
        }
        _ => None,
    }
}

fn home(content: Content) -> Option<Field> {
    match content {
        Content::Address => Some(Field::Site),
        Content::Email => Some(Field::Email),
        Content::Secret => Some(Field::Token),
        Content::Nothing | Content::Other => None,
    }
}

/// Moves each value to its field, and what is in its way to where it came from. A value may read otherwise there: a press that
/// would have to be pressed again is none.
fn put_right(facts: &Facts) -> Option<Fix> {
    let moved = moves(facts)?;
    let mut fix = Fix::new(prose!("Put each value into its own field"));
    let mut fields = Evidence::default();
    for field in FIELDS {
        let stood = facts.evidence.text(field).unwrap_or_default();
        fields.set_text(field, &stood.into());
        if let Some((from, _)) = moved.iter().find(|&&(_, to)| to == field) {
            let text = facts.evidence.text(*from).unwrap_or_default();
            fix = fix.set_hidden(field, text.trim());
        } else if moved.iter().any(|&(from, _)| from == field) {
            fix = fix.set(field, "");
        }
    }
    for (field, text) in fix.texts() {
        fields.set_text(field, text);
    }
    let after = moves(&Facts::read(&fields, None, facts.platform_host));
    after.is_none().then_some(fix)
}

/// From which field to which the values go. `None` where none does, where two would share a field, or where a good value would
/// have to go.
fn moves(facts: &Facts) -> Option<Vec<(Field, Field)>> {
    let mut moves = Vec::new();
    for from in FIELDS {
        let Some(to) = home(facts.content(from)).filter(|&to| to != from) else {
            continue;
        };
        let in_the_way = facts.content(to);
        if home(in_the_way) == Some(to) || moves.iter().any(|&(_, taken)| taken == to) {
            return None;
        }
        moves.push((from, to));
        if in_the_way == Content::Other {
            moves.push((to, from));
        }
    }
    (!moves.is_empty()).then_some(moves)
}
