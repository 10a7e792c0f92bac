// @ts-check
// What a person does with the inputs. A field reports when they leave it or paste into it, never while they type.
import { FIELDS } from "./field-names.js";
import { pressWatch } from "./press.js";

/** @import { InputField } from "./field-names.js" */

/**
 * @typedef {object} Listeners
 * @property {(field: InputField) => void} onReport the person is done with a field
 * @property {(field: InputField) => void} onEdit
 * @property {(event: KeyboardEvent) => void} onEnter
 * @property {(field: InputField, text: string) => boolean} onPaste whether the text is taken care of
 */

/**
 * @param {Record<InputField, HTMLInputElement>} inputs
 * @param {() => boolean} isWriting whether the change comes from here
 * @param {AbortSignal} signal
 * @param {Listeners} listeners
 */
export function listen(inputs, isWriting, signal, { onReport, onEdit, onEnter, onPaste }) {
  const afterPress = pressWatch(signal);
  for (const field of FIELDS) {
    const input = inputs[field];
    // Whether the text has not been reported yet.
    let isNew = true;
    const report = () => {
      if (!isNew || !input.value) return;
      isNew = false;
      onReport(field);
    };
    const edit = (/** @type {Event} */ event) => {
      if (isWriting()) return;
      isNew = true;
      onEdit(field);
      if (/** @type {InputEvent} */ (event).inputType?.startsWith("insertFrom")) report();
    };
    const paste = (/** @type {ClipboardEvent} */ event) => {
      const text = event.clipboardData?.getData("text") ?? "";
      if (onPaste(field, text)) event.preventDefault();
    };
    const done = () => isWriting() || afterPress(report);
    input.addEventListener("input", edit, { signal });
    input.addEventListener("paste", paste, { signal });
    // Autofill changes a field without visiting it.
    input.addEventListener("change", done, { signal });
    input.addEventListener("blur", done, { signal });
    input.addEventListener("keydown", (event) => event.key === "Enter" && !event.isComposing && onEnter(event), { signal });
  }
}
