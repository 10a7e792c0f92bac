// @ts-check
// The element. Importing this registers nothing: see define.js.
import { Store } from "../core/store.js";
import { profileById } from "../named-profile.js";
import { h } from "../parts/dom.js";
import { FIELDS, isInputField } from "./field-names.js";
import { Fields } from "./fields.js";
import { layout } from "./layout.js";
import { adoptStyle, adoptOuterStyle } from "./style.js";

/** @import { Diagnosis, Profile } from "../../pkg/jira_doctor.js" */
/** @import { InputField, Texts } from "./fields.js" */
/** @import { State } from "../core/state.js" */
/** @import { View } from "./layout.js" */

// Where there is no page, in Node for instance, the class can be imported all the same.
const Base = globalThis.HTMLElement ?? class {};

/** Fields of the evidence that are typed: what an answer tells is no fault of a form. */
const ANSWERED = new Set(["paste", "response", "request", "calls"]);

/** What a host's shortcuts are made of stays inside; these keys the host may want. */
const HOST_KEYS = new Set(["Escape", "Tab"]);

/**
 * Says why Jira refuses a site address, an e-mail and a token, in the browser.
 *
 * The inputs are in the light DOM, everything else in shadow roots. Inside a form the element is invalid while a field has an
 * error, and it never submits anything.
 *
 * @tagname jira-doctor
 * @attr {"full" | "compact" | "messages"} view - everything; without the box, the verdict behind a bar; findings at the fields alone. Default "full"
 * @attr {string} for - ids of the page's own inputs for site, e-mail and token, separated by spaces; without it the element makes its own
 * @attr {"off" | "password-manager"} token-autofill - whether password managers may fill the token; default "off"
 * @attr {string} pages - address of the folder that holds `problems/`, to link to; without it a problem's text opens in place
 * @attr {boolean} live - offers to ask Jira from this page; the page's policy must allow the hosts
 * @attr {string} relay - a folder of this page's own server below which it answers as Jira does, `/jira/`; as `live`, through it
 * @attr {boolean} allow-framed - lets the page ask Jira also inside of another website's frame, where that website could lead a press astray
 * @attr {string} profile - the product that the details are for: `bolddesk`, `aha`, `jentic`; without it the person may choose
 * @slot promise - what is said above the box about where the details go
 * @slot live - what stands beside the command where this page may not call
 * @csspart box - the box that takes anything
 * @csspart notice - loading, failed, crashed
 * @csspart verdict - the verdict
 * @csspart bar - the bar that stands for it where there is no column
 * @csspart journey - how far the call got
 * @csspart picture - a value in its parts
 * @csspart question - the question that tells most
 * @csspart change - what a fix changed
 * @csspart profile - the choice of a product, and its guide
 * @csspart guide - the guide
 * @csspart setup - what goes into the product
 * @csspart ask - the ways to ask Jira
 * @csspart command - the command, for each shell
 * @csspart snippets - the single call
 * @csspart live - asking from this page
 * @csspart silence - what a call without an answer can mean
 * @csspart examined - what Jira answered: account, permissions, steps
 * @csspart account - the account found
 * @csspart permissions - the table of permissions
 * @csspart report - the buttons that copy and print it
 * @csspart finding - one finding
 * @csspart button - every button
 * @csspart tab - one of several views
 * @fires jira-doctor-diagnosis - with the {@link Diagnosis} as `detail`, which holds no secret
 * @fires jira-doctor-fix - after a press that corrected fields, with `{ problems, fields }`
 */
export class JiraDoctorElement extends Base {
  static formAssociated = true;
  static observedAttributes = ["profile", "view", "for", "relay", "live", "allow-framed"];

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: "open" });
  /** Ends with the element's stay in the page, and takes all listeners along. @type {AbortController | undefined} */
  #stay;
  /** @type {Fields | undefined} */
  #fields;
  /** @type {Store | undefined} */
  #store;
  /** @type {ReturnType<typeof layout> | undefined} */
  #layout;
  /** What stood in the fields when the element was moved. @type {Texts} */
  #kept = {};
  /** What was set, by name or whole. @type {Profile | string | null} */
  #wanted = null;

  /**
   * Registers the class, unless something is registered under that name, or there is no registry at all.
   *
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = "jira-doctor", registry = globalThis.customElements) {
    if (registry && !registry.get(tag)) registry.define(tag, this);
    return this;
  }

  /** The latest diagnosis. */
  get diagnosis() {
    return this.#store?.state.diagnosis ?? null;
  }

  get form() {
    return this.#internals.form;
  }

  /** What the details are for: the profile of an integration, or the name of one that comes along. @returns {Profile | string | null} */
  get profile() {
    return this.#store?.state.profile ?? this.#wanted;
  }

  set profile(profile) {
    this.#wanted = profile;
    this.#choose();
  }

  /** Chooses a product by its name, as the person may. @param {string} id */
  async choose(id) {
    this.#wanted = await profileById(id);
    await this.#choose();
  }

  /** Diagnoses what stands in the fields and shows it. */
  check() {
    this.#layout?.check();
  }

  /** Empties every field and forgets every answer. */
  clear() {
    this.#layout?.clear();
  }

  /** Empties what may hold a secret: for a page that is left. */
  wipe() {
    this.#store?.wipe();
  }

  /** Puts texts into the fields. @param {Texts} texts */
  fill(texts) {
    this.#store?.fill(texts);
  }

  /** Puts a text into the box. @param {string} text */
  paste(text) {
    this.#store?.paste(text);
  }

  connectedCallback() {
    for (const name of /** @type {const} */ (["profile"])) this.#adopt(name);
    this.#wanted ??= this.getAttribute("profile");
    this.#build();
  }

  /** A property that was set before the class was known hides the class's own. @param {"profile"} name */
  #adopt(name) {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    delete (/** @type {any} */ (this)[name]);
    this[name] = value;
  }

  disconnectedCallback() {
    this.#leave();
  }

  /**
   * @param {string} name
   * @param {string | null} before
   * @param {string | null} now
   */
  attributeChangedCallback(name, before, now) {
    if (!this.#stay || before === now) return;
    if (name === "profile") this.profile = now;
    else this.#rebuild();
  }

  #rebuild() {
    this.#leave();
    this.#build();
  }

  #build() {
    this.#stay = new AbortController();
    const { signal } = this.#stay;
    adoptStyle(this.#root);
    adoptOuterStyle(this.#root);
    if (this.hasAttribute("for")) this.#watchInputs(signal);
    try {
      this.#fields = this.#findFields(signal);
    } catch (error) {
      this.#root.replaceChildren(h("p", { class: "jd-trouble" }, /** @type {Error} */ (error).message));
      return;
    }
    this.#store = new Store(this.#fields, {
      draw: (state, focus) => this.#draw(state, focus),
      onDiagnosis: (diagnosis) => this.#diagnosed(diagnosis),
      onFix: (problems, fields) => this.#tell("jira-doctor-fix", { problems, fields }),
    });
    const view = /** @type {View} */ (this.getAttribute("view") ?? "full");
    const isFixed = () => this.hasAttribute("profile");
    const ways = { live: this.hasAttribute("live"), relay: this.getAttribute("relay"), allowFramed: this.hasAttribute("allow-framed") };
    this.#layout = layout(this.#store, { view, pages: this.getAttribute("pages"), isFixed, signal, ...ways });
    this.#root.replaceChildren(this.#layout.node);
    this.#listen(signal);
    this.#fields.write(this.#kept);
    this.#kept = {};
    this.#choose();
    this.#store.start();
  }

  /**
   * @param {State} state
   * @param {boolean} focus
   */
  #draw(state, focus) {
    if (!this.#layout) return;
    // The page may have turned dark meanwhile.
    this.#layout.node.style.setProperty("--jd-ground", groundOf(this));
    this.#layout.update(state, focus);
  }

  /** @param {AbortSignal} signal */
  #listen(signal) {
    // A script that asks whether the form is valid is no person who wants to be led anywhere.
    this.addEventListener("invalid", () => this.#store?.check({ focus: false }), { signal });
    const keep = (/** @type {KeyboardEvent} */ event) => {
      if (!HOST_KEYS.has(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
    };
    for (const type of /** @type {const} */ (["keydown", "keypress", "keyup"])) this.addEventListener(type, keep, { signal });
  }

  /** Inputs of the page may come later, and be replaced. @param {AbortSignal} signal */
  #watchInputs(signal) {
    const root = /** @type {Document | ShadowRoot} */ (this.getRootNode());
    const ids = this.#ids;
    const isOther = () => FIELDS.some((field, at) => ids[at] && root.getElementById(ids[at]) !== (this.#fields?.inputs[field] ?? null));
    const watch = new MutationObserver(() => isOther() && ids.every((id) => root.getElementById(id)) && this.#rebuild());
    watch.observe(root, { childList: true, subtree: true });
    signal.addEventListener("abort", () => watch.disconnect());
  }

  #leave() {
    const fields = this.#fields;
    if (fields) this.#kept = Object.fromEntries(FIELDS.filter(fields.isOwn, fields).map((field) => [field, fields.value(field)]));
    this.#wanted = this.profile;
    this.#stay?.abort();
    fields?.detach();
    this.#stay = this.#fields = this.#store = this.#layout = undefined;
  }

  /** Chooses what was set. */
  async #choose() {
    const wanted = this.#wanted;
    const profile = typeof wanted === "string" ? await profileById(wanted).catch(() => null) : wanted;
    // Something else was set while this one was on its way.
    if (wanted === this.#wanted && (profile || this.#store?.state.profile)) this.#store?.choose(profile);
  }

  formResetCallback() {
    this.#internals.setValidity({});
    // The other inputs of the form are reset after this.
    setTimeout(() => this.#store?.restart());
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    for (const field of FIELDS) if (this.#fields?.isOwn(field)) this.#fields.inputs[field].disabled = disabled;
    this.#store?.draw();
  }

  get #ids() {
    return this.getAttribute("for")?.trim().split(/\s+/).filter(Boolean) ?? [];
  }

  /** @param {AbortSignal} signal */
  #findFields(signal) {
    const managed = this.getAttribute("token-autofill") === "password-manager";
    return new Fields(this, { ids: this.#ids, managed, signal }, {
      onReport: (field) => this.#store?.done(field),
      onEdit: (field) => this.#edited(field),
      onEnter: (event) => this.#entered(event),
      onPaste: (field, text) => this.#store?.offer(field, text) ?? false,
    });
  }

  /** @param {InputField} field */
  #edited(field) {
    this.#store?.edited(field);
    if (this.form) this.#store?.look();
  }

  /** @param {KeyboardEvent} event */
  #entered(event) {
    // In a form the key belongs to the form.
    if (/** @type {HTMLInputElement} */ (event.target).form) return;
    event.preventDefault();
    this.check();
  }

  /** @param {Diagnosis} diagnosis */
  #diagnosed(diagnosis) {
    this.#judge(diagnosis);
    this.#tell("jira-doctor-diagnosis", diagnosis);
  }

  /**
   * @param {string} type
   * @param {unknown} detail
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }

  /** @param {Diagnosis} diagnosis */
  #judge({ findings }) {
    const error = findings.find(({ severity, certainty, field }) => severity === "error" && certainty !== "possible" && !ANSWERED.has(field ?? ""));
    if (!error) return this.#internals.setValidity({});
    const own = isInputField(error.field) && this.#fields?.isOwn(error.field) ? this.#fields.inputs[error.field] : null;
    this.#internals.setValidity({ customError: true }, error.message, own ?? this.#layout?.anchor);
  }
}

/** The colour that an element stands on: what opens above the page must hide it. @param {Element} element */
function groundOf(element) {
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    const { backgroundColor } = getComputedStyle(at);
    if (!/^transparent$|, 0\)$|\/ 0\)$/.test(backgroundColor)) return backgroundColor;
  }
  return "Canvas";
}
