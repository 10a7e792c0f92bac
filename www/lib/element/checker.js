// @ts-check
// The conversation: what was typed goes into one diagnosis, and the diagnosis goes to the panels.
import { exchangeText } from "../parts/exchange-text.js";
import { FieldReport } from "./field-report.js";
import { FIELDS, LABELS } from "./fields.js";
import { gettext } from "../gettext.js";
import { Given } from "../core/evidence.js";
import { applyFix, authorization, CrashError, diagnose, examine, init, readAuthorization, readFields, report, script, snippet } from "../load.js";
import { Loader } from "../core/loader.js";
import { makePanels } from "../panels/panels.js";
import { Presenter } from "./presenter.js";

/** @import { Call, Diagnosis, Evidence, FilledFields, Finding, Profile } from "../../pkg/jira_doctor.js" */
/** @import { Fields, InputField } from "./fields.js" */
/** @import { Scheme } from "../panels/header-panel.js" */
/** @import { Options as LiveOptions } from "../panels/live-panel.js" */
/** @import { State } from "../panels/notice.js" */
/** @import { Acts, Setting } from "../panels/panels.js" */
/** @import { Context } from "../views/view.js" */

/** @typedef {Setting & { profile: Profile | null, onDiagnosis: (diagnosis: Diagnosis) => void }} Options */

export class Checker {
  /** What goes into the shadow root. */
  node;
  /** @type {Diagnosis | null} */
  diagnosis = null;
  /** @type {Fields} */
  #fields;
  #options;
  /** @type {Record<InputField, FieldReport>} */
  #reports;
  /** The fields whose findings are shown. @type {Set<InputField>} */
  #reported = new Set();
  #loader;
  /** Whether a check waits for the checker to be loaded. */
  #isWaiting = false;
  #panels;
  #given;
  #presenter;

  /** @param {Options} options */
  constructor(options) {
    const { fields } = options;
    this.#options = options;
    this.#fields = fields;
    const report = (/** @type {InputField} */ field) => new FieldReport(fields.place(field), () => this.#context());
    this.#reports = { site: report("site"), email: report("email"), token: report("token") };
    const tell = (/** @type {State} */ state, /** @type {unknown} */ error) => this.#panels.notice.update(state, error);
    this.#loader = new Loader({ tell, onFields: () => this.#catchUp(), onReady: () => this.#loaded() });
    this.#panels = makePanels(this.#acts(), options);
    const { answer, ask, read, node } = this.#panels;
    this.#given = new Given({ fields, answer: answer.evidence, header: read.header, targets: ask.targets.evidence });
    this.#presenter = new Presenter({ panels: this.#panels, given: this.#given, fields, reports: this.#reports });
    this.node = node;
    this.profile = options.profile;
  }

  /** @returns {Acts} */
  #acts() {
    return {
      onStart: () => this.start(),
      onCheck: () => this.check(),
      onClear: () => this.clear(),
      onAnswers: (answers) => {
        this.#given.answers = answers;
        this.#refresh();
      },
      onAnswer: (how) => this.#answerGiven(how),
      onTarget: () => this.#targetChanged(),
      onFill: (found) => this.#filled(found),
      onTry: (evidence) => this.#try(evidence),
      onTrySample: (evidence) => this.#trySample(evidence),
      onProfile: (profile) => this.#profileChosen(profile),
      onExamined: ({ calls }) => this.#examined(calls),
      examine: (how) => this.#examine(how),
      script: (shell) => this.#loader.ready(() => script(this.#given.evidence({ isAsking: true }), shell, this.profile)),
      snippet: (form) => this.#loader.ready(() => snippet(this.#given.evidence({ isAsking: true }), form)),
      report: (format) => this.#report(format),
      authorization: (scheme) => this.#authorization(scheme),
      readHeader: (header) => this.#loader.attempt(() => this.#readHeader(header)),
      fixHeader: (header, { problem }) => this.#loader.attempt(() => applyFix(this.#given.withHeader(header), problem, this.profile).authorization ?? null),
      readFields: (text) => this.#readFields(text),
      context: () => this.#context(),
    };
  }

  /** What the details are for. */
  get profile() {
    return this.#panels.profile.get();
  }

  set profile(profile) {
    this.#panels.profile.set(profile);
    this.#profileChosen(profile);
  }

  /** Loads the checker, and does what was asked for in the meantime. */
  start() {
    return this.#loader.start();
  }

  #loaded() {
    this.#panels.scopes.ready();
    if (this.profile) this.#profileChosen(this.profile);
    this.#catchUp();
  }

  #catchUp() {
    if (this.#isWaiting) this.check();
    else if (this.#reported.size > 0 || this.#given.hasAnswer) this.#refresh();
    else this.#panels.ask.update(null);
  }

  /** Says what is wrong with the whole, and moves the focus there. */
  check() {
    this.#isWaiting = this.#loader.state === "loading";
    if (this.#isWaiting) return;
    this.#given.isChecked = true;
    for (const field of FIELDS) this.#reported.add(field);
    this.#refresh({ focus: true });
  }

  /** Forgets everything that was given. */
  clear() {
    for (const field of FIELDS) {
      this.#fields.set(field, "");
      this.#reports[field].clear();
      this.#fields.mark(field, false);
    }
    this.#forget();
    this.#panels.fill.clear();
    this.#panels.read.clear();
    this.#panels.status.tell(gettext("Everything was cleared."));
    this.#fields.focus("site");
  }

  /** Forgets what may hold a secret, and keeps the rest. */
  wipe() {
    const { fill, read, answer, ask, result } = this.#panels;
    fill.clear();
    read.clear();
    answer.clear();
    ask.forget();
    this.fill({ token: "" });
    this.#given.forgetText();
    result.clear();
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
    this.#forgetCalls();
    this.#panels.result.hide();
    this.#panels.header.hide();
  }

  /** Where the browser may point when a form cannot be sent. */
  get anchor() {
    return this.#panels.result.summary;
  }

  /** Diagnoses without showing anything. */
  look() {
    const diagnosis = this.#loader.attempt(() => diagnose(this.#given.evidence(), this.profile));
    if (diagnosis) this.#options.onDiagnosis(diagnosis);
  }

  /** @param {{ focus?: boolean, about?: InputField }} [how] */
  #refresh({ focus = false, about } = {}) {
    const diagnosis = this.#loader.attempt(() => diagnose(this.#given.evidence(), this.profile));
    if (!diagnosis) {
      this.#isWaiting ||= focus && this.#loader.state === "fields";
      return;
    }
    this.diagnosis = diagnosis;
    this.#loader.tellState();
    this.#presenter.showFields(diagnosis, this.#reported);
    this.#loader.attempt(() => this.#presenter.showWhole(diagnosis, this.#reported, focus));
    this.#presenter.announce(diagnosis, about);
    this.#options.onDiagnosis(diagnosis);
  }

  /** @param {Finding} finding */
  #fix(finding) {
    const texts = this.#loader.attempt(() => applyFix(this.#given.evidence(), finding.problem, this.profile));
    if (!texts) return;
    if (texts.authorization) this.#panels.read.open(texts.authorization);
    const changed = FIELDS.filter((field) => texts[field] !== undefined);
    const former = Object.fromEntries(changed.map((field) => [field, this.#fields.value(field)]));
    this.fill(texts);
    for (const field of changed) this.#reports[field].offerUndo(() => this.#undo(former));
    const [first] = changed;
    if (!first) return;
    this.#fields.focus(first);
    const names = changed.map((field) => LABELS[field]).join(", ");
    this.#panels.status.tell(`${gettext("Changed: {names}.", { names })} ${this.diagnosis?.headline ?? ""}`);
  }

  /** @param {Partial<Record<InputField, string>>} former */
  #undo(former) {
    this.fill(former);
    const first = FIELDS.find((field) => former[field] !== undefined);
    if (first) this.#fields.focus(first);
  }

  /** @param {{ focus: boolean }} how */
  #answerGiven(how) {
    this.#forgetCalls();
    this.#reportFilled();
    if (this.#given.hasAnswer || this.#reported.size === FIELDS.length) this.#refresh(how);
    else this.#panels.result.clear();
  }

  /** A field that was filled before is part of the evidence, so what is wrong with it is told. */
  #reportFilled() {
    for (const field of FIELDS) if (this.#fields.value(field)) this.#reported.add(field);
  }

  #targetChanged() {
    this.#forgetCalls();
    this.#refresh();
  }

  /** What was asked was asked with other details. */
  #forgetCalls() {
    this.#given.calls = [];
    this.#panels.ask.forget();
  }

  /** @type {LiveOptions["examine"]} */
  async #examine(how) {
    const { profile } = this;
    const { relay } = this.#options;
    this.#given.calls = [];
    try {
      return await examine(this.#given.evidence({ isAsking: true }), { ...how, relay, profile });
    } catch (error) {
      if (!(error instanceof CrashError)) throw error;
      this.#panels.notice.update("crashed");
      return null;
    }
  }

  /** @param {Call[]} calls */
  #examined(calls) {
    this.#given.calls = calls;
    this.#reportFilled();
    this.#refresh({ focus: calls.length > 0 });
  }

  /** @param {Profile | null} profile */
  #profileChosen(profile) {
    this.#fields.suit(profile);
    this.#panels.ask.suit(profile);
    if (this.#loader.state === "loading") return;
    if (profile && !this.#accepts(profile)) return;
    this.#panels.scopes.set(profile);
    this.#refresh();
  }

  /** Whether it is a profile; if not, the panel says why. @param {Profile} profile */
  #accepts(profile) {
    const panel = this.#panels.profile;
    try {
      const diagnosis = this.#loader.attempt(() => diagnose({}, profile));
      if (diagnosis) panel.need(diagnosis.permissions);
      return diagnosis !== null;
    } catch (error) {
      panel.refuse(/** @type {Error} */ (error).message);
      return false;
    }
  }

  /** @param {string} text */
  async #readFields(text) {
    if (this.#loader.state !== "ready") await init();
    return this.#loader.attempt(() => readFields(text));
  }

  /** @param {FilledFields} found */
  #filled({ site, email, token, authorization: header }) {
    const texts = Object.entries({ site, email, token }).filter(([, text]) => text !== null);
    this.fill(Object.fromEntries(texts));
    if (header) this.#panels.read.open(header);
  }

  /** @param {Evidence} evidence */
  #try(evidence) {
    this.#putExample(evidence);
    if (evidence.authorization) this.#panels.read.focus();
    else this.check();
  }

  /** @param {Evidence} evidence */
  #trySample(evidence) {
    this.#putExample(evidence);
    this.#panels.answer.take(exchangeText(evidence));
    this.#refresh({ focus: true });
  }

  /** @param {Evidence} evidence */
  #putExample({ site, email, token, authorization: header, answers }) {
    this.clear();
    this.#given.answers = answers ?? {};
    this.#panels.questions.set(this.#given.answers);
    this.fill({ site: site ?? "", email: email ?? "", token: token ?? "" });
    if (header) this.#panels.read.open(header);
  }

  #forget() {
    const { answer, questions, result, site, header, ask, examined } = this.#panels;
    this.diagnosis = null;
    this.#given.forget();
    answer.clear();
    this.#reported.clear();
    this.#isWaiting = false;
    questions.set({});
    result.clear();
    site.update(null);
    header.reset();
    header.update(false, "basic");
    ask.clear();
    examined.update(null);
    if (this.#loader.state === "loading") return;
    this.#loader.tellState();
    ask.update(null);
    this.#presenter.showSetup(this.#loader.attempt(() => diagnose({}, this.profile)));
  }

  /** @param {"markdown" | "json"} format */
  #report(format) {
    const text = this.#loader.attempt(() => report(this.#given.evidence(), format, this.profile));
    if (text === null) throw new Error(gettext("The report could not be made."));
    return text;
  }

  /** @param {string} header */
  #readHeader(header) {
    const facts = readAuthorization(header);
    const { findings } = diagnose(this.#given.withHeader(header), this.profile);
    return { facts, findings: findings.filter(({ field }) => field !== "site") };
  }

  /** @param {Scheme} scheme */
  #authorization(scheme) {
    return this.#loader.ready(() => authorization({ email: this.#fields.value("email"), token: this.#fields.value("token"), scheme }));
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
}
