// @ts-check
// The one question whose answer tells most, as buttons; and the way back from what was answered.
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { copyButton } from "../parts/clipboard.js";
import { h, outsideLink, prose, uniqueId, verbatim } from "../parts/dom.js";
import { targetInput } from "./targets.js";

/** @import { Answers, Question } from "../../pkg/jira_doctor.js" */
/** @import { Store } from "../core/store.js" */
/** @import { Target } from "./targets.js" */

/** @typedef {[string, string | boolean]} Choice */

/** @type {Choice[]} */
const YES_NO = [[gettext("Yes"), true], [gettext("No"), false]];

/** What is chosen from, and what the answer is about. @type {Record<keyof Answers, { about: string, choices: Choice[] }>} */
const ANSWERS = {
  deployment: { about: gettext("Jira runs"), choices: [[gettext("On Jira Cloud"), "cloud"], [gettext("On our own server"), "data-center"]] },
  tokenScoped: { about: gettext("Token with scopes"), choices: YES_NO },
  tokenCreatedOn: { about: gettext("Token created on"), choices: [] },
  workedBefore: { about: gettext("It worked before"), choices: YES_NO },
  signIn: { about: gettext("Sign-in"), choices: [[gettext("With an Atlassian password"), "password"], [gettext("Through our company's sign-on"), "sso"]] },
  client: { about: gettext("The program"), choices: [[gettext("A script in a web page"), "browser"], [gettext("A server or online service"), "server"], [gettext("A command line"), "command-line"]] },
  product: { about: gettext("Product"), choices: [["Jira", "jira"], ["Confluence", "confluence"], ["Bitbucket", "bitbucket"]] },
};

/** The first question that was not put aside. @param {Question[]} questions @param {Answers} answers */
export function firstOpen(questions, answers) {
  return questions.find(({ answer }) => answer === null || !(answer in answers)) ?? null;
}

/**
 * @param {Question} question
 * @param {Store} store
 */
export function questionView({ answer, field, text, why, command, link }, store) {
  const name = uniqueId("question");
  return h(
    "div",
    { class: "jd-question", part: "question", role: "group", "aria-labelledby": name, "data-answer": answer },
    h("p", { class: "jd-strong", id: name }, prose(text)),
    command && h("p", { class: "jd-value" }, verbatim(command), copyButton("command", () => command, store.tell)),
    link && h("p", {}, outsideLink(link, link)),
    answer && h("p", { class: "jd-row" }, ...controls(answer, store)),
    // It is answered here, wherever else its field stands.
    field && targetInput(/** @type {Target} */ (field), store, { "aria-labelledby": name }),
    h("details", { "data-key": `why ${answer ?? field}` }, h("summary", {}, gettext("Why this question")), h("p", { class: "jd-muted" }, prose(why))),
  );
}

/**
 * @param {keyof Answers} answer
 * @param {Store} store
 */
function controls(answer, store) {
  const put = (/** @type {any} */ value) => store.answer(answer, value);
  const unknown = button(gettext("I don't know"), () => put(null));
  if (answer !== "tokenCreatedOn") return [...ANSWERS[answer].choices.map(([text, value]) => button(text, () => put(value))), unknown];
  const day = h("input", { type: "date", "aria-label": ANSWERS.tokenCreatedOn.about, on: { change: () => day.value && put(day.value) } });
  return [day, unknown];
}

/** What was answered, each with a press that takes it back. @param {Answers} answers @param {Store} store */
export function answered(answers, store) {
  const keys = /** @type {(keyof Answers)[]} */ (Object.keys(answers)).filter((key) => answers[key] !== null);
  if (keys.length === 0) return null;
  return h(
    "ul",
    { class: "jd-answered" },
    keys.map((key) => {
      const { about, choices } = ANSWERS[key];
      const said = choices.find(([, value]) => value === answers[key])?.[0] ?? String(answers[key]);
      return h("li", {}, gettext("{about}: {answer}", { about, answer: said }), " ", button(gettext("Change"), () => store.retract(key), "jd-link"));
    }),
  );
}
