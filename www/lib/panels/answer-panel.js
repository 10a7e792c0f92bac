// @ts-check
// One box for whatever came back: a status, a body, a log, a message. It stays until it is cleared.
import { readFile, refusal, sizeOf } from "../parts/text-file.js";
import { h, uniqueId } from "../parts/dom.js";
import { PLAIN, UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { gettext } from "../gettext.js";
import { pressWatch } from "../element/press.js";
import { shortForm } from "./short-form.js";
import { button, say } from "../views/view.js";

/** @import { Evidence } from "../../pkg/jira_doctor.js" */

/** A longer text is kept beside the box: laying it out would take the browser longer than reading it. */
const LONG = 64 * 1024;

const HINT = gettext("A status, the text of the error, what curl -v printed, a stack trace, the message of a product. Whatever you have will do.");
const NOTHING = gettext("Paste something first: a status, the text of the error, or what the program printed.");

/**
 * @param {object} options
 * @param {(how: { focus: boolean }) => void} options.onAnswer there is something to read, or nothing any more
 * @param {() => void} options.onEdit what was said of the former text no longer holds
 * @param {Node} options.samples
 * @param {AbortSignal} options.signal
 * @param {(sentence: string) => void} options.tell
 */
export function answerPanel({ onAnswer, onEdit, samples, signal, tell }) {
  /** A long text. Never in the page. */
  let held = "";
  /** Whether the text in the box has not been read yet. */
  let isNew = false;
  const id = uniqueId("answer");
  const hint = uniqueId("hint");
  const note = h("div", { class: "jd-say-place" });
  const short = shortForm((how) => onAnswer(how), onEdit);

  const sayAndTell = (/** @type {string} */ sentence) => {
    say(note, sentence);
    if (sentence) tell(sentence);
  };
  const read = (focus = false) => {
    isNew = false;
    onAnswer({ focus });
  };
  const hold = (/** @type {string} */ text) => {
    held = text;
    area.value = "";
    const lines = text.split("\n").length.toLocaleString("en");
    say(note, gettext("A text of {size} in {lines} lines is being used. It is too long for the box.", { size: sizeOf(text.length), lines }));
  };
  /** Takes a text that does not come by typing. @param {string} text */
  const take = (text) => {
    if (text.length > LONG) hold(text);
    else {
      held = "";
      area.value = text;
      say(note, "");
    }
    read();
  };
  const takeFile = async (/** @type {Blob} */ file) => {
    const found = await readFile(file);
    if ("refused" in found) sayAndTell(found.refused);
    else take(found.text);
  };

  const paste = (/** @type {ClipboardEvent} */ event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    const file = event.clipboardData?.files[0];
    if (!text && file) {
      event.preventDefault();
      return takeFile(file);
    }
    const refused = refusal(text);
    if (!refused && text.length <= LONG) return;
    event.preventDefault();
    if (refused) sayAndTell(refused);
    else take(text);
  };
  const drop = (/** @type {DragEvent} */ event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    return takeFile(file);
  };
  const input = (/** @type {InputEvent} */ event) => {
    isNew = true;
    held = "";
    say(note, "");
    onEdit();
    if (event.inputType?.startsWith("insertFrom")) read();
  };
  const afterPress = pressWatch(signal);
  const done = () => afterPress(() => isNew && read());
  const press = () => {
    if (isEmpty()) {
      sayAndTell(NOTHING);
      area.focus();
    } else read(true);
  };

  const area = h("textarea", {
    id,
    rows: "6",
    "aria-describedby": hint,
    autocomplete: "off",
    ...PLAIN,
    ...UNRECORDED,
    class: UNRECORDED_CLASSES,
    on: { paste, drop, input, change: done, dragover: (event) => event.preventDefault() },
  });
  const picker = h("input", { type: "file", hidden: true, on: { change: () => picked() } });
  const picked = () => {
    const file = picker.files?.[0];
    // The same file may be chosen again after it has changed.
    picker.value = "";
    if (file) takeFile(file);
  };
  const node = h(
    "section",
    { part: "answer", class: "jd-panel" },
    h("h2", {}, gettext("What did Jira answer?")),
    h("label", { for: id }, gettext("Paste the answer, a log or an error message")),
    h("p", { class: "jd-muted", id: hint }, HINT),
    area,
    note,
    h(
      "p",
      { class: "jd-row" },
      button(gettext("Find the cause"), press, "jd-primary"),
      button(gettext("Choose a file"), () => picker.click()),
      button(gettext("Clear the answer"), () => discard()),
      picker,
    ),
    short.node,
    samples,
  );

  const isEmpty = () => Object.keys(evidence()).length === 0;
  /** What was given, as evidence. @returns {Pick<Evidence, "paste" | "response">} */
  const evidence = () => {
    const text = held || area.value;
    const response = short.response();
    // Three digits alone are a status and no text.
    const status = /^\s*[1-5]\d\d\s*$/.test(text) ? Number(text) : null;
    if (status && !response) return { response: { status } };
    return { ...(text.trim() && { paste: text }), ...(response && { response }) };
  };
  const clear = () => {
    held = "";
    isNew = false;
    area.value = "";
    short.clear();
    say(note, "");
  };
  const discard = () => {
    clear();
    onAnswer({ focus: false });
    tell(gettext("The answer was cleared."));
    area.focus();
  };
  return { node, evidence, clear, take };
}
