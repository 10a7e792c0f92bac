// What real clients printed is pasted: the right cause stands first, what is shown holds no secret, and the report can be
// taken along.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { By, Key } from "selenium-webdriver";
import { EMAIL, openBrowser, Page, SITE } from "./support.mjs";

/** @type {import("selenium-webdriver").WebDriver} */
let driver;
before(async () => (driver = await openBrowser()));
after(() => driver?.quit());

const CASES = new Map(
  ["cases", "transcripts"]
    .flatMap((name) => readFileSync(new URL(`../cases/${name}.jsonl`, import.meta.url), "utf8").trim().split("\n"))
    .map((line) => JSON.parse(line))
    .map((one) => [one.id, one]),
);

/** One of each kind of thing that people paste. */
const OUTPUTS = {
  "curl -v": "t090",
  "Python, requests": "t005",
  "Node, axios": "t020",
  "a gateway that misses a scope": "t192",
  "TLS": "c087",
  "a name that leads nowhere": "c244",
  "a rate limit": "t247",
  "the browser's console": "t387",
  "a CAPTCHA of Data Center": "t112",
  "a vendor's message": "c387",
};

const CURL = `$ curl -v -u '${EMAIL}:{{api-token}}' ${SITE}/rest/api/3/myself
> GET /rest/api/3/myself HTTP/1.1
> Host: acme.atlassian.net
> Authorization: Basic {{b64:${EMAIL}:{{api-token}}}}
>
< HTTP/1.1 401 Unauthorized
< X-Seraph-LoginReason: AUTHENTICATED_FAILED
< WWW-Authenticate: OAuth realm="https%3A%2F%2Facme.atlassian.net"
<
Client must be authenticated to access this resource.
`;

/** @param {Page} page @param {string} text */
async function pasteAnswer(page, text) {
  const [box] = await page.inside("[part=answer] > textarea");
  await box.click();
  await page.paste(text);
}

/** The ids of the causes, by rank. @param {Page} page */
const causes = (page) => page.problemsInside(".jd-causes");
/** @param {Page} page @returns {Promise<string>} */
const headline = (page) => page.run("return element.shadowRoot.querySelector('[part=verdict]').textContent");
/** @param {Page} page @returns {Promise<string>} */
const shownBack = (page) => page.run("return element.shadowRoot.querySelector('.jd-transcript')?.textContent ?? ''");
/** @param {Page} page @returns {Promise<string[]>} */
const marks = (page) => page.run("return [...element.shadowRoot.querySelectorAll('.jd-transcript mark')].map((one) => one.textContent)");

for (const [what, id] of Object.entries(OUTPUTS)) {
  test(`${what} (${id}): the right cause stands first`, async () => {
    const page = await Page.open(driver);
    const { given, expect } = CASES.get(id);
    for (const field of ["site", "email", "token"]) if (given[field]) await page.type(field, await page.sample(given[field]));
    await page.requests();
    await pasteAnswer(page, await page.sample(given.paste));
    assert.equal((await causes(page))[0], expect.problem, `${await causes(page)}`);
    assert.deepEqual(await page.requests(), []);
    assert.deepEqual(await page.console(), []);
  });
}

test("no secret of a pasted text is in the page, and the reasons are marked in it", async () => {
  const page = await Page.open(driver);
  const token = await page.sample("{{api-token}}");
  const encoded = Buffer.from(`${EMAIL}:${token}`).toString("base64");
  const text = (await page.sample(CURL.replace(/\{\{b64.*\}\}/, encoded))).replace(/:ATATT\S+'/, `:${token}'`);
  assert.ok(text.includes(token) && text.includes(encoded));
  await pasteAnswer(page, text);
  await page.run("for (const details of element.shadowRoot.querySelectorAll('details')) details.open = true");
  const everything = await page.everything();
  assert.ok(everything.includes("AUTHENTICATED_FAILED"), "nothing was shown back");
  for (const secret of [token.slice(0, 30), token.slice(-30), encoded.slice(0, 60), encoded.slice(-30)]) assert.ok(!everything.includes(secret));
  assert.match(await shownBack(page), /Authorization: Basic \[redacted\]/);
  assert.ok((await marks(page)).some((mark) => /AUTHENTICATED_FAILED|401|Client must/.test(mark)), `${await marks(page)}`);
});

test("a password without a shape is not shown either, once it stands in its field", async () => {
  const page = await Page.open(driver);
  await page.type("token", "correct-horse-7");
  await pasteAnswer(page, "HTTP/1.1 401 Unauthorized\n\nlogin with correct-horse-7 failed");
  assert.match(await shownBack(page), /login with \[redacted\] failed/);
  assert.ok(!(await page.everything()).includes("correct-horse-7"));
});

test("the report is copied as Markdown and as JSON, with the cause and without the secret", async () => {
  const page = await Page.open(driver);
  const { site, email, token } = await page.healthy();
  await page.typeAll({ site, email, token });
  await pasteAnswer(page, await page.sample(CURL));
  const [first] = await causes(page);
  const title = await page.run("return element.shadowRoot.querySelector('.jd-causes .jd-title').lastChild.textContent");
  for (const [button, expected] of [["Copy report", title], ["Copy as JSON", first]]) {
    await page.press(String(button), "[part=report]");
    await driver.wait(async () => (await page.clipboard()).includes(String(expected)), 60_000, `${button}: the cause is not in it`);
    const copied = await page.clipboard();
    assert.ok(!copied.includes(token.slice(0, 30)) && !copied.includes(token.slice(-30)));
  }
});

test("the print holds the diagnosis, and neither token nor header nor the box", async () => {
  const page = await Page.open(driver);
  await page.typeAll(await page.healthy());
  await driver.findElement(By.css("[data-for=token] .jd-reveal")).click();
  await page.press("Show", "[part=header]");
  await pasteAnswer(page, await page.sample(CURL));
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "print" });
  const visible = await page.run(`
    const root = element.shadowRoot;
    const seen = (one) => one.checkVisibility();
    return [seen(document.querySelector("[data-field=token]")), seen(root.querySelector("[part=header]")), seen(root.querySelector("[part=answer]")),
      seen(root.querySelector(".jd-causes")), seen(root.querySelector(".jd-transcript"))];`);
  await driver.sendDevToolsCommand("Emulation.setEmulatedMedia", { media: "" });
  assert.deepEqual(visible, [false, false, false, true, true]);
});

test("every sample shows its problem first, or says that it cannot be told apart", async () => {
  const page = await Page.open(driver);
  await page.run("element.shadowRoot.querySelector('[part=samples]').open = true");
  await page.driver.wait(() => page.run("return element.shadowRoot.querySelector('[part=samples] option') !== null"), 60_000);
  const ids = /** @type {string[]} */ (await page.run("return [...element.shadowRoot.querySelectorAll('[part=samples] option')].map((one) => one.value)"));
  assert.ok(ids.length >= 12, `only ${ids.length} samples`);
  for (const id of ids) {
    await page.run("element.shadowRoot.querySelector('[part=samples] select').value = arguments[0]", id);
    await page.press("Show the sample");
    assert.ok((await causes(page)).slice(0, 3).includes(id), `${id}: ${await causes(page)}`);
    assert.equal(await page.focus(), "verdict");
  }
});

test("three digits are a status, and so is the short form", async () => {
  const page = await Page.open(driver);
  await pasteAnswer(page, "407");
  assert.equal((await causes(page))[0], "proxy-corporate");
  await page.press("Clear the answer");
  assert.equal(await page.verdict(), null);

  await page.run("for (const details of element.shadowRoot.querySelectorAll('[part=answer] details')) details.open = true");
  const [status] = await page.inside("[data-answer-field=status]");
  await status.sendKeys("403");
  const [body] = await page.inside("[data-answer-field=body]");
  await body.sendKeys("The IP address has been rejected because it is not on the allowed list.", Key.TAB);
  assert.equal((await causes(page))[0], "ip-allowlist");
});

test("a text that says nothing known is told so, with what would help", async () => {
  const page = await Page.open(driver);
  await page.type("site", SITE);
  await pasteAnswer(page, "make: *** [all] Error 2");
  assert.equal(await page.verdict(), "nothing-known");
  assert.match(await headline(page), /Nothing recognized in this text/);
  await page.press("Copy", ".jd-help");
  await driver.wait(async () => (await page.clipboard()).includes(`${SITE}/rest/api/3/myself`), 60_000);
  assert.equal(await page.run("return element.shadowRoot.querySelector('[part=answer] > textarea').value"), "make: *** [all] Error 2");
});

/** Pastes what the expression makes, as the clipboard does. @param {Page} page @param {string} made */
async function pasteMade(page, made) {
  const [box] = await page.inside("[part=answer] > textarea");
  await page.run(`
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", ${made});
    arguments[0].dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));`, box);
  return page.run("return element.shadowRoot.querySelector('[part=answer] .jd-say-place').textContent");
}

test("what is no text is kept out, and says so", async () => {
  const page = await Page.open(driver);
  assert.match(await pasteMade(page, "'PNG\\u0000\\u0001\\u0002'"), /not text/);
  const [box] = await page.inside("[part=answer] > textarea");
  assert.equal(await page.run("return arguments[0].value", box), "");
});

test("of 50 MiB both ends are read, and the page says so", async () => {
  const page = await Page.open(driver);
  const line = "2026-01-01 INFO all is well, nothing to see\n";
  const error = "HTTP/1.1 410 Gone\n\n{\"errorMessages\":[\"The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.\"]}";
  const note = await pasteMade(page, `${JSON.stringify(line)}.repeat(${Math.ceil((50 << 20) / line.length)}) + ${JSON.stringify(error)}`);
  assert.match(note, /50\.0 MiB/);
  assert.equal((await causes(page))[0], "endpoint-removed");
  assert.match(await page.run("return element.shadowRoot.querySelector('.jd-limits').textContent"), /longer than 8 MiB/);
});

test("a mebibyte has its verdict, and only the lines that matter are shown", async () => {
  const page = await Page.open(driver);
  const one = await page.sample(CURL);
  const lines = `${"2026-01-01 INFO all is well, nothing to see\n".repeat(23_000)}${one}`;
  await page.run(`
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", arguments[0]);
    element.shadowRoot.querySelector("[part=answer] > textarea").dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));`, lines);
  assert.equal((await causes(page))[0], "token-revoked-or-wrong");
  assert.match(await shownBack(page), /… [\d,]+ lines left out/);
  assert.ok((await shownBack(page)).length < 10_000);
});

test("a file is read here", async () => {
  const page = await Page.open(driver);
  const [box] = await page.inside("[part=answer] > textarea");
  await page.run(`
    const dataTransfer = new DataTransfer();
    const bytes = new Uint16Array([0xfeff, ...[..."curl: (6) Could not resolve host: acme.atlassian.net"].map((c) => c.charCodeAt(0))]);
    dataTransfer.items.add(new File([bytes], "out.txt"));
    arguments[0].dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));`, box);
  await driver.wait(async () => (await causes(page))[0] === "dns", 60_000, "the file was not read");
});

test("the box is empty when the page comes back", async () => {
  const page = await Page.open(driver);
  await pasteAnswer(page, await page.sample(CURL));
  await driver.get("about:blank");
  await driver.navigate().back();
  await page.waitForState("ready");
  assert.equal(await page.run("return element.shadowRoot.querySelector('[part=answer] > textarea').value"), "");
  assert.equal(await shownBack(page), "");
});

test("the keyboard alone: paste, read the cause, copy the command", async () => {
  const page = await Page.open(driver);
  await page.tabTo("TEXTAREA");
  await page.paste("make: *** [all] Error 2");
  await page.tabTo("Find the cause");
  await page.keys(Key.ENTER);
  assert.equal(await page.focus(), "verdict");
  await page.tabTo(/^Copy command/);
  await page.keys(Key.SPACE);
  await driver.wait(async () => (await page.clipboard()).startsWith("curl "), 60_000);
});

test("blank fields are no fault beside an answer", async () => {
  const page = await Page.open(driver);
  await pasteAnswer(page, "curl: (6) Could not resolve host: jira.acme.example");
  await page.press("Check");
  assert.deepEqual(await causes(page), ["dns"]);
  assert.deepEqual(await page.problems("token"), []);
});
