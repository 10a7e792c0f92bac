// @ts-check
// What the person can answer, and that would tell causes apart. A control stays once it was shown, so that neither an
// answer nor the focus is lost when the diagnosis changes.
import { copyButton } from "../parts/clipboard.js";
import { h, outsideLink, prose, renderer, uniqueId } from "../parts/dom.js";
import { gettext } from "../gettext.js";

/** @import { Answers, Question } from "../../pkg/jira_doctor.js" */

/** @type {[string, string | boolean | null]} */
const UNKNOWN = [gettext("I don’t know"), null];
/** @type {[string, string | boolean | null][]} */
const YES_NO = [UNKNOWN, [gettext("Yes"), true], [gettext("No"), false]];

/** @type {Record<Exclude<keyof Answers, "tokenCreatedOn">, [string, string | boolean | null][]>} */
const CHOICES = {
  deployment: [UNKNOWN, [gettext("Jira Cloud"), "cloud"], [gettext("Our own server (Data Center)"), "data-center"]],
  tokenScoped: YES_NO,
  workedBefore: YES_NO,
  signIn: [UNKNOWN, [gettext("With an Atlassian password"), "password"], [gettext("Through our company’s sign-on"), "sso"]],
  client: [UNKNOWN, [gettext("A script in a web page"), "browser"], [gettext("A server or online service"), "server"], [gettext("A command line"), "command-line"]],
  product: [UNKNOWN, ["Jira", "jira"], ["Confluence", "confluence"], ["Bitbucket", "bitbucket"]],
};

/**
 * @param {(answers: Answers) => void} onAnswer
 * @param {(sentence: string) => void} tell
 */
export function questionPanel(onAnswer, tell) {
  /** @type {Answers} */
  let answers = {};
  /** @type {Map<keyof Answers, HTMLElement>} */
  const shown = new Map();
  const list = h("div", { class: "jd-questions" });
  const next = h("div", { class: "jd-question", hidden: true });
  const node = h(
    "section",
    { part: "questions", hidden: true },
    h("p", { class: "jd-muted" }, gettext("What you answer here narrows it down. Leave out what you don’t know.")),
    next,
    list,
  );

  const answer = (/** @type {keyof Answers} */ key, /** @type {string | boolean | null} */ value) => {
    answers = { ...answers, [key]: value };
    onAnswer(answers);
  };
  const renderNext = renderer(next, (/** @type {Question | null} */ step) => (step ? toRun(step, tell) : []));
  /** @param {Question[]} questions */
  const update = (questions) => {
    const asked = new Set(questions.map((question) => question.answer));
    const step = questions.find((question) => question.answer === null);
    next.hidden = !step;
    renderNext(step ?? null);
    for (const question of questions) {
      const key = question.answer;
      if (key === null || shown.has(key)) continue;
      const control = ask(key, question, answers[key] ?? null, answer);
      shown.set(key, control);
      list.append(control);
    }
    for (const [key, control] of shown) control.hidden = !asked.has(key) && (answers[key] ?? null) === null;
    node.hidden = next.hidden && [...shown.values()].every((control) => control.hidden);
  };
  const set = (/** @type {Answers} */ to) => {
    answers = to;
    shown.clear();
    list.replaceChildren();
    node.hidden = true;
  };
  return { node, update, set };
}

/**
 * @param {Pick<Question, "text" | "why" | "command" | "link">} step
 * @param {(sentence: string) => void} tell
 */
export function toRun({ text, why, command, link }, tell) {
  return [
    h("p", { class: "jd-strong" }, prose(text)),
    h("p", { class: "jd-muted" }, prose(why)),
    command && h("p", { class: "jd-value jd-command" }, h("code", { dir: "ltr", translate: "no" }, command), copyButton("command", () => command, tell)),
    link && h("p", {}, outsideLink(link, link)),
  ];
}

/**
 * @param {keyof Answers} key
 * @param {Question} question
 * @param {string | boolean | null} current
 * @param {(key: keyof Answers, value: string | boolean | null) => void} answer
 */
function ask(key, { text, why, link }, current, answer) {
  const id = uniqueId("question");
  const hint = uniqueId("hint");
  const attributes = { id, "aria-describedby": hint, "data-answer": key };
  const control = key === "tokenCreatedOn" ? day(attributes, current, answer) : choice(key, attributes, current, answer);
  return h(
    "div",
    { class: "jd-question" },
    h("label", { for: id }, prose(text)),
    h("p", { class: "jd-muted", id: hint }, prose(why)),
    link ? h("p", {}, outsideLink(link, link)) : [],
    control,
  );
}

/**
 * @param {Record<string, string>} attributes
 * @param {string | boolean | null} current
 * @param {(key: keyof Answers, value: string | null) => void} answer
 */
function day(attributes, current, answer) {
  const change = () => answer("tokenCreatedOn", input.value || null);
  const input = h("input", { type: "date", value: current, ...attributes, on: { change } });
  return input;
}

/**
 * @param {keyof typeof CHOICES} key
 * @param {Record<string, string>} attributes
 * @param {string | boolean | null} current
 * @param {(key: keyof Answers, value: string | boolean | null) => void} answer
 */
function choice(key, attributes, current, answer) {
  const choices = CHOICES[key];
  const change = () => answer(key, choices[select.selectedIndex]?.[1] ?? null);
  const select = h(
    "select",
    { ...attributes, on: { change } },
    choices.map(([text, value]) => h("option", { selected: value === current }, text)),
  );
  return select;
}
