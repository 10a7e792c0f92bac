rem jira-doctor asks Jira: read-only GETs, the token in no argument and no file
cmd /d /q /v:off /e:on
set "JD_CURL=curl -sS -N -g --no-location --no-netrc --no-verbose --connect-timeout 10 --max-time 20 --max-filesize 1048576 -H "Accept: application/json""
set "JD_TELL=%{stderr}\nHTTP/%{http_version} %{http_code}\nServer: %header{server}\nVia: %header{via}\nContent-Type: %header{content-type}\nLocation: %header{location}\nRetry-After: %header{retry-after}\nWWW-Authenticate: %header{www-authenticate}\nProxy-Authenticate: %header{proxy-authenticate}\nX-Seraph-LoginReason: %header{x-seraph-loginreason}\nX-Authentication-Denied-Reason: %header{x-authentication-denied-reason}\nX-AAccountId: %header{x-aaccountid}\nX-AUsername: %header{x-ausername}\nX-ANodeId: %header{x-anodeid}\nX-ARequestId: %header{x-arequestid}\nAtl-TraceId: %header{atl-traceid}\nAtl-Request-Id: %header{atl-request-id}\nAtl-Missing-Tcs: %header{atl-missing-tcs}\nTiming-Allow-Origin: %header{timing-allow-origin}\nRateLimit-Reason: %header{ratelimit-reason}\nX-RateLimit-FillRate: %header{x-ratelimit-fillrate}\nCF-Ray: %header{cf-ray}\n"
set "JD_PAIR=--variable %JIRA_EMAIL --variable %JIRA_TOKEN --expand-user {{JIRA_EMAIL:trim}}:{{JIRA_TOKEN:trim}}"
set "JD_TOKEN=--variable %JIRA_TOKEN --expand-oauth2-bearer {{JIRA_TOKEN:trim}}"
set "JD_JIRA=https://acme.atlassian.net"
set "JD_WIKI=https://acme.atlassian.net"
set "JIRA_EMAIL=jane@acme.example"
(
curl --variable jd=1 --version >nul 2>&1 || (echo jira-doctor: This needs curl 8.3 or newer. Use the command for PowerShell.& exit)
if not defined JIRA_TOKEN echo API token or password, it is not shown:
if not defined JIRA_TOKEN for /f delims^=^ eol^= %p in ('powershell -NoProfile -Command "[Net.NetworkCredential]::new('', (Read-Host -AsSecureString)).Password"') do set "JIRA_TOKEN=%p"
if not defined JIRA_TOKEN (echo jira-doctor: No token was given.& exit)
set JIRA_TOKEN | findstr /r /c:"^JIRA_TOKEN=ATSTT" /c:"^JIRA_TOKEN=eyJ[^.]*\.[^.]*\." >nul && set JD_STRAIGHT=1
if defined JD_STRAIGHT set JD_BEARER=1
if not defined JD_BEARER if not defined JIRA_EMAIL set /p "JIRA_EMAIL=E-mail address or user name: "
if not defined JD_BEARER set "JD_HOW=basic %JD_PAIR%"
if defined JD_BEARER set "JD_HOW=bearer %JD_TOKEN%"
echo --- jira-doctor: server-info^: GET https://acme.atlassian.net/rest/api/3/serverInfo
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" "https://acme.atlassian.net/rest/api/3/serverInfo"') do (
if %s-%t-%v==200-0-json set JD_LIVES=1
if %s-%t==401-0 set JD_LIVES=1
if %s-%t==403-0 set JD_LIVES=1
)
if defined JD_LIVES if defined JD_STRAIGHT set JD_REFUSED=1
if defined JD_STRAIGHT set JD_LIVES=
if defined JD_LIVES for /f "tokens=2* delims== " %a in ('set JD_HOW') do (
echo --- jira-doctor: myself, %a^: GET https://acme.atlassian.net/rest/api/3/myself
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "https://acme.atlassian.net/rest/api/3/myself"') do (
if %s-%t-%v==200-0-json set JD_NAMED=1
if %s-%t==401-0 set JD_REFUSED=1
)
)
if defined JD_REFUSED (
echo --- jira-doctor: tenant-info^: GET https://acme.atlassian.net/_edge/tenant_info
for /f "delims=" %l in ('%JD_CURL% -o - -w "\nHTTP/%{http_version} %{http_code}\ncontent-type: %{content_type}\n" "https://acme.atlassian.net/_edge/tenant_info"') do (
echo(%l
for /f tokens^=2^,4^ delims^=^" %i in ("%l") do if "%i"=="cloudId" (
set JD_GATEWAY=1
set "JD_JIRA=https://api.atlassian.com/ex/jira/%j"
set "JD_WIKI=https://api.atlassian.com/ex/confluence/%j"
for /f "eol=0 delims=0123456789abcdefABCDEF-" %x in ("%j") do set JD_GATEWAY=
)
)
)
if defined JD_GATEWAY for /f "tokens=2* delims== " %a in ('set JD_HOW') do for /f "tokens=1* delims==" %c in ('set JD_JIRA') do (
echo --- jira-doctor: gateway-myself, %a^: GET %d/rest/api/3/myself
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%d/rest/api/3/myself"') do (
if %s-%t-%v==200-0-json set JD_NAMED=1
)
)
if defined JD_NAMED for /f "tokens=2* delims== " %a in ('set JD_HOW') do for /f "tokens=1* delims==" %c in ('set JD_JIRA') do (
echo --- jira-doctor: permissions, %a^: GET %d/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%d/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS"') do (
if %s==429 (echo --- jira-doctor: end& exit)
)
echo --- jira-doctor: project-permissions, %a^: GET %d/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS^&projectKey=WEB
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%d/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS&projectKey=WEB"') do (
if %s==429 (echo --- jira-doctor: end& exit)
)
echo --- jira-doctor: project, %a^: GET %d/rest/api/3/project/WEB
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%d/rest/api/3/project/WEB"') do (
if %s==404 set JD_HIDDEN=1
if %s==429 (echo --- jira-doctor: end& exit)
)
if not defined JD_HIDDEN (
echo --- jira-doctor: issue, %a^: GET %d/rest/api/3/issue/WEB-12?fields=status
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%d/rest/api/3/issue/WEB-12?fields=status"') do (
if %s==429 (echo --- jira-doctor: end& exit)
)
)
for /f "tokens=1* delims==" %e in ('set JD_WIKI') do (
echo --- jira-doctor: confluence, %a^: GET %f/wiki/rest/api/user/current
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%f/wiki/rest/api/user/current"') do (
if %s==429 (echo --- jira-doctor: end& exit)
)
)
)
echo --- jira-doctor: end
exit & rem end of jira-doctor
)
