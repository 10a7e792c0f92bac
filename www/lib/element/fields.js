// @ts-check
// The three inputs. They stay in the light DOM, where password managers look, and they have no `name`, so that no form submits what
// stands in them. What is said of them stands in shadow roots, where no style of the page around reaches it.
import { h, spoken, uniqueId } from "../parts/dom.js";
import { FIELDS, hintsOf, labelsOf } from "./field-names.js";
import { listen } from "./listen.js";
import { adoptStyle } from "./style.js";

/** @import { Field, Finding, Profile } from "../../pkg/jira_doctor.js" */
/** @import { InputField } from "./field-names.js" */
/** @import { Listeners } from "./listen.js" */

/** @typedef {import("./field-names.js").InputField} InputField */
/** @typedef {Partial<Record<InputField, string>>} Texts */

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

/** Fields of the evidence that a fix changes without an input. */
const ELSEWHERE = new Set(["authorization", "project", "issue"]);

export class Fields {
  /** @type {Record<InputField, HTMLInputElement>} */
  inputs;
  /** Where each field's findings stand. @type {Record<InputField, ShadowRoot>} */
  #places;
  /** The labels made here. @type {Partial<Record<InputField, HTMLElement>>} */
  #labels = {};
  /** @type {Profile | null} */
  #profile = null;
  /** Whether a text is being written that nobody types. */
  #isWriting = false;
  /** @type {(() => void)[]} */
  #undo = [];

  /**
   * @param {HTMLElement} host
   * @param {{ ids: string[], managed: boolean, signal: AbortSignal }} options `ids`: inputs that the host page has
   * @param {Listeners} listeners
   */
  constructor(host, { ids, managed, signal }, listeners) {
    const given = Object.fromEntries(FIELDS.map((field, at) => [field, findInput(host, ids[at])]));
    const input = (/** @type {InputField} */ field) => given[field] ?? this.#make(host, field, managed);
    this.inputs = { site: input("site"), email: input("email"), token: input("token") };
    const place = (/** @type {InputField} */ field) => this.#place(host, field);
    this.#places = { site: place("site"), email: place("email"), token: place("token") };
    listen(this.inputs, () => this.#isWriting, signal, listeners);
    this.suit(null);
  }

  /** @param {InputField} field */
  value(field) {
    return this.inputs[field].value;
  }

  /**
   * Writes texts as a person would: whoever listens to the inputs hears of it. Frameworks that watch the property itself take a text
   * for their own where it is not set past them.
   *
   * @param {Texts} texts
   */
  write(texts) {
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    this.#isWriting = true;
    for (const field of FIELDS) {
      const [input, text] = [this.inputs[field], texts[field]];
      if (text === undefined || text === input.value || !this.isWritable(field)) continue;
      set?.call(input, text);
      for (const type of ["input", "change"]) input.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
    }
    this.#isWriting = false;
  }

  /** @param {InputField} field */
  focus(field) {
    this.inputs[field].focus();
  }

  /** @param {InputField} field */
  place(field) {
    return this.#places[field];
  }

  /** @param {InputField} field */
  isWritable(field) {
    const input = this.inputs[field];
    return !input.readOnly && !input.matches(":disabled");
  }

  /** Whether one press can do it. @param {Finding} finding */
  canTake({ fix }) {
    return fix !== null && fix.changes.every(({ field }) => ELSEWHERE.has(field) || this.isWritable(/** @type {InputField} */ (field)));
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

  /** @param {Field} field */
  label(field) {
    const labels = /** @type {Partial<Record<Field, string>>} */ (labelsOf(this.#profile));
    return labels[field] ?? field;
  }

  /** @param {InputField} field */
  hint(field) {
    return this.isOwn(field) ? hintsOf(this.#profile)[field] : "";
  }

  /** Takes the labels that the fields have in a product. @param {Profile | null} profile */
  suit(profile) {
    this.#profile = profile;
    for (const field of FIELDS) {
      const label = this.#labels[field];
      if (label) label.textContent = this.label(field);
    }
  }

  /** Takes away what was made here. */
  detach() {
    for (const undo of this.#undo) undo();
  }

  /**
   * @param {HTMLElement} host
   * @param {InputField} field
   * @param {boolean} managed
   */
  #make(host, field, managed) {
    const found = host.querySelector(`input[data-field="${field}"]`);
    const input = found instanceof HTMLInputElement ? found : makeInput(field, managed);
    const label = h("label", { for: input.id, slot: `${field}-label`, ...spoken() });
    this.#labels[field] = label;
    host.append(label, input);
    this.#undo.push(() => (label.remove(), input.remove()));
    return input;
  }

  /**
   * @param {HTMLElement} host
   * @param {InputField} field
   */
  #place(host, field) {
    const input = this.inputs[field];
    const place = h("div", { class: "jira-doctor-findings", id: uniqueId("findings"), ...spoken() });
    const described = input.getAttribute("aria-describedby");
    if (this.isOwn(field)) {
      place.slot = `${field}-notes`;
      host.append(place);
    } else outermost(input).after(place);
    input.setAttribute("aria-describedby", [described, place.id].filter(Boolean).join(" "));
    const root = place.attachShadow({ mode: "open" });
    adoptStyle(root);
    this.#undo.push(() => {
      place.remove();
      if (described) input.setAttribute("aria-describedby", described);
      else input.removeAttribute("aria-describedby");
      input.removeAttribute("aria-invalid");
    });
    return root;
  }
}

/** An input that the page has under this name; `null` where it is to have one of ours. @param {HTMLElement} host @param {string} [id] */
function findInput(host, id) {
  if (!id) return null;
  const found = /** @type {Document | ShadowRoot} */ (host.getRootNode()).getElementById(id);
  if (found instanceof HTMLInputElement) return found;
  throw new Error(`<jira-doctor for>: no input has the id "${id}".`);
}

/** What frames an input and nothing else: findings inside of it would tear it. @param {HTMLElement} input */
function outermost(input) {
  let at = input;
  for (let parent = at.parentElement; parent; parent = at.parentElement) {
    const isFrame = parent.querySelectorAll("input, select, textarea, button[type=submit]").length === 1 && /flex|grid/.test(getComputedStyle(parent).display);
    if (!isFrame || parent.matches("form, fieldset, body")) break;
    at = parent;
  }
  return at;
}

/**
 * @param {InputField} field
 * @param {boolean} managed
 */
function makeInput(field, managed) {
  // Not `url` and `email`: the browser takes blanks out of those, and a blank may be the very fault.
  const common = { id: uniqueId(field), slot: field, "data-field": field, ...PLAIN, ...UNRECORDED, class: `jira-doctor-input ${UNRECORDED_CLASSES}` };
  if (field === "site") return h("input", { type: "text", inputmode: "url", autocomplete: "off", ...common });
  if (field === "email") return h("input", { type: "text", inputmode: "email", autocomplete: managed ? "username" : "email", ...common });
  return h("input", { type: "password", ...(managed ? { autocomplete: "current-password" } : UNMANAGED), ...common });
}
