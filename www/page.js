// @ts-check
// The help page around the element.
import { speakPage, wantedLanguage } from "./lib/language.js";
import { init, redact, translate } from "./lib/load.js";

/** @import { JiraDoctorElement } from "./lib/element/jira-doctor.js" */

/** What a link may say. */
const KEYS = ["site", "email", "profile", "example", "lang"];
const FIELDS = /** @type {const} */ (["site", "email"]);

/** What the link said that brought somebody here. It is read once: one that is followed later must not change what was typed. */
const link = new URLSearchParams(location.hash.slice(1));

const wanted = wantedLanguage(document.documentElement.dataset.languages ?? "", link.get("lang"));
if (wanted) await speakPage(wanted, translate);
const TITLE = document.title;
// Their sentences are those of the language that is spoken when they come.
await import("./lib/define.js");
const { setAttributes } = await import("./lib/parts/dom.js");
const { mountSearch } = await import("./lib/search.js");

const doctor = /** @type {JiraDoctorElement} */ (document.querySelector("jira-doctor"));
const notice = /** @type {HTMLElement} */ (document.querySelector("#notice"));

document.querySelector(".starting")?.remove();
// The offline edition has no other pages to search.
if (document.querySelector("header nav")) mountSearch(/** @type {HTMLElement} */ (document.querySelector("header")));
tellPolicy();
readLink(link);
doctor.addEventListener("jira-doctor-diagnosis", showInTitle);
doctor.addEventListener("jira-doctor-diagnosis", takeAlong);
// A page that is left may be kept and brought back by the next person at this computer.
addEventListener("pagehide", () => doctor.wipe());

/** Two pages come from one source. What sets them apart is the policy: where it names hosts, the page may ask. */
function tellPolicy() {
  const policy = document.querySelector("meta[http-equiv=Content-Security-Policy]")?.getAttribute("content") ?? "";
  const [connect = ""] = /connect-src [^;]+/.exec(policy) ?? [];
  const place = document.querySelector("#policy");
  if (place) place.textContent = connect;
  if (!connect.endsWith("'none'")) doctor.setAttribute("live", "");
}

/**
 * Fills the site and the e-mail from `#site=…&email=…` where they are empty, chooses the product from `profile=…` and shows the `example=…` of a problem.
 * A secret in a link is not read: links end up in histories and chats.
 *
 * @param {URLSearchParams} given
 */
function readLink(given) {
  const { profile, example } = Object.fromEntries(given);
  if (profile) doctor.choose(profile);
  const empty = FIELDS.filter((field) => given.get(field) && inputOf(field)?.value === "");
  if (empty.length > 0) doctor.fill(Object.fromEntries(empty.map((field) => [field, given.get(field)])));
  if (example) showExample(example);
  const others = [...given].filter(([key]) => !KEYS.includes(key));
  if (others.length > 0) warnOfSecrets(others);
}

/** @param {string} problem */
async function showExample(problem) {
  let isTyped = false;
  const note = (/** @type {Event} */ { isTrusted }) => (isTyped ||= isTrusted);
  doctor.addEventListener("input", note);
  const { exampleOf } = await import("./lib/example.js");
  const example = await exampleOf(problem);
  doctor.removeEventListener("input", note);
  // It took its time, and whoever typed meanwhile wants no other text.
  if (!example || isTyped) return;
  doctor.fill(example.fields);
  if (example.paste) doctor.paste(example.paste);
  else doctor.check();
}

/** @param {[string, string][]} pairs */
async function warnOfSecrets(pairs) {
  await init();
  // What hides secrets knows their names and their forms.
  if (pairs.some(([key, text]) => text && redact(`${key}=${text}`) !== `${key}=${text}`)) {
    tell("The link that brought you here carried a secret. It was not read. Links are stored in many places, so revoke that token and make a new one.");
  }
}

/** The live page starts with what was typed here, a secret aside, in whichever field it stands. @param {Event} event */
function takeAlong(event) {
  const { hidden } = /** @type {CustomEvent} */ (event).detail;
  const given = new URLSearchParams();
  for (const field of FIELDS) {
    const text = inputOf(field)?.value;
    const isSecret = hidden.some((/** @type {{ field: string }} */ part) => part.field === field);
    if (text && !isSecret) given.set(field, text);
  }
  const { profile } = doctor;
  if (profile && typeof profile === "object") given.set("profile", profile.id);
  const elsewhere = document.querySelector("#elsewhere a");
  if (elsewhere) setAttributes(elsewhere, { href: `live.html#${given}` });
}

/** @param {string} field @returns {HTMLInputElement | null} */
function inputOf(field) {
  return doctor.querySelector(`[data-field=${field}]`);
}

/** @param {Event} event */
function showInTitle(event) {
  const { verdict } = /** @type {CustomEvent} */ (event).detail;
  document.title = verdict === "error" ? `Error: ${TITLE}` : TITLE;
}

/** @param {string} sentence */
function tell(sentence) {
  notice.hidden = false;
  notice.textContent = sentence;
}
