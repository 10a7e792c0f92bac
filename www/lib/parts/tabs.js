// @ts-check
// Tabs after the ARIA Authoring Practices: one of them is in the order of Tab, the arrow keys go from one to the next.
import { h, uniqueId } from "./dom.js";

/** @typedef {{ id: string, name: string, content: Node }} Tab */

/**
 * @param {string} label
 * @param {Tab[]} list
 * @param {(id: string) => void} onSelect told after a tab was chosen
 */
export function tabs(label, list, onSelect) {
  const made = list.map(({ id, name, content }) => {
    const [tabId, panelId] = [uniqueId("tab"), uniqueId("tabpanel")];
    const on = { click: () => select(id), keydown: (/** @type {KeyboardEvent} */ event) => move(event, id) };
    const tab = h("button", { type: "button", role: "tab", id: tabId, "aria-controls": panelId, class: "jd-tab", part: "button tab", "data-tab": id, on }, name);
    const panel = h("div", { role: "tabpanel", id: panelId, "aria-labelledby": tabId, class: "jd-tabpanel" }, content);
    return { id, tab, panel };
  });

  const show = (/** @type {string} */ chosen) => {
    for (const { id, tab, panel } of made) {
      tab.setAttribute("aria-selected", String(id === chosen));
      tab.tabIndex = id === chosen ? 0 : -1;
      panel.hidden = id !== chosen;
    }
  };
  const select = (/** @type {string} */ id) => {
    show(id);
    onSelect(id);
  };
  const move = (/** @type {KeyboardEvent} */ event, /** @type {string} */ from) => {
    const at = made.findIndex(({ id }) => id === from);
    const to = target(event.key, at, made.length);
    if (to === null) return;
    event.preventDefault();
    const next = made.at(to);
    if (!next) return;
    select(next.id);
    next.tab.focus();
  };

  const [first] = made;
  if (first) show(first.id);
  return h(
    "div",
    { class: "jd-tabs" },
    h("div", { role: "tablist", "aria-label": label, class: "jd-tablist" }, made.map(({ tab }) => tab)),
    made.map(({ panel }) => panel),
  );
}

/**
 * The place that a key leads to; `null` where it leads nowhere. The first follows the last.
 *
 * @param {string} key
 * @param {number} at
 * @param {number} count
 */
function target(key, at, count) {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}
