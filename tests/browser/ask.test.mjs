// Asking Jira: by a command, and from the page where it may. What answers here is a stand-in inside the browser, so that
// nothing leaves this machine; the calls to real names with a server behind them are another suite's.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { Key } from "selenium-webdriver";
import { myself, printed, refused, serverInfo } from "./printed.mjs";
import { BASE, EMAIL, openBrowser, Page, SITE } from "./support.mjs";

/** @type {import("selenium-webdriver").WebDriver} */
let driver;
before(async () => (driver = await openBrowser()));
after(() => driver?.quit());

const LIVE = { path: "live.html" };

/** Puts a fetch in place that notes what it is asked and answers as `answers` say, by path. */
const STUB = `
  globalThis.asked = [];
  globalThis.answers = {};
  globalThis.fetch = async (request) => {
    asked.push({ url: request.url, authorization: request.headers.get("authorization"), redirect: request.redirect, credentials: request.credentials });
    const answer = answers[new URL(request.url).pathname.replace(/^\\/jira/, "")];
    if (answer === "wait") await new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  };`;
const API = "/rest/api/3";
const PERMISSIONS = { permissions: { BROWSE_PROJECTS: { key: "BROWSE_PROJECTS", name: "Browse Projects", type: "PROJECT", havePermission: true } } };
const HEALTHY = {
  [`${API}/serverInfo`]: { status: 200, body: { baseUrl: SITE, deploymentType: "Cloud" } },
  [`${API}/myself`]: { status: 200, body: { accountId: "5b10a2844c20165700ede21g", accountType: "atlassian", active: true, displayName: "Jane Doe", emailAddress: EMAIL } },
  [`${API}/mypermissions`]: { status: 200, body: PERMISSIONS },
};

/** @param {Page} page @returns {Promise<{ url: string, authorization: string | null, redirect: string, credentials: string }[]>} */
const asked = (page) => page.run("return asked");
/** @param {Page} page @param {string} selector @returns {Promise<string>} */
const text = (page, selector) => page.run("return [...element.shadowRoot.querySelectorAll(arguments[0])].filter((one) => one.checkVisibility()).map((one) => one.innerText).join('\\n')", selector);
/** @param {Page} page @returns {Promise<[string, string][]>} */
const steps = (page) => page.run("return [...element.shadowRoot.querySelectorAll('[part=examined] .jd-steps li')].map((one) => [one.dataset.step, one.dataset.outcome])");

/** @param {Page} page */
async function press(page) {
  await page.press("Ask Jira from this page");
}

/** Until nothing is under way. @param {Page} page */
async function finished(page) {
  await driver.wait(async () => (await page.shown("[part=examined]")).length === 1 && !(await text(page, "[part=live] button")).includes("Cancel"), 60_000);
}

test("the command: one tab for each shell, by the arrow keys, each copied whole and without the token", async () => {
  const page = await Page.open(driver);
  assert.match(await text(page, "[part=command]"), /address/, "without a site it says what is missing");
  const { site, email, token } = await page.healthy();
  await page.typeAll({ site, email, token });
  await (await page.only('[role=tab][aria-selected="true"]')).click();
  const chosen = () => page.run("return element.shadowRoot.querySelector('[role=tab][aria-selected=true]').dataset.tab");
  const commands = [];
  for (const shell of ["sh", "powershell", "cmd"]) {
    assert.equal(await chosen(), shell);
    assert.equal(await page.run("return element.shadowRoot.activeElement.dataset.tab"), shell);
    assert.equal((await page.shown("[part=command] [role=tabpanel]")).length, 1);
    await page.press("Copy the command", "[part=command]");
    await driver.wait(async () => !commands.includes(await page.clipboard()) && (await page.clipboard()).includes(site), 60_000);
    commands.push(await page.clipboard());
    await (await page.only('[role=tab][aria-selected="true"]')).click();
    await page.keys(Key.ARROW_RIGHT);
  }
  assert.equal(await chosen(), "sh", "after the last comes the first");
  await page.keys(Key.END);
  assert.equal(await chosen(), "cmd");
  await page.keys(Key.ARROW_LEFT, Key.HOME);
  assert.equal(await chosen(), "sh");
  assert.equal(new Set(commands).size, 3);
  const encoded = Buffer.from(`${email}:${token}`).toString("base64");
  for (const command of commands) for (const secret of [token.slice(0, 30), token.slice(-30), encoded.slice(0, 60)]) assert.ok(!command.includes(secret));
  assert.equal(commands[0], await page.run("return element.shadowRoot.querySelector('[part=command] [role=tabpanel] pre').textContent"));
});

test("what the command printed, pasted back, shows the steps, the account and the cause", async () => {
  const page = await Page.open(driver);
  await page.typeAll(await page.healthy());
  const box = await page.only("[part=answer] > textarea");
  await box.click();
  await page.paste(printed(serverInfo(), myself()));
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "passed"]]);
  assert.match(await text(page, "[part=account]"), /Jane Doe/);
  await page.press("Clear the answer");
  assert.equal((await page.shown("[part=examined]")).length, 0);
  await box.click();
  await page.paste(printed(serverInfo(), refused()));
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "failed"]]);
  assert.deepEqual(await page.shown("[part=account] dl"), []);
});

test("the single call, in eight forms", async () => {
  const page = await Page.open(driver);
  await page.typeAll(await page.healthy());
  await page.run("element.shadowRoot.querySelector('[part=snippets]').open = true");
  const token = await page.value("token");
  const select = await page.only("[part=snippets] select");
  const forms = new Set();
  for (let form = 0; form < 8; form += 1) {
    forms.add(await text(page, "[part=snippets] pre"));
    await select.sendKeys(Key.ARROW_DOWN);
  }
  assert.equal(forms.size, 8);
  for (const form of forms) assert.ok(form.includes("acme.atlassian.net") && !form.includes(token.slice(0, 30)), form);
});

test("the offline page has no button, and says where one is", async () => {
  const page = await Page.open(driver);
  await page.typeAll(await page.healthy());
  assert.deepEqual(await page.inside("[part=live]"), []);
  assert.equal(await driver.executeScript("return document.querySelector('nav.pages a[href=\"live.html\"]') !== null"), true);
});

test("the host is named before the press, and nothing is asked before it", async () => {
  const page = await Page.open(driver, { ...LIVE, script: STUB });
  const button = await page.only("[part=live] .jd-primary");
  assert.equal(await button.isEnabled(), false);
  await page.typeAll(await page.healthy());
  await page.press("Check");
  assert.match(await text(page, ".jd-destination"), /Sends your e-mail and token to acme\.atlassian\.net.*api\.atlassian\.com/);
  assert.equal(await button.isEnabled(), true);
  assert.deepEqual(await asked(page), []);
  await page.type("site", "https://acme.attlassian.net");
  assert.equal(await button.isEnabled(), false, "an address that only looks like Jira");
  assert.deepEqual(await asked(page), []);
});

test("a press asks step by step; the header goes to the named host alone", async () => {
  const page = await Page.open(driver, { ...LIVE, script: STUB });
  await page.run("answers = arguments[0]", HEALTHY);
  const { site, email, token } = await page.healthy();
  await page.typeAll({ site, email, token });
  await press(page);
  await finished(page);
  const calls = await asked(page);
  const header = `Basic ${Buffer.from(`${email}:${token}`).toString("base64")}`;
  assert.deepEqual(calls.map(({ url }) => new URL(url).pathname), [`${API}/serverInfo`, `${API}/myself`, `${API}/mypermissions`]);
  for (const { url, authorization, redirect, credentials } of calls) {
    assert.equal(new URL(url).origin, SITE);
    assert.equal(authorization, url.endsWith("serverInfo") ? null : header);
    assert.deepEqual([redirect, credentials], ["manual", "omit"]);
  }
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "passed"]]);
  assert.match(await text(page, "[part=account]"), /Jane Doe, jane@acme\.example/);
  assert.equal(await page.verdict(), "no-fault");
  assert.equal(await page.focus(), "verdict");
  const everything = await page.everything();
  for (const secret of [token.slice(0, 30), token.slice(-30), header.slice(6, 60)]) assert.ok(!everything.includes(secret));

  await page.type("token", await page.sample("{{password}}"));
  assert.deepEqual(await page.shown("[part=examined]"), [], "another token was not asked about");
});

test("the steps are told while they go on, and Cancel keeps those that are done", async () => {
  const page = await Page.open(driver, { ...LIVE, script: STUB });
  await page.run("answers = arguments[0]", { ...HEALTHY, [`${API}/myself`]: "wait" });
  await page.typeAll(await page.healthy());
  await press(page);
  const live = () => page.run("return [...element.shadowRoot.querySelectorAll('[part=live] .jd-steps li')].slice(0, 2).map((one) => one.dataset.outcome)");
  await driver.wait(async () => (await live()).join() === "passed,running", 60_000);
  assert.equal(await page.run("return element.shadowRoot.querySelector('[part=live] .jd-steps').getAttribute('aria-live')"), "polite");
  assert.equal(await page.focus(), "Cancel");
  await page.keys(Key.ENTER);
  await finished(page);
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "unclear"]]);
  assert.equal((await asked(page)).length, 2);
});

test("“Clear everything” stops what is under way and forgets what was found", async () => {
  const page = await Page.open(driver, { ...LIVE, script: STUB });
  await page.run("answers = arguments[0]", HEALTHY);
  await page.typeAll(await page.healthy());
  await press(page);
  await finished(page);
  await page.press("Clear everything");
  assert.deepEqual(await page.shown("[part=examined]"), []);
  assert.ok(!(await page.everything()).includes("Jane Doe"));

  await page.run("answers = arguments[0]", { [`${API}/serverInfo`]: "wait" });
  await page.typeAll(await page.healthy());
  await press(page);
  await driver.wait(async () => (await text(page, "[part=live] button")).includes("Cancel"), 60_000);
  await page.press("Clear everything");
  assert.deepEqual(await page.shown("[part=live] .jd-steps li"), []);
  assert.equal(await page.verdict(), null);
});

test("where the browser gives nothing, the page says what it can rule out, and offers the command", async () => {
  const page = await Page.open(driver, LIVE);
  await page.typeAll(await page.healthy());
  await press(page);
  await finished(page);
  const known = () => page.run("return Object.fromEntries([...element.shadowRoot.querySelectorAll('[part=silence] [data-cause]')].map((one) => [one.dataset.cause, one.closest('details') ? 'no' : 'maybe']))");
  assert.deepEqual(await known(), { cors: "maybe", network: "maybe", policy: "no", offline: "no", "mixed-content": "no", "private-network": "no" });
  await page.press("Take the command instead");
  assert.equal(await page.run("return element.shadowRoot.activeElement.dataset.tab"), "sh");
  const beyond = (await page.requests()).filter((url) => !url.startsWith(BASE));
  assert.ok(beyond.every((url) => url.startsWith(`${SITE}/`)), `${beyond}`);
  await page.console();

  await page.type("site", "https://jira.acme.internal");
  await press(page);
  await driver.wait(async () => (await known()).policy === "maybe", 60_000);
  assert.match(await text(page, "[part=silence]"), /Content-Security-Policy does not name that host/);
  assert.deepEqual((await page.requests()).filter((url) => !url.startsWith(BASE)), []);
});

test("offline it says so", async () => {
  const page = await Page.open(driver, LIVE);
  await page.typeAll(await page.healthy());
  await driver.sendDevToolsCommand("Network.enable", {});
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await press(page);
  await finished(page);
  assert.match(await text(page, "[part=silence] > ul"), /it is offline/);
  await driver.sendDevToolsCommand("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await page.console();
});

test("through a relay the header goes to the page's own server, and the page says so", async () => {
  const page = await Page.open(driver, { ...LIVE, script: STUB });
  await page.run("answers = arguments[0]; element.setAttribute('relay', '/jira/'); document.body.append(element)", HEALTHY);
  await page.waitForState("ready");
  await page.typeAll(await page.healthy());
  assert.match(await text(page, ".jd-destination"), /to 127\.0\.0\.1:\d+, this page’s own server/);
  await press(page);
  await finished(page);
  const calls = await asked(page);
  assert.ok(calls.length >= 3 && calls.every(({ url }) => url.startsWith(`${BASE}jira/rest/api/3/`)));
  assert.match(await text(page, "[part=account]"), /Jane Doe/);
});

test("a relay elsewhere is refused, with the reason", async () => {
  const page = await Page.open(driver, { ...LIVE, script: STUB });
  await page.run("element.setAttribute('relay', 'https://evil.example/jira/'); document.body.append(element)");
  await page.waitForState("ready");
  await page.typeAll(await page.healthy());
  await press(page);
  await driver.wait(async () => (await text(page, "[part=live]")).includes("own origin"), 60_000);
  assert.deepEqual(await asked(page), []);
});

test("the scopes to tick, to copy", async () => {
  const page = await Page.open(driver);
  await page.run("element.shadowRoot.querySelector('[part=scopes]').open = true");
  const [before] = await page.shown("[part=scopes] .jd-scopes");
  const test = await before?.getText();
  for (const box of await page.shown("[part=scopes] input")) if (!(await box.isSelected())) await box.click();
  const [classic, granular] = await page.shown("[part=scopes] .jd-scopes");
  assert.notEqual(await classic?.getText(), test);
  assert.match((await classic?.getText()) ?? "", /read:jira-user[\s\S]*write:jira-work/);
  assert.match((await granular?.getText()) ?? "", /read:user:jira/);
  await page.press("Copy", "[part=scopes] .jd-scopes:first-child");
  await driver.wait(async () => /^read:jira-user( \S+)+$/.test(await page.clipboard()), 60_000);

  await page.run("return element.choose('jentic')");
  const ticked = await page.run("return [...element.shadowRoot.querySelectorAll('[part=scopes] input')].filter((one) => one.checked).map((one) => one.value)");
  assert.deepEqual(ticked, ["test-connection", "read-projects", "read-issues", "write-issues"]);
});
