& { # jira-doctor asks Jira: read-only GETs, the token in no argument and no file
$jira = 'https://acme.atlassian.net'
$wiki = 'https://acme.atlassian.net'
$gateway = 'https://api.atlassian.com'
$id = ''
$api = '3'
$user = 'jane@acme.example'
$scheme = 'cloud'
$steps = @(
  'permissions /rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS'
  'project-permissions /rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS&projectKey=WEB'
  'project /rest/api/3/project/WEB'
  'issue /rest/api/3/issue/WEB-12?fields=status'
  'confluence /wiki/rest/api/user/current'
)
$ErrorActionPreference = 'Stop'
Set-StrictMode -Off
Add-Type -AssemblyName System.Net.Http
if ($PSVersionTable.PSVersion.Major -lt 6) {
  # Windows PowerShell 5 may still begin with TLS 1.0, which Atlassian refuses.
  [Net.ServicePointManager]::SecurityProtocol = [Net.ServicePointManager]::SecurityProtocol -bor [Net.SecurityProtocolType]::Tls12
}
$token = $env:JIRA_TOKEN
if (-not $token) {
  $typed = Read-Host 'API token or password (it is not shown)' -AsSecureString
  $token = [Net.NetworkCredential]::new('', $typed).Password
}
$token = "$token".Trim(' ')
if (-not $token) { 'jira-doctor: No token was given.'; return }
if ($token -match '[\x00-\x1f\x7f]') { 'jira-doctor: The token holds a line end or another control character. Copy it again.'; return }
# A token says by its form how it wants to travel, and whether the gateway alone takes it.
if (-not $user) { $user = $env:JIRA_EMAIL }
$straight = $token -cmatch '^(ATSTT|eyJ[^.]*\.[^.]*\.)'
$isPersonal = $token -cmatch '^[MNO][A-Za-z0-9+/]{43}$'
$how = 'basic'
if ($straight) { $how = 'bearer' }
if ($scheme -eq 'server' -and ($isPersonal -or -not $user)) { $how = 'bearer' }
if ($scheme -eq 'basic' -or $scheme -eq 'bearer') { $how = $scheme; $straight = $false }
if ($how -eq 'basic') {
  if (-not $user) { $user = Read-Host 'E-mail address or user name' }
  if (-not $user) { 'jira-doctor: No e-mail address or user name was given.'; return }
  if ($user -match '[\x00-\x1f\x7f:]') { 'jira-doctor: The user name holds a colon or a control character, which no header carries.'; return }
}
$pair = [Convert]::ToBase64String([Text.Encoding]::UTF8.GetBytes("${user}:${token}"))
$authorization = @{ basic = "Basic $pair"; bearer = "Bearer $token" }
$seconds = 20
$most = 1048576
$handler = [Net.Http.HttpClientHandler]::new()
$handler.AllowAutoRedirect = $false
$handler.UseCookies = $false
$client = [Net.Http.HttpClient]::new($handler)
$client.Timeout = [TimeSpan]::FromSeconds($seconds)
# Leaves out the token, and what a terminal would obey.
function Show([string] $text) {
  $text.Replace($token, '[redacted]').Replace($pair, '[redacted]') -replace '[\x00-\x08\x0b-\x1f\x7f-\x9f]', ''
}
# Asks for the address, prints the step, and sets the answer and its status: 0 where nothing whole came.
$last = @{ code = 0; answer = '' }
function Ask([string] $step, [string] $how, [string] $url) {
  $last.code = 0
  $last.answer = ''
  $response = $null
  $what = if ($how) { "$step, $how" } else { $step }
  Show "--- jira-doctor: ${what}: GET $url"
  try {
    $request = [Net.Http.HttpRequestMessage]::new([Net.Http.HttpMethod]::Get, $url)
    [void] $request.Headers.TryAddWithoutValidation('Accept', 'application/json')
    if ($how) { [void] $request.Headers.TryAddWithoutValidation('Authorization', $authorization[$how]) }
    $response = $client.SendAsync($request, [Net.Http.HttpCompletionOption]::ResponseHeadersRead).GetAwaiter().GetResult()
    Show "HTTP/$($response.Version) $([int] $response.StatusCode) $($response.ReasonPhrase)"
    foreach ($header in @($response.Headers) + @($response.Content.Headers)) {
      if ($header.Key -notlike 'Set-Cookie*') { Show "$($header.Key): $(@($header.Value) -join ', ')" }
    }
    ''
    # The time limit of the client ends with the headers.
    if (-not $response.Content.LoadIntoBufferAsync($most).Wait($seconds * 1000)) { throw [TimeoutException]::new('The body timed out.') }
    $last.answer = [Text.Encoding]::UTF8.GetString($response.Content.ReadAsByteArrayAsync().GetAwaiter().GetResult())
    $last.code = [int] $response.StatusCode
    Show $last.answer
  } catch {
    $why = $_.Exception
    while ($why.InnerException) { $why = $why.InnerException }
    $kind = 'cut-off'
    if ($why -is [Net.Http.HttpRequestException]) { $kind = 'too-large' }
    if (-not $response) { $kind = 'unreachable' }
    if ($why -is [OperationCanceledException] -or $why -is [TimeoutException]) { $kind = 'timeout' }
    # The name of the reason is the same in every language of Windows.
    $name = "$($why.GetType().Name) $($why.SocketErrorCode)$($why.Status)"
    Show ("--- failed, ${kind}: ${name}: $($_.Exception.Message) $($why.Message)" -replace '\s+', ' ')
  } finally {
    if ($response) { $response.Dispose() }
  }
}
# Whether the answer names an account that is not switched off.
function Test-Named {
  $last.code -eq 200 -and $last.answer -match '"(accountId|name)"' -and $last.answer -notmatch '"active"\s*:\s*false'
}
function Examine {
  $base = $jira
  $pages = $wiki
  $asksGateway = $scheme -eq 'gateway'
  if (-not $asksGateway) {
    Ask 'server-info' '' "$jira/rest/api/$api/serverInfo"
    if ($api -eq '2' -and $last.answer -match '"deploymentType"\s*:\s*"Cloud"') { return }
    $lives = $last.code -ge 200 -and $last.code -lt 300 -and $last.answer -match '"(baseUrl|deploymentType)"'
    if (-not $lives -and $last.code -notin 401, 403) { return }
    if (-not $straight -or -not $gateway) {
      Ask 'myself' $how "$jira/rest/api/$api/myself"
      $asksGateway = $last.code -eq 401 -and $gateway
      if (-not $asksGateway -and -not (Test-Named)) { return }
    } else {
      $asksGateway = $true
    }
    if ($asksGateway) {
      if (-not $id) {
        Ask 'tenant-info' '' "$jira/_edge/tenant_info"
        if ($last.answer -match '"cloudId"\s*:\s*"([0-9A-Fa-f-]{36})"') { $id = $Matches[1] } else { return }
      }
      $base = "$gateway/ex/jira/$id"
      $pages = "$gateway/ex/confluence/$id"
    }
  }
  if ($asksGateway) {
    Ask 'gateway-myself' $how "$base/rest/api/$api/myself"
    $lacksScope = $last.code -eq 401 -and $last.answer -match 'scope.*match'
    if (-not $lacksScope -and -not (Test-Named)) { return }
  }
  $hidden = ''
  foreach ($next in $steps) {
    $step, $path = $next.Split(' ')
    # Whoever cannot see the project cannot see its issues.
    if ($step -eq 'issue' -and $hidden -and $path.Contains("/$hidden-")) { continue }
    if ($step -eq 'confluence') { Ask $step $how "$pages$path" } else { Ask $step $how "$base$path" }
    if ($last.code -eq 429) { return }
    if ($step -eq 'project' -and $last.code -eq 404) { $hidden = $path.Split('/')[-1] }
  }
}
Examine
$client.Dispose()
'--- jira-doctor: end'
} # end of jira-doctor
