// @ts-check
// What the parts ask of the checker without changing anything: texts to copy, and readings.
import { gettext } from "../gettext.js";
import { authorization, plan, readAuthorization, readSite, redactPaste, report, script, snippet } from "../load.js";
import { FIELDS } from "../element/field-names.js";
import { evidenceOf } from "./evidence.js";
import { Loader } from "./loader.js";
import { ShownPaste } from "./shown-paste.js";
import { nothing } from "./state.js";

/** @import { AuthorizationFacts, Evidence, Shell, Site, SnippetForm } from "../../pkg/jira_doctor.js" */
/** @import { Fields } from "../element/fields.js" */
/** @import { LoadState } from "./loader.js" */
/** @import { State } from "./state.js" */

export class Reader {
  /** @type {State} */
  state = { ...nothing(), load: "loading", trouble: null, profile: null, needs: [], refusal: "" };
  /** @type {Fields} */
  fields;
  loader;

  /**
   * @param {Fields} fields
   * @param {(load: LoadState, trouble: unknown) => void} onLoad
   */
  constructor(fields, onLoad) {
    this.fields = fields;
    this.loader = new Loader(onLoad);
  }

  /** Loads the checker. */
  start() {
    return this.loader.start();
  }

  /** The last one. @type {{ pasted: string, secrets: string[], shown: ShownPaste } | null} */
  #shown = null;

  /** @returns {Evidence} */
  get evidence() {
    return evidenceOf(this.state, this.fields);
  }

  /** What Jira is asked anew with: no answer is part of it. @returns {Evidence} */
  get question() {
    return evidenceOf({ ...this.state, calls: [], pasted: "", header: "" }, this.fields);
  }

  /** What Jira is asked, as one text that tells one question from another. */
  get asked() {
    return JSON.stringify([this.question, this.state.profile]);
  }

  /** What a press would send; `null` where that cannot be told yet. @param {string | null} relay */
  plan(relay) {
    return this.loader.attempt(() => plan(this.question, { relay, profile: this.state.profile }));
  }

  /** What the box holds, without its secrets and those in the fields; `null` until the checker can tell them. @returns {ShownPaste | null} */
  get shownPaste() {
    const { pasted, header } = this.state;
    const secrets = [...FIELDS.map((field) => this.fields.value(field)), header];
    if (this.#shown?.pasted !== pasted || this.#shown.secrets.some((secret, at) => secret !== secrets[at])) {
      const shown = this.loader.attempt(() => new ShownPaste(redactPaste({ ...this.question, authorization: header, paste: pasted })));
      this.#shown = shown && { pasted, secrets, shown };
    }
    return this.#shown?.shown ?? null;
  }

  /** Leaves nothing of what was shown. */
  forget() {
    this.#shown = null;
  }

  /** @param {string} typed @returns {Site | null} */
  readSite(typed) {
    return this.loader.attempt(() => readSite(typed));
  }

  /** @param {string} header @returns {AuthorizationFacts | null} */
  readHeader(header) {
    return this.loader.attempt(() => readAuthorization(header));
  }

  /** @param {"markdown" | "json"} format */
  report(format) {
    const text = this.loader.attempt(() => report(this.evidence, format, this.state.profile));
    if (text === null) throw new Error(gettext("The report could not be made."));
    return text;
  }

  /** @param {Shell} shell */
  script(shell) {
    return this.loader.ready(() => script(this.question, shell, this.state.profile));
  }

  /** @param {SnippetForm} form */
  snippet(form) {
    return this.loader.ready(() => snippet(this.question, form));
  }

  /** The header of what stands in the fields. @param {"basic" | "bearer"} scheme */
  authorization(scheme) {
    return this.loader.ready(() => authorization({ email: this.fields.value("email"), token: this.fields.value("token"), scheme }));
  }
}
