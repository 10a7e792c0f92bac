use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::exchange::Form;
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// After some failed attempts the server wants to see a person: it asks for a CAPTCHA, and until somebody solves it in a browser it refuses this account in programs, even with the right password.
    ///
    /// ## Why it happens
    /// A program kept trying with an old or mistyped password, perhaps another one than the one you are setting up. The answer is 403 with the header `X-Authentication-Denied-Reason`.
    ///
    /// ## How to fix it
    /// 1. Stop the programs that use the wrong password, or the lock comes back.
    /// 2. Sign in to Jira in a browser with the same user name, and solve the CAPTCHA. An administrator can also reset the failed logins.
    /// 3. Put the right password into the product or, better, a personal access token: it never meets a CAPTCHA.
    ///
    /// ## References
    /// - [Data Center: basic authentication](https://developer.atlassian.com/server/jira/platform/basic-authentication/)
    /// - [Data Center: using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    id: "captcha-locked",
    title: "The account is locked until a CAPTCHA is solved",
    group: SignOnAndAccount,
    severity: Error,
    prior: 5,
    wrong: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","response":{"status":403,"headers":{"X-Seraph-LoginReason":"AUTHENTICATION_DENIED","X-Authentication-Denied-Reason":"CAPTCHA_CHALLENGE; login-url=https://jira.acme.example/login.jsp"}},"answers":{"deployment":"data-center"}}"#,
    right: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","response":{"status":200,"headers":{"X-AUSERNAME":"jdoe"}},"answers":{"deployment":"data-center"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.3: the header names the CAPTCHA; Seraph's word alone may mean another lock.
    if let Some((captcha, sign)) = facts.denied() {
        let weight = if captcha {
            weight::PROOF
        } else {
            weight::STRONG
        };
        suspicion.because_sign(weight, &sign);
        return;
    }
    if !matches!(facts.secret_kind(), Some(TokenKind::Password) | None) {
        return;
    }
    // facts.md 11 #26: a password's 403 on a server, as a page and not as JSON, is sign-in's.
    let page = facts.hit(Signature::ForbiddenPage).is_some()
        || facts.exchange().is_some_and(|x| x.body.form == Form::Html);
    if let Some(sign) = facts.forbidden().filter(|_| page && facts.is_server()) {
        suspicion.because_sign(weight::HINT, &sign);
        suspicion.message("The server refuses to look at the password. Most often it wants a CAPTCHA solved first.");
    // A password that worked and is refused may have met a lock.
    } else if let Some(sign) = facts.refusal() {
        let password = facts.secret_kind() == Some(TokenKind::Password);
        if password && facts.evidence.answers.worked_before == Some(true) {
            suspicion.because_sign(weight::FITS, &sign);
            suspicion.message("The account may be locked after failed attempts.");
        }
    }
}
