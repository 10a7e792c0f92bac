// Asking Jira: by a command, and from the page where it may. What answers here is a stand-in inside the browser, so that
// nothing leaves this machine; the calls to real names with a server behind them are another suite's.
import assert from "node:assert/strict";
import { test } from "node:test";
import { myself, printed, refused, serverInfo } from "./printed.mjs";
import { BASE, EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

const LIVE = { path: "live.html" };

/** Puts a fetch in place that notes what it is asked and answers as `answers` say, by path. */
function stub() {
  globalThis.asked = [];
  globalThis.answers = {};
  globalThis.fetch = async (request) => {
    asked.push({ url: request.url, authorization: request.headers.get("authorization"), redirect: request.redirect, credentials: request.credentials });
    const answer = answers[new URL(request.url).pathname.replace(/^\/jira/, "")];
    if (answer === "wait") await new Promise((_, reject) => request.signal.addEventListener("abort", () => reject(request.signal.reason)));
    if (!answer) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify(answer.body), { status: answer.status });
  };
}

/** What it answers from now on. @param {Page} page @param {Record<string, unknown>} answers */
const answer = (page, answers) => page.tab.evaluate((answers) => (globalThis.answers = answers), answers);

const API = "/rest/api/3";
const PERMISSIONS = { permissions: { BROWSE_PROJECTS: { key: "BROWSE_PROJECTS", name: "Browse Projects", type: "PROJECT", havePermission: true } } };
const HEALTHY = {
  [`${API}/serverInfo`]: { status: 200, body: { baseUrl: SITE, deploymentType: "Cloud" } },
  [`${API}/myself`]: { status: 200, body: { accountId: "5b10a2844c20165700ede21g", accountType: "atlassian", active: true, displayName: "Jane Doe", emailAddress: EMAIL } },
  [`${API}/mypermissions`]: { status: 200, body: PERMISSIONS },
};

/** @param {Page} page @returns {Promise<{ url: string, authorization: string | null, redirect: string, credentials: string }[]>} */
const asked = (page) => page.tab.evaluate(() => globalThis.asked);
/** @param {Page} page @returns {Promise<[string, string][]>} */
const steps = (page) => page.locator("[part=examined] .jd-steps li").evaluateAll((all) => all.map((one) => [one.dataset.step, one.dataset.outcome]));

/** @param {Page} page */
async function press(page) {
  await page.openAsk();
  await page.press("Ask Jira from this page");
}

/** Gives the element a relay, as its HTML does. @param {Page} page @param {string} address */
async function relay(page, address) {
  await page.element.evaluate((element, address) => {
    element.setAttribute("relay", address);
  }, address);
  await page.waitForState("ready");
}

/** Until nothing is under way. @param {Page} page */
async function finished(page) {
  await until(async () => (await page.shown("[part=examined]").count()) === 1 && !(await page.text("[part=live] button")).includes("Cancel"));
}

test("the command: one tab for each shell, by the arrow keys, each copied whole and without the token", async () => {
  const page = await open();
  const { site, email, token } = await page.healthy();
  await page.type("email", email);
  await page.openAsk();
  assert.match(await page.text("[part=command]"), /address/, "without a site it says what is missing");
  await page.typeAll({ site, token });
  await page.locator('[role=tab][aria-selected="true"]').click();
  const chosen = () => page.locator("[role=tab][aria-selected=true]").getAttribute("data-tab");
  const focused = () => page.locator("[role=tab]:focus").getAttribute("data-tab");
  const commands = [];
  for (const shell of ["sh", "powershell", "cmd"]) {
    assert.equal(await chosen(), shell);
    assert.equal(await focused(), shell);
    assert.equal(await page.shown("[part=command] [role=tabpanel]").count(), 1);
    await page.press("Copy the command", "[part=command]");
    await until(async () => !commands.includes(await page.clipboard()) && (await page.clipboard()).includes(site));
    commands.push(await page.clipboard());
    await page.locator('[role=tab][aria-selected="true"]').click();
    await page.keyboard.press("ArrowRight");
  }
  assert.equal(await chosen(), "sh", "after the last comes the first");
  await page.keyboard.press("End");
  assert.equal(await chosen(), "cmd");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Home");
  assert.equal(await chosen(), "sh");
  assert.equal(new Set(commands).size, 3);
  const encoded = Buffer.from(`${email}:${token}`).toString("base64");
  for (const command of commands) for (const secret of [token.slice(0, 30), token.slice(-30), encoded.slice(0, 60)]) assert.ok(!command.includes(secret));
  assert.equal(commands[0], await page.locator("[part=command] [role=tabpanel] pre").first().textContent());
});

test("what the command printed, pasted back, shows the steps, the account and the cause", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  await page.give(printed(serverInfo(), myself()));
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "passed"]]);
  assert.match(await page.text("[part=account]"), /Jane Doe/);
  await page.press("Clear", "[part=box]");
  assert.equal(await page.shown("[part=examined]").count(), 0);
  await page.give(printed(serverInfo(), refused()));
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "failed"]]);
  assert.equal(await page.shown("[part=account] dl").count(), 0);
});

test("the single call, in eight forms", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  await page.openAsk();
  await page.locator("[part=snippets] > summary").click();
  const token = await page.value("token");
  const select = page.locator("[part=snippets] select");
  const forms = new Set();
  for (let form = 0; form < 8; form += 1) {
    forms.add(await page.text("[part=snippets] pre"));
    await select.press("ArrowDown");
  }
  assert.equal(forms.size, 8);
  for (const form of forms) assert.ok(form.includes("acme.atlassian.net") && !form.includes(token.slice(0, 30)), form);
});

test("the offline page has no button, and says where one is", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  assert.equal(await page.locator("[part=live]").count(), 0);
  await page.openAsk();
  const link = page.tab.locator("#elsewhere a");
  const { site, email, token } = await page.healthy();
  const href = new URL((await link.getAttribute("href")) ?? "", BASE);
  assert.deepEqual(Object.fromEntries(new URLSearchParams(href.hash.slice(1))), { site, email });
  assert.ok(!href.href.includes(token.slice(0, 20)), "the token does not come along");
  await link.click();
  await page.waitForState("ready");
  assert.equal(await page.value("site"), site);
  await page.openAsk();
  assert.equal(await page.locator("[part=live]").count(), 1);
});

test("the host is named before the press, and nothing is asked before it", async () => {
  const page = await open({ ...LIVE, script: stub });
  const button = page.locator("[part=live] .jd-primary");
  assert.equal(await button.isEnabled(), false);
  await page.typeAll(await page.healthy());
  await page.press("Check");
  assert.match(await page.text(".jd-destination"), /Sends your e-mail and token to acme\.atlassian\.net.*api\.atlassian\.com/);
  assert.equal(await button.isEnabled(), true);
  assert.deepEqual(await asked(page), []);
  await page.type("site", "https://acme.attlassian.net");
  assert.equal(await button.isEnabled(), false, "an address that only looks like Jira");
  assert.deepEqual(await asked(page), []);
});

test("a press asks step by step; the header goes to the named host alone", async () => {
  const page = await open({ ...LIVE, script: stub });
  await answer(page, HEALTHY);
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
  assert.match(await page.text("[part=account]"), /Jane Doe, jane@acme\.example/);
  assert.equal(await page.verdict(), "no-fault");
  assert.equal(await page.focus(), "Ask Jira from this page", "the focus stays where the person is");
  const everything = await page.everything();
  for (const secret of [token.slice(0, 30), token.slice(-30), header.slice(6, 60)]) assert.ok(!everything.includes(secret));

  await page.type("token", await page.sample("{{password}}"));
  assert.equal(await page.shown("[part=examined]").count(), 0, "another token was not asked about");
});

test("the steps are told while they go on, and Cancel keeps those that are done", async () => {
  const page = await open({ ...LIVE, script: stub });
  await answer(page, { ...HEALTHY, [`${API}/myself`]: "wait" });
  await page.typeAll(await page.healthy());
  await press(page);
  const live = () => page.data(page.locator("[part=live] .jd-steps li"), "outcome");
  await until(async () => (await live()).slice(0, 2).join() === "passed,running");
  assert.equal(await page.locator("[part=live] .jd-steps").getAttribute("aria-live"), "polite");
  const way = await page.data(page.locator("[part=journey] [data-stage]"), "state");
  assert.deepEqual(way, ["passed", "passed", "passed", "passed", "running", "unknown", "unknown"], "the strip fills from the left");
  assert.equal(await page.focus(), "Cancel");
  await page.keyboard.press("Enter");
  await finished(page);
  assert.deepEqual((await steps(page)).slice(0, 2), [["server-info", "passed"], ["myself", "unclear"]]);
  assert.equal((await asked(page)).length, 2);
});

test("“Clear everything” stops what is under way and forgets what was found", async () => {
  const page = await open({ ...LIVE, script: stub });
  await answer(page, HEALTHY);
  await page.typeAll(await page.healthy());
  await press(page);
  await finished(page);
  await page.press("Clear everything");
  assert.equal(await page.shown("[part=examined]").count(), 0);
  assert.ok(!(await page.everything()).includes("Jane Doe"));

  await answer(page, { [`${API}/serverInfo`]: "wait" });
  await page.typeAll(await page.healthy());
  await press(page);
  await until(async () => (await page.text("[part=live] button")).includes("Cancel"));
  await page.press("Clear everything");
  assert.equal(await page.shown("[part=live] .jd-steps li").count(), 0);
  assert.equal(await page.verdict(), null);
});

test("where the browser gives nothing, the page says what it can rule out, and offers the command", async () => {
  const page = await open(LIVE);
  await page.typeAll(await page.healthy());
  await press(page);
  await finished(page);
  assert.equal((await page.causes())[0], "cors-blocked");
  const why = (await page.locator("[part=verdict]").textContent()) ?? "";
  assert.match(why, /\(CORS\).*It is neither mixed content[^.]*, nor an internal network's address/);
  assert.equal(await page.shown("[part=silence] li").count(), 0, "the browser itself tells no more");
  await page.press("Take the command instead");
  assert.equal(await page.locator("[role=tab]:focus").getAttribute("data-tab"), "sh");
  const beyond = (await page.requests()).filter((url) => !url.startsWith(BASE));
  assert.ok(beyond.every((url) => url.startsWith(`${SITE}/`)), `${beyond}`);

  await page.type("site", "https://jira.acme.internal");
  await press(page);
  await until(async () => /Content-Security-Policy does not name that host/.test(await page.text("[part=silence]")));
  assert.deepEqual((await page.requests()).filter((url) => !url.startsWith(BASE)), []);
});

test("offline it says so", async () => {
  const page = await open(LIVE);
  await page.typeAll(await page.healthy());
  await page.tab.context().setOffline(true);
  await press(page);
  await finished(page);
  assert.match(await page.text("[part=silence] > ul"), /it is offline/);
});

test("through a relay the header goes to the page's own server, and the page says so", async () => {
  const page = await open({ ...LIVE, script: stub });
  await answer(page, HEALTHY);
  await relay(page, "/jira/");
  await page.typeAll(await page.healthy());
  await page.openAsk();
  assert.match(await page.text(".jd-destination"), /to 127\.0\.0\.1:\d+, this page's own server/);
  await press(page);
  await finished(page);
  const calls = await asked(page);
  assert.ok(calls.length >= 3 && calls.every(({ url }) => url.startsWith(`${BASE}jira/rest/api/3/`)));
  assert.match(await page.text("[part=account]"), /Jane Doe/);
});

test("a relay elsewhere is refused before any press, with the reason", async () => {
  const page = await open({ ...LIVE, script: stub });
  await relay(page, "https://evil.example/jira/");
  await page.typeAll(await page.healthy());
  await page.openAsk();
  await until(async () => (await page.text("[part=live]")).includes("own origin"));
  assert.equal(await page.locator("[part=live] .jd-primary").isEnabled(), false);
  assert.deepEqual(await asked(page), []);
});
