// @ts-check
// The verdict: the cause, what shows it, what to do, what else it could be, what would tell, and how to ask; what is folded comes last.
// It stands in one place and never moves.
import { hasAnswer } from "../core/evidence.js";
import { fixable } from "../core/store.js";
import { isInputField } from "../element/field-names.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { fill, h, icon, prose, renderer } from "../parts/dom.js";
import { CERTAINTY, fixButton, frame, leads, line, more, MOST_STEPS, steps } from "../views/finding.js";
import { proof } from "../views/proof.js";
import { changeNote } from "./change.js";
import { journey } from "./journey.js";
import { answered, firstOpen, questionView } from "./questions.js";
import { samples } from "./samples.js";

/** @import { Diagnosis, Field, Finding } from "../../pkg/jira_doctor.js" */
/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */
/** @import { IconName } from "../parts/dom.js" */
/** @import { Context } from "../views/proof.js" */

/** More causes than these are folded together. */
const LINES = 3;

/** @type {Record<Diagnosis["verdict"], IconName>} */
const ICONS = { "nothing-given": "info", error: "error", warning: "warning", "no-fault": "success", "nothing-known": "info" };

/** Whether there is something to say. @param {State} state */
export function isJudged(state) {
  return state.diagnosis !== null && state.diagnosis.verdict !== "nothing-given" ? hasAnswer(state) || state.header !== "" || state.isChecked || state.reported.size > 0 : state.isChecked;
}

/** The causes in their order: what is only good to know is none. @param {Diagnosis} diagnosis */
export function causesOf({ findings }) {
  return findings.filter(({ severity }) => severity !== "info");
}

/** The cause in one sentence, which as a headline has no full stop. @param {Diagnosis} diagnosis */
export function headlineOf(diagnosis) {
  const sentence = sentenceOf(diagnosis);
  return /[.?!] /.test(sentence) ? sentence : sentence.replace(/\.$/, "");
}

/** @param {Diagnosis} diagnosis */
function sentenceOf(diagnosis) {
  if (diagnosis.verdict === "nothing-known") return gettext("Nothing recognized in this text");
  const [first] = causesOf(diagnosis);
  if (!first || first.certainty === "possible") return diagnosis.headline;
  // No sentence twice: the one that says more stands for both.
  return first.message.startsWith(first.title) ? first.message : first.title;
}

/**
 * @param {Store} store
 * @param {string | null} pages where the problems' pages are
 * @param {ReturnType<typeof import("./ask.js").askPanel>} ask
 */
export function verdictPanel(store, pages, ask) {
  const isPasted = (/** @type {Field} */ field) => store.state.pasted !== "" && (field === "paste" || field === "response");
  /** @type {Context} */
  const context = { store, pages, shown: (field) => (isPasted(field) ? store.shownPaste : null) };
  const change = h("div", { role: "status" });
  const head = h("div", { class: "jd-head" });
  const way = journey();
  const place = h("div", { class: "jd-verdict-body" });
  const folded = h("div");
  const node = h("section", { class: "jd-verdict", part: "verdict", tabindex: "-1", "aria-label": gettext("Verdict") }, change, head, way.node, place, ask.node, folded);
  const drawChange = renderer(change, (/** @type {State["change"]} */ changed) => changeNote(changed, store));
  const drawHead = renderer(head, (/** @type {[Diagnosis, boolean] | null} */ given) => (given ? headOf(...given) : null));
  // What a finding quotes may change where the finding does not.
  const draw = renderer(place, (/** @type {[Diagnosis | null, ...unknown[]]} */ [diagnosis]) => (diagnosis ? content(diagnosis, context) : samples(store)));
  const drawFolded = renderer(folded, (/** @type {[Finding | undefined, ...unknown[]]} */ [first]) => first && more(first, context, mostSteps(store)));

  /**
   * @param {State} state
   * @param {boolean} focus
   */
  const update = (state, focus) => {
    const diagnosis = isJudged(state) ? state.diagnosis : null;
    drawChange(state.change);
    drawHead(diagnosis && [diagnosis, hasAnswer(state)]);
    way.update(state);
    const pasted = [state.pasted.length, state.answers, state.isChecked];
    draw([diagnosis, ...pasted]);
    drawFolded([diagnosis ? causesOf(diagnosis)[0] : undefined, ...pasted]);
    ask.lead(diagnosis !== null && isLed(diagnosis));
    node.dataset.verdict = diagnosis?.verdict ?? "none";
    node.toggleAttribute("data-stale", state.isStale);
    if (focus) node.focus({ preventScroll: true });
  };
  /** Leaves nothing of what was quoted. */
  const forget = () => {
    store.forget();
    for (const quoting of [head, place, folded]) fill(quoting);
  };
  return { node, update, context, forget };
}

/**
 * The whole in one sentence, and what is said where there is no cause.
 *
 * @param {Diagnosis} diagnosis
 * @param {boolean} isAnswer whether Jira has said something
 */
function headOf(diagnosis, isAnswer) {
  const { verdict, headline } = diagnosis;
  const say = (/** @type {string[]} */ ...sentences) => h("p", { class: "jd-message" }, prose(sentences.join(" ")));
  return [
    h("h2", { class: "jd-headline" }, icon(ICONS[verdict]), h("span", {}, prose(headlineOf(diagnosis)))),
    verdict === "nothing-known" && say(headline, gettext("Paste the lines around the error: the address that was called, the status and the text of the answer. Or ask Jira.")),
    verdict === "no-fault" && !isAnswer && say(gettext("Only Jira can tell whether it accepts them.")),
  ];
}

/** Whether asking Jira is the press that leads on: no other does. @param {Diagnosis} diagnosis */
function isLed(diagnosis) {
  const [first] = causesOf(diagnosis);
  return first ? !first.fix && !leads(first) && !isInputField(first.field) : diagnosis.verdict === "nothing-known";
}

/** The question whose answer may change the verdict. @param {Store} store */
function openQuestion({ state }) {
  const { diagnosis, answers } = state;
  if (!diagnosis || diagnosis.verdict === "nothing-known" || causesOf(diagnosis)[0]?.certainty === "certain") return null;
  return firstOpen(diagnosis.questions, answers);
}

/** With a question open the first step is enough. @param {Store} store */
function mostSteps(store) {
  return openQuestion(store) ? 1 : MOST_STEPS;
}

/**
 * @param {Diagnosis} diagnosis
 * @param {Context} context
 */
function content(diagnosis, context) {
  const { store } = context;
  const { state } = store;
  const [first, ...others] = causesOf(diagnosis);
  const isAnswer = hasAnswer(state);
  const remarks = diagnosis.findings.filter(({ severity, field }) => severity === "info" && (isAnswer || !isInputField(field)));
  const rest = [...others, ...remarks];
  const fixes = fixable(diagnosis, store.fields);
  const question = openQuestion(store);
  return [
    first && cause(first, context),
    fixes.length > 1 && h("p", {}, button(gettext("Fix all {count}", { count: fixes.length }), () => store.fixAll())),
    rest.length > 0 && [h("h3", {}, !first ? gettext("Good to know") : isAnswer ? gettext("Also possible") : gettext("Also found")), ...lines(rest, context)],
    question && questionView(question, store),
    answered(state.answers, store),
  ].flat();
}

/**
 * @param {Finding} finding
 * @param {Context} context
 */
function cause(finding, context) {
  const { certainty, title, message } = finding;
  return frame(
    finding,
    { class: "jd-finding jd-cause" },
    // The headline says of a possible cause that it is one, and has said the title.
    h("p", { class: "jd-message" }, certainty !== "possible" && h("span", { class: "jd-certainty" }, CERTAINTY[certainty]), " ", ...(message.includes(title) ? [] : prose(message))),
    proof(finding, context),
    fixButton(finding, context),
    steps(finding, mostSteps(context.store)),
  );
}

/**
 * @param {Finding[]} findings
 * @param {Context} context
 */
function lines(findings, context) {
  const shown = findings.slice(0, LINES).map((finding) => line(finding, context));
  const folded = findings.slice(LINES).map((finding) => line(finding, context));
  if (folded.length === 0) return shown;
  return [...shown, h("details", { "data-key": "rest", class: "jd-rest" }, h("summary", {}, gettext("{count} more", { count: folded.length })), ...folded)];
}
