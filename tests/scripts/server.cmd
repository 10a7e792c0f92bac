[cloud.cmd, 1 to 6]
set "JD_JIRA=https://jira.acme.example/jira"
set "JD_WIKI=https://jira.acme.example/jira"
[cloud.cmd, 10 to 16]
set JIRA_TOKEN | findstr /r /c:"^JIRA_TOKEN=[MNO][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/][A-Za-z0-9+/].....................................$" >nul && set JD_BEARER=1
if not defined JIRA_EMAIL set JD_BEARER=1
[cloud.cmd, 17 to 19]
echo --- jira-doctor: server-info^: GET https://jira.acme.example/jira/rest/api/2/serverInfo
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" "https://jira.acme.example/jira/rest/api/2/serverInfo"') do (
[cloud.cmd, 22 to 25]
if defined JD_LIVES for /f "tokens=2* delims== " %a in ('set JD_HOW') do (
echo --- jira-doctor: myself, %a^: GET https://jira.acme.example/jira/rest/api/2/myself
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "https://jira.acme.example/jira/rest/api/2/myself"') do (
[cloud.cmd, 31 to 34]
if defined JD_NAMED for /f "tokens=2* delims== " %a in ('set JD_HOW') do for /f "tokens=1* delims==" %c in ('set JD_JIRA') do (
echo --- jira-doctor: permissions, %a^: GET %d/rest/api/2/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS
for /f "tokens=1-4 delims=/; " %s in ('%JD_CURL% -o CON -w "%JD_TELL%%{stdout}%{http_code}/%{exitcode}/%{content_type}" %b "%d/rest/api/2/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS"') do (
[cloud.cmd, 70 to 72]
[cloud.cmd, 80 to 82]
