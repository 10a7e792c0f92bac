// What the page promises beside its fields: nothing leaves it, nothing stays in it.
import assert from "node:assert/strict";
import { test } from "node:test";
import { BASE, EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** Uses everything the page has. @param {Page} page */
async function useEverything(page) {
  const token = await page.sample("{{api-token}}");
  await page.typeAll({ site: `${SITE}/browse/WEB-1`, email: EMAIL, token });
  await page.press("Check");
  await page.fix("site", "url-has-path");
  await page.press("Show the token");
  await page.unfold();
  for (const copy of await page.shown(".jd-copy").all()) await copy.click();
  const encoded = Buffer.from(`${EMAIL}:${token}`).toString("base64");
  await page.give(`Authorization: Basic ${encoded}`);
  await page.give(`JIRA_URL=${SITE}/jira\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN=${token}`);
  await page.press("Use the pasted ones");
  await page.press("Undo");
  await page.give(`curl -u ${EMAIL}:${token} ${SITE}\n> Authorization: Basic ${encoded}\nHTTP/1.1 401 Unauthorized\n`);
  await page.unfold();
  return token;
}

test("nothing is asked for but the page's own files, and nothing at all once they are there", async () => {
  const page = await open();
  const loaded = await page.requests();
  assert.ok(loaded.length > 5);
  assert.deepEqual(loaded.filter((url) => !url.startsWith(BASE)), []);
  await useEverything(page);
  assert.deepEqual(await page.requests(), []);
});

test("the live page too asks for nothing until it is told to", async () => {
  const page = await open({ path: "live.html" });
  const loaded = await page.requests();
  assert.deepEqual(loaded.filter((url) => !url.startsWith(BASE)), []);
  await useEverything(page);
  assert.deepEqual(await page.requests(), []);
  assert.deepEqual(await page.console(), []);
});

test("the browser itself forbids a connection", async () => {
  const page = await open();
  const refused = await page.tab.evaluate(() => fetch(".").then(() => false, () => true));
  assert.equal(refused, true);
});

test("nothing is stored", async () => {
  const page = await open();
  await useEverything(page);
  const stored = await page.tab.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length, (await caches.keys()).length]);
  assert.deepEqual(stored, [0, 0, "", 0, 0]);
});

test("the token is in no text, attribute, address, title or event, and the console is silent", async () => {
  const page = await open();
  await page.element.evaluate((element) => {
    window.told = [];
    element.addEventListener("jira-doctor-diagnosis", (event) => window.told.push(JSON.stringify(event.detail)));
  });
  const before = await page.tab.evaluate(() => history.length);
  const token = await useEverything(page);
  const encoded = Buffer.from(`${EMAIL}:${token}`).toString("base64");

  const everything = `${await page.everything()}${await page.box.inputValue()}`;
  assert.ok(everything.includes(EMAIL), "the walk through the page sees nothing");
  const told = (await page.tab.evaluate(() => window.told)).join("\n");
  assert.ok(told.includes("url-has-path"), "no event was seen");
  // Pieces too: a cut token is still a secret.
  for (const secret of [token.slice(0, 30), token.slice(-30), encoded.slice(0, 60), encoded.slice(-30)]) {
    assert.ok(!everything.includes(secret), "in the page");
    assert.ok(!told.includes(secret), "in an event");
  }
  assert.deepEqual(await page.console(), []);
  assert.equal(await page.tab.evaluate(() => history.length), before);
  assert.equal(page.tab.url(), BASE);
});

/** A text as programs write it: as it is, in base64 behind none, one and two characters, in an address, in hex, in JSON's escapes. @param {string} secret */
function forms(secret) {
  const bytes = Buffer.from(secret);
  const behind = [0, 1, 2].map((count) => {
    const encoded = Buffer.concat([Buffer.alloc(count), bytes]).toString("base64").replace(/=+$/, "");
    // The first and the last characters hold bits of what stands around.
    return encoded.slice(count === 0 ? 0 : 4, -4);
  });
  const each = (/** @type {(byte: number) => string} */ write) => [...bytes].map(write).join("");
  const hex = (/** @type {number} */ byte) => byte.toString(16).padStart(2, "0");
  return [secret, ...behind, encodeURIComponent(secret), each(hex), each((byte) => `%${hex(byte)}`), each((byte) => `\\u00${hex(byte)}`)];
}

/** Where a secret may stand: what is typed, and what is put into the box. @param {string} secret @returns {{ typed?: Record<string, string>, pasted?: string }[]} */
function places(secret) {
  const inAddress = encodeURIComponent(secret);
  const pair = Buffer.from(`${EMAIL}:${secret}`).toString("base64");
  const typed = { site: SITE, email: EMAIL, token: secret };
  return [
    { typed: { ...typed, site: `https://jane:${inAddress}@acme.atlassian.net/browse/WEB-1` } },
    { typed: { ...typed, site: `${SITE}/login.jsp?os_password=${inAddress}#access_token=${inAddress}` } },
    { typed: { ...typed, email: `${EMAIL}:${secret}` } },
    { typed: { site: secret, email: SITE, token: EMAIL } },
    { typed: { site: EMAIL, email: secret, token: SITE } },
    { typed, pasted: `HTTP/1.1 401 Unauthorized\nwww-authenticate: Basic realm="${secret}"\n\n{"message":"${secret} ${forms(secret).join(" ")}"}` },
    { pasted: `curl -v -u '${EMAIL}:${secret}' ${SITE}/rest/api/3/myself\n> Authorization: Basic ${pair}\n< HTTP/2 401` },
    { pasted: `GET ${SITE}/rest/api/3/myself?access_token=${inAddress} HTTP/1.1\nHTTP/1.1 401 Unauthorized` },
    { pasted: `JIRA_URL=${SITE}\nJIRA_EMAIL=${EMAIL}\nJIRA_API_TOKEN=${secret}` },
    { pasted: `{"headers":{"Authorization":"Bearer ${secret}"},"url":"${SITE}/rest/api/3/myself","status":401}` },
  ];
}

test("no form of a secret comes out of any place where it may stand, into the page or an event", async () => {
  const page = await open();
  await page.element.evaluate((element) => {
    window.told = [];
    for (const type of ["jira-doctor-diagnosis", "jira-doctor-fix"]) element.addEventListener(type, (event) => window.told.push(JSON.stringify(/** @type {CustomEvent} */ (event).detail)));
  });
  for (const secret of [await page.sample("{{api-token}}"), await page.sample("{{dc-pat}}"), "Tr0ub4dor&3xyz"]) {
    for (const { typed, pasted } of places(secret)) {
      if (typed) await page.typeAll(typed);
      if (pasted) await page.give(pasted);
      await page.press("Check");
      await page.unfold();
      const shown = await page.everything();
      const told = (await page.tab.evaluate(() => window.told.splice(0))).join("\n");
      assert.ok(told.includes("verdict"), "no event was seen");
      const where = JSON.stringify({ typed, pasted });
      for (const form of forms(secret)) {
        assert.ok(!shown.includes(form), `in the page: ${form}\n${where}`);
        assert.ok(!told.includes(form), `in an event: ${form}\n${where}`);
      }
      await page.press("Clear everything");
    }
  }
  assert.deepEqual(await page.console(), []);
});

test("the token's field hides what it shows when the window is left", async () => {
  const page = await open();
  const type = () => page.input("token").getAttribute("type");
  assert.equal(await type(), "password");
  await page.press("Show the token");
  assert.equal(await type(), "text");
  await page.tab.evaluate(() => dispatchEvent(new Event("blur")));
  assert.equal(await type(), "password");
});

test("“Clear everything” leaves nothing", async () => {
  const page = await open();
  await useEverything(page);
  await page.press("Clear everything");
  for (const field of ["site", "email", "token"]) {
    assert.equal(await page.value(field), "");
    assert.deepEqual(await page.problems(field), []);
  }
  assert.equal(await page.verdict(), null);
  assert.ok(!(await page.everything()).includes(EMAIL));
  assert.equal(await page.box.inputValue(), "");
  assert.equal(await page.focus(), "TEXTAREA");
});

test("a link fills the site and the e-mail, and never a secret", async () => {
  const page = await open({ hash: `#site=acme.atlassian.net/jira&email=${EMAIL}&token=ATATT3x&authorization=Basic%20x` });
  assert.equal(await page.value("site"), "acme.atlassian.net/jira");
  assert.equal(await page.value("email"), EMAIL);
  assert.equal(await page.value("token"), "");
  await until(async () => (await page.problems("site")).includes("url-has-path"));
  assert.match(await page.tab.locator("#notice").innerText(), /not read/);
});

test("a secret does not come back with the page", async () => {
  const page = await open();
  await page.typeAll(await page.healthy());
  await page.tab.goto("about:blank");
  await page.tab.goBack();
  await page.waitForState("ready");
  assert.equal(await page.value("token"), "");
});

test("the page's policy is the server's, without any connection; the live page's names Atlassian's hosts", async () => {
  const sent = (await fetch(BASE)).headers.get("content-security-policy")?.replace("frame-ancestors 'none'; ", "") ?? "";
  const own = async (/** @type {string} */ path) => {
    const page = await open({ path });
    return page.tab.locator("meta[http-equiv=Content-Security-Policy]").getAttribute("content");
  };
  assert.match(sent, /connect-src https:\/\/\*\.atlassian\.net /);
  assert.equal(await own("live.html"), sent);
  assert.equal(await own("index.html"), sent.replace(/connect-src [^;]+/, "connect-src 'none'"));
});
