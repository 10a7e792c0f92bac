// @ts-check
// The help page around the element.
import "./lib/define.js";

/** @import { JiraDoctorElement } from "./lib/element/jira-doctor.js" */

const SECRETS = ["token", "authorization", "password", "secret"];
const TITLE = document.title;

const doctor = /** @type {JiraDoctorElement} */ (document.querySelector("jira-doctor"));
const notice = /** @type {HTMLElement} */ (document.querySelector("#notice"));

document.querySelector(".starting")?.remove();
prefill();
carryHash();
addEventListener("hashchange", prefill);
doctor.addEventListener("jira-doctor:diagnosis", showInTitle);
// A page that is left may be kept and brought back by the next person at this computer.
addEventListener("pagehide", () => doctor.wipe());

/**
 * Fills the site and the e-mail from `#site=…&email=…`, and chooses the product from `profile=…`. A secret in a link is not read: links end up in histories and chats.
 */
function prefill() {
  const given = new URLSearchParams(location.hash.slice(1));
  const { site, email, profile } = Object.fromEntries(given);
  if (profile) doctor.choose(profile);
  if (site || email) doctor.fill({ ...(site && { site }), ...(email && { email }) });
  if (SECRETS.some((name) => given.has(name))) {
    tell("The link that brought you here carried a secret. It was not read. Links are stored in many places, so revoke that token and make a new one.");
  }
}

/** The other form of this page starts as this one did, a secret aside. */
function carryHash() {
  const given = new URLSearchParams(location.hash.slice(1));
  for (const name of SECRETS) given.delete(name);
  for (const link of document.querySelectorAll("nav.pages a")) if (`${given}`) link.setAttribute("href", `${link.getAttribute("href")}#${given}`);
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
