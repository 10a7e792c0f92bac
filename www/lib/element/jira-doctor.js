// @ts-check
// The element. Importing this registers nothing: see define.js.
import { Checker } from "./checker.js";
import { h } from "../parts/dom.js";
import { FIELDS, Fields, isInputField } from "./fields.js";
import { PAGES } from "../explain.js";
import { profileById } from "../named-profile.js";
import { adoptStyles } from "./style.js";

/** @import { Diagnosis, Profile } from "../../pkg/jira_doctor.js" */
/** @import { InputField } from "./fields.js" */

// Where there is no page, in Node for instance, the class can be imported all the same.
const Base = globalThis.HTMLElement ?? class {};

/**
 * Says why Jira refuses a site address, an e-mail and a token, in the browser.
 *
 * The inputs are in the light DOM, everything else in the shadow root. Inside a form the element is invalid while a field
 * has an error, and it never submits anything.
 *
 * @tagname jira-doctor
 * @attr {string} for - ids of the page's own inputs for site, e-mail and token, separated by spaces; without it the element makes its own
 * @attr {"off" | "password-manager"} token-autofill - whether password managers may fill the token; default "off"
 * @attr {string} pages - address of the folder that holds `problems/`; default: the one that holds `lib/`
 * @attr {boolean} examples - offers an example of each problem
 * @attr {boolean} live - offers to ask Jira from this page; the page's policy must allow the hosts
 * @attr {string} relay - a folder of this page's own server below which it answers as Jira does, `/jira/`; as `live`, through it
 * @attr {string} profile - the product that the details are for: `bolddesk`, `aha`, `jentic`; without it the person may choose
 * @slot promise - what is said beside the fields about where the details go
 * @csspart fill - the box that fills the fields
 * @csspart notice - loading, failed, crashed
 * @csspart verdict - the whole in a sentence
 * @csspart profile - the choice of a product, and its guide
 * @csspart guide - the guide
 * @csspart ask - the ways to ask Jira
 * @csspart command - the command, for each shell
 * @csspart snippets - the single call
 * @csspart targets - the fields for a project and an issue
 * @csspart live - asking from this page
 * @csspart silence - what a call without an answer can mean
 * @csspart examined - what Jira answered: account, permissions, steps
 * @csspart account - the account found
 * @csspart permissions - the table of permissions
 * @csspart setup - what goes into the product
 * @csspart scopes - the scopes to tick
 * @csspart answer - the box for what came back
 * @csspart samples - the sample answers
 * @csspart result - the diagnosis, as it is printed
 * @csspart report - the buttons that copy and print it
 * @csspart questions - what the person may know
 * @csspart site - the site in every form
 * @csspart header - the Authorization header
 * @csspart read - the box that reads a header back
 * @csspart examples - the examples
 * @csspart finding - one finding of the shadow root
 * @csspart button - every button of the shadow root
 * @csspart tab - one of several views
 * @fires jira-doctor:diagnosis - with the {@link Diagnosis} as `detail`, which holds no secret
 */
export class JiraDoctorElement extends Base {
  static formAssociated = true;

  #internals = this.attachInternals();
  #root = this.attachShadow({ mode: "open" });
  /** Ends with the element's stay in the page, and takes all listeners along. @type {AbortController | undefined} */
  #stay;
  /** @type {Fields | undefined} */
  #fields;
  /** @type {Checker | undefined} */
  #checker;
  /** What stood in the fields when the element was moved. @type {Partial<Record<InputField, string>>} */
  #kept = {};
  /** What the page around has set. @type {Profile | null} */
  #profile = null;

  /**
   * Registers the class, unless something is registered under that name.
   *
   * @param {string} [tag]
   * @param {CustomElementRegistry} [registry]
   */
  static define(tag = "jira-doctor", registry = customElements) {
    if (!registry.get(tag)) registry.define(tag, this);
    return this;
  }

  /** The latest diagnosis. */
  get diagnosis() {
    return this.#checker?.diagnosis ?? null;
  }

  get form() {
    return this.#internals.form;
  }

  /** What the details are for: the profile of an integration, which an embedder may write. */
  get profile() {
    return this.#checker?.profile ?? this.#profile;
  }

  set profile(profile) {
    this.#profile = profile;
    if (this.#checker) this.#checker.profile = profile;
  }

  /** Chooses a product by its name, as the person may. @param {string} id */
  async choose(id) {
    this.profile = await profileById(id);
  }

  /** Diagnoses what stands in the fields, shows it, and moves the focus there. */
  check() {
    this.#checker?.check();
  }

  /** Empties every field and forgets every answer. */
  clear() {
    this.#checker?.clear();
  }

  /** Empties what may hold a secret: for a page that is left. */
  wipe() {
    this.#checker?.wipe();
  }

  /**
   * Puts texts into the fields.
   *
   * @param {Partial<Record<InputField, string>>} texts
   */
  fill(texts) {
    this.#checker?.fill(texts);
  }

  connectedCallback() {
    this.#stay = new AbortController();
    adoptStyles(this.#root);
    try {
      this.#fields = this.#findFields(this.#stay.signal);
    } catch (error) {
      this.#root.replaceChildren(h("p", { class: "jd-notice" }, /** @type {Error} */ (error).message));
      return;
    }
    this.#checker = this.#makeChecker(this.#fields, this.#stay.signal);
    this.#root.replaceChildren(this.#checker.node);
    this.addEventListener("invalid", () => this.check(), { signal: this.#stay.signal });
    this.#checker.start();
    this.#chooseNamed(this.#checker);
    this.fill(this.#kept);
    this.#kept = {};
  }

  disconnectedCallback() {
    const fields = this.#fields;
    if (fields) this.#kept = Object.fromEntries(FIELDS.filter(fields.isOwn, fields).map((field) => [field, fields.value(field)]));
    this.#profile = this.profile;
    fields?.detach();
    this.#stay?.abort();
  }

  /** Chooses what the attribute names, unless the page has set a profile by then. @param {Checker} checker */
  async #chooseNamed(checker) {
    if (this.#profile) return;
    const profile = await profileById(this.getAttribute("profile"));
    if (profile && !this.#profile) checker.profile = profile;
  }

  formResetCallback() {
    this.clear();
  }

  /** @param {boolean} disabled */
  formDisabledCallback(disabled) {
    for (const field of FIELDS) if (this.#fields?.isOwn(field)) this.#fields.inputs[field].disabled = disabled;
  }

  /** @param {AbortSignal} signal */
  #findFields(signal) {
    const ids = this.getAttribute("for")?.trim().split(/\s+/) ?? [];
    const managed = this.getAttribute("token-autofill") === "password-manager";
    return new Fields(this, { ids, managed, signal }, {
      onReport: (field) => this.#checker?.done(field),
      onEdit: (field) => this.#edited(field),
      onEnter: (event) => this.#entered(event),
    });
  }

  /**
   * @param {Fields} fields
   * @param {AbortSignal} signal
   */
  #makeChecker(fields, signal) {
    return new Checker({
      fields,
      signal,
      pages: this.getAttribute("pages") ?? PAGES,
      examples: this.hasAttribute("examples"),
      live: this.hasAttribute("live"),
      relay: this.getAttribute("relay"),
      hasFixedProfile: this.hasAttribute("profile"),
      profile: this.#profile,
      onDiagnosis: (diagnosis) => this.#diagnosed(diagnosis),
    });
  }

  /** @param {InputField} field */
  #edited(field) {
    this.#checker?.edited(field);
    if (this.form) this.#checker?.look();
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
    this.dispatchEvent(new CustomEvent("jira-doctor:diagnosis", { detail: diagnosis, bubbles: true, composed: true }));
  }

  /** @param {Diagnosis} diagnosis */
  #judge({ findings }) {
    // What an answer tells is no fault of the form: the person may be fixing it just now.
    const isTyped = (/** @type {Diagnosis["findings"][number]} */ { field }) => field !== "paste" && field !== "response" && field !== "request";
    const error = findings.find((finding) => finding.severity === "error" && finding.certainty !== "possible" && isTyped(finding));
    if (!error) return this.#internals.setValidity({});
    const own = isInputField(error.field) && this.#fields?.isOwn(error.field);
    const anchor = own ? this.#fields?.inputs[/** @type {InputField} */ (error.field)] : this.#checker?.anchor;
    this.#internals.setValidity({ customError: true }, error.message, anchor);
  }
}
