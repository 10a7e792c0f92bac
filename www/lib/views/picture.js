// @ts-check
// A typed value as a picture: in parts, each with its name, and what is wrong with it marked. Nothing carries by its colour alone.
import { h, hidden } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { visible } from "../parts/quote.js";

/** @import { AuthorizationFacts, Site, Span } from "../../pkg/jira_doctor.js" */

/** @typedef {Span & { kind: "dropped" | "wrong" }} Mark */

/** Kinds of secrets that begin with five letters that everybody knows. */
const WITH_PREFIX = new Set(["api-token", "service-account-token"]);
const PREFIX = 5;
const CHECKSUM = /=[0-9a-f]{8}$/i;
/** What tokens are made of. Anything else in one is no part of the secret, and may be the fault. */
const SECRET = /[\w=.-]/;

/**
 * The address: what is kept, what is dropped, what is wrong, and what comes of it.
 *
 * @param {string} typed
 * @param {Site | null} site
 * @param {Span | null} span what the finding points at
 */
export function addressPicture(typed, site, span) {
  /** @type {Mark[]} */
  const marks = (site?.changes ?? []).map(({ span, after }) => ({ ...span, kind: after ? "wrong" : "dropped" }));
  const isPointedAt = span && span.end > span.start && !marks.some(({ start, end }) => start < span.end && span.start < end);
  if (isPointedAt) marks.push({ ...span, kind: "wrong" });
  const result = site?.url ?? site?.suggestion;
  if (marks.length === 0 && site?.suggestion) marks.push(...differences(typed, site.suggestion));
  const parts = cut(typed, marks).map(({ text, kind }) => shown(text, kind));
  return h(
    "div",
    { class: "jd-picture", part: "picture" },
    h("p", { dir: "ltr" }, h("code", { translate: "no" }, ...parts)),
    result && result !== typed && h("p", { dir: "ltr" }, hidden(`${gettext("becomes")} `), h("span", { "aria-hidden": "true" }, "→ "), h("code", { translate: "no" }, h("ins", {}, result))),
  );
}

/**
 * Where an address differs from the site that is meant: its scheme, a letter of its host, what stands after it.
 *
 * @param {string} typed
 * @param {string} meant
 * @returns {Mark[]}
 */
function differences(typed, meant) {
  const [scheme = ""] = /^(?:[a-z]+:\/+)?/i.exec(typed) ?? [];
  const from = scheme.length;
  const [here, there] = [typed.slice(from).split("/", 1)[0] ?? "", new URL(meant).host];
  let start = 0;
  while (start < here.length && here[start] === there[start]) start += 1;
  let end = 0;
  while (end < Math.min(here.length, there.length) - start && here.at(-1 - end) === there.at(-1 - end)) end += 1;
  // A letter that is missing has no place of its own: those beside it are shown.
  const [first, last] = start < here.length - end ? [start, here.length - end] : [Math.max(0, start - 1), Math.min(here.length, start + 1)];
  return [
    { start: 0, end: meant.startsWith(scheme) ? 0 : from, kind: "wrong" },
    { start: from + first, end: from + last, kind: "wrong" },
    { start: from + here.length, end: typed.length, kind: "dropped" },
  ];
}

/**
 * @param {string} text
 * @param {Mark["kind"] | "kept"} kind
 */
function shown(text, kind) {
  if (kind === "dropped") return h("del", {}, ...visible(text));
  if (kind === "wrong") return h("mark", {}, ...visible(text, true));
  return h("span", {}, ...visible(text));
}

/**
 * A text in the parts that the marks make of it. Of marks that meet the first counts.
 *
 * @param {string} text
 * @param {Mark[]} marks
 */
function cut(text, marks) {
  /** @type {{ text: string, kind: Mark["kind"] | "kept" }[]} */
  const parts = [];
  let at = 0;
  for (const { start, end, kind } of [...marks].sort((a, b) => a.start - b.start)) {
    if (start < at || end <= start) continue;
    parts.push({ text: text.slice(at, start), kind: "kept" }, { text: text.slice(start, end), kind });
    at = end;
  }
  return [...parts, { text: text.slice(at), kind: /** @type {const} */ ("kept") }].filter((part) => part.text);
}

/**
 * The token as prefix, body and checksum, masked but for what is public or no part of it.
 *
 * @param {string} text
 * @param {string | null} kind
 * @param {Span | null} span what the finding points at
 */
export function tokenPicture(text, kind, span) {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const end = start + trimmed.length;
  const hasPrefix = kind !== null && WITH_PREFIX.has(kind);
  const bodyStart = hasPrefix ? Math.min(end, start + PREFIX + leading(trimmed)) : start;
  const bodyEnd = hasPrefix && CHECKSUM.test(trimmed) ? end - 9 : end;
  const piece = (/** @type {number} */ from, /** @type {number} */ to, open = false) => masked(text, from, to, span, open);
  const parts = [
    start > 0 && part(gettext("before it"), piece(0, start)),
    hasPrefix && part(gettext("prefix"), piece(start, bodyStart, true)),
    part(gettext("{count} characters", { count: bodyEnd - bodyStart }), piece(bodyStart, bodyEnd)),
    hasPrefix && (bodyEnd < end ? part(gettext("checksum"), piece(bodyEnd, end)) : part(gettext("no checksum"), [h("mark", {}, "?")])),
    end < text.length && part(gettext("after it"), piece(end, text.length)),
  ];
  return h("p", { class: "jd-picture jd-parts", part: "picture", dir: "ltr" }, ...parts);
}

/** How many characters stand before the secret itself begins. @param {string} text */
function leading(text) {
  return text.search(SECRET);
}

/**
 * @param {string} text
 * @param {number} from
 * @param {number} to
 * @param {Span | null} span
 * @param {boolean} open whether it may be read
 */
function masked(text, from, to, span, open) {
  /** @type {(Node | string)[]} */
  const nodes = [];
  let dots = 0;
  let isMarking = false;
  const flush = () => {
    const run = "•".repeat(Math.min(dots, 6)) + (dots > 6 ? "…" : "");
    if (dots > 0) nodes.push(isMarking ? h("mark", {}, run) : run);
    dots = 0;
  };
  for (let at = from; at < to; at += 1) {
    const character = text.charAt(at);
    const isMarked = span !== null && span.start <= at && at < span.end;
    const isSecret = SECRET.test(character) && !open;
    if (!isSecret || isMarked !== isMarking) flush();
    isMarking = isMarked;
    if (isSecret) dots += 1;
    else nodes.push(...(isMarked ? [h("mark", {}, ...visible(character, true))] : visible(character)));
  }
  flush();
  return nodes;
}

/**
 * The header as scheme, e-mail and masked secret.
 *
 * @param {AuthorizationFacts} facts
 */
export function headerPicture({ scheme, user, flaws }) {
  const name = scheme.name === "other" ? scheme.typed : { basic: "Basic", bearer: "Bearer", missing: "?" }[scheme.name];
  return h(
    "p",
    { class: "jd-picture jd-parts", part: "picture", dir: "ltr" },
    part(gettext("scheme"), [scheme.name === "missing" ? h("mark", {}, name) : name]),
    user !== null && part(gettext("user"), [user]),
    part(gettext("secret"), ["••••••…"]),
    flaws.length > 0 && part(gettext("fault"), [h("mark", {}, "!")]),
  );
}

/**
 * @param {string} name
 * @param {(Node | string)[]} content
 */
function part(name, content) {
  return h("span", { class: "jd-part" }, h("code", { translate: "no" }, ...content), h("small", {}, name));
}

