// @ts-check
// The tools page: loads the checker, then puts each tool into its place.
import { gettext } from "../gettext.js";
import { init } from "../load.js";
import { statusLine } from "../parts/status.js";
import { mountSearch } from "../search.js";
import { addressTool } from "./address-tool.js";
import { headerTool } from "./header-tool.js";
import { readTool } from "./read-tool.js";
import { redactTool } from "./redact-tool.js";
import { scopeTool } from "./scope-tool.js";

/** @typedef {{ node: HTMLElement, clear?: () => void }} Tool `clear` forgets what may be a secret */
/** @typedef {{ tell: (sentence: string) => void, signal: AbortSignal, pages: string }} Setting */

/** @type {Record<string, (setting: Setting) => Tool>} */
const TOOLS = { address: addressTool, build: headerTool, read: readTool, scopes: scopeTool, redact: redactTool };

/** Starts the page. */
export async function start() {
  const notice = /** @type {HTMLElement} */ (document.querySelector("#notice"));
  const tell = (/** @type {string} */ sentence) => {
    notice.hidden = sentence === "";
    notice.textContent = sentence;
  };
  const { signal } = new AbortController();
  const status = statusLine(signal);
  mountSearch(/** @type {HTMLElement} */ (document.querySelector("header")));
  document.body.append(status.node);
  tell(gettext("The tools are loading…"));
  try {
    await init();
  } catch {
    tell(gettext("The tools could not be loaded. Check your connection and reload the page."));
    return;
  }
  tell("");
  const setting = { tell: status.tell, signal, pages: new URL("../../", import.meta.url).href };
  for (const place of document.querySelectorAll("[data-tool]")) {
    const make = TOOLS[place.getAttribute("data-tool") ?? ""];
    if (!make) continue;
    const tool = make(setting);
    place.append(tool.node);
    // A page that is left may be kept and brought back by the next person at this computer.
    addEventListener("pagehide", () => tool.clear?.());
  }
}
