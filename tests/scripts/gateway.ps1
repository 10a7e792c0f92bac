& { # jira-doctor asks Jira: read-only GETs, the token in no argument and no file
$jira = 'https://api.atlassian.com/ex/jira/35273b54-3f06-40d2-880f-dd28cf8daafa'
$wiki = 'https://api.atlassian.com/ex/confluence/35273b54-3f06-40d2-880f-dd28cf8daafa'
$gateway = ''
$id = '35273b54-3f06-40d2-880f-dd28cf8daafa'
[cloud.ps1, 6 to 7]
$scheme = 'gateway'
[cloud.ps1, 9 to 10]
[cloud.ps1, 15 to 141]
