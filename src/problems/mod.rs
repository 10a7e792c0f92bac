//! The catalogue of problems: one file each. `cargo xtask new-problem NAME` writes a file and its line here.

use crate::problem::Problem;

/// Lists the files below, each with one `PROBLEM`.
macro_rules! catalogue {
    ($($name:ident),+ $(,)?) => {
        $(mod $name;)+
        static ALL: &[&Problem] = &[$(&$name::PROBLEM),+];
    };
}

// In the order of tests/cases/problems.md, which is the order of the index page.
catalogue! {
    url_has_path,
    url_missing_scheme,
    url_double_scheme,
    url_trailing_slash,
    url_empty,
    url_not_cloud,
    url_wrong_site,
    url_wrong_host_kind,
    url_http_not_https,
    url_wrong_port,
    url_subdomain_only,
    url_custom_domain,
    url_site_renamed,
    url_context_path_needed,
    confluence_wiki_path,
    client_drops_context_path,
    url_invalid,
    url_lookalike,
    url_has_credentials,
    username_not_email,
    username_missing,
    placeholder_unexpanded,
    email_mismatch,
    email_used_on_server,
    fields_swapped,
    token_is_password,
    token_expired,
    token_revoked_or_wrong,
    token_damaged,
    token_missing,
    token_scoped_needs_gateway,
    token_scope_missing,
    token_wrong_kind,
    api_token_blocked_by_policy,
    token_already_encoded,
    auth_scheme_wrong,
    basic_auth_disabled,
    netrc_override,
    header_trailing_newline,
    header_line_wrapped,
    header_double_encoded,
    header_malformed,
    header_missing,
    sso_credentials,
    captcha_locked,
    no_product_access,
    permission_project,
    permission_global,
    permission_issue,
    served_as_anonymous,
    project_not_found,
    issue_not_found,
    endpoint_removed,
    api_version,
    app_not_installed,
    ip_allowlist,
    user_agent_blocked,
    get_with_body,
    cors_blocked,
    xsrf,
    rate_limited,
    redirect_to_login,
    redirect_internal,
    tls_certificate,
    proxy_corporate,
    dns,
    timeout,
    connection_refused,
    site_suspended,
    site_unavailable,
    server_error,
    html_instead_of_json,
    client_bug,
}

/// Every problem, in the order of the index page.
pub fn problems() -> &'static [&'static Problem] {
    ALL
}

/// The problem with this id.
pub fn find(id: &str) -> Option<&'static Problem> {
    ALL.iter().copied().find(|problem| problem.id == id)
}
