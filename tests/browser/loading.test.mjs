// When the checker is not there: blocked, broken, crashed.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { EMAIL, openBrowser, Page, SITE } from "./support.mjs";

/** @type {import("selenium-webdriver").WebDriver} */
let driver;
before(async () => (driver = await openBrowser()));
after(() => driver?.quit());

/** The `diagnose` of each module's first instance traps once. The one that follows is whole. */
const TRAP = `
  const instantiate = WebAssembly.instantiate;
  WebAssembly.instantiate = async (...given) => {
    const { instance, module } = await instantiate(...given);
    const { call, memory } = instance.exports;
    const trapping = (at, length, ...rest) => {
      const name = new TextDecoder().decode(new Uint8Array(memory.buffer, at, length));
      if (name === "diagnose") throw new WebAssembly.RuntimeError("unreachable");
      return call(at, length, ...rest);
    };
    return { module, instance: { exports: { ...instance.exports, call: trapping } } };
  };`;

test("a part that does not arrive is said, the fields stay, and trying again works", async () => {
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*/app/fields.*"] });
  const page = await Page.open(driver, { state: "failed" });
  assert.match(await notice(page), /could not be downloaded/);
  await page.type("site", "http://acme.atlassian.net");
  await page.press("Check");

  await driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: [] });
  await page.press("Try again");
  await page.waitForState("ready");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"], "what was asked for meanwhile is done");
  assert.equal(await page.verdict(), "error", "blank fields count");
});

test("without the second module the fields are read, and what cannot be read is said", async () => {
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: ["*/app/full.*"] });
  const page = await Page.open(driver, { state: "partial" });
  assert.match(await notice(page), /answers and pasted text/);
  await page.type("site", "http://acme.atlassian.net");
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);

  await driver.sendDevToolsCommand("Network.setBlockedURLs", { urls: [] });
  await page.press("Try again");
  await page.waitForState("ready");
  assert.equal(await notice(page), "");
});

test("WebAssembly that is forbidden is called by its name", async () => {
  const script = "WebAssembly.instantiate = () => Promise.reject(new WebAssembly.CompileError('blocked by CSP'));";
  const page = await Page.open(driver, { state: "failed", script });
  assert.match(await notice(page), /forbids WebAssembly/);
  assert.deepEqual(await page.violations(), []);
});

test("a browser without WebAssembly is told so", async () => {
  const page = await Page.open(driver, { state: "failed", script: "delete globalThis.WebAssembly;" });
  assert.match(await notice(page), /switched off/);
});

test("a crash is said, keeps the fields, and the next check works", async () => {
  const page = await Page.open(driver, { script: TRAP });
  await page.type("site", `${SITE}/jira`);
  assert.match(await notice(page), /was restarted/);
  assert.equal(await page.value("site"), `${SITE}/jira`);

  await page.type("email", EMAIL);
  assert.equal(await notice(page), "");
  await page.type("site", `${SITE}/jira`);
  assert.deepEqual(await page.problems("site"), ["url-has-path"]);
});

test("without scripts the page says what it needs, and where to read on", async () => {
  await driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: true });
  await driver.get("about:blank");
  await driver.get(process.env.JIRA_DOCTOR_URL ?? "");
  const text = await driver.findElement(By.css("main")).getText();
  await driver.sendDevToolsCommand("Emulation.setScriptExecutionDisabled", { value: false });
  assert.match(text, /needs JavaScript/);
  assert.doesNotMatch(text, /Starting the checker/);
});

/** @param {Page} page */
async function notice(page) {
  const [place] = await page.inside("[part=notice]");
  return place.getText();
}
