// Differential: whatever is typed, our host is the one that the platform's own parser sees, and nothing is called a
// Cloud site that the platform would take elsewhere.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { init, readSite } from "../../dist/lib/load.js";

before(() => init());

// `cargo xtask fuzz` asks for a million.
const COMPARISONS = Number(process.env.ADDRESSES ?? 5000);
const CLOUD_SUFFIXES = [".atlassian.net", ".jira.com", ".jira-dev.com", ".atlassian-us-gov-mod.net", ".atlassian-us-gov.net"];
const GATEWAYS = ["api.atlassian.com", "api.atlassian-us-gov-mod.com", "api.atlassian-us-gov.com"];
/** Repairs after which our host is meant to differ from the one in the typed text. */
const REPAIRS = new Set(["doubled-scheme", "misspelt-scheme", "doubled-suffix", "bare-name", "wrapping", "label", "quotes", "width", "invisible", "blank"]);

/** A small generator of numbers, so that a failure can be run again. @param {number} seed */
function random(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const next = random(2026 + COMPARISONS);
/** @template T @param {T[]} list @returns {T} */
const one = (list) => /** @type {T} */ (list[Math.floor(next() * list.length)]);
const often = (/** @type {string[]} */ list, /** @type {number} */ chance) => (next() < chance ? one(list) : "");

const names = ["acme", "ACME", "acme", "team-1", "eu", "jira2", "acme-2", "a", "my-site", "api", "id", "www", "xn--cme-5cd", "аcme", "acme\u200b", "acme_1", "-acme", "acme.eu", "3pigc", "127.0.0.1", "0x7f.1", "localhost", "[::1]", "jira"];
const suffixes = [".atlassian.net", ".atlassian.net", ".acme.example", ".acme.example", ".example.com", ".jira.com", ".ATLASSIAN.net", ".atlassian.net.", ".atlassian.net.evil.example", "-atlassian.net", "atlassian.net", ".atlassian.com", ".jira.com", ".attlassian.net", ".аtlassian.net", ".atlassian。net", ".atlassian%2enet", ".atlassian.net%2eevil.example", ".atlassian.net@evil.example", ".atlassian.net\\@evil.example", ".evil.example/acme.atlassian.net", ".example", ".acme.example", "", ".atlassian-us-gov-mod.net", ".com/ex/jira/1f5e2a90-7c3b-4d18-9a46-c0b1d2e3f405"];
const schemes = ["https://", "https://", "https://", "https://", "https://", "http://", "http://", "HTTPS://", "https:/", "https:", "https:\\\\", "//", "", "", "https://https://", "ftp://", "javascript:", "https:///"];
const users = ["jane@", "jane:pw@", "acme.atlassian.net@", "@", "a%40b:c@"];
const ports = [":443", ":80", ":8443", ":0", ":65536", ":x", ":"];
const paths = ["/", "/jira", "/browse/WEB-1", "//x", "/..", "/%2e%2e/x", "\\x", "/wiki/", "/@evil.example", "?x=https://evil.example", "#acme", "/jira/software/projects/WEB/boards/1?selectedIssue=WEB-2"];
const noise = [" ", "\t", "\n", "\u00a0", "\"", "<", ">", "\u202e", ".", ",", "\0"];

function address() {
  const parts = [often(noise, 0.05), one(schemes), often(users, 0.1), one(names), one(suffixes), often(ports, 0.2), often(paths, 0.5), often(noise, 0.05)];
  const text = parts.join("");
  if (next() > 0.05) return text;
  const at = Math.floor(next() * text.length);
  return text.slice(0, at) + one(noise) + text.slice(at);
}

/** The host that the platform sees, behind the scheme that a program would add where there is none. @param {string} text */
function platformHost(text) {
  const hasScheme = /^[a-z]+:[\\/]/i.test(text.trim());
  const address = hasScheme ? text : `https://${text.trim()}`;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  return url.protocol === "https:" || url.protocol === "http:" ? url.hostname : null;
}

const isCloudHost = (/** @type {string} */ host) =>
  GATEWAYS.includes(host) || CLOUD_SUFFIXES.some((suffix) => host.replace(/\.$/, "").endsWith(suffix));

test(`our host is the platform's in ${COMPARISONS.toLocaleString("en")} generated addresses, and none is Cloud elsewhere`, (t) => {
  let compared = 0;
  let cloud = 0;
  let generated = 0;
  while (compared < COMPARISONS) {
    const text = address();
    generated += 1;
    const site = readSite(text);
    const shown = JSON.stringify(text);
    if (site.url !== null) {
      const normal = URL.canParse(site.url) ? new URL(site.url).hostname : null;
      assert.equal(normal, site.host, `${shown}: normal form ${site.url}`);
    }
    const repaired = site.changes.some((change) => REPAIRS.has(change.kind));
    const host = platformHost(text);
    if (site.kind === "cloud" || site.kind === "gateway") {
      cloud += 1;
      assert.ok(isCloudHost(String(site.host)), `${shown}: ${site.host}`);
      assert.ok(repaired || (host !== null && isCloudHost(host)), `${shown} is ${site.kind}, the platform sees ${host}`);
    }
    if (site.url !== null && host !== null && !repaired) {
      assert.equal(site.host, host.replace(/\.$/, ""), shown);
      compared += 1;
    }
    assert.ok(generated < COMPARISONS * 20, `only ${compared} of ${generated} addresses could be compared`);
  }
  t.diagnostic(`${generated} addresses, ${compared} compared, ${cloud} Cloud`);
});

test("no vector of the web platform's tests is Cloud where the platform sees another host", () => {
  /** @type {string[]} */
  const inputs = JSON.parse(readFileSync(new URL("../probes/safety/wpt/inputs.json", import.meta.url), "utf8"));
  assert.ok(inputs.length > 500);
  const evil = /\b(?:example\.(?:com|org|net)|host|foo|test)\b/g;
  for (const input of inputs) {
    // As they are, with a site in the place of their hosts, and with one in front.
    for (const text of [input, input.replace(evil, "acme.atlassian.net"), `https://acme.atlassian.net${input}`]) {
      const { kind, host } = readSite(text);
      if (kind !== "cloud" && kind !== "gateway") continue;
      const seen = platformHost(text);
      const another = seen !== null && seen.includes(".") && !isCloudHost(seen);
      assert.ok(isCloudHost(String(host)) && !another, `${JSON.stringify(text)} is ${kind} ${host}, the platform sees ${seen}`);
    }
  }
});
