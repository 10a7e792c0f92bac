// @ts-check
// One box for anything that holds the details: they are put into the fields.
import { h } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { pasteBox } from "../parts/paste-box.js";
import { say } from "../views/view.js";

/** @import { FilledFields } from "../../pkg/jira_doctor.js" */

/** @type {Record<keyof FilledFields, string>} */
const NAMES = {
  site: gettext("site address"),
  email: gettext("e-mail address"),
  token: gettext("token"),
  authorization: gettext("Authorization header"),
  project: gettext("project"),
  issue: gettext("issue"),
};

const NOTHING = gettext("Nothing was recognized. This box reads a .env file, a JSON or YAML configuration, and a curl command.");

/**
 * @param {object} options
 * @param {(text: string) => Promise<FilledFields | null>} options.read
 * @param {(fields: FilledFields) => void} options.onFill
 * @param {(sentence: string) => void} options.tell
 */
export function fillPanel({ read, onFill, tell }) {
  const answer = h("div", { class: "jd-answer" });
  const answerWith = (/** @type {string} */ sentence) => {
    say(answer, sentence);
    tell(sentence);
  };
  const take = async (/** @type {string} */ text) => {
    const fields = await read(text).catch(() => null);
    const names = fields ? namesOf(fields) : [];
    if (!fields || names.length === 0) {
      answerWith(NOTHING);
      return false;
    }
    onFill(fields);
    answerWith(gettext("Found: {names}. The box was emptied.", { names: names.join(", ") }));
    return true;
  };
  const box = pasteBox({
    label: gettext("Anything that holds your details"),
    hint: gettext("The fields below are filled from it, and this box is emptied."),
    action: gettext("Fill the fields"),
    take,
  });
  const node = h(
    "details",
    { part: "fill", class: "jd-fold" },
    h("summary", {}, gettext("Paste a .env file, a configuration or a curl command")),
    box.node,
    answer,
  );
  const clear = () => {
    box.clear();
    say(answer, "");
  };
  return { node, clear };
}

/** @param {FilledFields} fields */
function namesOf(fields) {
  const keys = /** @type {(keyof FilledFields)[]} */ (Object.keys(NAMES));
  return keys.filter((key) => fields[key] !== null).map((key) => NAMES[key]);
}
