// @ts-check
// A button that copies a text and says so in its own face.
import { h, hidden } from "./dom.js";
import { gettext } from "../gettext.js";

const SHOWN_FOR = 2000;

/**
 * @param {string} what what is copied, for people who do not see what stands beside the button
 * @param {() => string} read called at the press and not before, since the text may be a secret
 * @param {(sentence: string) => void} tell
 * @param {string} [name] what the button says where nothing beside it says what is copied
 */
export function copyButton(what, read, tell, name) {
  const rest = name ?? gettext("Copy");
  const face = h("span", {}, rest);
  const press = async () => {
    const sentence = await copy(read);
    face.textContent = sentence ? gettext("Not copied") : gettext("Copied");
    tell(sentence ?? gettext("Copied: {what}.", { what }));
    setTimeout(() => (face.textContent = rest), SHOWN_FOR);
  };
  return h("button", { type: "button", class: "jd-copy", part: "button copy", on: { click: press } }, face, !name && hidden(` ${what}`));
}

/**
 * @param {() => string} read
 * @returns {Promise<string | null>} a sentence that says why nothing was copied
 */
async function copy(read) {
  let text;
  try {
    text = read();
  } catch (error) {
    return /** @type {Error} */ (error).message;
  }
  try {
    await navigator.clipboard.writeText(text);
    return null;
  } catch {
    return gettext("The browser did not allow copying. Select the text and copy it by hand.");
  }
}
