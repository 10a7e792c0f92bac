// @ts-check
// One box that takes anything. What is pasted stands in it without its secrets; what it holds of details goes into the fields.
import { PLAIN, UNRECORDED, UNRECORDED_CLASSES } from "../element/fields.js";
import { pressWatch } from "../element/press.js";
import { gettext } from "../gettext.js";
import { button } from "../parts/button.js";
import { h, prose, renderer, uniqueId } from "../parts/dom.js";
import { readFile, refusal, sizeOf } from "../parts/text-file.js";
import { recognized } from "../views/recognized.js";

/** @import { State } from "../core/state.js" */
/** @import { Store } from "../core/store.js" */

/** A longer text is kept beside the box: laying it out would take the browser longer than reading it. */
const LONG = 64 * 1024;

/**
 * @param {Store} store
 * @param {AbortSignal} signal
 */
export function box(store, signal) {
  /** The text that the box shows without its secrets. */
  let shown = "";
  let refused = "";
  /** What a paste took the place of. */
  let former = "";
  /** Whether somebody is typing in it. */
  let isTyping = false;
  const id = uniqueId("box");
  const hint = uniqueId("hint");
  const note = h("div", { class: "jd-recognized", id: hint });
  const drawNote = renderer(note, (/** @type {[string, State["recognized"], number[], number, boolean, string, boolean]} */ [sentence, found, statuses, calls, isUnderstood, long, hasFormer]) => [
    sentence && h("p", { class: "jd-trouble" }, prose(sentence)),
    long && h("p", {}, long),
    hasFormer && h("p", {}, gettext("This replaced what was in the box."), " ", button(gettext("Keep both"), keepBoth, "jd-link")),
    ...(found ? recognized(found, { statuses, calls, isUnderstood, onUse: () => store.useFound() }) : []),
  ]);

  /** @param {State} state */
  const update = (state) => {
    const { pasted, recognized: found, diagnosis } = state;
    if (pasted === "") former = "";
    if (pasted !== shown && !isTyping) show(pasted);
    const { statuses = [], calls = 0 } = diagnosis?.given ?? {};
    const isLong = pasted.length > LONG;
    const isUnderstood = diagnosis?.findings.some(({ field }) => field === "paste") ?? false;
    drawNote([refused, pasted ? found : null, statuses, calls, isUnderstood, isLong ? lengthOf(pasted) : "", former.trim() !== ""]);
    discard.hidden = !pasted && !refused;
    area.disabled = state.load === "failed";
  };
  const show = (/** @type {string} */ text) => {
    const clean = text.length > LONG ? "" : store.shownPaste?.text;
    // Until its secrets are known it is not shown.
    if (clean === undefined) return;
    area.value = clean;
    shown = text;
  };
  const take = (/** @type {string} */ text) => {
    refused = refusal(text) ?? "";
    if (refused) {
      store.tell(refused);
      return store.draw();
    }
    const before = isTyping ? area.value : store.state.pasted;
    isTyping = false;
    former = area.value || before.length > LONG ? before : "";
    store.paste(text);
  };
  /** Puts the text back that the last one took the place of. */
  const keepBoth = () => {
    const both = `${former}\n\n${store.state.pasted}`;
    former = "";
    store.paste(both);
  };
  const takeFile = async (/** @type {Blob} */ file) => {
    const found = await readFile(file);
    if ("text" in found) return take(found.text);
    refused = found.refused;
    store.tell(refused);
    store.draw();
  };

  const paste = (/** @type {ClipboardEvent} */ event) => {
    const text = event.clipboardData?.getData("text") ?? "";
    const file = event.clipboardData?.files[0];
    if (!text && !file) return;
    event.preventDefault();
    if (text) take(text);
    else if (file) takeFile(file);
  };
  const drop = (/** @type {DragEvent} */ event) => {
    const { files } = event.dataTransfer ?? {};
    const text = event.dataTransfer?.getData("text") ?? "";
    event.preventDefault();
    if (files?.[0]) takeFile(files[0]);
    else if (text) take(text);
  };
  const input = () => {
    isTyping = true;
    refused = former = "";
  };
  const afterPress = pressWatch(signal);
  const read = () => {
    if (!isTyping) return;
    isTyping = false;
    store.paste(area.value);
  };
  const done = () => afterPress(read);
  const enter = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    read();
  };

  const area = h("textarea", {
    id,
    rows: "4",
    "aria-describedby": hint,
    placeholder: gettext("An error, a log, an address, a .env file, a curl command …"),
    autocomplete: "off",
    ...PLAIN,
    ...UNRECORDED,
    class: `jd-box-text ${UNRECORDED_CLASSES}`,
    on: { paste, drop, input, change: done, keydown: enter, dragover: (event) => event.preventDefault() },
  });
  const picker = h("input", { type: "file", hidden: true, on: { change: () => picked() } });
  const picked = () => {
    const file = picker.files?.[0];
    // The same file may be chosen again after it has changed.
    picker.value = "";
    if (file) takeFile(file);
  };
  const discard = button(gettext("Clear"), () => {
    refused = former = "";
    isTyping = false;
    area.value = "";
    store.paste("");
    area.focus();
  }, "jd-link");
  const node = h(
    "section",
    { part: "box", class: "jd-box" },
    h("p", { class: "jd-box-head" }, h("label", { for: id }, gettext("Paste anything")), button(gettext("Choose a file"), () => picker.click(), "jd-link"), discard, picker),
    area,
    note,
  );
  return { node, update, focus: () => area.focus(), flush: read };
}

/** @param {string} text */
function lengthOf(text) {
  const lines = text.split("\n").length.toLocaleString("en");
  return gettext("A text of {size} in {lines} lines. It is too long to show here.", { size: sizeOf(text.length), lines });
}
