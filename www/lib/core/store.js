// @ts-check
// The one place that knows what the person gave. Whatever happens changes the state here; the state is diagnosed, and every part of
// the element draws it anew.
import { FIELDS } from "../element/field-names.js";
import { gettext } from "../gettext.js";
import { applyFix, CrashError, diagnose, readFields } from "../load.js";
import { hasAnswer, isStatus } from "./evidence.js";
import { Reader } from "./reader.js";
import { nothing } from "./state.js";

/** @import { Answers, Call, Diagnosis, Field, FilledFields, Finding, Profile } from "../../pkg/jira_doctor.js" */
/** @import { Fields, InputField, Texts } from "../element/fields.js" */
/** @import { Plan } from "../load.js" */
/** @import { LoadState } from "./loader.js" */
/** @import { State } from "./state.js" */

/** More fixes than this do not follow from one another. */
const MOST_FIXES = 12;

/** No site, e-mail or token is longer. */
const LONG_FOR_A_FIELD = 2000;

/** A longer text takes so long to read that it is read once. */
const LONG_TO_READ_TWICE = 64 * 1024;

export class Store extends Reader {
  /** Says something aloud. @type {(sentence: string) => void} */
  tell = () => {};
  #draw;
  #events;
  /** Whether a check waits for the checker to be loaded. */
  #isWaiting = false;

  /**
   * @param {Fields} fields
   * @param {{ draw: (state: State, focus: boolean) => void, onDiagnosis: (diagnosis: Diagnosis) => void, onFix: (problems: string[], fields: Field[]) => void }} events
   */
  constructor(fields, { draw, ...events }) {
    super(fields, (load, trouble) => this.#loaded(load, trouble));
    this.#draw = draw;
    this.#events = events;
  }

  /**
   * @param {LoadState} load
   * @param {unknown} trouble
   */
  #loaded(load, trouble) {
    Object.assign(this.state, { load, trouble });
    if (load === "loading" || load === "failed" || load === "crashed") return this.draw();
    if (load === "ready" && this.state.profile) this.#accept(this.state.profile);
    if (load === "ready" && this.state.pasted) this.#recognize();
    for (const field of FIELDS) if (this.fields.value(field)) this.state.reported.add(field);
    if (this.#isWaiting) this.check();
    else if (this.state.reported.size > 0 || this.state.pasted || this.state.profile) this.refresh();
    else this.draw();
  }

  /** @param {{ focus?: boolean, about?: InputField }} [how] */
  refresh({ focus = false, about } = {}) {
    const diagnosis = this.#diagnosed();
    if (!diagnosis) {
      this.#isWaiting ||= focus && this.state.load === "fields";
      return this.draw();
    }
    this.loader.tellState();
    Object.assign(this.state, { diagnosis, isStale: false });
    this.draw(focus);
    this.#announce(diagnosis, about);
    this.#events.onDiagnosis(diagnosis);
  }

  /** What is found now; `null` where the checker cannot tell. */
  #diagnosed() {
    return this.loader.attempt(() => diagnose(this.evidence, this.state.profile));
  }

  draw(focus = false) {
    this.#draw(this.state, focus);
  }

  /** Diagnoses without showing anything. */
  look() {
    const diagnosis = this.#diagnosed();
    if (diagnosis) this.#events.onDiagnosis(diagnosis);
  }

  /**
   * Says aloud what matters most.
   *
   * @param {Diagnosis} diagnosis
   * @param {InputField} [about]
   */
  #announce({ findings, headline }, about) {
    const first = findings.find(({ field }) => field === about);
    if (about && first) this.tell(`${this.fields.label(about)}: ${first.message}`);
    else if (this.state.isChecked || hasAnswer(this.state)) this.tell(headline);
  }

  /** Says what is wrong with the whole. @param {{ focus?: boolean }} [how] */
  check({ focus = true } = {}) {
    this.#isWaiting = this.state.load === "loading" || this.state.load === "failed";
    if (this.#isWaiting) return;
    this.state.isChecked = true;
    for (const field of FIELDS) this.state.reported.add(field);
    this.refresh({ focus });
  }

  /** The person is done with a field. @param {InputField} field */
  done(field) {
    this.state.reported.add(field);
    this.refresh({ about: field });
  }

  /** A field changes: what was said of its former text is gone. @param {InputField} field */
  edited(field) {
    this.state.reported.delete(field);
    Object.assign(this.state, { calls: [], change: null, offer: null, isStale: true });
    this.draw();
  }

  /** Puts texts into fields, as if they were typed. @param {Texts} texts */
  fill(texts) {
    this.#write(texts);
    this.refresh();
  }

  /** @param {Texts} texts */
  #write(texts) {
    this.fields.write(texts);
    this.state.calls = [];
    for (const field of FIELDS) {
      if (texts[field]) this.state.reported.add(field);
      else if (texts[field] === "") this.state.reported.delete(field);
    }
  }

  /** The box holds another text. @param {string} text */
  paste(text) {
    Object.assign(this.state, { pasted: text, recognized: null, calls: [], change: null, header: "" });
    this.#recognize();
    this.refresh();
  }

  #recognize() {
    const { pasted } = this.state;
    if (!pasted.trim()) return;
    const found = isStatus(pasted) ? null : this.loader.attempt(() => readFields(pasted));
    if (!found && !isStatus(pasted)) return;
    const names = found ? /** @type {(keyof FilledFields)[]} */ (Object.keys(found)).filter((name) => found[name] !== null) : [];
    const tells = isStatus(pasted) || this.#tellsOfCall(pasted);
    const isAnswer = names.length === 0 || tells;
    const kept = FIELDS.filter((field) => found?.[field] && this.fields.value(field) && this.fields.value(field) !== found[field]);
    this.state.recognized = { fields: names, kept, isAnswer, tells };
    if (!found) return;
    if (found.authorization && !isAnswer) this.state.header = found.authorization;
    const { project, issue } = found;
    this.state.targets = { ...(project && { project }), ...(issue && { issue }), ...this.state.targets };
    const empty = FIELDS.filter((field) => found[field] && !this.fields.value(field) && this.fields.isWritable(field));
    const cause = isAnswer && empty.length > 0 ? this.#firstCause() : null;
    for (const field of empty) {
      const text = (isAnswer && field === "site" ? this.readSite(found.site ?? "")?.url : found[field]) ?? "";
      if (text === "") continue;
      if (!isAnswer || this.#isHarmless(cause, { [field]: text })) this.#write({ [field]: text });
    }
  }

  /**
   * Whether a value out of an answer may stand in its field: how a program wrote it there is no fault of what the person typed, and
   * must not come before the cause.
   *
   * @param {string | null} cause what comes first without it
   * @param {Texts} texts
   */
  #isHarmless(cause, texts) {
    return cause !== null && this.#firstCause(texts) === cause;
  }

  /** The first finding's problem, empty where nothing is found; `null` where it is not looked for. @param {Texts} [texts] further fields */
  #firstCause(texts = {}) {
    if (this.state.pasted.length > LONG_TO_READ_TWICE) return null;
    return this.loader.attempt(() => diagnose({ ...this.evidence, ...texts }, this.state.profile).findings[0]?.problem ?? "");
  }

  /** @param {string} text */
  #tellsOfCall(text) {
    return this.loader.attempt(() => diagnose({ paste: text }).given.tellsOfCall) ?? false;
  }

  /** Takes what the box holds in place of what stands in the fields. */
  useFound() {
    const found = this.loader.attempt(() => readFields(this.state.pasted));
    if (!found) return;
    const kept = FIELDS.filter((field) => found[field] && this.fields.isWritable(field));
    this.#change(Object.fromEntries(kept.map((field) => [field, found[field]])));
    if (this.state.recognized) this.state.recognized.kept = [];
    this.refresh();
  }

  /** Keeps a text from a field where it holds other fields as well, and offers to fill them. @param {InputField} field @param {string} text */
  offer(field, text) {
    if (!text.trim().includes("\n") && text.length < LONG_FOR_A_FIELD) return false;
    const found = this.loader.attempt(() => readFields(text));
    const names = FIELDS.filter((name) => found?.[name]);
    if (names.length < 2) return false;
    this.state.offer = { field, found: names, text };
    this.draw();
    return true;
  }

  takeOffer() {
    const { offer } = this.state;
    this.state.offer = null;
    if (offer) this.paste(offer.text);
  }

  leaveOffer() {
    this.state.offer = null;
    this.draw();
  }

  /** @param {Finding[]} findings */
  fix(...findings) {
    let before = this.state.change;
    this.state.change = null;
    const fixed = [];
    for (const { problem } of findings) if (this.#fixOne(problem)) fixed.push(problem);
    if (fixed.length === 0) {
      this.state.change = before;
      return;
    }
    this.#fixed(fixed);
  }

  /** Fixes what can be, one after the other: a fix may bring the next one to light. */
  fixAll() {
    this.state.change = null;
    /** @type {string[]} */
    const fixed = [];
    while (fixed.length < MOST_FIXES) {
      const diagnosis = this.#diagnosed();
      const next = diagnosis && fixable(diagnosis, this.fields).find(({ problem }) => !fixed.includes(problem));
      if (!next || !this.#fixOne(next.problem)) break;
      fixed.push(next.problem);
    }
    if (fixed.length > 0) this.#fixed(fixed);
  }

  /** @param {string} problem */
  #fixOne(problem) {
    const texts = this.loader.attempt(() => applyFix(this.evidence, /** @type {Finding["problem"]} */ (problem), this.state.profile));
    if (!texts) return false;
    const { authorization: header, project, issue, ...rest } = texts;
    this.#change(/** @type {Texts} */ (rest), header);
    Object.assign(this.state.targets, project !== undefined && { project }, issue !== undefined && { issue });
    return true;
  }

  /** @param {string[]} problems */
  #fixed(problems) {
    this.refresh();
    const fields = this.state.change?.fields.map(({ field }) => field) ?? [];
    const names = fields.map((field) => this.fields.label(field)).join(", ");
    this.tell(`${gettext("Changed: {names}.", { names })} ${this.state.diagnosis?.headline ?? ""}`);
    this.#events.onFix(problems, fields);
  }

  /**
   * Writes texts and keeps the way back, over several changes.
   *
   * @param {Texts} texts
   * @param {string} [header]
   */
  #change(texts, header) {
    const changed = FIELDS.filter((field) => texts[field] !== undefined && texts[field] !== this.fields.value(field));
    const earlier = this.state.change;
    const former = { ...Object.fromEntries(changed.map((field) => [field, this.fields.value(field)])), ...earlier?.former };
    const formerHeader = earlier?.formerHeader ?? this.state.header;
    this.#write(texts);
    if (header !== undefined) this.state.header = header;
    /** @type {Field[]} */
    const all = FIELDS.filter((field) => former[field] !== undefined);
    if (formerHeader !== this.state.header) all.push("authorization");
    const isSecret = (/** @type {Field} */ field) => field === "token" || field === "authorization";
    const text = (/** @type {Field} */ field, /** @type {Texts} */ of) => (isSecret(field) ? null : (of[/** @type {InputField} */ (field)] ?? null));
    const now = Object.fromEntries(FIELDS.map((field) => [field, this.fields.value(field)]));
    this.state.change = { fields: all.map((field) => ({ field, before: text(field, former), after: text(field, now) })), former, formerHeader };
  }

  undo() {
    const { change } = this.state;
    if (!change) return;
    this.state.header = change.formerHeader;
    this.state.change = null;
    this.#write(change.former);
    this.refresh();
    this.tell(gettext("Undone."));
  }

  /** @template {keyof Answers} K @param {K} key @param {Answers[K]} value */
  answer(key, value) {
    this.state.answers = { ...this.state.answers, [key]: value };
    this.refresh();
  }

  /** Forgets an answer, so that it may be asked again. @param {keyof Answers} key */
  retract(key) {
    const { [key]: _, ...rest } = this.state.answers;
    this.state.answers = rest;
    this.refresh();
  }

  /** @param {State["targets"]} targets */
  aim(targets) {
    Object.assign(this.state, { targets, calls: [] });
    this.refresh();
  }

  /** @param {Profile | null} profile */
  choose(profile) {
    Object.assign(this.state, { profile, needs: [], refusal: "" });
    this.fields.suit(profile);
    if (this.state.load === "loading" || this.state.load === "failed") return this.draw();
    if (profile && !this.#accept(profile)) return this.draw();
    this.refresh();
  }

  /** Whether it is a profile. Nothing is said where that cannot be told yet. @param {Profile} profile */
  #accept(profile) {
    try {
      const diagnosis = this.loader.attempt(() => diagnose({}, profile));
      this.state.needs = diagnosis?.permissions ?? [];
      return diagnosis !== null;
    } catch (error) {
      this.fields.suit(null);
      Object.assign(this.state, { profile: null, refusal: /** @type {Error} */ (error).message });
      return false;
    }
  }

  /** @param {Plan} plan @param {Parameters<Plan["ask"]>[0]} listeners */
  async examine(plan, listeners) {
    this.state.calls = [];
    try {
      return await plan.ask(listeners);
    } catch (error) {
      if (!(error instanceof CrashError)) throw error;
      this.loader.crashed();
      return null;
    }
  }

  /** Shows how far the calls of this page got; `null` when they have ended. @param {State["asking"]} asking */
  ask(asking) {
    this.state.asking = asking;
    this.draw();
  }

  /** @param {Call[]} calls */
  examined(calls) {
    Object.assign(this.state, { calls, asking: null });
    for (const field of FIELDS) if (this.fields.value(field)) this.state.reported.add(field);
    this.refresh();
  }

  /** Forgets everything that was given. */
  clear() {
    this.#isWaiting = false;
    this.forget();
    this.fields.write({ site: "", email: "", token: "" });
    Object.assign(this.state, nothing());
    if (this.state.load !== "loading" && this.state.load !== "failed") this.loader.tellState();
    this.refresh();
    this.tell(gettext("Everything was cleared."));
  }

  /** Forgets what may hold a secret, and keeps the rest. */
  wipe() {
    this.forget();
    Object.assign(this.state, { pasted: "", recognized: null, header: "", calls: [], change: null, offer: null });
    this.fields.write({ token: "" });
    this.state.reported.delete("token");
    this.refresh();
  }

  /** What a form's reset left is judged anew, and nothing else is. */
  restart() {
    Object.assign(this.state, nothing());
    for (const field of FIELDS) if (this.fields.value(field)) this.state.reported.add(field);
    this.refresh();
  }
}

/**
 * The findings that one press puts right, where nothing keeps the fields as they are.
 *
 * @param {Diagnosis} diagnosis
 * @param {Fields} fields
 */
export function fixable({ findings }, fields) {
  return findings.filter((finding) => finding.severity !== "info" && finding.certainty !== "possible" && fields.canTake(finding));
}
