// @ts-check
// The Authorization header that a program would send. The secret is asked for at the press of a button and not kept.
import { copyButton } from "../parts/clipboard.js";
import { fill, h, prose, uniqueId } from "../parts/dom.js";
import { UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { revealButton } from "../parts/reveal.js";

/** @import { Answers, Diagnosis } from "../../pkg/jira_doctor.js" */
/** @typedef {"basic" | "bearer"} Scheme */

/**
 * @typedef {object} Options
 * @property {(scheme: Scheme) => string} read the header; throws a sentence where there can be none
 * @property {(sentence: string) => void} tell
 * @property {AbortSignal} signal
 */

const MASK = "•".repeat(16);

/** @param {Options} options */
export function headerPanel({ read, tell, signal }) {
  /** @type {Scheme} */
  let scheme = "basic";
  let chosen = false;
  const value = h("code", { dir: "ltr", translate: "no", class: UNRECORDED_CLASSES, ...UNRECORDED });
  const trouble = h("p", { class: "jd-trouble" });
  const failing = (/** @type {string} */ sentence) => {
    fill(trouble, prose(sentence));
    if (sentence) tell(sentence);
  };

  /** @param {boolean} shown */
  const show = (shown) => {
    failing("");
    value.textContent = `${scheme === "basic" ? "Basic" : "Bearer"} ${MASK}`;
    if (!shown) return;
    try {
      value.textContent = read(scheme);
    } catch (error) {
      failing(/** @type {Error} */ (error).message);
    }
  };
  const choose = (/** @type {Scheme} */ to) => {
    scheme = to;
    reveal.hide();
    for (const radio of node.querySelectorAll("input")) radio.checked = radio.value === scheme;
    show(false);
  };
  const reveal = revealButton(gettext("the header"), signal, show);
  const copy = copyButton(gettext("header"), () => (failing(""), readAloud(read, scheme, failing)), tell);
  const pick = (/** @type {Event} */ event) => {
    chosen = true;
    choose(/** @type {Scheme} */ (/** @type {HTMLInputElement} */ (event.target).value));
  };
  const node = h(
    "section",
    { part: "header", class: "jd-panel", hidden: true },
    h("h2", {}, gettext("Authorization header")),
    h("p", {}, gettext("What a program sends to Jira with these details. It holds your secret: treat it like the token.")),
    schemes(pick),
    h("p", { class: "jd-value jd-header" }, h("span", { class: "jd-muted" }, gettext("Authorization: ")), value, reveal.button, copy),
    trouble,
  );
  choose(scheme);

  return {
    node,
    /**
     * @param {boolean} possible
     * @param {Scheme} usual what this kind of site wants, until the person chooses
     */
    update(possible, usual) {
      node.hidden = !possible;
      if (!chosen && usual !== scheme) choose(usual);
    },
    /** Forgets what may be shown: the details have changed. */
    hide() {
      reveal.hide();
      failing("");
    },
    reset() {
      chosen = false;
      choose("basic");
    },
  };
}

/**
 * @param {(scheme: Scheme) => string} read
 * @param {Scheme} scheme
 * @param {(sentence: string) => void} failing
 */
function readAloud(read, scheme, failing) {
  try {
    return read(scheme);
  } catch (error) {
    failing(/** @type {Error} */ (error).message);
    throw error;
  }
}

/** @param {(event: Event) => void} pick */
function schemes(pick) {
  const name = uniqueId("scheme");
  return h(
    "fieldset",
    { class: "jd-choice" },
    h("legend", {}, gettext("Kind of header")),
    choice(name, "basic", gettext("Basic: e-mail and API token, for Jira Cloud"), pick),
    choice(name, "bearer", gettext("Bearer: personal access token, for your own Jira server"), pick),
  );
}

/**
 * @param {string} name
 * @param {Scheme} value
 * @param {string} text
 * @param {(event: Event) => void} pick
 */
function choice(name, value, text, pick) {
  return h("label", {}, h("input", { type: "radio", name, value, on: { change: pick } }), h("span", {}, text));
}

/**
 * The kind that the site takes.
 *
 * @param {Diagnosis} diagnosis
 * @param {Answers} answers
 * @returns {Scheme}
 */
export function usualScheme({ site }, { deployment }) {
  const isOwnServer = deployment ? deployment === "data-center" : site?.kind === "self-hosted";
  return isOwnServer ? "bearer" : "basic";
}
