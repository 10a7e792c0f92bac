// What real clients printed is pasted: the right cause stands first, what is shown holds no secret, and the report can be
// taken along.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

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

/** @param {Page} page */
const shownBack = async (page) => {
  await page.locator("[part=pasted]").evaluate((fold) => (fold.open = true));
  await page.locator(".jd-transcript").waitFor({ state: "attached" });
  return page.locator(".jd-transcript").innerText();
};
/** @param {Page} page */
const marks = (page) => page.locator(".jd-transcript mark").allTextContents();

for (const [what, id] of Object.entries(OUTPUTS)) {
  test(`${what} (${id}): the right cause stands first`, async () => {
    const page = await open();
    const { given, expect } = CASES.get(id);
    for (const field of ["site", "email", "token"]) if (given[field]) await page.type(field, await page.sample(given[field]));
    await page.requests();
    await page.give(await page.sample(given.paste));
    assert.equal((await page.causes())[0], expect.problem, `${await page.causes()}`);
    assert.deepEqual(await page.requests(), []);
    assert.deepEqual(await page.console(), []);
  });
}

test("no secret of a pasted text is in the page, and the reasons are marked in it", async () => {
  const page = await open();
  const token = await page.sample("{{api-token}}");
  const encoded = Buffer.from(`${EMAIL}:${token}`).toString("base64");
  const text = (await page.sample(CURL.replace(/\{\{b64.*\}\}/, encoded))).replace(/:ATATT\S+'/, `:${token}'`);
  assert.ok(text.includes(token) && text.includes(encoded));
  await page.give(text);
  await page.unfold();
  const shown = await shownBack(page);
  const everything = `${await page.everything()}${await page.box.inputValue()}`;
  assert.ok(everything.includes("AUTHENTICATED_FAILED"), "nothing was shown back");
  for (const secret of [token.slice(0, 30), token.slice(-30), encoded.slice(0, 60), encoded.slice(-30)]) assert.ok(!everything.includes(secret));
  assert.match(shown, /Authorization: Basic \[redacted\]/);
  assert.ok((await marks(page)).some((mark) => /AUTHENTICATED_FAILED|401|Client must/.test(mark)), `${await marks(page)}`);
});

test("a password without a shape is not shown either, once it stands in its field", async () => {
  const page = await open();
  await page.type("token", "correct-horse-7");
  await page.give("HTTP/1.1 401 Unauthorized\n\nlogin with correct-horse-7 failed");
  assert.match(await shownBack(page), /login with \[redacted\] failed/);
  assert.ok(!`${await page.everything()}${await page.box.inputValue()}`.includes("correct-horse-7"));
});

test("the report is copied as Markdown and as JSON, with the cause and without the secret", async () => {
  const page = await open();
  const { site, email, token } = await page.healthy();
  await page.typeAll({ site, email, token });
  await page.give(await page.sample(CURL));
  const [first] = await page.causes();
  const title = "Jira doesn't accept these credentials";
  for (const [button, expected] of [["Copy report", title], ["Copy as JSON", first]]) {
    await page.press(String(button), "[part=report]");
    await until(async () => (await page.clipboard()).includes(String(expected)), `${button}: the cause is not in it`);
    const copied = await page.clipboard();
    assert.ok(!copied.includes(token.slice(0, 30)) && !copied.includes(token.slice(-30)));
  }
});

test("the print holds the verdict, and neither the token nor the box", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  await page.press("Show the token");
  await page.give(await page.sample(CURL));
  await shownBack(page);
  await page.tab.emulateMedia({ media: "print" });
  for (const kept of [page.input("token"), page.box]) assert.equal(await kept.isVisible(), false);
  for (const printed of [".jd-cause", ".jd-transcript"]) assert.ok(await page.locator(printed).isVisible(), printed);
});

test("three digits are a status", async () => {
  const page = await open();
  await page.give("407");
  assert.equal((await page.causes())[0], "proxy-corporate");
  await page.press("Clear", "[part=box]");
  assert.equal(await page.verdict(), null);
});

test("what is typed into the box is read when it is left", async () => {
  const page = await open();
  await page.box.pressSequentially("403 The IP address has been rejected because it is not on the allowed list.");
  assert.equal(await page.verdict(), null);
  await page.keyboard.press("Tab");
  await until(async () => (await page.causes())[0] === "ip-allowlist");
});

test("a text pasted over another takes its place, and both can be kept", async () => {
  const page = await open();
  await page.give("curl: (6) Could not resolve host: acme.atlassian.net");
  await page.give("HTTP/1.1 429 Too Many Requests\nretry-after: 5\n");
  assert.equal((await page.causes())[0], "rate-limited");
  await page.press("Keep both", "[part=box]");
  assert.match(await page.box.inputValue(), /resolve host[\s\S]*429/);
});

test("a text that says nothing known is told so, and stays", async () => {
  const page = await open();
  await page.type("site", SITE);
  await page.give("make: *** [all] Error 2");
  assert.equal(await page.verdict(), "nothing-known");
  assert.match(await page.headline(), /Nothing recognized in this text/);
  assert.equal(await page.box.inputValue(), "make: *** [all] Error 2");
});

/** Pastes lines as the clipboard does, made in the page for their length. @param {Page} page @param {{ line?: string, times?: number, end: string }} what */
async function pasteMade(page, what) {
  await page.box.evaluate((box, { line = "", times = 0, end }) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", line.repeat(times) + end);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, what);
  return page.locator("[part=box] .jd-recognized").innerText();
}

/** What stands in logs without end. */
const LINE = "2026-01-01 INFO all is well, nothing to see\n";

test("what is no text is kept out, and says so", async () => {
  const page = await open();
  assert.match(await pasteMade(page, { end: "PNG\0\x01\x02" }), /not text/);
  assert.equal(await page.box.inputValue(), "");
});

test("of 50 MiB both ends are read, and the page says so", async () => {
  const page = await open();
  const error = "HTTP/1.1 410 Gone\n\n{\"errorMessages\":[\"The requested API has been removed. Please migrate to the /rest/api/3/search/jql API.\"]}";
  const note = await pasteMade(page, { line: LINE, times: Math.ceil((50 << 20) / LINE.length), end: error });
  assert.match(note, /50\.0 MiB/);
  assert.equal((await page.causes())[0], "endpoint-removed");
  assert.match((await page.locator("[part=evidence]").textContent()) ?? "", /longer than 8 MiB/);
});

test("a mebibyte has its verdict, and only the lines that matter are shown", async () => {
  const page = await open();
  await pasteMade(page, { line: LINE, times: 23_000, end: await page.sample(CURL) });
  assert.equal((await page.causes())[0], "token-revoked-or-wrong");
  assert.match(await shownBack(page), /… [\d,]+ lines left out/);
  assert.ok((await shownBack(page)).length < 10_000);
});

test("a file is read here", async () => {
  const page = await open();
  await page.box.evaluate((box) => {
    const dataTransfer = new DataTransfer();
    const bytes = new Uint16Array([0xfeff, ...[..."curl: (6) Could not resolve host: acme.atlassian.net"].map((c) => c.charCodeAt(0))]);
    dataTransfer.items.add(new File([bytes], "out.txt"));
    box.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
  });
  await until(async () => (await page.causes())[0] === "dns", "the file was not read");
});

test("a file that cannot be read, a picture and a folder say so, and what was there stays", async () => {
  const page = await open();
  await page.give("curl: (6) Could not resolve host: acme.atlassian.net");
  const note = () => page.locator("[part=box] .jd-trouble").innerText();
  await page.box.evaluate((box) => {
    const file = new File(["x"], "gone.log");
    file.arrayBuffer = () => Promise.reject(new DOMException("gone", "NotReadableError"));
    const event = new Event("drop", { bubbles: true, cancelable: true });
    box.dispatchEvent(Object.assign(event, { dataTransfer: { files: [file], getData: () => "" } }));
  });
  await until(async () => (await note()).includes("could not read this file"));
  await page.box.evaluate((box) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])], "screen.png", { type: "image/png" }));
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await until(async () => (await note()).includes("not text"));
  assert.equal((await page.causes())[0], "dns");
  assert.match(await page.box.inputValue(), /resolve host/);
});

test("a clipboard that is forbidden is told, and the text can be selected", async () => {
  const page = await open({ script: () => Object.defineProperty(navigator.clipboard, "writeText", { value: () => Promise.reject(new DOMException("no", "NotAllowedError")) }) });
  await page.type("site", SITE);
  await page.openAsk();
  await page.press("Copy the command");
  await until(async () => (await page.locator("[role=status]").allTextContents()).join(" ").includes("did not allow copying"));
});

test("the box is empty when the page comes back", async () => {
  const page = await open();
  await page.give(await page.sample(CURL));
  await page.tab.goto("about:blank");
  await page.tab.goBack();
  await page.waitForState("ready");
  assert.equal(await page.box.inputValue(), "");
  assert.ok(!(await page.everything()).includes("AUTHENTICATED_FAILED"));
});

test("the keyboard alone: paste, read the cause, copy the command", async () => {
  const page = await open();
  await page.type("site", SITE);
  await page.tabTo("TEXTAREA");
  await page.paste("curl: (6) Could not resolve host: acme.atlassian.net");
  await page.tabTo("Check");
  await page.keyboard.press("Enter");
  assert.equal(await page.focus(), "verdict");
  await page.tabTo("Ask Jira");
  await page.keyboard.press("Enter");
  await page.tabTo("Copy the command");
  await page.keyboard.press("Space");
  await page.copied(/curl /);
});

test("blank fields are no fault beside an answer", async () => {
  const page = await open();
  await page.give("curl: (6) Could not resolve host: jira.acme.example");
  await page.press("Check");
  assert.deepEqual(await page.causes(), ["dns"]);
  assert.deepEqual(await page.problems("token"), []);
});
