// @ts-check
// The help page around the element.
import { speakPage, wantedLanguage } from "./lib/language.js";
import { translate } from "./lib/load.js";

/** @import { JiraDoctorElement } from "./lib/element/jira-doctor.js" */

const SECRETS = ["token", "authorization", "password", "secret"];

const wanted = wantedLanguage(document.documentElement.dataset.languages ?? "", new URLSearchParams(location.hash.slice(1)).get("lang"));
if (wanted) await speakPage(wanted, translate);
const TITLE = document.title;
// Their sentences are those of the language that is spoken when they come.
await import("./lib/define.js");
const { tryExample } = await import("./lib/example.js");
const { mountSearch } = await import("./lib/search.js");

const doctor = /** @type {JiraDoctorElement} */ (document.querySelector("jira-doctor"));
const notice = /** @type {HTMLElement} */ (document.querySelector("#notice"));

document.querySelector(".starting")?.remove();
// The offline edition has no other pages to search.
if (document.querySelector("header nav")) mountSearch(/** @type {HTMLElement} */ (document.querySelector("header")));
tellPolicy();
prefill();
addEventListener("hashchange", prefill);
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
 * Fills the site and the e-mail from `#site=…&email=…`, and chooses the product from `profile=…`. A secret in a link is not read: links end up in histories and chats.
 */
function prefill() {
  const given = new URLSearchParams(location.hash.slice(1));
  const { site, email, profile, example } = Object.fromEntries(given);
  if (profile) doctor.choose(profile);
  if (site || email) doctor.fill({ ...(site && { site }), ...(email && { email }) });
  if (example) tryExample(doctor, example);
  if (SECRETS.some((name) => given.has(name))) {
    tell("The link that brought you here carried a secret. It was not read. Links are stored in many places, so revoke that token and make a new one.");
  }
}

/** The live page starts with what was typed here, a secret aside. */
function takeAlong() {
  const given = new URLSearchParams();
  for (const name of /** @type {const} */ (["site", "email"])) {
    const text = /** @type {HTMLInputElement | null} */ (doctor.querySelector(`[data-field=${name}]`))?.value;
    if (text) given.set(name, text);
  }
  const { profile } = doctor;
  if (profile && typeof profile === "object") given.set("profile", profile.id);
  document.querySelector("#elsewhere a")?.setAttribute("href", `live.html#${given}`);
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
