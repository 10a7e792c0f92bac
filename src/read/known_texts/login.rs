//! Texts of login pages and of the ways to them.

texts! {
    RedirectLogin:
        "os_destination=*",
        "login.jsp?permissionviolation",
        "id.atlassian.com/login",
        "auth.atlassian.com/authorize",
        "/login?application=*",
        "login-form-username",
        "title>log in",
        "title>you are already logged in";
    RedirectSso:
        "login.microsoftonline.com",
        "*.okta.com/*",
        "*.oktapreview.com/*",
        "*.onelogin.com/*",
        "*.pingone.com/*",
        "*.jumpcloud.com/*",
        "*.duosecurity.com/*",
        "*.auth0.com/*",
        "accounts.google.com/*",
        "cloudflareaccess.com",
        "/cdn-cgi/access/login",
        "samlrequest",
        "samlsso",
        "plugins/servlet/saml",
        "/adfs/*",
        "/saml2/*",
        "/idp/*",
        "/openam/*",
        "/siteminderagent",
        "/my.policy",
        "/protocol/openid-connect/auth",
        "/pkmslogin",
        "sign in to your account";
    Redirect302:
        "status=302";
}
