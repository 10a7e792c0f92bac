use crate::facts::Facts;
use crate::permission::{Need, Scope};
use crate::problem::{Severity, Suspicion, problem, weight};
use crate::read::exchange::Endpoint;
use crate::read::known_texts::Signature;

problem! {
    /// ## What it means
    /// The call is for administrators, or needs a permission that counts for the whole of Jira, and this account does not have it. The credential itself is good.
    ///
    /// ## Why it happens
    /// Settings, screens, fields, application roles and licences are open to Jira administrators alone; searching for people needs “Browse users and groups”; changing many issues at once needs “Make bulk changes”.
    ///
    /// ## How to fix it
    /// 1. Look up in the product's manual which permission it needs. Reading issues does not need an administrator.
    /// 2. Ask a Jira administrator to give the account that permission, or to make the token in an account that has it.
    /// 3. Check it with `/rest/api/3/mypermissions?permissions=ADMINISTER,USER_PICKER`.
    ///
    /// ## References
    /// - [Managing global permissions](https://confluence.atlassian.com/x/x4dKLg)
    /// - [Permissions overview](https://confluence.atlassian.com/x/FQiiLQ)
    id: "permission-global",
    title: "An administrator's or a global permission is missing",
    group: SignOnAndAccount,
    severity: Error,
    prior: 0,
    wrong: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/screens"},"response":{"status":403,"body":"{\"errorMessages\":[\"Only Jira administrators can manage screens.\"],\"errors\":{}}"}}"#,
    right: r#"{"site":"https://acme.atlassian.net","email":"jane@acme.example","token":"{{api-token}}","request":{"url":"https://acme.atlassian.net/rest/api/3/screens"},"response":{"status":200,"headers":{"x-aaccountid":"712020:1"},"body":"{\"values\":[]}"}}"#,
}

fn weigh(facts: &Facts, suspicion: &mut Suspicion) {
    if let Some(hit) = facts.hit(Signature::NotAdmin) {
        let why = "The answer says that only an administrator may do this.";
        suspicion.because_hit(weight::PROOF, hit, why);
        return;
    }
    if let Some(lacking) = facts.lacking(Scope::Global) {
        // What a profile names is needed for certain; what was asked for otherwise, probably.
        let is_named = facts.profile.is_some() && facts.credential_was_taken();
        suspicion.because_sign(if is_named { weight::PROOF } else { weight::STRONG }, &lacking.sign);
        if facts.has_no_access().is_some() {
            suspicion.unless(weight::STRONG);
        }
        let which = if lacking.need == Need::Optional {
            suspicion.severity(Severity::Warning);
            "A part will not work, for the account does not hold these global permissions: "
        } else {
            "The account does not hold these global permissions: "
        };
        suspicion.message([which, &lacking.names, "."].concat());
        return;
    }
    let admin = matches!(facts.asked(), Endpoint::Admin | Endpoint::User);
    let said = facts.any_hit(&[Signature::PermissionDenied, Signature::BlamesPermission]);
    if let Some(hit) = said {
        let why = "The answer says that a permission is missing.";
        suspicion.because_hit(if admin { weight::STRONG } else { weight::HINT }, hit, why);
    // facts.md 11 #24.
    } else if let Some(sign) = facts
        .forbidden()
        .filter(|_| (facts.secret_may_be_good() && !facts.is_page()) || admin)
    {
        suspicion.because_sign(if admin { weight::STRONG } else { weight::FITS }, &sign);
        suspicion.message("The account may lack an administrator's or another global permission.");
    // facts.md 11 #13: an administrators' resource may answer 401 to a plain user.
    } else if let Some(sign) = facts.refusal().filter(|_| facts.asked() == Endpoint::Admin) {
        suspicion.because_sign(weight::HINT + 2, &sign);
        suspicion
            .message("This address is for administrators; it may refuse everyone else with 401.");
    }
}
