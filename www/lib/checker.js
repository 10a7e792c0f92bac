// @ts-check
// The conversation: what was typed goes into one diagnosis, and the diagnosis goes to the panels.
import { answerPanel } from "./answer-panel.js";
import { ENGLISH, h } from "./dom.js";
import { examplePanel, samplePanel } from "./example-panel.js";
import { exchangeText } from "./exchange-text.js";
import { FieldReport } from "./field-report.js";
import { FIELDS, LABELS } from "./fields.js";
import { fillPanel } from "./fill-panel.js";
import { Given } from "./given.js";
import { headerPanel, usualScheme } from "./header-panel.js";
import { applyFix, authorization, CrashError, diagnose, init, readAuthorization, readFields, report } from "./load.js";
import { noticePanel } from "./notice.js";
import { questionPanel } from "./question-panel.js";
import { readPanel } from "./read-panel.js";
import { resultPanel } from "./result-panel.js";
import { sitePanel } from "./site-panel.js";
import { statusLine } from "./status.js";
import { button } from "./view.js";

/** @import { Answers, Diagnosis, Evidence, Finding } from "../pkg/jira_doctor.js" */
/** @import { Fields, InputField } from "./fields.js" */
/** @import { Scheme } from "./header-panel.js" */
/** @import { Context } from "./view.js" */

/**
 * @typedef {object} Options
 * @property {Fields} fields
 * @property {string} pages
 * @property {boolean} examples
 * @property {AbortSignal} signal
 * @property {(diagnosis: Diagnosis) => void} onDiagnosis
 */

export class Checker {
  /** What goes into the shadow root. */
  node;
  /** @type {Diagnosis | null} */
  diagnosis = null;
  #fields;
  #options;
  /** @type {Record<InputField, FieldReport>} */
  #reports;
  /** The fields whose findings are shown. @type {Set<InputField>} */
  #reported = new Set();
  /** @type {"loading" | "ready"} */
  #state = "loading";
  /** Whether a check waits for the checker to be loaded. */
  #isWaiting = false;
  #status;
  #notice = noticePanel(() => this.start());
  #questions;
  #result;
  #site;
  #header;
  #read;
  #fill;
  #examples = examplePanel((evidence) => this.#try(evidence));
  #samples = samplePanel((evidence) => this.#trySample(evidence));
  #answer;
  /** @type {Given} */
  #given;

  /** @param {Options} options */
  constructor(options) {
    const { fields, pages, signal, examples } = options;
    this.#options = options;
    this.#fields = fields;
    this.#status = statusLine(signal);
    const { tell } = this.#status;
    const report = (/** @type {InputField} */ field) => new FieldReport(fields.place(field), () => this.#context());
    this.#reports = { site: report("site"), email: report("email"), token: report("token") };
    this.#questions = questionPanel((answers) => this.#answered(answers), tell);
    this.#answer = answerPanel({
      onAnswer: (how) => this.#answerGiven(how),
      onEdit: () => this.#result.hide(),
      samples: this.#samples.node,
      signal,
      tell,
    });
    this.#result = resultPanel({
      context: () => this.#context(),
      onGoToField: (field) => fields.focus(field),
      questions: this.#questions.node,
      report: (format) => this.#report(format),
      tell,
    });
    this.#site = sitePanel(tell);
    this.#header = headerPanel({ read: (scheme) => this.#authorization(scheme), tell, signal });
    this.#read = readPanel({
      read: (header) => this.#attempt(() => this.#readHeader(header)),
      fix: (header, finding) => this.#attempt(() => applyFix(this.#given.withHeader(header), finding.problem).authorization ?? null),
      tell,
      pages,
    });
    this.#given = new Given({ fields, answer: () => this.#answer.evidence(), header: () => this.#read.header() });
    this.#fill = fillPanel({
      read: (text) => this.#attempt(() => readFields(text)),
      onFill: (found) => this.#filled(found),
      tell,
    });
    this.node = h(
      "div",
      { class: "jd-root", ...ENGLISH },
      h("h2", { class: "jd-hidden" }, "Check your details"),
      h("slot", { name: "promise" }, h("p", { class: "jd-muted" }, "Checked in your browser. The checker sends nothing anywhere.")),
      this.#fill.node,
      h("slot"),
      h("p", { class: "jd-actions" }, button("Check", () => this.check(), "jd-primary"), button("Clear everything", () => this.clear())),
      this.#notice.node,
      this.#result.node,
      this.#answer.node,
      this.#site.node,
      this.#header.node,
      this.#read.node,
      examples && this.#examples.node,
      this.#status.node,
    );
  }

  /** Loads the checker, and does what was asked for in the meantime. */
  async start() {
    this.#notice.update("loading");
    try {
      await init();
    } catch (error) {
      this.#notice.update("failed", error);
      return;
    }
    this.#state = "ready";
    this.#notice.update("ready");
    this.#examples.ready();
    this.#samples.ready();
    if (this.#isWaiting) this.check();
    else if (this.#reported.size > 0 || this.#given.hasAnswer) this.#refresh();
  }

  /** Says what is wrong with the whole, and moves the focus there. */
  check() {
    this.#isWaiting = this.#state !== "ready";
    if (this.#isWaiting) return;
    this.#given.isChecked = true;
    for (const field of FIELDS) this.#reported.add(field);
    this.#refresh({ focus: true });
  }

  /** Forgets everything. */
  clear() {
    for (const field of FIELDS) {
      this.#fields.set(field, "");
      this.#reports[field].clear();
      this.#fields.mark(field, false);
    }
    this.#forget();
    this.#fill.clear();
    this.#read.clear();
    this.#status.tell("Everything was cleared.");
    this.#fields.focus("site");
  }

  /** Forgets what may hold a secret, and keeps the rest. */
  wipe() {
    this.#fill.clear();
    this.#read.clear();
    this.#answer.clear();
    this.fill({ token: "" });
    this.#given.forgetText();
    this.#result.clear();
  }

  /**
   * Puts texts into fields, as if they were typed.
   *
   * @param {Partial<Record<InputField, string>>} texts
   */
  fill(texts) {
    for (const field of FIELDS) {
      const text = texts[field];
      if (text === undefined) continue;
      this.edited(field);
      this.#fields.set(field, text);
      if (text) this.#reported.add(field);
    }
    this.#refresh();
  }

  /** The person is done with a field. @param {InputField} field */
  done(field) {
    this.#reported.add(field);
    this.#refresh({ about: field });
  }

  /** A field changes: what was said of its former text is gone. @param {InputField} field */
  edited(field) {
    this.#reported.delete(field);
    this.#reports[field].clear();
    this.#fields.mark(field, false);
    this.#result.hide();
    this.#header.hide();
  }

  /** Where the browser may point when a form cannot be sent. */
  get anchor() {
    return this.#result.summary;
  }

  /** Diagnoses without showing anything. */
  look() {
    if (this.#state === "ready") this.#attempt(() => this.#options.onDiagnosis(diagnose(this.#given.evidence())));
  }

  /** @param {{ focus?: boolean, about?: InputField }} [how] */
  #refresh({ focus = false, about } = {}) {
    if (this.#state !== "ready") return;
    const diagnosis = this.#attempt(() => diagnose(this.#given.evidence()));
    if (!diagnosis) return;
    this.diagnosis = diagnosis;
    this.#notice.update("ready");
    this.#showFields(diagnosis);
    this.#attempt(() => this.#showWhole(diagnosis, focus));
    this.#announce(diagnosis, about);
    this.#options.onDiagnosis(diagnosis);
  }

  /** @param {Diagnosis} diagnosis */
  #showFields({ findings }) {
    for (const field of this.#reported) {
      const own = findings.filter((finding) => finding.field === field);
      this.#reports[field].show(own);
      this.#fields.mark(field, own.some(({ severity }) => severity === "error"));
    }
  }

  /**
   * @param {Diagnosis} diagnosis
   * @param {boolean} focus
   */
  #showWhole(diagnosis, focus) {
    const allReported = this.#reported.size === FIELDS.length;
    const { site, questions } = diagnosis;
    this.#site.update(this.#reported.has("site") ? site : null);
    this.#header.update(this.#reported.has("token") && this.#fields.value("token") !== "", usualScheme(diagnosis, this.#given.answers));
    const hasAnswer = this.#given.hasAnswer;
    if (!allReported && !hasAnswer) return;
    this.#given.isChecked ||= allReported;
    this.#questions.update(questions);
    this.#placeResult(hasAnswer);
    this.#result.update(diagnosis, focus, hasAnswer ? this.#given.pasted() : null);
  }

  /** The result follows what it is about: the fields, or the answer. @param {boolean} hasAnswer */
  #placeResult(hasAnswer) {
    const { node } = this.#result;
    const before = hasAnswer ? this.#answer.node : this.#notice.node;
    if (before.nextElementSibling !== node) before.after(node);
  }

  /**
   * @param {Diagnosis} diagnosis
   * @param {InputField} [about]
   */
  #announce({ findings, headline }, about) {
    const first = findings.find(({ field }) => field === about);
    if (about && first) this.#status.tell(`${LABELS[about]}: ${first.message}`);
    else if (this.#given.isChecked || this.#given.hasAnswer) this.#status.tell(headline);
  }

  /** @param {Finding} finding */
  #fix(finding) {
    const texts = this.#attempt(() => applyFix(this.#given.evidence(), finding.problem));
    if (!texts) return;
    if (texts.authorization) this.#read.open(texts.authorization);
    const changed = FIELDS.filter((field) => texts[field] !== undefined);
    const former = Object.fromEntries(changed.map((field) => [field, this.#fields.value(field)]));
    this.fill(texts);
    for (const field of changed) this.#reports[field].offerUndo(() => this.#undo(former));
    const [first] = changed;
    if (!first) return;
    this.#fields.focus(first);
    const names = changed.map((field) => LABELS[field]).join(", ");
    this.#status.tell(`Changed: ${names}. ${this.diagnosis?.headline ?? ""}`);
  }

  /** @param {Partial<Record<InputField, string>>} former */
  #undo(former) {
    this.fill(former);
    const first = FIELDS.find((field) => former[field] !== undefined);
    if (first) this.#fields.focus(first);
  }

  /** @param {Answers} answers */
  #answered(answers) {
    this.#given.answers = answers;
    this.#refresh();
  }

  /** @param {{ focus: boolean }} how */
  #answerGiven(how) {
    // A field that was filled before is part of the evidence, so what is wrong with it is told.
    for (const field of FIELDS) if (this.#fields.value(field)) this.#reported.add(field);
    if (this.#given.hasAnswer || this.#reported.size === FIELDS.length) this.#refresh(how);
    else this.#result.clear();
  }

  /** @param {import("../pkg/jira_doctor.js").FilledFields} found */
  #filled({ site, email, token, authorization: header }) {
    const texts = Object.entries({ site, email, token }).filter(([, text]) => text !== null);
    this.fill(Object.fromEntries(texts));
    if (header) this.#read.open(header);
  }

  /** @param {Evidence} evidence */
  #try({ site, email, token, authorization: header, answers }) {
    this.clear();
    this.#given.answers = answers ?? {};
    this.#questions.set(this.#given.answers);
    this.fill({ site: site ?? "", email: email ?? "", token: token ?? "" });
    if (header) {
      this.#read.open(header);
      this.#read.focus();
    } else {
      this.check();
    }
  }

  /** @param {Evidence} evidence */
  #trySample(evidence) {
    this.clear();
    const { site, email, token, authorization: header, answers } = evidence;
    this.#given.answers = answers ?? {};
    this.#questions.set(this.#given.answers);
    this.fill({ site: site ?? "", email: email ?? "", token: token ?? "" });
    if (header) this.#read.open(header);
    this.#answer.take(exchangeText(evidence));
    this.#refresh({ focus: true });
  }

  #forget() {
    this.diagnosis = null;
    this.#given.forget();
    this.#answer.clear();
    this.#reported.clear();
    this.#isWaiting = false;
    this.#questions.set({});
    this.#result.clear();
    this.#site.update(null);
    this.#header.reset();
    this.#header.update(false, "basic");
    if (this.#state === "ready") this.#notice.update("ready");
  }

  /** @param {"markdown" | "json"} format */
  #report(format) {
    const text = this.#attempt(() => report(this.#given.evidence(), format));
    if (text === null) throw new Error("The report could not be made.");
    return text;
  }

  /** @param {string} header */
  #readHeader(header) {
    const facts = readAuthorization(header);
    const { findings } = diagnose(this.#given.withHeader(header));
    return { facts, findings: findings.filter(({ field }) => field !== "site") };
  }

  /** @param {Scheme} scheme */
  #authorization(scheme) {
    if (this.#state !== "ready") throw new Error("The checker is still loading.");
    return authorization({ email: this.#fields.value("email"), token: this.#fields.value("token"), scheme });
  }

  /** @returns {Context} */
  #context() {
    return {
      evidence: this.#given.evidence(),
      shown: (field) => this.#given.shown(field),
      onFix: (finding) => this.#fix(finding),
      pages: this.#options.pages,
    };
  }

  /**
   * Calls the checker. A crash is told to the person; the fields stay as they are.
   *
   * @template T
   * @param {() => T} use
   * @returns {T | null}
   */
  #attempt(use) {
    if (this.#state !== "ready") return null;
    try {
      return use();
    } catch (error) {
      if (!(error instanceof CrashError)) throw error;
      this.#notice.update("crashed");
      return null;
    }
  }
}
