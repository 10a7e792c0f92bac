// @ts-check
// The conversation: what was typed goes into one diagnosis, and the diagnosis goes to the panels.
import { exchangeText } from "./exchange-text.js";
import { FieldReport } from "./field-report.js";
import { FIELDS, LABELS } from "./fields.js";
import { gettext } from "./gettext.js";
import { Given } from "./given.js";
import {
  applyFix, authorization, CrashError, diagnose, examine, init, initFields, NotLoadedError, readAuthorization, readFields, report,
  script, snippet,
} from "./load.js";
import { makePanels } from "./panels.js";
import { Presenter } from "./presenter.js";

/** @import { Call, Diagnosis, Evidence, FilledFields, Finding, Profile } from "../pkg/jira_doctor.js" */
/** @import { Fields, InputField } from "./fields.js" */
/** @import { Scheme } from "./header-panel.js" */
/** @import { Options as LiveOptions } from "./live-panel.js" */
/** @import { Acts, Setting } from "./panels.js" */
/** @import { Context } from "./view.js" */

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
  /** In `fields` all that stands in the fields is read, and the rest is on its way. @type {"loading" | "fields" | "ready"} */
  #state = "loading";
  /** The rest, once it is asked for. @type {Promise<void> | null} */
  #rest = null;
  /** Why the rest is not there. @type {unknown} */
  #failure = null;
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
      script: (shell) => this.#ready(() => script(this.#given.evidence({ isAsking: true }), shell, this.profile)),
      snippet: (form) => this.#ready(() => snippet(this.#given.evidence({ isAsking: true }), form)),
      report: (format) => this.#report(format),
      authorization: (scheme) => this.#authorization(scheme),
      readHeader: (header) => this.#attempt(() => this.#readHeader(header)),
      fixHeader: (header, { problem }) => this.#attempt(() => applyFix(this.#given.withHeader(header), problem, this.profile).authorization ?? null),
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

  /** Loads what reads the fields, does what was asked for in the meantime, and loads the rest when there is time. */
  async start() {
    const { notice } = this.#panels;
    notice.update("loading");
    try {
      await initFields();
    } catch (error) {
      notice.update("failed", error);
      return;
    }
    this.#state = "fields";
    this.#failure = null;
    notice.update("fields");
    this.#catchUp();
    whenIdle(() => this.#loadRest());
  }

  /** Loads the rest once, and does what needed it. */
  #loadRest() {
    this.#rest ??= this.#startRest().finally(() => (this.#rest = null));
  }

  async #startRest() {
    if (this.#state === "ready") return;
    try {
      await init();
    } catch (error) {
      this.#failure = error;
      this.#panels.notice.update("partial", error);
      return;
    }
    this.#state = "ready";
    this.#panels.notice.update("ready");
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
    this.#isWaiting = this.#state === "loading";
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
    const diagnosis = this.#attempt(() => diagnose(this.#given.evidence(), this.profile));
    if (diagnosis) this.#options.onDiagnosis(diagnosis);
  }

  /** @param {{ focus?: boolean, about?: InputField }} [how] */
  #refresh({ focus = false, about } = {}) {
    const diagnosis = this.#attempt(() => diagnose(this.#given.evidence(), this.profile));
    if (!diagnosis) {
      this.#isWaiting ||= focus && this.#state === "fields";
      return;
    }
    this.diagnosis = diagnosis;
    this.#tellState();
    this.#presenter.showFields(diagnosis, this.#reported);
    this.#attempt(() => this.#presenter.showWhole(diagnosis, this.#reported, focus));
    this.#presenter.announce(diagnosis, about);
    this.#options.onDiagnosis(diagnosis);
  }

  /** @param {Finding} finding */
  #fix(finding) {
    const texts = this.#attempt(() => applyFix(this.#given.evidence(), finding.problem, this.profile));
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
    if (this.#state === "loading") return;
    if (profile && !this.#accepts(profile)) return;
    this.#panels.scopes.set(profile);
    this.#refresh();
  }

  /** Whether it is a profile; if not, the panel says why. @param {Profile} profile */
  #accepts(profile) {
    const panel = this.#panels.profile;
    try {
      const diagnosis = this.#attempt(() => diagnose({}, profile));
      if (diagnosis) panel.need(diagnosis.permissions);
      return diagnosis !== null;
    } catch (error) {
      panel.refuse(/** @type {Error} */ (error).message);
      return false;
    }
  }

  /** @param {string} text */
  async #readFields(text) {
    if (this.#state !== "ready") await init();
    return this.#attempt(() => readFields(text));
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
    if (this.#state === "loading") return;
    this.#tellState();
    ask.update(null);
    this.#presenter.showSetup(this.#attempt(() => diagnose({}, this.profile)));
  }

  /** @param {"markdown" | "json"} format */
  #report(format) {
    const text = this.#attempt(() => report(this.#given.evidence(), format, this.profile));
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
    return this.#ready(() => authorization({ email: this.#fields.value("email"), token: this.#fields.value("token"), scheme }));
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
   * Calls the checker for a text that somebody waits for.
   *
   * @param {() => string} use
   */
  #ready(use) {
    if (this.#state === "loading") throw new Error(gettext("The checker is still loading."));
    return use();
  }

  /**
   * Calls the checker. A crash is told to the person; the fields stay as they are.
   *
   * @template T
   * @param {() => T} use
   * @returns {T | null}
   */
  #attempt(use) {
    if (this.#state === "loading") return null;
    try {
      return use();
    } catch (error) {
      if (error instanceof NotLoadedError) this.#loadRest();
      else if (error instanceof CrashError) this.#panels.notice.update("crashed");
      else throw error;
      return null;
    }
  }

  #tellState() {
    if (this.#failure) this.#panels.notice.update("partial", this.#failure);
    else this.#panels.notice.update(this.#state);
  }
}

/** Calls when the browser has nothing else to do. @param {() => void} call */
function whenIdle(call) {
  if ("requestIdleCallback" in globalThis) requestIdleCallback(call, { timeout: 2000 });
  else setTimeout(call, 200);
}
