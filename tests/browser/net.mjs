// The net of the tests, all of it on this machine: the stand-in for Jira, TLS before it, and pages of an embedder.
import https from "node:https";
import http from "node:http";
import { readFileSync } from "node:fs";

const STAND_IN = named("STAND_IN_URL");
const PORT = Number(named("JIRA_PORT"));
const CERTIFICATE = readFileSync(named("JIRA_CERTIFICATE"));

/** The page of an embedder whose relay leads to the place of this name. @param {string} place */
export const pageOf = (place) => `https://${place}.help.example/`;

/** Caddy's relay to `acme.atlassian.net`. It has no name and no TLS. */
export const CADDY = `http://127.0.0.1:${named("CADDY_PORT")}/`;

/** With this among its variables, curl finds every name here. */
export const CURL_HOME = named("JIRA_CURL_HOME");

/** Atlassian's names, and the made-up ones. */
const NAMES = ["*.atlassian.net", "*.atlassian.com", "*.jira.com", "*.example"];

/** By these, Chromium finds them, and no other name: it has errands of its own. */
export const FLAGS = [
  `--host-resolver-rules=${NAMES.map((name) => `MAP ${name} 127.0.0.1:${PORT}`).join(" , ")} , MAP * ~NOTFOUND , EXCLUDE 127.0.0.1`,
  "--ignore-certificate-errors",
];

/**
 * @typedef {{ name: string, evidence: import("../../dist/lib/load.js").Evidence, profile: any, cause: string | null, causeInPage: string | null }} Scenario
 * @typedef {{ method: string, host: string, path: string, authorization: { scheme: string, sha256: string } | null, origin: string | null, cookie: boolean }} Logged
 */

/** What the stand-in can play, each with what its person types. @returns {Promise<Scenario[]>} */
export const scenarios = async () => (await fetch(`${STAND_IN}scenarios`)).json();

/**
 * Notes what comes from now on to hosts with this text in their names. The log is one for all test files, which may run at
 * the same time.
 *
 * @param {string} host
 * @returns {Promise<() => Promise<Logged[]>>} what has come so far
 */
export async function listen(host) {
  const log = async () => /** @type {Logged[]} */ (await (await fetch(`${STAND_IN}log`)).json());
  const { length } = await log();
  return async () => (await log()).slice(length).filter((logged) => logged.host.includes(host));
}

/**
 * One request, as no browser would let a page send it.
 *
 * @param {string} address
 * @param {{ method?: string, headers?: Record<string, string> }} [how]
 * @returns {Promise<{ status: number, headers: http.IncomingHttpHeaders, body: string }>}
 */
export function request(address, { method = "GET", headers = {} } = {}) {
  const { protocol, hostname, port, pathname, search } = new URL(address);
  const path = `${pathname}${search}`;
  const options = { method, path, agent: false, host: "127.0.0.1" };
  return new Promise((resolve, reject) => {
    const sent =
      protocol === "https:"
        ? https.request({ ...options, port: PORT, servername: hostname, ca: CERTIFICATE, headers: { Host: hostname, ...headers } })
        : http.request({ ...options, port, headers });
    sent.on("error", reject).on("response", (answer) => {
      let body = "";
      answer.setEncoding("utf8").on("data", (text) => (body += text));
      answer.on("error", reject).on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body }));
    });
    sent.end();
  });
}

/** @param {string} variable */
function named(variable) {
  const value = process.env[variable];
  if (!value) throw new Error(`${variable} is not set. Run \`cargo xtask test browser\`.`);
  return value;
}
