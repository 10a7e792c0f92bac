// @ts-check
// What goes into which field of the product, and what is still missing before it can be saved.
import { copyButton } from "./clipboard.js";
import { fill, h, hidden, icon, prose } from "./dom.js";
import { conditions, siteValue } from "./readiness.js";

/** @import { Diagnosis, Profile } from "../pkg/jira_doctor.js" */
/** @import { InputField } from "./fields.js" */
/** @import { Condition } from "./readiness.js" */

/**
 * @param {object} options
 * @param {(field: InputField) => string} options.value
 * @param {(sentence: string) => void} options.tell
 */
export function setupPanel({ value, tell }) {
  const node = h("section", { class: "jd-panel", part: "setup", tabindex: "-1", hidden: true });
  let last = "";

  /**
   * @param {Diagnosis | null} diagnosis
   * @param {Profile | null} profile
   */
  const update = (diagnosis, profile) => {
    node.hidden = !diagnosis || !profile;
    const list = diagnosis && profile ? conditions(diagnosis, profile, value) : [];
    const isReady = list.every(({ isDone }) => isDone);
    node.dataset.ready = String(isReady && list.length > 0);
    const site = diagnosis && profile && siteValue(diagnosis, profile);
    // The token is in none of it: it is asked for at the press.
    const now = JSON.stringify([profile, site, value("email"), value("token") !== "", list]);
    if (now === last) return list;
    last = now;
    fill(node, profile && content(profile, site ?? null, list, isReady, { value, tell }));
    return list;
  };
  return { node, update };
}

/**
 * @param {Profile} profile
 * @param {string | null} site
 * @param {Condition[]} list
 * @param {boolean} isReady
 * @param {{ value: (field: InputField) => string, tell: (sentence: string) => void }} how
 */
function content(profile, site, list, isReady, { value, tell }) {
  const email = value("email");
  const shown = (/** @type {string} */ text) => h("code", { dir: "ltr", translate: "no" }, text);
  return [
    h("h2", { class: "jd-ready" }, isReady && icon("success"), isReady ? `Ready to save in ${profile.name}` : `What goes into ${profile.name}`),
    h(
      "dl",
      { class: "jd-forms" },
      entry(profile.site?.label || "Site", site ? [shown(site), copyButton("site", () => site, tell)] : ["Not known yet"]),
      entry(profile.account?.label || "E-mail", email ? [shown(email), copyButton("e-mail", () => value("email"), tell)] : ["Not typed yet"]),
      entry(profile.token?.label || "API token", value("token") ? ["The token that you typed ", copyButton("token", () => value("token"), tell)] : ["Not typed yet"]),
    ),
    !isReady && h("h3", {}, "Before you save"),
    h("ul", { class: "jd-conditions" }, list.map(condition)),
  ];
}

/**
 * @param {string} label
 * @param {(Node | string)[]} value
 */
function entry(label, value) {
  return h("div", { class: "jd-form" }, h("dt", {}, label), h("dd", { class: "jd-value" }, ...value));
}

/** @param {Condition} condition */
function condition({ part, isDone, text }) {
  const state = [icon(isDone ? "success" : "info"), hidden(isDone ? "Done: " : "Still open: ")];
  return h("li", { "data-condition": part, "data-done": String(isDone) }, ...state, h("span", {}, prose(text)));
}
