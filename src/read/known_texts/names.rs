//! Names of codes and classes of errors: what tells its meaning wherever it stands, without a lead.
//!
//! Spelled as in the table; a name counts behind and before an underscore, so that one spelling serves `ERR_CONNECTION_REFUSED` of
//! Chromium and `NS_ERROR_CONNECTION_REFUSED` of Firefox. A name that several lists have stands with the first of them. The names without
//! a meaning for a call to Jira stand in `codes.txt`, with the sources of all.

use super::Signature;
use crate::read::speaker::Speaker;

/// Makes one list of all: who prints the names, the meaning of some, and these.
macro_rules! names {
    ($($(#[doc = $doc:literal])+ $speaker:ident { $($meaning:ident: $names:literal)+ })+) => {
        pub(super) static NAMES: &[(Speaker, Signature, &str)] =
            &[$($((Speaker::$speaker, Signature::$meaning, $names),)+)+];
    };
}

names! {
    /// errno(3), getaddrinfo(3), gethostbyname(3), Windows Sockets Error Codes (`WSAE…`).
    Program {
        DnsFailed: "enotfound eai_again eai_noname eai_nodata eai_fail *host_not_found wsatry_again wsano_recovery wsano_data"
        ConnectionRefused: "*econnrefused"
        ConnectionReset: "*econnreset *econnaborted epipe *enetreset"
        TimedOut: "*etimedout esockettimedout"
        Unreachable: "*ehostunreach *enetunreach *ehostdown *enetdown"
        TlsFailed: "eproto"
    }
    /// libcurl-errors(3).
    Program {
        DnsFailed: "couldnt_resolve_host"
        ProxyRefused: "couldnt_resolve_proxy curle_proxy"
        ConnectionRefused: "curle_couldnt_connect"
        ConnectionReset: "curle_got_nothing curle_send_error curle_recv_error curle_partial_file"
        TimedOut: "operation_timedout operation_timeouted"
        TlsFailed: "ssl_connect_error peer_failed_verification curle_ssl_cacert ssl_cacert_badfile ssl_invalidcertstatus"
        TlsProtocol: "curle_ssl_cipher"
        TlsClientCertificate: "curle_ssl_clientcert"
        TlsUntrusted: "ssl_issuer_error ssl_pinnedpubkeynotmatch"
        InvalidUrl: "url_malformat"
        NoScheme: "curle_unsupported_protocol"
    }
    /// Chromium: net/base/net_error_list.h.
    Program {
        DnsFailed: "name_not_resolved name_resolution_failed err_dns_* dns_probe_*"
        ConnectionRefused: "connection_refused"
        ConnectionReset: "connection_reset connection_closed connection_aborted err_empty_response \
            incomplete_chunked_encoding invalid_chunked_encoding err_content_length_mismatch socket_not_connected \
            response_headers_truncated"
        TimedOut: "err_timed_out connection_timed_out"
        Unreachable: "address_unreachable err_connection_failed"
        Offline: "internet_disconnected"
        ProxyRefused: "proxy_connection_failed tunnel_connection_failed socks_connection_* \
            mandatory_proxy_configuration_failed no_supported_proxies pac_script_failed proxy_certificate_invalid \
            proxy_tunnel_response_redirect"
        ProxyAuth: "err_proxy_auth* unexpected_proxy_auth"
        CorporateBlockPage: "blocked_by_administrator"
        BlockedByClient: "blocked_by_client"
        CspBlocked: "blocked_by_csp"
        CorsBlocked: "blocked_by_orb"
        LocalNetworkDenied: "_network_access_checks blocked_by_local_network_access_policy inconsistent_ip_address_space"
        TlsUntrusted: "cert_authority_invalid cert_contains_errors cert_revoked err_cert_invalid cert_weak_* \
            cert_non_unique_name cert_name_constraint_violation cert_validity_too_long certificate_transparency_required \
            cert_symantec_legacy cert_known_interception_blocked pinned_key_not_in_cert_chain quic_cert_root_not_known"
        TlsHostname: "cert_common_name_invalid"
        TlsExpired: "cert_date_invalid"
        TlsProtocol: "ssl_version_or_cipher_mismatch no_ssl_versions_enabled ssl_obsolete_cipher tls13_downgrade_detected"
        HttpsToHttpPort: "ssl_protocol_error"
        TlsClientCertificate: "ssl_client_auth_* client_auth_cert_type_unsupported"
        TlsFailed: "cert_no_revocation_mechanism cert_unable_to_check_revocation bad_record_mac_alert decrypt_error_alert \
            ssl_server_cert_* ssl_key_usage_incompatible bad_peer_public_key ssl_handshake_not_completed"
        TooManyRedirects: "too_many_redirects"
        InvalidUrl: "err_invalid_url"
        NoScheme: "err_invalid_protocol unknown_url_scheme disallowed_url_scheme"
        Http2ProtocolError: "err_http2_protocol_error nghttp2_protocol_error"
    }
    /// Firefox: xpcom/base/ErrorList.py; NSS: `SECerrs.h`, `SSLerrs.h`; mozilla::pkix: pkixnss.h.
    Program {
        DnsFailed: "ns_error_unknown_host"
        ConnectionReset: "error_net_reset error_net_interrupt net_partial_transfer net_empty_response"
        TimedOut: "error_net_timeout"
        Offline: "ns_error_offline"
        ProxyRefused: "ns_error_proxy_* ns_error_proxy_connection_refused ns_error_unknown_proxy_host"
        ProxyAuth: "ns_error_proxy_authentication_failed"
        TooManyRedirects: "ns_error_redirect_loop"
        InvalidUrl: "ns_error_malformed_uri"
        NoScheme: "ns_error_unknown_protocol"
        TlsUntrusted: "unknown_issuer untrusted_issuer untrusted_cert ca_cert_invalid revoked_certificate \
            cert_signature_algorithm_disabled reused_issuer_and_serial inadequate_cert_type ca_cert_used_as_end_entity \
            mitm_detected issuer_no_longer_trusted key_pinning_failure inadequate_key_size v1_cert_used_as_ca \
            error_empty_issuer_name"
        TlsHostname: "bad_cert_domain"
        TlsExpired: "expired_certificate expired_issuer_certificate"
        ClockSkew: "not_yet_valid_certificate not_yet_valid_issuer_certificate"
        TlsProtocol: "ssl_error_unsupported_version no_cypher_overlap protocol_version_alert unsafe_negotiation \
            weak_server_ephemeral_dh_key inappropriate_fallback_alert insufficient_security_alert net_inadequate_security"
        HttpsToHttpPort: "rx_record_too_long"
        TlsClientCertificate: "ssl_error_bad_cert_alert"
        TlsFailed: "ssl_error_syscall ssl_error_internal_error_alert"
    }
    /// Node: Errors, Node.js error codes; undici: Errors; llhttp's `HPE_…`; axios and follow-redirects.
    Program {
        ConnectionReset: "und_err_socket err_socket_closed stream_premature_close und_err_res_content_length_mismatch"
        TimedOut: "und_err_connect_timeout und_err_headers_timeout und_err_body_timeout err_socket_connection_timeout \
            tls_handshake_timeout"
        ProxyRefused: "und_err_prx_tls err_proxy_tunnel"
        TlsHostname: "tls_cert_altname_*"
        TlsProtocol: "tls_invalid_protocol_version"
        HeaderInvalid: "err_invalid_char err_invalid_http_token invalid_header_value"
        HttpToHttpsPort: "hpe_invalid_constant hpe_invalid_version"
        InvalidUrl: "err_unescaped_characters"
        FetchFailed: "err_network"
    }
    /// OpenSSL: sslerr.h, as names (Python, Node, Ruby) and in words. An alert is the other side's refusal.
    Program {
        TlsProtocol: "ssl_r_unsupported_protocol err_ssl_unsupported_protocol unsupported_ssl_version wrong_ssl_version \
            bad_protocol_version_number no_protocols_available no_ciphers_available no_shared_cipher no_shared_group* \
            alert_protocol_version alert_insufficient_security alert_inappropriate_fallback alert_no_application_protocol \
            dh_key_too_small version_too_low unsafe_legacy_renegotiation_disabled"
        HttpsToHttpPort: "wrong_version_number packet_length_too_long record_layer_failure"
        HttpToHttpsPort: "ssl_r_http_request err_ssl_http_request https_proxy_request"
        TlsUntrusted: "unknown_ca"
        TlsClientCertificate: "certificate_required alert_bad_certificate alert_no_certificate alert_unsupported_certificate \
            alert_certificate_* peer_did_not_return_a_certificate"
        TlsFailed: "certificate_verify_failed handshake_failure unexpected_eof_while_reading unrecognized_name \
            alert_internal_error alert_certificate_unknown alert_access_denied"
    }
    /// OpenSSL: openssl-verification-options(1), x509_vfy.h, with `X509_V_ERR_` or, in Node, without.
    Program {
        TlsUntrusted: "self_signed_cert unable_to_get_issuer_cert* unable_to_verify_leaf_signature cert_untrusted \
            cert_rejected cert_signature_failure cert_chain_too_long invalid_ca path_length_exceeded ca_md_too_weak \
            ca_key_too_small ee_key_too_small"
        TlsHostname: "hostname_mismatch ip_address_mismatch"
        TlsExpired: "cert_has_expired"
        ClockSkew: "cert_not_yet_valid"
    }
    /// Microsoft: winerror.h, SSPI Status Codes and those of certificates; WinHTTP and WinINet Error Messages.
    Program {
        TlsUntrusted: "sec_e_untrusted_root issuing_ca_untrusted cert_e_chaining cert_e_revoked"
        TlsHostname: "sec_e_wrong_principal cert_e_cn_no_match"
        TlsExpired: "sec_e_cert_expired cert_e_expired"
        TlsProtocol: "sec_e_algorithm_mismatch application_protocol_mismatch"
        HttpsToHttpPort: "sec_e_invalid_token"
        TlsFailed: "sec_e_internal_error sec_e_message_altered sec_e_illegal_message sec_e_cert_unknown sec_e_decrypt_failure \
            crypt_e_no_revocation_check crypt_e_revocation_offline winhttp_secure_failure"
        ClockSkew: "sec_e_time_skew"
    }
    /// .NET: `HttpRequestError`, `WebExceptionStatus`, `SocketError`, `SslPolicyErrors`, `X509ChainStatusFlags`, and its exceptions.
    Program {
        DnsFailed: "nameresolutionerror nameresolutionfailure hostnotfound"
        ConnectionRefused: "connectionrefused* connectfailure"
        ConnectionReset: "connectionreset* connectionaborted* responseended receivefailure sendfailure keepalivefailure"
        TimedOut: "socketerror.timedout webexceptionstatus.timeout"
        Unreachable: "hostunreachable networkunreachable hostdown networkdown"
        ProxyRefused: "proxytunnelerror proxynameresolutionfailure requestprohibitedbyproxy"
        SecureChannel: "securechannelfailure"
        TlsFailed: "secureconnectionerror remotecertificatenotavailable revocationstatusunknown offlinerevocation \
            system.security.authentication.authenticationexception"
        TlsUntrusted: "trustfailure remotecertificatechainerrors untrustedroot partialchain explicitdistrust \
            notsignaturevalid"
        TlsHostname: "remotecertificatenamemismatch"
        TlsExpired: "nottimevalid"
        InvalidUrl: "uriformatexception"
    }
    /// Apple: NSURLError.h, with `NSURLError` or, in Swift, without.
    Program {
        DnsFailed: "*cannotfindhost *dnslookupfailed"
        ConnectionRefused: "*cannotconnecttohost"
        ConnectionReset: "*networkconnectionlost"
        TimedOut: "nsurlerrortimedout"
        Offline: "*notconnectedtointernet"
        TlsFailed: "nsurlerrorsecureconnectionfailed"
        TlsUntrusted: "*servercertificateuntrusted *servercertificatehasunknownroot"
        TlsExpired: "*servercertificatehasbaddate"
        ClockSkew: "*servercertificatenotyetvalid"
        TooManyRedirects: "nsurlerrorhttptoomanyredirects"
    }
    /// Java: java.net, java.nio.channels, javax.net.ssl, java.security.cert; Apache HttpClient; OkHttp; Reactor Netty; Gson and Jackson.
    Program {
        DnsFailed: "unknownhostexception unresolvedaddressexception"
        ConnectionRefused: "closedchannelexception httphostconnectexception"
        ConnectionReset: "nohttpresponseexception truncatedchunkexception connectionclosedexception prematurecloseexception \
            connectionshutdownexception streamresetexception"
        TimedOut: "*timeoutexception"
        Unreachable: "noroutetohostexception portunreachableexception"
        ProxyRefused: "tunnelrefusedexception"
        TlsFailed: "*sslprotocolexception *sslhandshakeexception *sslexception"
        TlsUntrusted: "*certpathbuilderexception certificaterevokedexception"
        TlsHostname: "sslpeerunverifiedexception"
        TlsExpired: "certificateexpiredexception certificatenotyetvalidexception"
        TooManyRedirects: "redirectexception circularredirectexception"
        InvalidUrl: "malformedurlexception urisyntaxexception"
        NoScheme: "unsupportedschemeexception"
        NotJson: "jsonparseexception malformedjsonexception jsonsyntaxexception"
    }
    /// Go: the types of errors of net, crypto/x509 and crypto/tls, as `%T` and `%#v` print them.
    Program {
        DnsFailed: "net.dnserror"
        TlsUntrusted: "x509.unknownauthorityerror"
        TlsHostname: "x509.hostnameerror"
        TlsFailed: "x509.certificateinvaliderror tls.certificateverificationerror"
        HttpsToHttpPort: "tls.recordheadererror"
    }
    /// Python: Built-in Exceptions, socket, ssl, http.client, json; requests, urllib3, httpx, aiohttp.
    Program {
        DnsFailed: "gaierror *connectordnserror"
        ConnectionReset: "brokenpipeerror remotedisconnected serverdisconnectederror incompleteread chunkedencodingerror \
            clientpayloaderror remoteprotocolerror"
        TimedOut: "*timeouterror connecttimeout readtimeout opentimeout"
        ProxyRefused: "proxyerror clientproxyconnectionerror"
        TlsFailed: "sslerror sslcertverificationerror ssleoferror sslsyscallerror sslzeroreturnerror \
            clientconnectorcertificateerror clientconnectorsslerror"
        TooManyRedirects: "toomanyredirects*"
        NoScheme: "missingschema invalidschema unsupportedprotocol"
        InvalidUrl: "invalidurl locationparseerror locationvalueerror invalidurlclienterror"
        HeaderInvalid: "invalidheader localprotocolerror"
        NotJson: "jsondecodeerror"
    }
    /// What a mistake in a program is called: Python, JavaScript, Ruby, Java, .NET.
    Program {
        ProgramCrash: "keyerror indexerror attributeerror unboundlocalerror nameerror zerodivisionerror recursionerror \
            referenceerror rangeerror nomethoderror nullpointerexception classcastexception indexoutofboundsexception \
            arrayindexoutofboundsexception nosuchmethoderror noclassdeffounderror numberformatexception \
            nullreferenceexception invalidcastexception keynotfoundexception argumentnullexception"
    }
    /// Ruby: socket, net/protocol, openssl, uri; Faraday.
    Program {
        DnsFailed: "socket::resolutionerror"
        TimedOut: "writetimeout"
        TooManyRedirects: "redirectlimitreached"
        InvalidUrl: "invalidurierror"
        NotJson: "json::parsererror"
    }
    /// Rust: rustls `Error`, `CertificateError` and `InvalidMessage`.
    Program {
        TlsUntrusted: "unknownissuer invalidcertificate(revoked)"
        TlsExpired: "invalidcertificate(expired)"
        ClockSkew: "notvalidyet"
        ConnectionReset: "brokenpipe"
        TlsHostname: "notvalidforname"
        TlsProtocol: "peerincompatible"
        HttpsToHttpPort: "corruptmessage invalidcontenttype"
        TlsClientCertificate: "nocertificatespresented"
    }
    /// gRPC: Status Codes and Their Use in gRPC, where the name alone tells; the others need a lead.
    Program {
        TimedOut: "deadline_exceeded deadlineexceeded"
    }
    /// OAuth 1.0a: Problem Reporting extension, where the name alone tells; the others need a lead.
    Anyone {
        OauthSignature: "signature_invalid signature_method_rejected consumer_key_unknown consumer_key_rejected \
            consumer_key_refused parameter_absent parameter_rejected version_rejected"
        ClockSkew: "timestamp_refused nonce_used"
    }
    /// OAuth 2.0: RFC 6749 (4.1.2.1, 5.2), RFC 6750 (3.1), where the name alone tells; the others need a lead.
    Anyone {
        OauthGrantInvalid: "invalid_grant invalid_token"
        OauthClient: "invalid_client unauthorized_client unsupported_grant_type redirect_uri_mismatch"
        ScopeMismatch: "insufficient_scope"
    }
}
