//! The catalogue of problems: one file each. `cargo xtask new-problem NAME` writes a file and its two lines here.

use crate::problem::Problem;

#[cfg(feature = "answers")]
mod another_service_refused;
#[cfg(feature = "answers")]
mod api_token_blocked_by_policy;
#[cfg(feature = "answers")]
mod api_version;
#[cfg(feature = "answers")]
mod app_api_has_own_host;
#[cfg(feature = "answers")]
mod app_not_installed;
#[cfg(feature = "answers")]
mod application_link_broken;
mod auth_scheme_wrong;
mod basic_auth_disabled;
mod captcha_locked;
mod client_bug;
#[cfg(feature = "answers")]
mod client_drops_context_path;
#[cfg(feature = "answers")]
mod clock_skew;
#[cfg(feature = "answers")]
mod cloud_id_wrong;
mod confluence_wiki_path;
#[cfg(feature = "answers")]
mod connection_refused;
mod cors_blocked;
#[cfg(feature = "answers")]
mod dns;
mod email_mismatch;
mod email_used_on_server;
mod endpoint_removed;
mod fields_swapped;
#[cfg(feature = "answers")]
mod get_with_body;
mod header_double_encoded;
mod header_line_wrapped;
mod header_malformed;
mod header_missing;
mod header_trailing_newline;
#[cfg(feature = "answers")]
mod html_instead_of_json;
mod ip_allowlist;
mod issue_not_found;
mod netrc_override;
mod no_product_access;
#[cfg(feature = "answers")]
mod oauth_app_misconfigured;
mod permission_global;
mod permission_issue;
mod permission_project;
mod placeholder_unexpanded;
mod project_not_found;
mod proxy_corporate;
mod rate_limited;
#[cfg(feature = "answers")]
mod redirect_internal;
#[cfg(feature = "answers")]
mod redirect_to_login;
#[cfg(feature = "answers")]
mod request_invalid;
mod served_as_anonymous;
mod server_error;
#[cfg(feature = "answers")]
mod site_suspended;
mod site_unavailable;
mod sso_credentials;
#[cfg(feature = "answers")]
mod stale_session_cookie;
#[cfg(feature = "answers")]
mod timeout;
#[cfg(feature = "answers")]
mod tls_certificate;
#[cfg(feature = "answers")]
mod tls_version;
mod token_already_encoded;
mod token_damaged;
mod token_expired;
mod token_is_password;
mod token_missing;
mod token_revoked_or_wrong;
mod token_scope_missing;
mod token_scoped_needs_gateway;
mod token_wrong_kind;
#[cfg(feature = "answers")]
mod url_api_path_needed;
mod url_context_path_needed;
mod url_custom_domain;
mod url_double_scheme;
mod url_empty;
mod url_has_credentials;
mod url_has_path;
mod url_http_not_https;
mod url_invalid;
mod url_lookalike;
mod url_missing_scheme;
mod url_not_cloud;
#[cfg(feature = "answers")]
mod url_site_renamed;
mod url_subdomain_only;
mod url_trailing_slash;
mod url_wrong_host_kind;
mod url_wrong_port;
mod url_wrong_site;
mod user_agent_blocked;
mod username_missing;
mod username_not_email;
#[cfg(feature = "answers")]
mod websudo;
#[cfg(feature = "answers")]
mod xsrf;

/// In the order of the index page.
static ALL: &[&Problem] = &[
    &url_has_path::PROBLEM,
    &url_missing_scheme::PROBLEM,
    &url_double_scheme::PROBLEM,
    &url_trailing_slash::PROBLEM,
    &url_empty::PROBLEM,
    &url_not_cloud::PROBLEM,
    &url_wrong_site::PROBLEM,
    &url_wrong_host_kind::PROBLEM,
    &url_http_not_https::PROBLEM,
    &url_wrong_port::PROBLEM,
    &url_subdomain_only::PROBLEM,
    &url_custom_domain::PROBLEM,
    #[cfg(feature = "answers")]
    &url_site_renamed::PROBLEM,
    &url_context_path_needed::PROBLEM,
    &confluence_wiki_path::PROBLEM,
    #[cfg(feature = "answers")]
    &client_drops_context_path::PROBLEM,
    &url_invalid::PROBLEM,
    &url_lookalike::PROBLEM,
    &url_has_credentials::PROBLEM,
    #[cfg(feature = "answers")]
    &app_api_has_own_host::PROBLEM,
    #[cfg(feature = "answers")]
    &url_api_path_needed::PROBLEM,
    #[cfg(feature = "answers")]
    &cloud_id_wrong::PROBLEM,
    &username_not_email::PROBLEM,
    &username_missing::PROBLEM,
    &placeholder_unexpanded::PROBLEM,
    &email_mismatch::PROBLEM,
    &email_used_on_server::PROBLEM,
    &fields_swapped::PROBLEM,
    &token_is_password::PROBLEM,
    &token_expired::PROBLEM,
    &token_revoked_or_wrong::PROBLEM,
    &token_damaged::PROBLEM,
    &token_missing::PROBLEM,
    &token_scoped_needs_gateway::PROBLEM,
    &token_scope_missing::PROBLEM,
    &token_wrong_kind::PROBLEM,
    #[cfg(feature = "answers")]
    &api_token_blocked_by_policy::PROBLEM,
    &token_already_encoded::PROBLEM,
    &auth_scheme_wrong::PROBLEM,
    &basic_auth_disabled::PROBLEM,
    &netrc_override::PROBLEM,
    &header_trailing_newline::PROBLEM,
    &header_line_wrapped::PROBLEM,
    &header_double_encoded::PROBLEM,
    &header_malformed::PROBLEM,
    &header_missing::PROBLEM,
    #[cfg(feature = "answers")]
    &application_link_broken::PROBLEM,
    #[cfg(feature = "answers")]
    &oauth_app_misconfigured::PROBLEM,
    #[cfg(feature = "answers")]
    &stale_session_cookie::PROBLEM,
    &sso_credentials::PROBLEM,
    &captcha_locked::PROBLEM,
    &no_product_access::PROBLEM,
    &permission_project::PROBLEM,
    &permission_global::PROBLEM,
    &permission_issue::PROBLEM,
    &served_as_anonymous::PROBLEM,
    #[cfg(feature = "answers")]
    &websudo::PROBLEM,
    &project_not_found::PROBLEM,
    &issue_not_found::PROBLEM,
    &endpoint_removed::PROBLEM,
    #[cfg(feature = "answers")]
    &api_version::PROBLEM,
    #[cfg(feature = "answers")]
    &app_not_installed::PROBLEM,
    #[cfg(feature = "answers")]
    &request_invalid::PROBLEM,
    &ip_allowlist::PROBLEM,
    &user_agent_blocked::PROBLEM,
    #[cfg(feature = "answers")]
    &get_with_body::PROBLEM,
    &cors_blocked::PROBLEM,
    #[cfg(feature = "answers")]
    &xsrf::PROBLEM,
    &rate_limited::PROBLEM,
    #[cfg(feature = "answers")]
    &redirect_to_login::PROBLEM,
    #[cfg(feature = "answers")]
    &redirect_internal::PROBLEM,
    #[cfg(feature = "answers")]
    &tls_certificate::PROBLEM,
    &proxy_corporate::PROBLEM,
    #[cfg(feature = "answers")]
    &dns::PROBLEM,
    #[cfg(feature = "answers")]
    &timeout::PROBLEM,
    #[cfg(feature = "answers")]
    &connection_refused::PROBLEM,
    #[cfg(feature = "answers")]
    &tls_version::PROBLEM,
    #[cfg(feature = "answers")]
    &clock_skew::PROBLEM,
    #[cfg(feature = "answers")]
    &another_service_refused::PROBLEM,
    #[cfg(feature = "answers")]
    &site_suspended::PROBLEM,
    &site_unavailable::PROBLEM,
    &server_error::PROBLEM,
    #[cfg(feature = "answers")]
    &html_instead_of_json::PROBLEM,
    &client_bug::PROBLEM,
];

/// Every problem, in the order of the index page.
pub fn problems() -> &'static [&'static Problem] {
    ALL
}

/// The problem with this id.
pub fn find(id: &str) -> Option<&'static Problem> {
    ALL.iter().copied().find(|problem| problem.id == id)
}
