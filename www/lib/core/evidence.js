// @ts-check
// Everything that the person gave, as one evidence: the fields, the header that was read, the answer, and what was asked.
import { FIELDS } from "../element/fields.js";
import { Redacted } from "./redacted.js";

/** @import { Answers, Call, Evidence, Field } from "../../pkg/jira_doctor.js" */
/** @import { Fields } from "../element/fields.js" */

/**
 * @typedef {object} Sources
 * @property {Fields} fields
 * @property {() => Pick<Evidence, "paste" | "response">} answer what came back
 * @property {() => string} header
 * @property {() => Pick<Evidence, "project" | "issue">} targets
 */

export class Given {
  /** @type {Answers} */
  answers = {};
  /** What Jira answered this page. It supersedes what was pasted before. @type {Call[]} */
  calls = [];
  /** Whether the whole was asked for. From then on an empty field counts as left blank. */
  isChecked = false;
  #sources;
  /** The pasted text as it may be shown. @type {{ of: string, secret: string, shown: Redacted } | null} */
  #shown = null;

  /** @param {Sources} sources */
  constructor(sources) {
    this.#sources = sources;
  }

  get hasAnswer() {
    return this.calls.length > 0 || this.hasPasted;
  }

  get hasPasted() {
    return Object.keys(this.#sources.answer()).length > 0;
  }

  /**
   * @param {{ isAsking?: boolean }} [how] `isAsking`: for asking anew, so without any answer
   * @returns {Evidence}
   */
  evidence({ isAsking = false } = {}) {
    const { fields, answer, header, targets } = this.#sources;
    const { hasAnswer } = this;
    /** @type {Evidence} */
    const evidence = { ...targets() };
    for (const field of FIELDS) {
      const text = fields.value(field);
      // With an answer at hand a blank field is one that the person did not fill in, and no fault.
      if (text || (this.isChecked && !hasAnswer)) evidence[field] = text;
    }
    if (Object.keys(this.answers).length > 0) evidence.answers = this.answers;
    if (isAsking || !hasAnswer) return evidence;
    if (this.calls.length > 0) return { ...evidence, calls: this.calls };
    return { ...evidence, ...(header() && { authorization: header() }), ...answer() };
  }

  /**
   * The site tells which scheme and which user name fit. Its own faults are told where it stands.
   *
   * @param {string} header
   * @returns {Evidence}
   */
  withHeader(header) {
    const site = this.#sources.fields.value("site");
    return site ? { site, authorization: header } : { authorization: header };
  }

  /** What was pasted, as it may be shown. */
  pasted() {
    if (this.calls.length > 0) return { field: /** @type {const} */ ("calls"), shown: null };
    const { paste, response } = this.#sources.answer();
    const field = /** @type {"paste" | "response"} */ (paste ? "paste" : "response");
    const text = paste ?? response?.body;
    return { field, shown: text ? this.#redacted(text) : null };
  }

  /** The pasted text, where a reason speaks of that field. @param {Field} field */
  shown(field) {
    const pasted = this.pasted();
    return field === pasted.field ? pasted.shown : null;
  }

  forget() {
    this.answers = {};
    this.calls = [];
    this.isChecked = false;
    this.forgetText();
  }

  forgetText() {
    this.#shown = null;
  }

  /** @param {string} text */
  #redacted(text) {
    const secret = this.#sources.fields.value("token");
    if (this.#shown?.of !== text || this.#shown.secret !== secret) {
      this.#shown = { of: text, secret, shown: new Redacted(text, [secret]) };
    }
    return this.#shown.shown;
  }
}
