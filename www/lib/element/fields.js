// @ts-check
// The three inputs. They stay in the light DOM, where password managers look, and they have no `name`, so that no form
// submits what stands in them.
import { ENGLISH, h, outsideLink, uniqueId, withNodes } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { pressWatch } from "./press.js";
import { revealButton } from "../parts/reveal.js";

/** @import { Profile } from "../../pkg/jira_doctor.js" */

/** @typedef {"site" | "email" | "token"} InputField */

/**
 * @typedef {object} Listeners
 * @property {(field: InputField) => void} onReport the person is done with a field
 * @property {(field: InputField) => void} onEdit
 * @property {(event: KeyboardEvent) => void} onEnter
 */

/** @type {InputField[]} */
export const FIELDS = ["site", "email", "token"];

/**
 * @param {string | null} field
 * @returns {field is InputField}
 */
export function isInputField(field) {
  return FIELDS.some((known) => known === field);
}

/** @type {Record<InputField, string>} */
export const LABELS = { site: gettext("Jira site address"), email: gettext("E-mail address"), token: gettext("API token") };

const TOKENS_PAGE = "https://id.atlassian.com/manage-profile/security/api-tokens";

/** @type {Record<InputField, () => (Node | string)[]>} */
const HINTS = {
  site: () => withNodes(gettext("From your browser’s address bar, for example {example}"), { example: h("code", { translate: "no" }, "https://acme.atlassian.net") }),
  email: () => [gettext("The one you sign in to Atlassian with. On your own Jira server: your user name.")],
  token: () => withNodes(gettext("Not your password. Make one here: {page}"), { page: outsideLink(TOKENS_PAGE, gettext("API tokens in your Atlassian account")) }),
};

/** No help from the browser that would alter the text or send it away: a spelling service is sent what it checks. */
export const PLAIN = { spellcheck: "false", autocapitalize: "none", autocorrect: "off", translate: "no", dir: "ltr" };

/** Asks session recorders to look away, by the names that they go by. */
export const UNRECORDED = {
  "data-sentry-mask": true,
  "data-sentry-block": true,
  "data-dd-privacy": "mask",
  "data-hj-suppress": true,
  "data-clarity-mask": "true",
  "data-private": true,
};
export const UNRECORDED_CLASSES = "ph-no-capture rr-block fs-exclude";

/** Asks password managers not to offer their own secrets. */
const UNMANAGED = {
  autocomplete: "off",
  "data-1p-ignore": true,
  "data-bwignore": true,
  "data-lpignore": "true",
  "data-form-type": "other",
};

export class Fields {
  /** @type {Record<InputField, HTMLInputElement>} */
  inputs;
  /** @type {Record<InputField, HTMLElement>} */
  #places;
  /** The labels made here. @type {Partial<Record<InputField, HTMLElement>>} */
  #labels = {};
  /** @type {(() => void)[]} */
  #undo = [];

  /**
   * @param {HTMLElement} host
   * @param {{ ids: string[], managed: boolean, signal: AbortSignal }} options `ids`: inputs that the host page has
   * @param {Listeners} listeners
   */
  constructor(host, options, listeners) {
    const [siteId, emailId, tokenId] = options.ids;
    const site = this.#input(host, "site", siteId, options);
    const email = this.#input(host, "email", emailId, options);
    const token = this.#input(host, "token", tokenId, options);
    this.inputs = { site, email, token };
    this.#places = { site: this.#place(site), email: this.#place(email), token: this.#place(token) };
    const afterPress = pressWatch(options.signal);
    for (const field of FIELDS) listen(this.inputs[field], field, afterPress, options.signal, listeners);
  }

  /** @param {InputField} field */
  value(field) {
    return this.inputs[field].value;
  }

  /**
   * @param {InputField} field
   * @param {string} text
   */
  set(field, text) {
    this.inputs[field].value = text;
  }

  /** @param {InputField} field */
  focus(field) {
    this.inputs[field].focus();
  }

  /** @param {InputField} field */
  place(field) {
    return this.#places[field];
  }

  /**
   * @param {InputField} field
   * @param {boolean} invalid
   */
  mark(field, invalid) {
    const input = this.inputs[field];
    if (invalid) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  }

  /** Whether the input was made here, and is not the host page's. @param {InputField} field */
  isOwn(field) {
    return field in this.#labels;
  }

  /** Takes the labels that the fields have in a product. @param {Profile | null} profile */
  suit(profile) {
    const names = { site: profile?.site?.label, email: profile?.account?.label, token: profile?.token?.label };
    for (const field of FIELDS) {
      const label = this.#labels[field];
      if (label) label.textContent = names[field] || LABELS[field];
    }
  }

  /** Takes away what was made here. */
  detach() {
    for (const undo of this.#undo) undo();
  }

  /**
   * @param {HTMLElement} host
   * @param {InputField} field
   * @param {string | undefined} id of an input that the host page has
   * @param {{ managed: boolean, signal: AbortSignal }} options
   */
  #input(host, field, id, { managed, signal }) {
    const root = /** @type {Document | ShadowRoot} */ (host.getRootNode());
    const found = id ? root.getElementById(id) : host.querySelector(`input[data-field="${field}"]`);
    if (found instanceof HTMLInputElement) return found;
    if (id) throw new Error(`<jira-doctor for>: no input has the id "${id}".`);
    const input = makeInput(field, managed);
    const { around, label } = frame(field, input, signal);
    host.append(around);
    this.#labels[field] = label;
    this.#undo.push(() => around.remove());
    return input;
  }

  /** @param {HTMLInputElement} input */
  #place(input) {
    const place = h("div", { class: "jira-doctor-findings", id: uniqueId("findings"), ...ENGLISH });
    const described = input.getAttribute("aria-describedby");
    (input.closest(".jira-doctor-control") ?? input).after(place);
    input.setAttribute("aria-describedby", [described, place.id].filter(Boolean).join(" "));
    this.#undo.push(() => {
      place.remove();
      if (described) input.setAttribute("aria-describedby", described);
      else input.removeAttribute("aria-describedby");
      input.removeAttribute("aria-invalid");
    });
    return place;
  }
}

/**
 * @param {InputField} field
 * @param {boolean} managed
 */
function makeInput(field, managed) {
  // Not `url` and `email`: the browser takes blanks out of those, and a blank may be the very fault.
  const common = { id: uniqueId(field), "data-field": field, ...PLAIN, ...UNRECORDED, class: UNRECORDED_CLASSES };
  if (field === "site") return h("input", { type: "text", inputmode: "url", autocomplete: "off", ...common });
  if (field === "email") return h("input", { type: "text", inputmode: "email", autocomplete: managed ? "username" : "email", ...common });
  return h("input", { type: "password", ...(managed ? { autocomplete: "current-password" } : UNMANAGED), ...common });
}

/**
 * @param {InputField} field
 * @param {HTMLInputElement} input
 * @param {AbortSignal} signal
 */
function frame(field, input, signal) {
  const hint = h("p", { class: "jira-doctor-hint", id: uniqueId("hint") }, HINTS[field]());
  input.setAttribute("aria-describedby", hint.id);
  const label = h("label", { for: input.id }, LABELS[field]);
  const around = h(
    "div",
    { class: "jira-doctor-field", "data-for": field, ...ENGLISH },
    label,
    hint,
    h("div", { class: "jira-doctor-control" }, input, field === "token" && tokenReveal(input, signal)),
  );
  return { around, label };
}

/**
 * @param {HTMLInputElement} input
 * @param {AbortSignal} signal
 */
function tokenReveal(input, signal) {
  return revealButton(gettext("the token"), signal, (shown) => (input.type = shown ? "text" : "password")).button;
}

/**
 * A field reports when the person leaves it or pastes into it, never while they type.
 *
 * @param {HTMLInputElement} input
 * @param {InputField} field
 * @param {(then: () => void) => void} afterPress
 * @param {AbortSignal} signal
 * @param {Listeners} listeners
 */
function listen(input, field, afterPress, signal, { onReport, onEdit, onEnter }) {
  // Whether the text has not been reported yet.
  let isNew = true;
  const report = () => {
    if (!isNew || !input.value) return;
    isNew = false;
    onReport(field);
  };
  const edit = (/** @type {Event} */ event) => {
    isNew = true;
    onEdit(field);
    if (/** @type {InputEvent} */ (event).inputType?.startsWith("insertFrom")) report();
  };
  input.addEventListener("input", edit, { signal });
  // Autofill changes a field without visiting it.
  input.addEventListener("change", () => afterPress(report), { signal });
  input.addEventListener("blur", () => afterPress(report), { signal });
  input.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && onEnter(event), { signal });
}
