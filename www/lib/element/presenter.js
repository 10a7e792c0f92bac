// @ts-check
// Which part shows what of a diagnosis.
import { FIELDS, LABELS } from "./fields.js";
import { usualScheme } from "../panels/header-panel.js";

/** @import { Diagnosis } from "../../pkg/jira_doctor.js" */
/** @import { FieldReport } from "./field-report.js" */
/** @import { Fields, InputField } from "./fields.js" */
/** @import { Given } from "../core/evidence.js" */
/** @import { makePanels } from "../panels/panels.js" */

/**
 * @typedef {object} Stage
 * @property {ReturnType<typeof makePanels>} panels
 * @property {Given} given
 * @property {Fields} fields
 * @property {Record<InputField, FieldReport>} reports
 */

export class Presenter {
  #panels;
  #given;
  #fields;
  #reports;

  /** @param {Stage} stage */
  constructor({ panels, given, fields, reports }) {
    this.#panels = panels;
    this.#given = given;
    this.#fields = fields;
    this.#reports = reports;
  }

  /**
   * @param {Diagnosis} diagnosis
   * @param {Set<InputField>} reported the fields whose findings are shown
   */
  showFields({ findings }, reported) {
    for (const field of reported) {
      const own = findings.filter((finding) => finding.field === field);
      this.#reports[field].show(own);
      this.#fields.mark(field, own.some(({ severity }) => severity === "error"));
    }
  }

  /**
   * @param {Diagnosis} diagnosis
   * @param {Set<InputField>} reported
   * @param {boolean} focus
   */
  showWhole(diagnosis, reported, focus) {
    const { site, header, ask, questions, examined, result } = this.#panels;
    const allReported = reported.size === FIELDS.length;
    site.update(reported.has("site") ? diagnosis.site : null);
    header.update(reported.has("token") && this.#fields.value("token") !== "", usualScheme(diagnosis, this.#given.answers));
    ask.update(diagnosis);
    this.showSetup(diagnosis);
    const { hasAnswer } = this.#given;
    if (!allReported && !hasAnswer) return;
    this.#given.isChecked ||= allReported;
    questions.update(diagnosis.questions);
    examined.update(diagnosis);
    this.#placeResult();
    result.update(diagnosis, focus, hasAnswer ? this.#given.pasted() : null);
  }

  /** What goes into the product, and how far its guide was followed. @param {Diagnosis | null} diagnosis */
  showSetup(diagnosis) {
    const { setup: panel, profile } = this.#panels;
    const setup = diagnosis?.setup ?? null;
    panel.update(setup);
    const isDone = (/** @type {string} */ part) => setup?.conditions.find((one) => one.part === part)?.isDone ?? null;
    profile.update((part) => (part === "setup" ? (setup?.ready ?? null) : isDone(part)));
  }

  /**
   * Says aloud what matters most.
   *
   * @param {Diagnosis} diagnosis
   * @param {InputField} [about]
   */
  announce({ findings, headline }, about) {
    const { tell } = this.#panels.status;
    const first = findings.find(({ field }) => field === about);
    if (about && first) tell(`${LABELS[about]}: ${first.message}`);
    else if (this.#given.isChecked || this.#given.hasAnswer) tell(headline);
  }

  /** The result follows what it is about: the fields, the call, or the answer. */
  #placeResult() {
    const { result, notice, ask, answer } = this.#panels;
    const { calls, hasPasted } = this.#given;
    const before = calls.length > 0 ? ask.node : hasPasted ? answer.node : notice.node;
    if (before.nextElementSibling !== result.node) before.after(result.node);
  }
}
