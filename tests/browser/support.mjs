// What the browser tests share: one Chromium for each file, and the page as a person uses it.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { Builder, By, Key, logging } from "selenium-webdriver";
import chrome from "selenium-webdriver/chrome.js";
import { init, sample } from "../../dist/lib/load.js";

const require = createRequire(import.meta.url);

export const BASE = process.env.JIRA_DOCTOR_URL ?? fail("JIRA_DOCTOR_URL is not set. Run `cargo xtask test browser`.");
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
const CHROMEDRIVER = process.env.CHROMEDRIVER ?? "/usr/bin/chromedriver";

const FLAGS = [
  "--headless=new",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];
/** Whatever the page might call, no name leads anywhere. */
const NOWHERE = ["--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"];

/** A site, an e-mail and a token with which nothing is wrong. The token is made by `page.healthy()`. */
export const SITE = "https://acme.atlassian.net";
export const EMAIL = "jane@acme.example";

/** @param {{ names?: string[] }} [how] `names`: the flags by which it finds names, if any; net.mjs has those of Jira */
export async function openBrowser({ names = NOWHERE } = {}) {
  const options = new chrome.Options();
  options.setBinaryPath(CHROMIUM);
  options.addArguments(...FLAGS, ...names);
  const logs = new logging.Preferences();
  logs.setLevel(logging.Type.BROWSER, logging.Level.ALL);
  logs.setLevel(logging.Type.PERFORMANCE, logging.Level.ALL);
  options.setLoggingPrefs(logs);
  const driver = await new Builder()
    .forBrowser("chrome")
    .setChromeOptions(options)
    .setChromeService(new chrome.ServiceBuilder(CHROMEDRIVER))
    .build();
  // So long that they tell of a page that hangs, and not of a machine that is busy.
  await driver.manage().setTimeouts({ pageLoad: 120_000, script: 120_000 });
  const permissions = ["clipboardReadWrite", "clipboardSanitizedWrite"];
  await driver.sendDevToolsCommand("Browser.grantPermissions", { origin: new URL(BASE).origin, permissions });
  return driver;
}

/** The help page in one tab. */
export class Page {
  /** @param {import("selenium-webdriver").WebDriver} driver */
  constructor(driver) {
    this.driver = driver;
  }

  /**
   * Opens the page afresh and waits until the checker says `state`.
   *
   * @param {import("selenium-webdriver").WebDriver} driver
   * @param {{ path?: string, hash?: string, state?: string, script?: string }} [how] `script` runs before the page's own
   */
  static async open(driver, { path = "", hash = "", state = "ready", script } = {}) {
    const page = new Page(driver);
    // Another document in between, or a new hash would not load the page again.
    await driver.get("about:blank");
    await page.requests();
    await page.console();
    const added = script && (await driver.sendAndGetDevToolsCommand("Page.addScriptToEvaluateOnNewDocument", { source: script }));
    await driver.get(`${BASE}${path}${hash}`);
    if (added) await driver.sendDevToolsCommand("Page.removeScriptToEvaluateOnNewDocument", added);
    await page.waitForState(state);
    return page;
  }

  /** @param {string} state */
  async waitForState(state) {
    const reached = () => this.run("return element.shadowRoot?.querySelector('[part=notice]')?.dataset.state === arguments[0]", state);
    await this.driver.wait(reached, 60_000, `the checker is not ${state}`);
  }

  /** Runs a script in which `element` is the page's element. @param {string} script @param {...unknown} values */
  run(script, ...values) {
    return this.driver.executeScript(`const element = document.querySelector("jira-doctor"); ${script}`, ...values);
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
    return this.driver.findElement(By.css(`input[data-field=${field}]`));
  }

  /** @param {string} field @returns {Promise<string>} */
  value(field) {
    return this.run("return document.querySelector(`input[data-field=${arguments[0]}]`).value", field);
  }

  /** Types into a field by the keyboard, in place of what stands there, and leaves it. @param {string} field @param {string} text */
  async type(field, text) {
    const input = await this.input(field);
    await input.click();
    await input.sendKeys(Key.chord(Key.CONTROL, "a"), Key.DELETE, text);
    await this.run("document.activeElement.blur()");
  }

  /** @param {Record<string, string>} texts */
  async typeAll(texts) {
    for (const [field, text] of Object.entries(texts)) await this.type(field, text);
  }

  /** Everything of the shadow root that fits. @param {string} selector */
  async inside(selector) {
    const root = await this.driver.findElement(By.css("jira-doctor")).getShadowRoot();
    return root.findElements(By.css(selector));
  }

  /** The first of the shadow root that fits. @param {string} selector */
  async only(selector) {
    const [found] = await this.inside(selector);
    if (!found) throw new Error(`nothing fits ${selector}`);
    return found;
  }

  /** What of the shadow root fits and can be seen. @param {string} selector */
  async shown(selector) {
    const all = await this.inside(selector);
    const seen = await Promise.all(all.map((one) => one.isDisplayed()));
    return all.filter((_, at) => seen[at]);
  }

  /** Presses the button of the shadow root whose face begins so. @param {string} face @param {string} [where] */
  async press(face, where = "*") {
    for (const button of await this.inside(`${where} button`)) {
      if ((await button.isDisplayed()) && (await button.getText()).startsWith(face)) return button.click();
    }
    throw new Error(`no button “${face}”`);
  }

  /** The ids of the problems shown under a field, in order. @param {string} field @returns {Promise<string[]>} */
  problems(field) {
    const script = "const found = document.querySelectorAll(`[data-for=${arguments[0]}] [data-problem]`); return [...found].map((one) => one.dataset.problem)";
    return this.run(script, field);
  }

  /** The ids of the problems shown in a part of the shadow root. @param {string} selector @returns {Promise<string[]>} */
  problemsInside(selector) {
    const script = "return [...element.shadowRoot.querySelectorAll(`${arguments[0]} [data-problem]`)].map((one) => one.dataset.problem)";
    return this.run(script, selector);
  }

  /** Presses the fix of a problem under a field. @param {string} field @param {string} problem */
  async fix(field, problem) {
    await this.driver.findElement(By.css(`[data-for=${field}] [data-problem=${problem}] .jd-fix`)).click();
  }

  /** @returns {Promise<string>} */
  verdict() {
    return this.run("const place = element.shadowRoot.querySelector('[part=verdict]'); return place.checkVisibility() ? place.dataset.verdict : null");
  }

  /** Puts a text on the clipboard and pastes it into what has the focus. @param {string} text */
  async paste(text) {
    await this.driver.executeAsyncScript("const done = arguments[1]; navigator.clipboard.writeText(arguments[0]).then(done)", text);
    await this.driver.actions().keyDown(Key.CONTROL).sendKeys("v").keyUp(Key.CONTROL).perform();
  }

  /** @returns {Promise<string>} */
  clipboard() {
    return this.driver.executeAsyncScript("const done = arguments[0]; navigator.clipboard.readText().then(done)");
  }

  /**
   * What holds the focus, through shadow roots: the field of an input, the part of a place, the text of anything else.
   *
   * @returns {Promise<string>}
   */
  focus() {
    return this.run(`
      let at = document.activeElement;
      while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
      return (at?.dataset?.field ?? at?.getAttribute("part")?.replace(/^button.*/, "")) || at?.textContent.trim() || at?.tagName;`);
  }

  /** @param {...string} keys */
  async keys(...keys) {
    await this.driver.actions().sendKeys(...keys).perform();
  }

  /** Presses Tab until something has the focus. @param {string | RegExp} target */
  async tabTo(target) {
    for (let steps = 0; steps < 60; steps += 1) {
      await this.keys(Key.TAB);
      const at = await this.focus();
      if (typeof target === "string" ? at === target : target.test(at)) return;
    }
    throw new Error(`Tab never reaches ${target}`);
  }

  /** The whole document as text with attributes, shadow roots included. @returns {Promise<string>} */
  everything() {
    return this.run(`
      const told = (node) => [...(node.attributes ?? [])].map((a) => a.name + "=" + a.value).join(" ") + (node.nodeType === 3 ? node.data : "")
        + (node.shadowRoot ? told(node.shadowRoot) : "") + [...node.childNodes].map(told).join("\\n");
      return [told(document.documentElement), document.title, location.href, JSON.stringify(history.state)].join("\\n");`);
  }

  /** The addresses asked for since the last call. @returns {Promise<string[]>} */
  async requests() {
    const entries = await this.driver.manage().logs().get(logging.Type.PERFORMANCE);
    return entries
      .map(({ message }) => JSON.parse(message).message)
      .filter(({ method }) => method === "Network.requestWillBeSent")
      .map(({ params }) => params.request.url)
      .filter((url) => url !== "about:blank" && !url.startsWith("data:"));
  }

  /** What the console said since the last call, Chromium's own hints aside. @returns {Promise<string[]>} */
  async console() {
    const entries = await this.driver.manage().logs().get(logging.Type.BROWSER);
    return entries.filter(({ level }) => level.value >= logging.Level.INFO.value).map(({ message }) => message);
  }

  /** @param {{ width?: number, height?: number, dark?: boolean, forced?: boolean }} how */
  async show({ width = 1024, height = 900, dark = false, forced = false }) {
    await this.driver.sendDevToolsCommand("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor: 1, mobile: false });
    const features = [
      { name: "prefers-color-scheme", value: dark ? "dark" : "light" },
      { name: "forced-colors", value: forced ? "active" : "none" },
    ];
    await this.driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { features });
  }

  /** The rules of axe that the page breaks, each with the elements that do. */
  async violations() {
    await this.driver.executeScript(AXE);
    const script = "const done = arguments[0]; axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }).then(done)";
    const { violations } = await this.driver.executeAsyncScript(script);
    return violations.map((/** @type {any} */ rule) => `${rule.id}: ${rule.nodes.map((/** @type {any} */ node) => node.target.join(" ")).join(", ")}`);
  }
}

const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** @param {string} sentence @returns {never} */
function fail(sentence) {
  throw new Error(sentence);
}
