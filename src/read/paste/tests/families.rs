//! One pasted text of each program, and what it tells.

use super::*;

const MYSELF: &str = "https://acme.atlassian.net/rest/api/3/myself";
const ME: &str = "jane@acme.example";

const fn want(
    method: &'static str,
    url: &'static str,
    status: u16,
    header: &'static str,
    body: &'static str,
    authorization: &'static str,
) -> Want {
    Want {
        method,
        url,
        status,
        header,
        body,
        authorization,
    }
}

/// Name, text, exchanges.
type Row = (&'static str, &'static str, &'static [Want]);

#[rustfmt::skip]
const ROWS: &[Row] = &[
    ("curl shows headers and body", "$ curl -i -u jane@acme.example:{{api-token}} https://acme.atlassian.net/rest/api/3/myself\nHTTP/2 401\nserver: AtlassianEdge\n\nClient must be authenticated to access this resource.\n", &[want("GET", MYSELF, 401, "server: AtlassianEdge", "Text", ME)]),
    ("curl tells everything", "* Connected to acme.atlassian.net (1.2.3.4) port 443 (#0)\n> GET /rest/api/3/myself HTTP/2\n> Host: acme.atlassian.net\n> authorization: Basic {{b64:jane@acme.example:{{api-token}}}}\n> accept: */*\n>\n< HTTP/2 403\n< content-type: application/json\n<\n{ [54 bytes data]\n* Connection #0 to host acme.atlassian.net left intact\n{\"error\":\"Failed to parse Connect Session Auth Token\"}", &[want("GET", MYSELF, 403, "content-type: json", "Failed to parse", ME)]),
    ("curl goes on behind the body", "< HTTP/1.1 401 Unauthorized\n< server: x\n<\nClient must be authenticated to access this resource.* Connection #0 to host acme.atlassian.net left intact", &[want("", "", 401, "server: x", "Text", "")]),
    ("curl prints the status alone", "$ curl -s -o /dev/null -w '%{http_code}' https://acme.atlassian.net/rest/api/3/myself\n401", &[want("GET", MYSELF, 401, "", "", "")]),
    ("several commands have several answers", "$ curl -w '%{http_code}\\n' -o /dev/null https://a.example/rest/api/2/myself; curl -o /dev/null -w '%{http_code}\\n' https://b.example/rest/api/2/myself\n401\n200", &[want("GET", "a.example/rest/api/2/myself", 401, "", "", ""), want("GET", "b.example/rest/api/2/myself", 200, "", "", "")]),
    ("curl fails without an answer", "$ curl -u 'jane@acme.example:x' https://acme.atlasian.net/rest/api/3/myself\ncurl: (6) Could not resolve host: acme.atlasian.net", &[want("GET", "acme.atlasian.net/rest/api/3/myself", 0, "", "", ME)]),
    ("a status in curl's own words", "curl: (22) The requested URL returned error: 401", &[want("", "", 401, "", "", "")]),
    ("a redirect is followed", "$ curl -iL https://old.atlassian.net/rest/api/3/myself\nHTTP/2 301\nlocation: https://acme.atlassian.net/rest/api/3/myself\n\nHTTP/2 401\nserver: AtlassianEdge\n\n", &[want("GET", "old.atlassian.net/rest/api/3/myself", 301, "", "", ""), want("GET", MYSELF, 401, "", "", "")]),
    ("a command over several lines", "curl --request GET \\\n  --url 'https://acme.atlassian.net/rest/api/3/myself' \\\n  --user 'jane@acme.example:{{api-token}}' \\\n  --header 'Accept: application/json'\nHTTP/2 200\n\n{\"accountId\":\"1\"}", &[want("GET", MYSELF, 200, "", "Account", ME)]),
    ("a header is given to curl", "jane@host:~$ curl -sH \"Authorization: Bearer abc\" https://jira.acme.example/rest/api/2/myself\n{\"message\":\"no\",\"status-code\":401}", &[want("GET", "/rest/api/2/myself", 401, "", "no", "Bearer")]),
    ("what a shell computes is computed", "$ curl -H \"Authorization: Basic $(echo -n 'jane@acme.example:x' | base64)\" https://acme.atlassian.net/rest/api/3/myself\nHTTP/2 401\n", &[want("GET", MYSELF, 401, "", "", ME)]),
    ("a copied command of dev tools for Windows", "curl \"https://acme.atlassian.net/rest/api/3/myself\" ^\n  -H \"authorization: Basic {{b64:jane@acme.example:{{api-token}}}}\" ^\n  --compressed\nHTTP/2 401", &[want("GET", MYSELF, 401, "", "", ME)]),
    ("HTTP/3", "HTTP/3 429 \nretry-after: 5\nratelimit-reason: jira-burst-based\n\n", &[want("", "", 429, "ratelimit-reason: jira-burst", "", "")]),
    ("wget shows headers", "$ wget -S https://acme.atlassian.net/rest/api/3/myself\n--2026-11-21 22:55:04--  https://acme.atlassian.net/rest/api/3/myself\nConnecting to acme.atlassian.net|1.2.3.4|:443... connected.\nHTTP request sent, awaiting response...\n  HTTP/1.1 401 Unauthorized\n  Content-Type: text/html\n  WWW-Authenticate: OAuth realm=\"x\"\nUnknown authentication scheme.\n\nUsername/Password Authentication Failed.\n", &[want("GET", MYSELF, 401, "www-authenticate: OAuth", "", "")]),
    ("wget tells the status", "--2026-11-21 22:55:04--  https://acme.atlassian.net/rest/api/3/myself\nHTTP request sent, awaiting response... 401 Unauthorized\n\n2026-11-21 22:55:04 ERROR 401: Unauthorized.", &[want("", MYSELF, 401, "", "", "")]),
    ("HTTPie prints both sides", "GET /rest/api/3/myself HTTP/1.1\nAuthorization: Basic {{b64:jane@acme.example:x}}\nHost: acme.atlassian.net\nUser-Agent: HTTPie/3.2\n\nHTTP/1.1 401 Unauthorized\nContent-Type: application/json\n\n{\n    \"message\": \"Unauthorized; scope does not match\",\n    \"code\": 401\n}\n", &[want("GET", MYSELF, 401, "content-type: json", "scope does not match", ME)]),
    ("HTTPie is called", "$ http -a jane@acme.example:x GET https://acme.atlassian.net/rest/api/3/myself\nHTTP/1.1 401 Unauthorized\n", &[want("GET", MYSELF, 401, "", "", ME)]),
    ("PowerShell 5", "Invoke-RestMethod : The remote server returned an error: (401) Unauthorized.\nAt line:1 char:1\n+ Invoke-RestMethod -Uri $url\n", &[want("", "", 401, "", "", "")]),
    ("PowerShell 7", "Invoke-RestMethod: Response status code does not indicate success: 403 (Forbidden).", &[want("", "", 403, "", "", "")]),
    ("PowerShell lists a response", "StatusCode        : 401\nStatusDescription : Unauthorized\nContent           : {\"message\":\"Client must be authenticated to access this resource.\"}\n", &[want("", "", 401, "", "Client must", "")]),
    ("PowerShell's raw content", "RawContent        : HTTP/1.1 401 Unauthorized\n                    WWW-Authenticate: OAuth realm=\"x\"\n", &[want("", "", 401, "www-authenticate: OAuth", "", "")]),
    ("PowerShell is called", "PS C:\\> Invoke-RestMethod -Uri \"https://acme.atlassian.net/rest/api/3/myself\" -Headers @{\n  Authorization = \"Basic {{b64:jane@acme.example:x}}\"\n} -Method GET\nInvoke-RestMethod: Response status code does not indicate success: 401 (Unauthorized).", &[want("GET", MYSELF, 401, "", "", ME)]),
    ("an archive of a browser", r#"{"log":{"version":"1.2","entries":[{"request":{"method":"GET","url":"https://acme.atlassian.net/rest/api/3/myself","httpVersion":"h2","headers":[{"name":"Authorization","value":"Basic {{b64:jane@acme.example:x}}"},{"name":"accept","value":"*/*"}],"cookies":[{"name":"a","value":"b"}],"headersSize":-1},"response":{"status":401,"statusText":"","headers":[{"name":"server","value":"AtlassianEdge"}],"content":{"size":10,"mimeType":"application/json","text":"{\"message\":\"no entry\"}"}}},{"request":{"method":"POST","url":"https://acme.atlassian.net/rest/api/3/issue","headers":[]},"response":{"status":403,"headers":[],"content":{"text":"x"}}}]}}"#, &[want("GET", MYSELF, 401, "server: AtlassianEdge", "no entry", ME), want("POST", "/issue", 403, "", "", "")]),
    ("half an archive", "      \"request\": {\n        \"method\": \"GET\",\n        \"url\": \"https://acme.atlassian.net/rest/api/3/myself\",\n        \"httpVersion\": \"h2\",\n        \"headers\": [\n          {\n            \"name\": \"accept\",\n            \"value\": \"*/*\"\n          }\n        ]\n      },\n      \"response\": {\n        \"status\": 403,\n        \"headers\": [\n          {\n            \"name\": \"x-seraph-loginreason\",\n            \"value\": \"AUTHENTICATION_DENIED\"\n          }", &[want("GET", MYSELF, 403, "x-seraph-loginreason: DENIED", "", "")]),
    ("the console of dev tools", "GET https://acme.atlassian.net/rest/api/3/myself 401 (Unauthorized)", &[want("GET", MYSELF, 401, "", "", "")]),
    ("the console over HTTP/2", "POST https://acme.atlassian.net/rest/api/3/issue 403", &[want("POST", "/issue", 403, "", "", "")]),
    ("a failure of the network in Chrome", "GET https://acme.atlassian.net/rest/api/3/myself net::ERR_NAME_NOT_RESOLVED", &[want("GET", MYSELF, 0, "", "", "")]),
    ("CORS in Chrome", "Access to fetch at 'https://acme.atlassian.net/rest/api/3/myself' from origin 'https://tools.example' has been blocked by CORS policy", &[want("", MYSELF, 0, "", "", "")]),
    ("CORS in Firefox", "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://acme.atlassian.net/rest/api/3/myself. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 401.", &[want("", MYSELF, 401, "", "", "")]),
    ("CORS in Safari", "Fetch API cannot load https://acme.atlassian.net/rest/api/3/myself due to access control checks.", &[want("", MYSELF, 0, "", "", "")]),
    ("fetch is copied", "fetch(\"https://acme.atlassian.net/rest/api/3/myself\", {\n  \"headers\": {\n    \"accept\": \"application/json\",\n    \"authorization\": \"Basic {{b64:jane@acme.example:x}}\"\n  },\n  \"method\": \"GET\"\n});", &[want("GET", MYSELF, 0, "", "", ME)]),
    ("a log of JSON", "{\"level\":\"error\",\"time\":1,\"msg\":\"jira\",\"url\":\"https://acme.atlassian.net/rest/api/3/myself\",\"status\":401}\n{\"level\":\"error\",\"url\":\"https://acme.atlassian.net/rest/api/3/field\",\"statusCode\":403}", &[want("", MYSELF, 401, "", "", ""), want("", "/field", 403, "", "", "")]),
    ("a log of JSON with words", "{\"severity\":\"ERROR\",\"message\":\"Request to https://acme.atlassian.net/rest/api/3/myself failed: 401 Unauthorized\"}", &[want("", MYSELF, 401, "", "", "")]),
    ("a log of pairs", "time=2026-11-21T22:55:04Z level=error msg=\"request failed\" method=GET status=401 url=https://acme.atlassian.net/rest/api/3/myself", &[want("GET", MYSELF, 401, "", "", "")]),
    ("an access log", "10.0.0.1 - jane [21/Nov/2026:22:55:04 +0000] \"GET /rest/api/2/myself HTTP/1.1\" 401 53 \"-\" \"curl/8.0\"", &[want("GET", "/rest/api/2/myself", 401, "", "", "")]),
    ("requests", "requests.exceptions.HTTPError: 401 Client Error: Unauthorized for url: https://acme.atlassian.net/rest/api/3/myself", &[want("", MYSELF, 401, "", "", "")]),
    ("httpx", "httpx.HTTPStatusError: Client error '401 Unauthorized' for url 'https://acme.atlassian.net/rest/api/3/myself'\nFor more information check: https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/401", &[want("", MYSELF, 401, "", "", "")]),
    ("aiohttp", "aiohttp.client_exceptions.ClientResponseError: 401, message='Unauthorized', url='https://acme.atlassian.net/rest/api/3/myself'", &[want("", MYSELF, 401, "", "", "")]),
    ("urllib", "urllib.error.HTTPError: HTTP Error 401: Unauthorized", &[want("", "", 401, "", "", "")]),
    ("urllib3 counts its tries", "urllib3.exceptions.MaxRetryError: HTTPSConnectionPool(host='jira.acme.example', port=8443): Max retries exceeded with url: /rest/api/2/myself (Caused by NewConnectionError('Connection refused'))", &[want("", "https://jira.acme.example:8443/rest/api/2/myself", 0, "", "", "")]),
    ("the jira library", "jira.exceptions.JIRAError: JiraError HTTP 401 url: https://acme.atlassian.net/rest/api/2/myself\n\ttext: Client must be authenticated to access this resource.\n\n\tresponse headers = {'Content-Type': 'text/html;charset=UTF-8', 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED', 'Date': 'x'}\n\tresponse text = Client must be authenticated to access this resource.", &[want("", "/rest/api/2/myself", 401, "x-seraph-loginreason: FAILED", "Text", "")]),
    ("atlassian-python-api", "requests.exceptions.HTTPError: Unauthorized (401)", &[want("", "", 401, "", "", "")]),
    ("a dictionary of headers", "401 Unauthorized\n{'Content-Type': 'text/html', 'X-Seraph-LoginReason': 'AUTHENTICATED_FAILED'}\nClient must be authenticated to access this resource.", &[want("", "", 401, "x-seraph-loginreason: FAILED", "Text", "")]),
    ("Node's response", "Response {\n  status: 401,\n  statusText: 'Unauthorized',\n  headers: Headers {\n    'content-type': 'text/html',\n    server: 'AtlassianEdge'\n  },\n  body: ReadableStream { locked: false },\n  ok: false,\n  url: 'https://acme.atlassian.net/rest/api/3/myself'\n}", &[want("", MYSELF, 401, "server: AtlassianEdge", "", "")]),
    ("axios dumps everything", "AxiosError: Request failed with status code 401\n    at settle (file:///x/node_modules/axios/lib/core/settle.js:19:12) {\n  code: 'ERR_BAD_REQUEST',\n  config: {\n    headers: Object [AxiosHeaders] {\n      Accept: 'application/json',\n      Authorization: 'Basic {{b64:jane@acme.example:x}}'\n    },\n    method: 'get',\n    url: 'https://acme.atlassian.net/rest/api/3/myself'\n  },\n  response: {\n    status: 401,\n    statusText: 'Unauthorized',\n    headers: Object [AxiosHeaders] { 'x-seraph-loginreason': 'AUTHENTICATED_FAILED', server: 'x' },\n    data: { errorMessages: [ 'You are not authenticated.' ], errors: {} }\n  },\n  status: 401\n}", &[want("GET", MYSELF, 401, "x-seraph-loginreason: FAILED", "You are not authenticated", ME)]),
    ("got", "HTTPError: Response code 401 (Unauthorized)", &[want("", "", 401, "", "", "")]),
    ("node-fetch", "FetchError: request to https://acme.atlassian.net/rest/api/3/myself failed, reason: getaddrinfo ENOTFOUND acme.atlassian.net", &[want("", MYSELF, 0, "", "", "")]),
    ("an object of an error", "{ code: 401, message: 'Unauthorized; scope does not match' }", &[want("", "", 401, "", "scope does not match", "")]),
    ("Java's client", "(GET https://acme.atlassian.net/rest/api/3/myself) 401\n{:status=[401], content-type=[application/json], date=[Sat, 21 Nov 2026 22:55:08 GMT], www-authenticate=[OAuth realm=\"x\"]}\nClient must be authenticated", &[want("GET", MYSELF, 401, "www-authenticate: OAuth realm=\"x\"", "Text", "")]),
    ("Java's connection", "java.io.IOException: Server returned HTTP response code: 401 for URL: https://acme.atlassian.net/rest/api/3/myself", &[want("", MYSELF, 401, "", "", "")]),
    ("Spring", "org.springframework.web.client.HttpClientErrorException$Unauthorized: 401 Unauthorized: \"Client must be authenticated to access this resource.\"", &[want("", "", 401, "", "", "")]),
    ("Atlassian's Java client", "RestClientException{statusCode=Optional.of(403), errorCollections=[ErrorCollection{status=403, errors={}, errorMessages=[]}]}", &[want("", "", 403, "", "", "")]),
    (".NET", "System.Net.Http.HttpRequestException: Response status code does not indicate success: 401 (Unauthorized).", &[want("", "", 401, "", "", "")]),
    (".NET prints a response", "StatusCode: 401, ReasonPhrase: 'Unauthorized', Version: 1.1, Content: System.Net.Http.HttpConnectionResponseContent, Headers:\n{\n  Date: Sat, 21 Nov 2026 22:55:04 GMT\n  X-Seraph-LoginReason: AUTHENTICATED_FAILED\n}", &[want("", "", 401, "", "", "")]),
    ("Go fails", "2026/11/21 22:55:25 Get \"https://acme.atlassian.net/rest/api/3/myself\": dial tcp: lookup acme.atlassian.net: no such host", &[want("GET", MYSELF, 0, "", "", "")]),
    ("Go prints headers", "401 Unauthorized\nmap[Content-Type:[application/json] Date:[Sat, 21 Nov 2026] Www-Authenticate:[OAuth realm=\"x\"]]\n{\"message\":\"stop\"}", &[want("", "", 401, "www-authenticate: OAuth", "stop", "")]),
    ("Ruby", "#<Net::HTTPUnauthorized 401 Unauthorized readbody=true>", &[want("", "", 401, "", "", "")]),
    ("Ruby's class alone", "Net::HTTPClientException: Net::HTTPForbidden", &[want("", "", 403, "", "", "")]),
    ("Faraday", "the server responded with status 401 (Faraday::UnauthorizedError)", &[want("", "", 401, "", "", "")]),
    ("Ruby's headers", "401\n{\"content-type\"=>[\"text/html\"], \"server\"=>[\"AtlassianEdge\"], \"x-seraph-loginreason\"=>[\"OUT\"]}", &[want("", "", 401, "x-seraph-loginreason: OUT", "", "")]),
    ("Guzzle", "Client error: `GET https://acme.atlassian.net/rest/api/3/myself` resulted in a `401 Unauthorized` response:\n{\"message\":\"Client must be authenticated\"}", &[want("GET", MYSELF, 401, "", "Client must", "")]),
    ("reqwest", "Error: HTTP status client error (401 Unauthorized) for url (https://acme.atlassian.net/rest/api/3/myself)", &[want("", MYSELF, 401, "", "", "")]),
    ("ureq", "Error: http status: 401", &[want("", "", 401, "", "", "")]),
    ("Perl", "401 Unauthorized at jira.pl line 12.", &[want("", "", 401, "", "", "")]),
    ("Terraform", "Error: unexpected status code 401 Unauthorized: GET https://acme.atlassian.net/rest/api/3/myself", &[want("GET", MYSELF, 401, "", "", "")]),
    ("Ansible", "fatal: [localhost]: FAILED! => {\"changed\": false, \"msg\": \"Status code was 401 and not [200]: HTTP Error 401: Unauthorized\", \"status\": 401, \"url\": \"https://acme.atlassian.net/rest/api/3/myself\"}", &[want("", MYSELF, 401, "", "", "")]),
    ("Jenkins", "java.lang.Exception: [JIRA] Request failed, status: 403 Forbidden", &[want("", "", 403, "", "", "")]),
    ("Aha! is refused", "Remote error for 'installed': Authentication failed: 401", &[want("", "", 401, "", "", "")]),
    ("Aha! is led away", "Remote error for 'installed': Unhandled error: STATUS=302", &[want("", "", 302, "", "", "")]),
    ("jira-cli", "✗ Received unexpected response '401 Unauthorized' from jira.\nPlease check the parameters you supplied and try again.", &[want("", "", 401, "", "", "")]),
    ("n8n", "NodeApiError: Authorization failed - please check your credentials\n  httpCode: '401'", &[want("", "", 401, "", "", "")]),
    ("Airbyte", "The endpoint https://acme.atlassian.net/rest/api/3/label?maxResults=50 returned 401: Unauthorized.", &[want("", "/label?maxResults=50", 401, "", "", "")]),
    ("mcp-atlassian", "Authentication failed for Jira API (403). Token may be expired or invalid.", &[want("", "", 403, "", "", "")]),
    ("a body alone", "{\n  \"errorMessages\": [\"Issue does not exist or you do not have permission to see it.\"],\n  \"errors\": {}\n}", &[want("", "", 0, "", "Issue does not exist", "")]),
    ("a page alone", "<!doctype html><html><head><title>HTTP Status 404 – Not Found</title></head></html>", &[want("", "", 404, "", "HTTP Status 404", "")]),
    ("headers alone", "X-Seraph-LoginReason: AUTHENTICATION_DENIED\nX-Authentication-Denied-Reason: CAPTCHA_CHALLENGE; login-url=https://jira.acme.example/login.jsp\nServer: x", &[want("", "", 0, "x-authentication-denied-reason: CAPTCHA", "", "")]),
    ("a proxy answers", "> CONNECT acme.atlassian.net:443 HTTP/1.1\n> Host: acme.atlassian.net:443\n>\n< HTTP/1.1 407 Proxy Authentication Required\n< Server: squid\n<\ncurl: (56) CONNECT tunnel failed, response 407", &[want("CONNECT", "", 407, "server: squid", "", "")]),
    ("a client refuses a header", "java.lang.IllegalArgumentException: invalid header value: \"Basic {{b64-wrapped:jane@acme.example:{{api-token}}}}\"", &[want("", "", 0, "", "", ME)]),
    ("Python's own client", "send: b'GET /rest/api/3/myself HTTP/1.1\\r\\nHost: acme.atlassian.net\\r\\nAuthorization: Basic {{b64:jane@acme.example:x}}\\r\\n\\r\\n'\nreply: 'HTTP/1.1 401 Unauthorized\\r\\n'\nheader: Server: AtlassianEdge\nheader: Date: x\n", &[want("GET", MYSELF, 401, "server: AtlassianEdge", "", ME)]),
];

#[test]
fn each_programs_words_are_read() {
    let mut wrong = Vec::new();
    for (name, text, wanted) in ROWS {
        let found = read_text(&expand(text)).exchanges;
        if found.len() != wanted.len() {
            wrong.push(format!("{name}: {} exchanges: {found:#?}", found.len()));
        }
        for (want, x) in wanted.iter().zip(&found) {
            wrong.extend(want.missing(x).map(|gave| format!("{name}: {gave}")));
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {}:\n{}",
        wrong.len(),
        ROWS.len(),
        wrong.join("\n")
    );
}
