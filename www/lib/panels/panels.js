// @ts-check
// The parts of the checker, made and put in their order.
import { answerPanel } from "./answer-panel.js";
import { askPanel } from "./ask-panel.js";
import { ENGLISH, h } from "../parts/dom.js";
import { examinedPanel } from "./examined.js";
import { examplePanel, samplePanel } from "./example-panel.js";
import { fillPanel } from "./fill-panel.js";
import { gettext } from "../gettext.js";
import { headerPanel } from "./header-panel.js";
import { noticePanel } from "./notice.js";
import { profilePanel } from "./profile-panel.js";
import { questionPanel } from "./question-panel.js";
import { readPanel } from "./read-panel.js";
import { resultPanel } from "./result-panel.js";
import { scopePanel } from "./scope-panel.js";
import { setupPanel } from "./setup-panel.js";
import { sitePanel } from "./site-panel.js";
import { statusLine } from "../parts/status.js";
import { button } from "../views/view.js";

/** @import { Answers, Evidence, Examined, FilledFields, Finding, GuideStep, Profile, Shell, SnippetForm } from "../../pkg/jira_doctor.js" */
/** @import { Ways } from "./ask-panel.js" */
/** @import { Fields } from "../element/fields.js" */
/** @import { Scheme } from "./header-panel.js" */
/** @import { Options as LiveOptions } from "./live-panel.js" */
/** @import { Reading } from "./read-panel.js" */
/** @import { Context } from "../views/view.js" */

/**
 * What the parts ask of the checker.
 *
 * @typedef {object} Acts
 * @property {() => void} onStart
 * @property {() => void} onCheck
 * @property {() => void} onClear
 * @property {(answers: Answers) => void} onAnswers
 * @property {(how: { focus: boolean }) => void} onAnswer
 * @property {() => void} onTarget
 * @property {(found: FilledFields) => void} onFill
 * @property {(evidence: Evidence) => void} onTry
 * @property {(evidence: Evidence) => void} onTrySample
 * @property {(profile: Profile | null) => void} onProfile
 * @property {(examined: Examined) => void} onExamined
 * @property {LiveOptions["examine"]} examine
 * @property {(shell: Shell) => string} script
 * @property {(form: SnippetForm) => string} snippet
 * @property {(format: "markdown" | "json") => string} report
 * @property {(scheme: Scheme) => string} authorization
 * @property {(header: string) => Reading | null} readHeader
 * @property {(header: string, finding: Finding) => string | null} fixHeader
 * @property {(text: string) => Promise<FilledFields | null>} readFields
 * @property {() => Context} context
 */

/**
 * @typedef {Ways & {
 *   fields: Fields,
 *   pages: string,
 *   examples: boolean,
 *   hasFixedProfile: boolean,
 *   signal: AbortSignal,
 * }} Setting
 */

/**
 * @param {Acts} acts
 * @param {Setting} setting
 */
export function makePanels(acts, { fields, pages, examples, hasFixedProfile, live, relay, signal }) {
  const status = statusLine(signal);
  const { tell } = status;
  const notice = noticePanel(acts.onStart);
  const profile = profilePanel({ isFixed: hasFixedProfile, onChoose: acts.onProfile, onGo: (part) => go(part) });
  const questions = questionPanel(acts.onAnswers, tell);
  const examined = examinedPanel(() => profile.get()?.name);
  const result = resultPanel({
    context: acts.context,
    onGoToField: (field) => fields.focus(field),
    examined: examined.node,
    questions: questions.node,
    report: acts.report,
    tell,
  });
  const samples = samplePanel(acts.onTrySample);
  const answer = answerPanel({ onAnswer: acts.onAnswer, onEdit: () => result.hide(), samples: samples.node, signal, tell });
  const panels = {
    status,
    notice,
    profile,
    questions,
    examined,
    result,
    samples,
    answer,
    ask: askPanel({ ...acts, onEdit: acts.onTarget, live, relay, signal, tell }),
    setup: setupPanel({ value: (field) => fields.value(field), tell }),
    site: sitePanel(tell),
    header: headerPanel({ read: acts.authorization, tell, signal }),
    read: readPanel({ read: acts.readHeader, fix: acts.fixHeader, tell, pages }),
    fill: fillPanel({ read: acts.readFields, onFill: acts.onFill, tell }),
    scopes: scopePanel(tell),
    examples: examplePanel(acts.onTry),
  };
  /** Leads to where a step of a guide is done. @param {NonNullable<GuideStep["part"]>} part */
  const go = (part) => {
    const { ask, scopes, setup } = panels;
    if (part === "site" || part === "email" || part === "token") fields.focus(part);
    else if (part === "project" || part === "issue") ask.targets.focus(part);
    else if (part === "scopes") scopes.focus();
    else if (part === "setup" && !setup.node.hidden) setup.node.focus();
    else if (part === "permissions" && !examined.node.hidden) examined.node.focus();
    else ask.focus();
  };
  const promise = live || relay ? gettext("Checked in your browser. Nothing is sent until you press a button that says where to.") : gettext("Checked in your browser. The checker sends nothing anywhere.");
  const node = h(
    "div",
    { class: "jd-root", ...ENGLISH },
    h("h2", { class: "jd-hidden" }, gettext("Check your details")),
    h("slot", { name: "promise" }, h("p", { class: "jd-muted" }, promise)),
    profile.node,
    panels.fill.node,
    h("slot"),
    h("p", { class: "jd-actions" }, button(gettext("Check"), acts.onCheck, "jd-primary"), button(gettext("Clear everything"), acts.onClear)),
    notice.node,
    result.node,
    panels.ask.node,
    answer.node,
    panels.setup.node,
    panels.site.node,
    panels.header.node,
    panels.scopes.node,
    panels.read.node,
    examples && panels.examples.node,
    status.node,
  );
  return { ...panels, node };
}
