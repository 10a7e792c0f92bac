// @ts-check
// An example's request and answer as `curl -v` would print them: what a person would paste.

/** @import { Evidence } from "../../pkg/jira_doctor.js" */

/** @param {Evidence} evidence */
export function exchangeText({ paste, request, response }) {
  const parts = [paste, request && requestText(request), response && responseText(response)];
  return parts.filter(Boolean).join("\n");
}

/** @param {NonNullable<Evidence["request"]>} request */
function requestText({ method, url }) {
  if (!url) return "";
  const { host, pathname, search } = new URL(url);
  return [`> ${method ?? "GET"} ${pathname}${search} HTTP/1.1`, `> Host: ${host}`, ">"].join("\n");
}

/** @param {NonNullable<Evidence["response"]>} response */
function responseText({ status, headers, body }) {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `< ${name}: ${value}`);
  return [status && `< HTTP/1.1 ${status}`, ...lines, "<", body].filter(Boolean).join("\n");
}
