// What must hold of any address, whichever platform reads it: Node and Chromium run this alike (addresses.test.mjs of both folders).
// Our host is the one that the platform's own parser sees, and nothing is called a Cloud site that it would take elsewhere.

/** @typedef {typeof import("../../dist/lib/load.js").readSite} ReadSite */

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

const next = random(2026);
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

/** The next address of a list that is always the same. */
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

/**
 * Whether a host can be somebody's. A name alone cannot, such as the scheme that stands twice, nor one with a comma or a quotation mark,
 * which browsers let pass.
 *
 * @param {string} host
 */
const canBeSomebodys = (host) => /^(?:[\w-]+(?:\.[\w-]+)+\.?|\[.*\])$/.test(host);

/** What is wrong where a text is called Cloud, or nothing. @param {string} text @param {ReturnType<ReadSite>} site @param {string | null} seen what the platform sees */
function wronglyCloud(text, { kind, host }, seen) {
  if (kind !== "cloud" && kind !== "gateway") return [];
  const leadsElsewhere = seen !== null && canBeSomebodys(seen) && !isCloudHost(seen);
  return isCloudHost(String(host)) && !leadsElsewhere ? [] : [`${JSON.stringify(text)} is ${kind} at ${host}, the platform sees ${seen}`];
}

/** What is wrong where a text is read as another address than the platform's. @param {string} text @param {ReturnType<ReadSite>} site @param {string | null} seen */
function readDifferently(text, site, seen) {
  const shown = JSON.stringify(text);
  const wrong = [];
  const normal = site.url !== null && URL.canParse(site.url) ? new URL(site.url).hostname : null;
  if (site.url !== null && normal !== site.host) wrong.push(`${shown}: the normal form ${site.url} is at ${normal}, not ${site.host}`);
  if (isComparable(site, seen) && site.host !== seen?.replace(/\.$/, "")) wrong.push(`${shown} is at ${site.host}, the platform sees ${seen}`);
  return wrong;
}

/** @param {ReturnType<ReadSite>} site @param {string | null} seen */
const isComparable = (site, seen) => site.url !== null && seen !== null && !site.changes.some((change) => REPAIRS.has(change.kind));

/** Reads generated addresses. `wrong` has a sentence for each that is read wrongly. @param {ReadSite} readSite @param {number} count */
export function readGenerated(readSite, count) {
  const told = { read: count, compared: 0, cloud: 0, wrong: /** @type {string[]} */ ([]) };
  for (let at = 0; at < count; at += 1) {
    const text = address();
    const site = readSite(text);
    const seen = platformHost(text);
    told.compared += Number(isComparable(site, seen));
    told.cloud += Number(site.kind === "cloud" || site.kind === "gateway");
    told.wrong.push(...wronglyCloud(text, site, seen), ...readDifferently(text, site, seen));
  }
  return told;
}

/**
 * Reads the vectors of the web platform's tests: as they are, with a site in the place of their hosts, and with one in front.
 *
 * @param {ReadSite} readSite
 * @param {string[]} vectors
 */
export function readVectors(readSite, vectors) {
  const hosts = /\b(?:example\.(?:com|org|net)|host|foo|test)\b/g;
  const texts = vectors.flatMap((vector) => [vector, vector.replace(hosts, "acme.atlassian.net"), `https://acme.atlassian.net${vector}`]);
  return { read: texts.length, wrong: texts.flatMap((text) => wronglyCloud(text, readSite(text), platformHost(text))) };
}
