// What the command prints, made up as Jira answers (facts: 200 and 401 of Jira Cloud).
import { EMAIL, SITE } from "./support.mjs";

const API = `${SITE}/rest/api/3`;

const SERVER_INFO = { baseUrl: SITE, version: "1001.0.0-SNAPSHOT", deploymentType: "Cloud", serverTitle: "Jira" };
const MYSELF = { self: `${API}/user?accountId=5b10a2844c20165700ede21g`, accountId: "5b10a2844c20165700ede21g", accountType: "atlassian", active: true, displayName: "Jane Doe", emailAddress: EMAIL };

/** Keys that concern all of Jira; the others concern a project. */
const GLOBAL = new Set(["ADMINISTER", "USER_PICKER", "CREATE_SHARED_OBJECTS", "MANAGE_GROUP_FILTER_SUBSCRIPTIONS"]);

/**
 * One step as the command prints it.
 *
 * @param {string} name
 * @param {string} url
 * @param {number} status
 * @param {unknown} body
 * @param {{ scheme?: string, headers?: string[] }} [how]
 */
export function step(name, url, status, body, { scheme = "basic", headers = [] } = {}) {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const kind = typeof body === "string" ? "text/html;charset=UTF-8" : "application/json;charset=UTF-8";
  const mark = `--- jira-doctor: ${name}${scheme && `, ${scheme}`}: GET ${url}`;
  return [mark, `HTTP/2 ${status} `, "server: AtlassianEdge", `content-type: ${kind}`, ...headers, "", text].join("\n");
}

/** @param {...string} steps */
export function printed(...steps) {
  return [...steps, "--- jira-doctor: end", ""].join("\n");
}

export const serverInfo = () => step("server-info", `${API}/serverInfo`, 200, SERVER_INFO, { scheme: "" });
export const myself = () => step("myself", `${API}/myself`, 200, MYSELF, { headers: ["x-aaccountid: 5b10a2844c20165700ede21g"] });

export const refused = () =>
  step("myself", `${API}/myself`, 401, "Client must be authenticated to access this resource.", { headers: ["x-seraph-loginreason: AUTHENTICATED_FAILED", 'www-authenticate: OAuth realm="https%3A%2F%2Facme.atlassian.net"'] });
export const tenantInfo = () => step("tenant-info", `${SITE}/_edge/tenant_info`, 200, { cloudId: "1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405" }, { scheme: "" });
export const gatewayRefused = () =>
  step("gateway-myself", "https://api.atlassian.com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405/rest/api/3/myself", 401, { code: 401, message: "Unauthorized" });

/**
 * @param {string[]} keys
 * @param {{ without?: string[], project?: string }} [how]
 */
export function permissions(keys, { without = [], project } = {}) {
  const asked = project ? keys.filter((key) => !GLOBAL.has(key)) : keys;
  const entry = (/** @type {string} */ key) => [key, { id: "1", key, name: key, type: GLOBAL.has(key) ? "GLOBAL" : "PROJECT", description: "", havePermission: !without.includes(key) }];
  const url = `${API}/mypermissions?permissions=${asked.join(",")}${project ? `&projectKey=${project}` : ""}`;
  return step(project ? "project-permissions" : "permissions", url, 200, { permissions: Object.fromEntries(asked.map(entry)) });
}

/** @param {string} key */
export const project = (key) => step("project", `${API}/project/${key}`, 200, { self: `${API}/project/10000`, id: "10000", key, name: "Web" });
/** @param {string} key */
export const noProject = (key) => step("project", `${API}/project/${key}`, 404, { errorMessages: [`No project could be found with key '${key}'.`], errors: {} });
/** @param {string} key */
export const noProjectPermissions = (key) =>
  step("project-permissions", `${API}/mypermissions?permissions=BROWSE_PROJECTS&projectKey=${key}`, 404, { errorMessages: [`No project could be found with key '${key}'.`], errors: {} });
/** @param {string} key */
export const issue = (key) => step("issue", `${API}/issue/${key}?fields=status`, 200, { id: "10002", self: `${API}/issue/10002`, key, fields: { status: { name: "Open" } } });
