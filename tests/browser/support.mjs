// What the browser tests share: one Chromium for each file, and the page as a person uses it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, afterEach, before } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { chromium } from "playwright-core";
import { init, sample } from "../../dist/lib/load.js";

/** @typedef {import("playwright-core").Page} Tab */
/** @typedef {import("playwright-core").Locator} Locator */
/**
 * How the page is opened. `script` runs before the page's own, no file of the address `without` arrives, and what is not
 * named here is Playwright's: the size of the window, the colours.
 *
 * @typedef {{ address?: string, path?: string, hash?: string, state?: string | null, script?: () => void, without?: string } & import("playwright-core").BrowserContextOptions} How
 */

const require = createRequire(import.meta.url);

export const BASE = process.env.JIRA_DOCTOR_URL ?? fail("JIRA_DOCTOR_URL is not set. Run `cargo xtask test browser`.");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Whatever the page might call, no name leads anywhere. */
const NOWHERE = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"];

/** So long, in milliseconds, that it tells of a page that hangs, and not of a machine that is busy. */
const HANGS = 120_000;

/** A site, an e-mail and a token with which nothing is wrong. The token is made by `page.healthy()`. */
export const SITE = "https://acme.atlassian.net";
export const EMAIL = "jane@acme.example";

/**
 * Starts a Chromium for the tests of a file, and closes behind each test what it opened: nothing is left for the next one.
 *
 * @param {{ names?: string[] }} [how] `names`: the flags by which it finds names, if any; net.mjs has those of Jira
 * @returns {(how?: How) => Promise<Page>} opens the page afresh
 */
export function useBrowser({ names = NOWHERE } = {}) {
  /** @type {import("playwright-core").Browser} */
  let browser;
  before(async () => {
    // A person's window has scrollbars.
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", ...names], ignoreDefaultArgs: ["--hide-scrollbars"] });
  });
  afterEach(() => Promise.all(browser.contexts().map((context) => context.close())));
  after(() => browser?.close());
  return (how) => Page.open(browser, how);
}

/** Waits until something holds. @param {() => unknown} holds @param {string} [what] */
export async function until(holds, what = `${holds}`) {
  const end = Date.now() + HANGS;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`this never came to be: ${what}`);
    await pause(20);
  }
}

/** The help page in one tab. */
export class Page {
  /** @param {Tab} tab */
  constructor(tab) {
    this.tab = tab;
    this.keyboard = tab.keyboard;
    /** The page's element. Selectors of its locators reach into its shadow root. */
    this.element = tab.locator("jira-doctor");
    /** @type {string[]} */
    this.asked = [];
    /** @type {string[]} */
    this.said = [];
  }

  /**
   * Opens the page in a window of its own, where nothing is remembered, and waits until the checker says `state`, if any.
   *
   * @param {import("playwright-core").Browser} browser
   * @param {How} [how]
   */
  static async open(browser, { path = "", hash = "", address = `${BASE}${path}${hash}`, state = "ready", script, without, ...window } = {}) {
    const context = await browser.newContext({ viewport: { width: 1024, height: 900 }, permissions: ["clipboard-read", "clipboard-write"], ...window });
    context.setDefaultTimeout(HANGS);
    if (script) await context.addInitScript(script);
    if (without) await context.route(without, (route) => route.abort());
    const page = new Page(await context.newPage());
    await page.listen();
    await page.tab.goto(address);
    if (state) await page.waitForState(state);
    return page;
  }

  /** Notes from now on what the tab asks for, preflights and icons too, and what its console says, Chromium's own hints aside. */
  async listen() {
    this.session = await this.tab.context().newCDPSession(this.tab);
    this.session.on("Network.requestWillBeSent", ({ request: { url } }) => {
      if (!url.startsWith("data:")) this.asked.push(url);
    });
    await this.session.send("Network.enable");
    this.tab.on("pageerror", (error) => this.said.push(`${error}`));
    this.tab.on("console", (message) => {
      if (/** @type {string} */ (message.type()) !== "verbose") this.said.push(message.text());
    });
  }

  /** @param {string} state */
  async waitForState(state) {
    await this.locator(`[part=notice][data-state=${state}]`).waitFor({ state: "attached" });
  }

  /** What of the element fits, its shadow root included. @param {string} selector */
  locator(selector) {
    return this.element.locator(selector);
  }

  /** What of it can be seen. @param {string} selector */
  shown(selector) {
    return this.locator(selector).filter({ visible: true });
  }

  /** The text of what can be seen, as it stands there. @param {string} selector */
  async text(selector) {
    return (await this.shown(selector).allInnerTexts()).join("\n");
  }

  /** An attribute `data-NAME` of everything that fits. @param {Locator} found @param {string} name */
  data(found, name) {
    return found.evaluateAll((all, name) => all.map((one) => one.getAttribute(`data-${name}`)), name);
  }

  /** A text with its placeholders replaced. Made outside of the page, which would load the module once more for it. @param {string} template */
  async sample(template) {
    await init();
    return sample(template);
  }

  async healthy() {
    return { site: SITE, email: EMAIL, token: await this.sample("{{api-token}}") };
  }

  /** @param {string} field */
  input(field) {
    return this.tab.locator(`input[data-field=${field}]`);
  }

  /** @param {string} field */
  value(field) {
    return this.input(field).inputValue();
  }

  /**
   * Puts a text into a field in place of what stands there, all at once as an input method does, and leaves it. Tests of the
   * keys themselves press each of them.
   *
   * @param {string} field
   * @param {string} text
   */
  async type(field, text) {
    const input = this.input(field);
    await input.click();
    await this.keyboard.press("Control+a");
    await this.keyboard.press("Delete");
    await this.keyboard.insertText(text);
    await input.blur();
  }

  /** @param {Record<string, string>} texts */
  async typeAll(texts) {
    for (const [field, text] of Object.entries(texts)) await this.type(field, text);
  }

  /** The box that takes anything. */
  get box() {
    return this.locator("[part=box] textarea");
  }

  /** Pastes a text into the box, and waits until it is read. @param {string} text */
  async give(text) {
    await this.box.click();
    await this.paste(text);
    await this.locator("[part=box] .jd-recognized > *").first().waitFor({ state: "attached" });
  }

  /** Where it is behind its bar, opens the verdict. */
  async openVerdict() {
    const bar = this.shown("[part=bar] button[aria-expanded=false]");
    if ((await bar.count()) > 0) await bar.click();
  }

  /** Opens the ways to ask Jira, once something is typed. */
  async openAsk() {
    await this.openVerdict();
    const button = this.shown(".jd-ask-button[aria-expanded=false]");
    if ((await button.count()) > 0) await button.click();
  }

  /** Presses the first button whose name begins so, as a screen reader tells it. @param {string} face @param {string} [where] */
  async press(face, where) {
    const name = new RegExp(`^${face}`);
    await (where ? this.locator(where) : this.element).getByRole("button", { name }).first().click();
  }

  /** Opens every fold. */
  async unfold() {
    // What stands in one that was closed has others in it.
    for (let depth = 0; depth < 3; depth += 1) await this.tab.locator("details").evaluateAll((all) => all.forEach((one) => ((/** @type {HTMLDetailsElement} */ (one)).open = true)));
  }

  /** The ids of the problems shown under a field, in order. @param {string} field */
  problems(field) {
    return this.data(this.tab.locator(`[slot=${field}-notes] [data-problem]`), "problem");
  }

  /** The ids of the problems shown in a part of the element. @param {string} selector */
  problemsInside(selector) {
    return this.data(this.locator(`${selector} [data-problem]`), "problem");
  }

  /** Presses the fix of a problem under a field. @param {string} field @param {string} problem */
  async fix(field, problem) {
    await this.tab.locator(`[slot=${field}-notes] [data-problem=${problem}] .jd-fix`).click();
  }

  /** What the verdict is in one word; `null` where there is none. */
  async verdict() {
    const verdict = await this.locator("[part=verdict]").getAttribute("data-verdict");
    return verdict === "none" ? null : verdict;
  }

  /** The causes of the verdict by their ids, the first one first, and what is good to know behind them. */
  causes() {
    return this.problemsInside("[part=verdict]");
  }

  /** The verdict in one sentence. */
  headline() {
    return this.locator("[part=verdict] h2").innerText();
  }

  /** Puts a text on the clipboard and pastes it into what has the focus. @param {string} text */
  async paste(text) {
    await this.tab.evaluate((text) => navigator.clipboard.writeText(text), text);
    await this.keyboard.press("Control+v");
  }

  clipboard() {
    return this.tab.evaluate(() => navigator.clipboard.readText());
  }

  /** Waits until a text like this is on the clipboard. @param {string | RegExp} wanted the whole of it, or what is in it */
  async copied(wanted) {
    await until(async () => {
      const text = await this.clipboard();
      return typeof wanted === "string" ? text === wanted : wanted.test(text);
    }, `the clipboard has ${wanted}`);
    return this.clipboard();
  }

  /** What holds the focus, through shadow roots: the field of an input, the part of a place, the text of anything else. */
  focus() {
    return this.tab.evaluate(() => {
      let at = /** @type {HTMLElement | null} */ (document.activeElement);
      while (at?.shadowRoot?.activeElement) at = /** @type {HTMLElement} */ (at.shadowRoot.activeElement);
      return (at?.dataset.field ?? at?.getAttribute("part")?.replace(/^button.*/, "")) || at?.textContent?.trim() || at?.tagName || "";
    });
  }

  /** Presses Tab until something has the focus. @param {string | RegExp} target */
  async tabTo(target) {
    for (let steps = 0; steps < 60; steps += 1) {
      await this.keyboard.press("Tab");
      const at = await this.focus();
      if (typeof target === "string" ? at === target : target.test(at)) return;
    }
    throw new Error(`Tab never reaches ${target}`);
  }

  /** The whole document as text with attributes, shadow roots included. */
  everything() {
    return this.tab.evaluate(() => {
      const told = (/** @type {any} */ node) =>
        [...(node.attributes ?? [])].map((a) => `${a.name}=${a.value}`).join(" ") +
        (node.nodeType === Node.TEXT_NODE ? node.data : "") +
        (node.shadowRoot ? told(node.shadowRoot) : "") +
        [...node.childNodes].map(told).join("\n");
      return [told(document.documentElement), document.title, location.href, JSON.stringify(history.state)].join("\n");
    });
  }

  /** The addresses asked for since the last call. */
  async requests() {
    // What the tab asked for before this call is told before the call comes back.
    await this.tab.evaluate(() => {});
    return this.asked.splice(0);
  }

  /** What the console said since the last call. */
  async console() {
    await this.tab.evaluate(() => {});
    return this.said.splice(0);
  }

  /** How many pixels of the document are out of sight at the side. */
  overhang() {
    return this.tab.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  }

  /** The rules of axe that the page breaks, each with the elements that do. */
  async violations() {
    await this.tab.evaluate(AXE);
    const { violations } = await this.tab.evaluate(() =>
      // @ts-expect-error: the script above made it.
      axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }),
    );
    return violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`);
  }
}

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  throw new Error(sentence);
}
