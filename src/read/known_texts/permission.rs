//! Texts about permission, and about objects that are missing or hidden.

texts! {
    IssueUnseen:
        "issue does not exist or you do not have permission to see it";
    IssueMissing:
        "issue does not exist";
    IssueDenied:
        "permission to see the specified issue",
        "permission to view this issue";
    NoProject:
        "no project could be found with",
        "no jira project found",
        "jira project not found",
        "no project found with";
    NoProjectForVersions:
        "either does not exist or you do not have permission to create versions";
    JqlValueMissing:
        "does not exist for the field '";
    JqlFieldUnseen:
        "does not exist or you do not have permission to view it",
        "not able to sort using field";
    AnonymousForbidden:
        "cannot be viewed by anonymous users",
        "anonymous users do not have permission",
        "not permitted for anonymous";
    BoardUnseen:
        "the requested board cannot be viewed";
    ContentUnseen:
        "no content with the given id",
        "no content found with id",
        "no space with the given key",
        "no space found with key",
        "permission to view the content",
        "not permitted to view content";
    NoJiraAccess:
        "not permitted to use jira",
        "do not have use permission or weren't found",
        "do not have a permission to log in",
        "do not have access to jira",
        "does not have access to jira",
        "doesn't have access to jira";
    NoConfluenceAccess:
        "not permitted to use confluence",
        "caller cannot access confluence";
    PermissionDenied:
        "does not have permission to",
        "doesn't have permission to",
        "do you have enough permissions",
        "not have enough permission*",
        "not have sufficient permission*",
        "not authorized to perform",
        "you are not authorized to",
        "does not have the required permission*",
        "don't have access to perform this operation",
        "you do not have permission to",
        "you don't have permission to",
        "you do not have the required permission",
        "not permitted to perform",
        "insufficient permission",
        "insufficient permissions";
    BrowseDenied:
        "not have permission to browse",
        "no permission to browse",
        "'browse projects' permission",
        "browse projects permission";
    CreateDenied:
        "missing from create metadata",
        "permission to create issues",
        "cannot create issues in this project",
        "permission to access issue type";
    NotAdmin:
        "has no permission to access resource",
        "only jira administrators",
        "only administrators",
        "only site admins",
        "be a jira administrator",
        "not a jira administrator",
        "not an administrator",
        "be an administrator",
        "'administer jira' permission",
        "administer jira permission";
    ProjectConfigDenied:
        "cannot edit the configuration of this project";
    AppNotInstalled:
        "app is not installed on this";
    FieldNotOnScreen:
        "not on the appropriate screen, or unknown";
    ParameterMissing:
        "query parameter is required",
        "query parameter needs to be provided";
}
