// @ts-check
// The diagnosis as a whole. What belongs to a field stands under the field; here stands the rest, and the way there. Where
// there is an answer, all causes stand here by rank, whatever they belong to.
import { causeList, tiedWithFirst } from "../views/cause-list.js";
import { fill, h, renderer } from "../parts/dom.js";
import { isInputField } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { nothingKnown } from "../views/nothing-known.js";
import { reportBar } from "./report-bar.js";
import { transcript } from "../views/transcript.js";
import { answerVerdict, findingList, limitList, verdict } from "../views/view.js";

/** @import { Diagnosis, Finding } from "../../pkg/jira_doctor.js" */
/** @import { InputField } from "../element/fields.js" */
/** @import { Redacted } from "../core/redacted.js" */
/** @import { Context } from "../views/view.js" */

/** What was given beside the fields. @typedef {{ field: "calls" | "paste" | "response", shown: Redacted | null }} Answer */

/**
 * @param {object} options
 * @param {() => Context} options.context
 * @param {(field: InputField) => void} options.onGoToField
 * @param {Node} options.examined
 * @param {Node} options.questions
 * @param {(format: "markdown" | "json") => string} options.report
 * @param {(sentence: string) => void} options.tell
 */
export function resultPanel({ context, onGoToField, examined, questions, report, tell }) {
  const summary = h("div", { class: "jd-verdict", part: "verdict", tabindex: "-1" });
  const others = h("div", { class: "jd-others" });
  const pasted = h("div", { class: "jd-pasted" });
  const limits = h("div", { class: "jd-limits" });
  const face = h("summary");
  const more = h("details", { class: "jd-more" }, face, questions, limits);
  const bar = reportBar({ report, tell, printed: () => node });
  const node = h("section", { class: "jd-result", part: "result", hidden: true }, summary, others, examined, more, pasted, bar);

  const onGo = (/** @type {Finding} */ { field, problem }) => {
    if (isInputField(field)) return onGoToField(field);
    const card = /** @type {HTMLElement | null} */ (others.querySelector(`[data-problem="${problem}"]`));
    card?.focus();
  };
  const showOthers = renderer(others, (/** @type {[Diagnosis, boolean, number | undefined] | null} */ shown) => {
    if (!shown) return [];
    const [diagnosis, isAnswer] = shown;
    if (!isAnswer) return findingList(diagnosis.findings.filter(({ field }) => !isInputField(field)), context());
    if (diagnosis.verdict === "nothing-known") return nothingKnown(diagnosis.site, tell);
    // A remark on a field is told there.
    return causeList(diagnosis.findings.filter(({ field, severity }) => severity !== "info" || !isInputField(field)), context());
  });
  const showLimits = renderer(limits, limitList);

  /**
   * @param {Diagnosis} diagnosis
   * @param {boolean} alert whether a person asked for it just now
   * @param {Answer | null} answer
   */
  const update = (diagnosis, alert, answer) => {
    const causes = diagnosis.findings.filter(({ severity }) => severity !== "info");
    const isTied = answer !== null && causes[0]?.certainty !== "certain";
    face.textContent = moreTitle(answer !== null, causes);
    // With a fault at hand, what else it might be can wait.
    if (node.hidden) more.open = isTied || diagnosis.verdict !== "error";
    more.hidden = diagnosis.questions.length + diagnosis.limits.length === 0;
    node.hidden = false;
    summary.dataset.verdict = diagnosis.verdict;
    // The alert sits on a child: some screen readers read a focused alert incompletely.
    fill(summary, h("div", { role: alert ? "alert" : null }, answer ? answerVerdict(diagnosis) : verdict(diagnosis, onGo)));
    showOthers([diagnosis, answer !== null, answer?.shown?.id]);
    fill(pasted, answer?.shown && [h("h3", {}, gettext("What you pasted, its secrets taken out")), transcript(answer.shown, reasonsIn(diagnosis, answer.field))]);
    showLimits(diagnosis.limits);
    if (alert) summary.focus();
  };
  const hide = () => (node.hidden = true);
  /** Leaves nothing of what was quoted. */
  const clear = () => {
    hide();
    fill(summary);
    fill(pasted);
    showOthers(null);
  };
  return { node, update, hide, clear, summary };
}

/**
 * @param {boolean} isAnswer
 * @param {Finding[]} causes
 */
function moreTitle(isAnswer, causes) {
  if (!isAnswer) return gettext("Jira still refuses them?");
  return tiedWithFirst(causes) > 1 ? gettext("What would tell them apart") : gettext("What would tell more");
}

/**
 * @param {Diagnosis} diagnosis
 * @param {Answer["field"]} of
 */
function reasonsIn({ findings }, of) {
  const reasons = findings.flatMap((finding) => finding.reasons);
  return reasons.flatMap(({ text, field, span }) => (span && field === of ? [{ text, span }] : []));
}
