[cloud.cmd, 1 to 6]
set "JD_JIRA=https://api.atlassian.com/ex/jira/35273b54-3f06-40d2-880f-dd28cf8daafa"
set "JD_WIKI=https://api.atlassian.com/ex/confluence/35273b54-3f06-40d2-880f-dd28cf8daafa"
[cloud.cmd, 9 to 19]
set JD_GATEWAY=1
[cloud.cmd, 47 to 57]
[cloud.cmd, 79 to 82]
