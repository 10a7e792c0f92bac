use crate::facts::Facts;
use crate::problem::{Suspicion, problem, weight};
use crate::read::header::Scheme;
use crate::read::known_texts::Signature;
use crate::read::token::TokenKind;

problem! {
    /// ## What it means
    /// This server takes no user name with a password from programs, not even the right ones. It wants a personal access token.
    ///
    /// ## Why it happens
    /// Administrators of Data Center can switch Basic authentication off, newer versions come with it off, and sign-on plug-ins switch it off too. A set-up that worked then stops after an update.
    ///
    /// ## How to fix it
    /// 1. Sign in to Jira in a browser, open your profile, and create a personal access token there.
    /// 2. Choose “Bearer” or “personal access token” in the product, and leave the user name blank.
    /// 3. If the product knows Basic alone, ask the administrator to put its address on the allowlist for Basic authentication.
    ///
    /// ## References
    /// - [Data Center: using personal access tokens](https://confluence.atlassian.com/enterprise/using-personal-access-tokens-1026032365.html)
    /// - [Creating an allowlist when basic authentication is disabled](https://confluence.atlassian.com/enterprise/creating-an-allowlist-when-basic-authentication-is-disabled-1044106574.html)
    id: "basic-auth-disabled",
    title: "The server has Basic authentication switched off",
    group: AuthorizationHeader,
    severity: Error,
    prior: 5,
    wrong: r#"{"site":"https://jira.acme.example","email":"jdoe","token":"{{password}}","response":{"status":403,"body":"{\"message\":\"Basic Authentication has been disabled on this instance.\"}"},"answers":{"deployment":"data-center"}}"#,
    right: r#"{"site":"https://jira.acme.example","token":"{{dc-pat}}","authorization":"Bearer {{dc-pat}}","answers":{"deployment":"data-center"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    // facts.md 4.3.
    if let Some(hit) = facts.hit(Signature::BasicDisabled) {
        let why = "The answer says that Basic authentication is switched off on this server.";
        suspicion.because_hit(weight::PROOF, hit, why);
        return;
    }
    let goes_with_basic = matches!(
        facts.secret_kind(),
        Some(TokenKind::Password | TokenKind::DataCenterPat) | None
    );
    if !facts.is_server() || !goes_with_basic {
        return;
    }
    // facts.md 11 #27: it comes with 403, where a wrong password gets 401.
    if let Some(sign) = facts.forbidden() {
        // After the permissions and the CAPTCHA, which get the same answer.
        suspicion
            .unless(weight::FITS + 2)
            .because_sign(weight::FITS, &sign);
        suspicion
            .message("The server may have Basic authentication switched off. It answers 403 then.");
    // facts.md 4.3: from version 11.3 on no server takes Basic.
    } else if !facts.has_answer() && sends_pat_with_basic(facts) {
        let why = "A personal access token is sent with Basic. Newer servers refuse Basic whatever it carries.";
        suspicion.because_of(weight::FITS, facts.secret_field(), why);
    }
}

fn sends_pat_with_basic(facts: &Facts) -> bool {
    let header = facts.authorization.as_ref();
    facts.secret_kind() == Some(TokenKind::DataCenterPat)
        && header.is_some_and(|header| header.scheme == Scheme::Basic)
}
