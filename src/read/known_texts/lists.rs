//! Codes: values of closed lists that programs print beside a message, or instead of one.
//!
//! A number means nothing alone: what stands in front of it names its list, whatever the spelling (`[Errno 111]`, `os error 111`,
//! `errno: -111`). So each list stands here once, with what leads to it. A value that is not listed proves nothing. All values, those
//! without a meaning for a call to Jira too, stand in `codes.txt`; names that need no lead stand in `names.rs`.

use super::Signature;
use crate::read::speaker::Speaker;

/// A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// Exit codes of curl, which are libcurl's: curl(1), EXIT CODES; libcurl-errors(3).
    Curl,
    /// Numbers of the system: errno(3) of Linux, macOS and the BSDs; libuv's for Windows; those of Windows from 10000.
    Errno,
    /// What `getaddrinfo` gives: netdb.h of glibc, and libuv.
    NameLookup,
    /// Microsoft: System Error Codes, Windows Sockets Error Codes, `WinHTTP` Error Messages.
    Windows,
    /// A COM result in hexadecimal digits, from the third on: `0x80090325`. Its halves are a facility and one of its codes.
    Hresult,
    /// The same as a negative number, from the fourth digit on: `-2146893019`.
    HresultNumber,
    /// OpenSSL: openssl-verification-options(1), `x509_vfy.h`.
    Verify,
    /// OpenSSL: `sslerr.h`, as the last digits of `error:0A00010B`.
    OpensslError,
    /// The same, as a number: `reason(267)`.
    OpensslReason,
    /// Alerts of TLS: RFC 8446, 6.
    Alert,
    /// Apple: URL Loading System Error Codes, `NSURLError.h`.
    UrlLoading,
    /// gRPC: Status Codes and Their Use in gRPC.
    Grpc,
    /// OAuth 1.0: Problem Reporting extension.
    OauthProblem,
    /// OAuth 2.0: RFC 6749 (4.1.2.1, 5.2), RFC 8628 (3.5); what only the key `error` tells from other words.
    OauthError,
}

/// Makes the rows of a list of numbers or words: a meaning, and the values that have it.
macro_rules! list {
    ($($meaning:ident: $($value:literal)+;)+) => {
        &[$($(($value, Signature::$meaning),)+)+]
    };
}

/// What leads to a value of each list, spelled as in the table.
#[rustfmt::skip]
pub(super) static LEADS: &[(Family, Speaker, &str)] = &[
    (Family::Curl, Speaker::Program, "curl: (\ncurl error\ncurl_error\nlibcurl error\ncurl errno\ncurl_errno\ncurlcode\ncurl exit\ncurl exited\ncurl failed\ncurl returned\nexited abnormally with code\npycurl.error"),
    (Family::Errno, Speaker::Program, "errno\nos error\nsocketexception\nsocket error\nsocketerror\nnativeerrorcode"),
    (Family::NameLookup, Speaker::Program, "gai error\n[errno -"),
    (Family::Windows, Speaker::Program, "winerror\nwin32 error\nwin32exception\nwinsock error\nwsa error\nwsaerror\nwsagetlasterror\nwinhttp error"),
    (Family::Hresult, Speaker::Program, "0x80*"),
    (Family::HresultNumber, Speaker::Program, "-214*"),
    (Family::Verify, Speaker::Program, "verify error\nverify return code\nverify result\nverify_result\nverifyresult"),
    (Family::OpensslError, Speaker::Program, "error:0a*\nerror:14*"),
    (Family::OpensslReason, Speaker::Program, "reason("),
    (Family::Alert, Speaker::Program, "alert number"),
    (Family::UrlLoading, Speaker::Program, "nsurlerrordomain\nkcferrordomaincfnetwork"),
    (Family::Grpc, Speaker::Program, "rpc error: code\nstatuscode.\nstatusruntimeexception\nstatus(statuscode\ngrpc-status\ngrpc_status"),
    (Family::OauthProblem, Speaker::Anyone, "oauth_problem"),
    (Family::OauthError, Speaker::Anyone, "'error'\nerror=*"),
];

pub(super) static CURL: &[(u16, Signature)] = list! {
    NoScheme: 1;
    InvalidUrl: 3;
    ProxyRefused: 5 97;
    DnsFailed: 6;
    ConnectionRefused: 7;
    ConnectionReset: 18 52 55 56;
    TimedOut: 28;
    TlsFailed: 35 51 60 77 91;
    // A header with a line end is a bad argument.
    HeaderInvalid: 43;
    TooManyRedirects: 47;
    TlsProtocol: 59;
    TlsUntrusted: 83 90;
    TlsClientCertificate: 98;
};

/// The lists of the systems do not contradict each other where the numbers mean something here.
pub(super) static ERRNO: &[(u16, Signature)] = list! {
    // Any of them.
    ConnectionReset: 32;
    // Linux.
    Unreachable: 100 101 112 113;
    ConnectionReset: 103 104;
    TimedOut: 110;
    ConnectionRefused: 111;
    // macOS and the BSDs.
    Unreachable: 50 51 64 65;
    ConnectionReset: 53 54;
    TimedOut: 60;
    ConnectionRefused: 61;
    // libuv, for Windows.
    TimedOut: 4039;
    ConnectionReset: 4047 4077 4079;
    Unreachable: 4062 4063 4073;
    ConnectionRefused: 4078;
    // libuv, for `getaddrinfo`.
    DnsFailed: 3001 3004 3007 3008;
};

pub(super) static NAME_LOOKUP: &[(u16, Signature)] = list! {
    DnsFailed: 2 3 4 5 3001 3004 3007 3008;
};

pub(super) static WINDOWS: &[(u16, Signature)] = list! {
    ConnectionReset: 64 1236 10052 10053 10054 12030 12031;
    TimedOut: 121 10060 12002;
    ConnectionRefused: 1225 10061 12029;
    Unreachable: 1231 1232 10050 10051 10064 10065;
    DnsFailed: 11001 11002 11003 11004 12007;
    InvalidUrl: 12005;
    NoScheme: 12006;
    TlsExpired: 12037;
    TlsHostname: 12038;
    TlsClientCertificate: 12044;
    TlsUntrusted: 12045 12170;
    TlsFailed: 12057 12157 12169 12175;
    TooManyRedirects: 12156;
};

/// Codes of the facilities SSPI (9) and certificates (11), by their last four digits: winerror.h. What has the facility Win32 (7) is
/// a number of Windows.
pub(super) static SECURITY: &[(u16, Signature)] = list! {
    TlsFailed: 0x0304 0x030f 0x0326 0x0327 0x0330 0x2012 0x2013;
    HttpsToHttpPort: 0x0308;
    TlsHostname: 0x0322;
    ClockSkew: 0x0324;
    TlsUntrusted: 0x0325 0x0352;
    TlsExpired: 0x0328;
    TlsProtocol: 0x0331 0x0367;
};

pub(super) static CERTIFICATE: &[(u16, Signature)] = list! {
    TlsExpired: 0x0101;
    TlsUntrusted: 0x0109 0x010a 0x010c;
    TlsFailed: 0x010e;
    TlsHostname: 0x010f;
};

pub(super) static VERIFY: &[(u16, Signature)] = list! {
    TlsFailed: 1;
    TlsUntrusted: 2 7 18 19 20 21 22 23 24 25 26 27 28 66 67 68 79;
    ClockSkew: 9;
    TlsExpired: 10;
    TlsHostname: 62 64;
};

/// From 1000 on they are alerts.
pub(super) static OPENSSL: &[(u16, Signature)] = list! {
    TlsProtocol: 116 181 191 193 258 259 266 338 373 394 396 410;
    TlsFailed: 134 229 294;
    HttpToHttpsPort: 155 156;
    HttpsToHttpPort: 198 252 267 313;
    TlsClientCertificate: 199;
};

pub(super) static ALERTS: &[(u16, Signature)] = list! {
    TlsFailed: 40 46 49 80 112;
    TlsClientCertificate: 41 42 43 44 45 116;
    TlsUntrusted: 48;
    TlsProtocol: 70 71 86 120;
};

pub(super) static URL_LOADING: &[(u16, Signature)] = list! {
    InvalidUrl: 1000;
    TimedOut: 1001;
    NoScheme: 1002;
    DnsFailed: 1003 1006;
    ConnectionRefused: 1004;
    ConnectionReset: 1005;
    TooManyRedirects: 1007;
    Offline: 1009;
    TlsFailed: 1200;
    TlsExpired: 1201;
    TlsUntrusted: 1202 1203;
    ClockSkew: 1204;
    TlsClientCertificate: 1205 1206;
};

pub(super) static GRPC: &[(u16, Signature)] = list! {
    TimedOut: 4;
    PermissionDenied: 7;
    RateLimited: 8;
    InternalError: 13;
    ServiceUnavailable: 14;
    BlamesCredentials: 16;
};

pub(super) static GRPC_NAMES: &[(&str, Signature)] = list! {
    TimedOut: "deadlineexceeded" "deadline_exceeded";
    PermissionDenied: "permissiondenied" "permission_denied";
    RateLimited: "resourceexhausted" "resource_exhausted";
    InternalError: "internal";
    ServiceUnavailable: "unavailable";
    BlamesCredentials: "unauthenticated";
};

pub(super) static OAUTH_PROBLEMS: &[(&str, Signature)] = list! {
    // What the name alone tells stands in `names.rs`.
    OauthGrantInvalid: "token_expired" "token_rejected" "token_revoked" "token_used" "permission_denied" "user_refused" "verifier_invalid";
    OauthSignature: "additional_authorization_required";
};

pub(super) static OAUTH_ERRORS: &[(&str, Signature)] = list! {
    OauthClient: "invalid_scope" "unsupported_response_type";
    OauthGrantInvalid: "expired_token";
    ServiceUnavailable: "temporarily_unavailable";
    InternalError: "server_error";
    RateLimited: "slow_down";
};
