// @ts-check
// Nodes without HTML strings: whatever a person typed can only ever become text.
import { gettext, language } from "../gettext.js";

/** The language of the words here and the way that it runs, also on a page in another one. */
export function spoken() {
  return { lang: language.name, dir: language.direction };
}

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes (`true` is an empty one; `false`, `null` and `undefined` are left out), listeners under `on`,
 * and children.
 *
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown> & { on?: Record<string, (event: any) => void> }} [attributes]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function h(tag, { on = {}, ...attributes } = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  for (const [type, listener] of Object.entries(on)) element.addEventListener(type, listener);
  element.append(...nodes(children));
  return element;
}

/**
 * Replaces what stands in `parent`.
 *
 * @param {Element | DocumentFragment} parent
 * @param {...(Child | Child[])} children
 */
export function fill(parent, ...children) {
  parent.replaceChildren(...nodes(children));
}

/**
 * Renders only when `data` is another than last time. What was open stays open, and the focus stays where it was, or with what
 * stands in its place.
 *
 * @template T
 * @param {Element | ShadowRoot} parent
 * @param {(data: T) => Child | Child[]} render
 * @returns {(data: T) => void}
 */
export function renderer(parent, render) {
  let last = "";
  return (data) => {
    const now = JSON.stringify(data);
    if (now === last) return;
    last = now;
    const opened = new Set([...parent.querySelectorAll("details[data-key][open]")].map((one) => one.getAttribute("data-key")));
    const active = focused(parent);
    fill(parent, render(data));
    for (const one of parent.querySelectorAll("details[data-key]")) if (opened.has(one.getAttribute("data-key"))) one.setAttribute("open", "");
    if (active) refocus(parent, active);
  };
}

/** What within has the focus, by its name. @param {Element | ShadowRoot} parent */
function focused(parent) {
  const root = /** @type {Document | ShadowRoot} */ (parent.getRootNode());
  const active = root.activeElement;
  return active && active !== parent && parent.contains(active) ? nameOf(active) : null;
}

/** @param {Element} element */
function nameOf(element) {
  return element.getAttribute("data-key") ?? element.textContent ?? "";
}

/**
 * @param {Element | ShadowRoot} parent
 * @param {string} name
 */
function refocus(parent, name) {
  const all = /** @type {HTMLElement[]} */ ([...parent.querySelectorAll("button, input, select, a, summary, [tabindex]")]);
  const same = all.find((one) => nameOf(one) === name);
  const around = parent instanceof Element ? /** @type {HTMLElement | null} */ (parent.closest("[tabindex]")) : null;
  (same ?? around ?? all[0])?.focus({ preventScroll: true });
}

const PATHS = {
  error: "M8 1.5 15 14H1zM8 6v3.6M8 11.6v.6",
  warning: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 4.6v4.2M8 11v.6",
  info: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M8 7.2v4.2M8 4.4V5",
  stop: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M5.5 5.5l5 5M10.5 5.5l-5 5",
  open: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13",
  success: "M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M5 8.2l2.2 2.2L11.2 6",
};

/** @typedef {keyof typeof PATHS} IconName */

/**
 * A picture beside a word that says the same, so it is hidden from screen readers.
 *
 * @param {IconName} name
 */
export function icon(name) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  setAttributes(svg, { class: "jd-icon", viewBox: "0 0 16 16", "aria-hidden": "true", focusable: "false" });
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  setAttributes(path, { d: PATHS[name] });
  svg.append(path);
  return svg;
}

/**
 * A link that leaves the page: in a new tab, so that what was typed stays, and without telling where it came from.
 *
 * @param {string} url
 * @param {...(Child | Child[])} children
 */
export function outsideLink(url, ...children) {
  return h("a", { href: url, target: "_blank", rel: "noreferrer" }, ...children, hidden(` ${gettext("(opens in a new tab)")}`));
}

/**
 * What is no language: it runs from left to right and is not translated.
 *
 * @param {...(Child | Child[])} children
 */
export function verbatim(...children) {
  return h("code", { dir: "ltr", translate: "no" }, ...children);
}

/**
 * Text for screen readers only.
 *
 * @param {string} text
 */
export function hidden(text) {
  return h("span", { class: "jd-hidden" }, text);
}

/**
 * A sentence of the checker: what stands between backticks is code.
 *
 * @param {string} sentence
 * @returns {(Node | string)[]}
 */
export function prose(sentence) {
  const parts = sentence.split("`");
  // A backtick without a second one stands for itself.
  if (parts.length % 2 === 0) parts.push(parts.splice(-2).join("`"));
  return parts.map((part, index) => (index % 2 === 1 ? verbatim(part) : part));
}

/**
 * A sentence with nodes in the places of its placeholders.
 *
 * @param {string} sentence a whole one, from `gettext`
 * @param {Record<string, Node | string | (Node | string)[]>} places
 * @returns {(Node | string)[]}
 */
export function withNodes(sentence, places) {
  return sentence.split(/\{(\w+)\}/).flatMap((part, at) => (at % 2 === 1 ? (places[part] ?? `{${part}}`) : part));
}

/**
 * The same sentence where only text can stand.
 *
 * @param {string} sentence
 */
export function plain(sentence) {
  return sentence.replaceAll("`", "");
}

let ids = 0;

/**
 * An id that no other element of the page has.
 *
 * @param {string} what
 */
export function uniqueId(what) {
  ids += 1;
  return `jira-doctor-${what}-${ids}`;
}

/** Attributes that lead somewhere or load something. */
const LEADING = new Set(["href", "src", "srcset", "action", "formaction", "data", "poster", "xlink:href"]);

/**
 * Sets attributes as {@link h} does. This is the only place where an address gets into one, whoever gave it: it leads to a page or
 * nowhere, since an address such as `javascript:…` is a program.
 *
 * @param {Element} element
 * @param {Record<string, unknown>} attributes
 */
export function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value === false || value == null || (LEADING.has(name) && !leadsToPage(String(value)))) element.removeAttribute(name);
    else element.setAttribute(name, String(value));
  }
}

/** @param {string} address */
function leadsToPage(address) {
  // Read as the browser reads it, which takes out tabs and line ends. A page on a disk leads to its neighbours there.
  return URL.canParse(address, document.baseURI) && ["https:", "http:", location.protocol].includes(new URL(address, document.baseURI).protocol);
}

/** @param {(Child | Child[])[]} children */
function nodes(children) {
  return /** @type {(Node | string)[]} */ (children.flat().filter((child) => child || child === ""));
}
