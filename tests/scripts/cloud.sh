jira='https://acme.atlassian.net' wiki='https://acme.atlassian.net' gateway='https://api.atlassian.com' id='' api='3' user='jane@acme.example' scheme='cloud' steps='permissions /rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,ADMINISTER,SYSTEM_ADMIN,USER_PICKER,CREATE_SHARED_OBJECTS,MANAGE_GROUP_FILTER_SUBSCRIPTIONS,BULK_CHANGE,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS project-permissions /rest/api/3/mypermissions?permissions=BROWSE_PROJECTS,CREATE_ISSUES,EDIT_ISSUES,DELETE_ISSUES,ADMINISTER_PROJECTS,TRANSITION_ISSUES,ASSIGN_ISSUES,ASSIGNABLE_USER,RESOLVE_ISSUES,CLOSE_ISSUES,SCHEDULE_ISSUES,MOVE_ISSUES,LINK_ISSUES,MODIFY_REPORTER,SET_ISSUE_SECURITY,ADD_COMMENTS,EDIT_ALL_COMMENTS,EDIT_OWN_COMMENTS,DELETE_ALL_COMMENTS,DELETE_OWN_COMMENTS,CREATE_ATTACHMENTS,DELETE_ALL_ATTACHMENTS,DELETE_OWN_ATTACHMENTS,WORK_ON_ISSUES,EDIT_ALL_WORKLOGS,EDIT_OWN_WORKLOGS,DELETE_ALL_WORKLOGS,DELETE_OWN_WORKLOGS,MANAGE_WATCHERS,VIEW_VOTERS_AND_WATCHERS&projectKey=WEB project /rest/api/3/project/WEB issue /rest/api/3/issue/WEB-12?fields=status confluence /wiki/rest/api/user/current' sh -c '# jira-doctor asks Jira: read-only GETs, the token in no argument and no file
set -fu
LC_ALL=C
export LC_ALL

# A printf that is no part of the shell is a program, and shows what it prints to others. Such shells, like mksh, have print.
case $(command -v printf) in
  printf) put() { printf "%s" "$1"; } ;;
  *) put() { print -nr -- "$1"; } ;;
esac
newline="
"

stop() {
  printf "%s\n" "jira-doctor: $1" >&2
  exit 1
}

# Asks at the terminal, also where something else feeds this command.
prompt() {
  (: </dev/tty) 2>/dev/null || stop "There is no terminal to ask at. Put $1 into the variable $2."
  printf "%s: " "$1" >/dev/tty
  IFS= read -r typed </dev/tty || typed=
}

silent_prompt() {
  before=$(stty -g </dev/tty 2>/dev/null) || stop "There is no terminal to ask at. Put $1 into the variable $2."
  trap "stty \"\$before\" </dev/tty" EXIT
  trap "exit 1" HUP INT TERM
  stty -echo </dev/tty
  prompt "$1" "$2"
  stty "$before" </dev/tty
  trap - EXIT HUP INT TERM
  printf "\n" >/dev/tty
}

# Puts a backslash in front of the signs that end or change a text in quotes in a configuration of curl.
quoted() {
  put "$1" | sed -e "s/[\"$backslash$backslash]/$backslash$backslash&/g"
}

# What curl reads from its input, so that the token is in no argument and in no file.
configuration() {
  printf "%s\n" silent show-error include no-buffer globoff no-location no-netrc no-verbose no-fail \
    "connect-timeout = 10" "max-time = 20" "max-filesize = $most" \
    "header = \"Accept: application/json\"" "write-out = \"\n%{http_code}\"" "url = \"$2\""
  case $1 in
    basic) put "user = \"$(quoted "$user"):$(quoted "$token")\"$newline" ;;
    bearer) put "header = \"Authorization: Bearer $(quoted "$token")\"$newline" ;;
  esac
}

# Behind the answer stand its status and the exit code of curl.
call() {
  configuration "$1" "$2" | curl -K - 2>&1
  printf "\n%s\n" "$?"
}

# Leaves out what a terminal would obey, what a cookie holds, and a header that the server sends back. The words "Basic
# authentication" are none: a line end stands between them meanwhile.
cleaned() {
  tr -d "\000-\010\013-\037\177" |
    LC_ALL=C sed -e "s/$controls//g" |
    sed -e "/^[Ss][Ee][Tt]-[Cc][Oo][Oo][Kk][Ii][Ee]/d" -e "s/\([Bb]asic\) \([Aa]uthentication\)/\1\\
\2/g" -e "s/\([Bb]asic\) [A-Za-z0-9+/=_-]\{8,\}/\1 [redacted]/g" -e "y/\n/ /"
}

# Shows $1, the token left out.
show() {
  rest=$1
  while :; do
    case $rest in
      *"$token"*) put "${rest%%"$token"*}[redacted]" ;;
      *) break ;;
    esac
    rest=${rest#*"$token"}
  done
  put "$rest$newline"
}

# Asks for the address $3 with the scheme $2, prints the step $1, and sets answer and code: the status, 000 where nothing
# whole came.
ask() {
  case $2 in
    none) show "--- jira-doctor: $1: GET $3" ;;
    *) show "--- jira-doctor: $1, $2: GET $3" ;;
  esac
  answer=$(call "$2" "$3" | head -c "$most" | cleaned)
  left=$(put "$answer$newline" | tail -n 1)
  code=$(put "$answer$newline" | tail -n 2 | sed -n 1p)
  case $left in
    [0-9] | [0-9][0-9] | [0-9][0-9][0-9])
      answer=$(put "$answer$newline" | sed -e "\$d" | sed -e "\$d")
      show "$answer"
      ;;
    *)
      show "$answer"
      show "curl: (63) The answer is longer than $most bytes"
      ;;
  esac
  [ "$left" = 0 ] || code=000
}

finish() {
  printf "%s\n" "--- jira-doctor: end"
  exit 0
}

command -v curl >/dev/null 2>&1 || stop "This needs curl, which is not there."
most=1048576
backslash=$(printf "\134")
# U+0080 to U+009F, which some terminals obey too.
controls=$(printf "\302[\200-\237]")
token=${JIRA_TOKEN-}
if [ -z "$token" ]; then
  silent_prompt "API token or password (it is not shown)" JIRA_TOKEN
  token=$typed
fi
token=${token#"${token%%[! ]*}"}
token=${token%"${token##*[! ]}"}
case $token in
  "") stop "No token was given." ;;
  *[[:cntrl:]]*) stop "The token holds a line end or another control character. Copy it again." ;;
esac

# A token says by its form how it wants to travel, and whether the gateway alone takes it.
user=${user:-${JIRA_EMAIL-}}
how=basic straight=
case $scheme:$token in
  basic:* | bearer:*) how=$scheme ;;
  *:ATSTT* | *:eyJ*.*.*) how=bearer straight=yes ;;
  server:[MNO]*[!A-Za-z0-9+/]*) ;;
  server:[MNO]*) [ "${#token}" -ne 44 ] || how=bearer ;;
esac
case $scheme:$user in server:) how=bearer ;; esac
if [ "$how" = basic ]; then
  if [ -z "$user" ]; then
    prompt "E-mail address or user name" JIRA_EMAIL
    user=$typed
  fi
  case $user in
    "") stop "No e-mail address or user name was given." ;;
    *[[:cntrl:]]* | *:*) stop "The user name holds a colon or a control character, which no header carries." ;;
  esac
fi

# Whether the answer names the account: goes on, or ends here.
named() {
  case $code:$answer in
    200:*\"active\":false* | 200:*\"active\":\ false*) finish ;;
    200:*\"accountId\"* | 200:*\"name\"*) ;;
    *) finish ;;
  esac
}

if [ "$scheme" != gateway ]; then
  ask server-info none "$jira/rest/api/$api/serverInfo"
  case $api:$answer in 2:*\"deploymentType\":\"Cloud\"*) finish ;; esac
  case $code:$answer in
    401:* | 403:* | 2??:*\"baseUrl\"* | 2??:*\"deploymentType\"*) ;;
    *) finish ;;
  esac
  if [ -z "$straight" ] || [ -z "$gateway" ]; then
    ask myself "$how" "$jira/rest/api/$api/myself"
    if [ "$code" != 401 ] || [ -z "$gateway" ]; then
      named
      gateway=
    fi
  fi
  if [ -n "$gateway" ]; then
    if [ -z "$id" ]; then
      ask tenant-info none "$jira/_edge/tenant_info"
      id=$(put "$answer$newline" |
        sed -n "s/.*\"cloudId\" *: *\"\([0-9A-Fa-f-]\{36\}\)\".*/\1/p" | sed -n 1p)
      [ -n "$id" ] || finish
    fi
    jira=$gateway/ex/jira/$id wiki=$gateway/ex/confluence/$id
  fi
fi
if [ "$scheme" = gateway ] || [ -n "$gateway" ]; then
  ask gateway-myself "$how" "$jira/rest/api/$api/myself"
  case $code:$answer in 401:*scope*match*) ;; *) named ;; esac
fi

# What is left is pairs of a name and a path.
hidden=
# shellcheck disable=SC2086
set -- $steps
while [ "$#" -ge 2 ]; do
  case $1:$2 in
    confluence:*) ask "$1" "$how" "$wiki$2" ;;
    # Whoever cannot see the project cannot see its issues.
    issue:*"/${hidden:-/}-"*) ;;
    *) ask "$1" "$how" "$jira$2" ;;
  esac
  case $1:$code in
    *:429) finish ;;
    project:404) hidden=${2##*/} ;;
  esac
  shift 2
done
finish
# end of jira-doctor'
