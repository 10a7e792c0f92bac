// @ts-check
// What the search finds, below its box: links, best first. Down and Up go through them, Enter takes the first, Escape closes.
import { gettext } from "./gettext.js";
import { h } from "./parts/dom.js";
import { rank, words } from "./search-rank.js";

/** @import { Entry } from "./search-rank.js" */

const MOST = 8;

/** @type {Record<string, string>} */
const KINDS = { problems: gettext("Problem"), codes: gettext("Status code"), messages: gettext("Error message") };

const STYLE = `
  [role="search"] { position: relative; }
  .found { position: absolute; z-index: 2; inset-inline-end: 0; inline-size: min(30rem, 92vw); max-block-size: 70vh; margin: 0.25rem 0 0; padding: 0.25rem; overflow: auto; border: 1px solid var(--jd-line); border-radius: var(--jd-radius); background: var(--jd-surface); box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 0.2); }
  .found ul { margin: 0; padding: 0; list-style: none; }
  .found li + li { margin: 0; }
  .bar .found a { display: block; padding: 0.5rem 0.75rem; border-radius: calc(var(--jd-radius) / 2); overflow-wrap: anywhere; }
  .bar .found a:is(:hover, :focus) { background: var(--jd-sunken); }
  .found small { display: block; color: var(--jd-muted); font-size: 0.8125rem; }
  .found p { margin: 0; padding: 0.5rem 0.75rem; color: var(--jd-muted); }
  .found p.quiet { position: absolute; inline-size: 1px; block-size: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); }
  @media (max-width: 40rem) { .found { inset-inline: 0; inline-size: auto; } }
  @media print { [role="search"] { display: none; } }
`;

/**
 * @param {HTMLFormElement} form
 * @param {HTMLInputElement} input
 */
export async function mountList(form, input) {
  const source = "../search/entries.js";
  /** @type {Entry[]} */
  const entries = (await import(source)).default;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(STYLE);
  document.adoptedStyleSheets.push(sheet);

  // The pages that it leads to are in English, whatever language this one speaks.
  const list = h("ul", { lang: "en", dir: "ltr" });
  const status = document.createElement("p");
  status.role = "status";
  const place = document.createElement("div");
  place.className = "found";
  place.hidden = true;
  place.append(list, status);
  form.append(place);

  const links = () => [...list.querySelectorAll("a")];
  const close = () => (place.hidden = true);
  const show = () => {
    const typed = words(input.value);
    const found = rank(entries, input.value).slice(0, MOST);
    list.replaceChildren(...found.map(item));
    place.hidden = typed.length === 0;
    status.className = found.length > 0 ? "quiet" : "";
    status.textContent = found.length > 0 ? gettext("Results: {count}", { count: found.length }) : gettext("Nothing found. Paste the whole text into the checker: it reads more than the search does.");
  };
  /** @param {KeyboardEvent} event */
  const key = (event) => {
    if (event.isComposing || place.hidden) return;
    const steps = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[/** @type {keyof typeof steps} */ (event.key)];
    if (step) move(step);
    else if (event.key === "Escape") {
      // The focus opens the list.
      input.focus();
      close();
    } else if (event.key === "Enter" && document.activeElement === input) links()[0]?.click();
    else return;
    event.preventDefault();
  };
  /** From the box through the links and back. @param {number} step */
  const move = (step) => {
    const stops = [input, ...links()];
    const at = stops.indexOf(/** @type {HTMLInputElement} */ (document.activeElement));
    stops[(at + step + stops.length) % stops.length]?.focus();
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  form.addEventListener("keydown", key);
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !form.contains(relatedTarget)) close();
  });
  document.addEventListener("pointerdown", ({ target }) => {
    if (target instanceof Node && !form.contains(target)) close();
  });
  show();
}

/** @param {Entry} entry */
function item([folder, name, title]) {
  const href = new URL(`../${folder}/${name}.html`, import.meta.url).href;
  return h("li", {}, h("a", { href }, h("small", {}, KINDS[folder] ?? ""), title));
}
