// <jira-doctor> in other people's pages: in a form, beside inputs that are there already, moved, registered twice.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { BASE, EMAIL, SITE, until, useBrowser } from "./support.mjs";

/** @typedef {import("./support.mjs").Page} Page */

const open = useBrowser();

/** The page's own element makes way for a form with one in it. @param {(form: HTMLFormElement) => void} fill in the page */
async function openForm(fill) {
  const page = await open();
  await page.element.evaluate((element) => {
    const form = document.createElement("form");
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      window.sent = [...new FormData(form)];
    });
    element.replaceWith(form);
  });
  const form = page.tab.locator("main form");
  await form.evaluate(fill);
  await form.evaluate((form) => form.append(Object.assign(document.createElement("button"), { textContent: "Save" })));
  await page.waitForState("ready");
  return page;
}

const own = (/** @type {HTMLFormElement} */ form) => form.append(document.createElement("jira-doctor"));
const inFieldset = (/** @type {HTMLFormElement} */ form) => {
  form.append(document.createElement("fieldset"));
  form.firstElementChild?.append(document.createElement("jira-doctor"));
};
const attached = (/** @type {HTMLFormElement} */ form) => {
  for (const id of ["s", "e", "t"]) {
    form.append(Object.assign(document.createElement("label"), { htmlFor: id, textContent: id }));
    form.append(Object.assign(document.createElement("input"), { id, name: id }));
  }
  const doctor = document.createElement("jira-doctor");
  doctor.setAttribute("for", "s e t");
  form.append(doctor);
};

test("a form is held back by an error, and sends nothing of what was typed", async () => {
  const page = await openForm(own);
  const { site, email, token } = await page.healthy();
  await page.typeAll({ site: "https://acme.attlassian.net", email, token });
  const save = page.tab.getByRole("button", { name: "Save" });
  await save.click();
  assert.equal(await page.tab.evaluate(() => window.sent ?? null), null);
  assert.equal(await page.verdict(), "error", "the refusal is explained");

  await page.type("site", site);
  await save.click();
  assert.deepEqual(await page.tab.evaluate(() => window.sent), []);
});

test("an error counts before its field is left", async () => {
  const page = await openForm(own);
  await page.input("site").pressSequentially("https://acme.attlassian.net");
  assert.equal(await page.tab.evaluate(() => document.querySelector("main form").checkValidity()), false);
});

test("a reset clears it, a disabled fieldset disables it", async () => {
  const page = await openForm(inFieldset);
  await page.type("site", "http://acme.atlassian.net");
  await page.tab.evaluate(() => document.querySelector("main form").reset());
  await until(async () => (await page.problems("site")).length === 0);
  assert.equal(await page.value("site"), "");
  await page.tab.evaluate(() => (document.querySelector("fieldset").disabled = true));
  assert.equal(await page.input("token").isEnabled(), false);
});

test("inputs of the page are used, and left as they were", async () => {
  const page = await openForm(attached);
  const input = page.tab.locator("#s");
  await input.pressSequentially("http://acme.atlassian.net");
  await input.blur();
  const found = () => page.data(page.tab.locator("#s + .jira-doctor-findings [data-problem]"), "problem");
  assert.deepEqual(await found(), ["url-http-not-https"]);
  await page.tab.locator("#s + .jira-doctor-findings .jd-fix").click();
  assert.equal(await input.inputValue(), SITE);

  await page.element.evaluate((element) => element.remove());
  assert.deepEqual(await found(), []);
  assert.equal(await input.getAttribute("aria-describedby"), null);
});

test("an id that leads nowhere is told to the developer", async () => {
  const page = await open();
  await page.tab.evaluate(() => {
    const doctor = document.createElement("jira-doctor");
    doctor.setAttribute("for", "nobody");
    doctor.id = "lost";
    document.body.append(doctor);
  });
  await page.tab.locator("#lost").getByText('no input has the id "nobody"').waitFor();
});

test("moving it keeps what was typed, and makes no second set of inputs", async () => {
  const page = await open();
  await page.typeAll({ site: "http://acme.atlassian.net", email: EMAIL });
  await page.element.evaluate((element) => document.body.append(element));
  await page.waitForState("ready");
  assert.equal(await page.value("email"), EMAIL);
  assert.equal(await page.input("site").count(), 1);
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
});

test("password managers are kept away from the token, or let in", async () => {
  const page = await open();
  const autocomplete = (/** @type {string} */ field) => page.input(field).getAttribute("autocomplete");
  assert.equal(await autocomplete("token"), "off");
  await page.element.evaluate((element) => {
    element.setAttribute("token-autofill", "password-manager");
    document.body.append(element);
  });
  assert.equal(await autocomplete("token"), "current-password");
  assert.equal(await autocomplete("email"), "username");
});

test("registering twice does no harm", async () => {
  const page = await open();
  await page.tab.evaluate(() => import(new URL("lib/define.js?again", location.href).href));
  assert.deepEqual(await page.console(), []);
});

test("its own style stays inside", async () => {
  const page = await open();
  const look = () =>
    page.tab.locator("footer p").first().evaluate((one) => {
      const { margin, color } = getComputedStyle(one);
      return [margin, color];
    });
  const before = await look();
  await page.tab.evaluate(() => (document.adoptedStyleSheets = []));
  assert.deepEqual(await look(), before);
});

/** Fills the inputs of the page that the element is attached to. @param {import("./support.mjs").Page} page @param {Record<string, string>} texts */
async function fillAttached(page, texts) {
  for (const [id, text] of Object.entries(texts)) {
    await page.tab.locator(`#${id}`).fill(text);
    await page.tab.locator(`#${id}`).blur();
  }
}

/** The problems at an input of the page. @param {import("./support.mjs").Page} page @param {string} id */
const at = (page, id) => page.data(page.tab.locator(`#${id} + .jira-doctor-findings [data-problem]`), "problem");

test("a fix, its undo and a clearing are told to the page as if they were typed", async () => {
  const page = await openForm(attached);
  await page.tab.evaluate(() => {
    window.heard = [];
    // React watches the property itself, and takes a text that is set through it for its own.
    const input = document.querySelector("#s");
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
    let tracked = "";
    Object.defineProperty(input, "value", { get: () => get.call(input), set: (text) => ((tracked = text), set.call(input, text)) });
    const note = (type) => {
      window.heard.push([type, get.call(input) === tracked ? "unseen" : get.call(input)]);
      if (type === "change") tracked = get.call(input);
    };
    for (const type of ["input", "change"]) input.addEventListener(type, () => note(type));
    document.addEventListener("jira-doctor-fix", ({ detail }) => window.heard.push(["fix", JSON.stringify(detail)]));
  });
  await fillAttached(page, { s: "http://acme.atlassian.net" });
  await page.tab.evaluate(() => (window.heard = []));
  await page.tab.locator("#s + .jira-doctor-findings .jd-fix").click();
  assert.deepEqual(await page.tab.evaluate(() => window.heard), [["input", SITE], ["change", SITE], ["fix", '{"problems":["url-http-not-https"],"fields":["site"]}']]);
  await page.press("Undo");
  await page.press("Clear everything");
  const heard = await page.tab.evaluate(() => window.heard.slice(3).map(([, text]) => text));
  assert.deepEqual(heard, ["http://acme.atlassian.net", "http://acme.atlassian.net", "", ""]);
});

test("inputs that come later, and those that take another's place, are found", async () => {
  const page = await openForm((form) => {
    const doctor = document.createElement("jira-doctor");
    doctor.setAttribute("for", "s e t");
    form.append(doctor);
    setTimeout(() => {
      for (const id of ["s", "e", "t"]) form.append(Object.assign(document.createElement("input"), { id }));
    });
  });
  await fillAttached(page, { s: "http://acme.atlassian.net" });
  assert.deepEqual(await at(page, "s"), ["url-http-not-https"]);

  await page.tab.evaluate(() => document.querySelector("#s").replaceWith(Object.assign(document.createElement("input"), { id: "s" })));
  await page.waitForState("ready");
  await fillAttached(page, { s: "http://acme.atlassian.net" });
  await until(async () => (await at(page, "s")).join() === "url-http-not-https");
  assert.equal(await page.tab.locator(".jira-doctor-findings").count(), 3, "nothing is left of the former one");
});

test("what the page filled in beforehand is judged at the start", async () => {
  const page = await openForm((form) => {
    for (const id of ["s", "e", "t"]) form.append(Object.assign(document.createElement("input"), { id, defaultValue: id === "s" ? "http://acme.atlassian.net" : "" }));
    const doctor = document.createElement("jira-doctor");
    doctor.setAttribute("for", "s e t");
    form.append(doctor);
  });
  await until(async () => (await at(page, "s")).join() === "url-http-not-https");

  await fillAttached(page, { s: SITE });
  assert.deepEqual(await at(page, "s"), []);
  await page.tab.evaluate(() => document.querySelector("main form").reset());
  await until(async () => (await at(page, "s")).join() === "url-http-not-https", "a reset is judged by what it left");
});

test("what is readonly or disabled is not written", async () => {
  const page = await openForm(attached);
  for (const lock of ["readOnly", "disabled"]) {
    await page.tab.evaluate(() => Object.assign(document.querySelector("#s"), { readOnly: false, disabled: false }));
    await fillAttached(page, { s: "http://acme.atlassian.net" });
    assert.equal(await page.tab.locator("#s + .jira-doctor-findings .jd-fix").count(), 1);
    await page.tab.evaluate((lock) => (document.querySelector("#s")[lock] = true), lock);
    await fillAttached(page, { e: EMAIL });
    await page.element.evaluate((element) => element.fill({ site: "acme" }));
    assert.equal(await page.tab.locator("#s").inputValue(), "http://acme.atlassian.net", lock);
  }
});

test("a script that asks whether the form is valid moves no focus", async () => {
  const page = await openForm(own);
  await page.type("site", "https://acme.attlassian.net");
  await page.input("email").focus();
  assert.equal(await page.tab.evaluate(() => document.querySelector("main form").checkValidity()), false);
  assert.equal(await page.focus(), "email");
});

test("keys that are typed inside do not reach the page's shortcuts", async () => {
  const page = await open();
  await page.tab.evaluate(() => {
    window.heard = [];
    for (const type of ["keydown", "keypress", "keyup"]) document.addEventListener(type, ({ key }) => window.heard.push(key));
  });
  await page.box.pressSequentially("s/");
  await page.input("site").pressSequentially("acme");
  assert.deepEqual(await page.tab.evaluate(() => window.heard), []);
  await page.keyboard.press("Escape");
  assert.deepEqual(await page.tab.evaluate(() => window.heard), ["Escape", "Escape"], "a dialog of the page can still be left");
});

test("a profile is taken as attribute and as property, by name and whole, before and after the class is known", async () => {
  const page = await open();
  const label = () => page.tab.locator("jira-doctor > label").first().textContent();
  const is = (/** @type {string} */ wanted) => until(async () => (await label()) === wanted, wanted);
  await page.element.evaluate((element) => element.setAttribute("profile", "bolddesk"));
  await is("Jira URL");
  await page.element.evaluate((element) => (element.profile = "jentic"));
  await is("Your Atlassian domain");
  await page.element.evaluate((element) => (element.profile = null));
  await is("Site");

  await page.element.evaluate((element) => {
    const early = document.implementation.createHTMLDocument().createElement("jira-doctor");
    early.profile = "aha";
    element.replaceWith(early);
  });
  await page.waitForState("ready");
  await is("Jira URL");
});

test("rude styles of the page break neither findings nor panels", async () => {
  const page = await open();
  await page.tab.evaluate(() => {
    const rude = new CSSStyleSheet();
    rude.replaceSync("button, p, article, details { display: none !important; } * { color: red; }");
    document.adoptedStyleSheets.push(rude);
  });
  await page.type("site", "http://acme.atlassian.net");
  assert.ok(await page.tab.locator("[slot=site-notes] .jd-fix").isVisible());
  assert.ok(await page.locator("[part=verdict] .jd-fix").isVisible());
});

test("on a dark page without tokens it is as dark, and reads", async () => {
  const page = await open();
  await page.tab.evaluate(() => {
    // Nothing of the page is left but the element.
    for (const own of document.querySelectorAll("link[rel=stylesheet], header, .lead, #elsewhere, footer")) own.remove();
    Object.assign(document.documentElement.style, { background: "#111", color: "#eee", colorScheme: "light" });
    document.body.style.fontFamily = "serif";
  });
  await page.typeAll({ site: "http://acme.atlassian.net", email: "jdoe" });
  const look = await page.locator("[part=verdict]").evaluate((one) => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor, getComputedStyle(one).fontFamily]);
  assert.deepEqual(look, ["rgb(238, 238, 238)", "rgb(17, 17, 17)", "serif"]);
  assert.deepEqual((await page.violations()).filter((rule) => rule.startsWith("color-contrast")), []);
});

/** What a person sees of an element, wherever it stands. */
const LOOK = ["color", "backgroundColor", "borderTopColor", "borderTopWidth", "borderTopStyle", "borderRadius", "fontFamily", "fontSize", "fontWeight", "lineHeight", "padding", "textAlign", "textDecorationLine", "display"];

/** @param {Page} page */
async function look(page) {
  await page.give("HTTP/1.1 401 Unauthorized\n\nClient must be authenticated to access this resource.");
  await page.type("site", "http://acme.atlassian.net");
  const parts = "label, input[data-field], textarea, select, button, summary, h2, h3, [part=verdict], [part=journey] > li, [part=question], mark, .jd-message, .jd-certainty, .jd-hint";
  return page.shown(parts).evaluateAll((all, names) => all.map((one) => [one.className || one.tagName, ...names.map((name) => /** @type {any} */ (getComputedStyle(one))[name])].join(" | ")), LOOK);
}

test("embedded as the README says, it looks as on the page", async () => {
  const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
  const [, snippet = ""] = /## Embed it[\s\S]*?```html\n([\s\S]*?)```/.exec(readme) ?? [];
  assert.match(snippet, /<jira-doctor>/);
  for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
    const own = await look(await open({ colorScheme }));
    const page = await open({ state: null, colorScheme });
    const { tab } = page;
    await tab.route("**/jira-doctor/**", (route) => route.continue({ url: route.request().url().replace("/jira-doctor/", "/") }));
    await tab.route("**/embedder.html", (route) => route.fulfill({ contentType: "text/html; charset=utf-8", body: `<!doctype html><html lang="en"><title>Mine</title>${snippet}` }));
    await tab.goto(`${BASE}embedder.html`);
    await page.waitForState("ready");
    const embedded = await look(page);
    assert.ok(own.length > 20, `${own.length} parts`);
    assert.deepEqual(embedded, own, colorScheme);
  }
});

test("without the site's pages a problem's text opens in place", async () => {
  const page = await open();
  await page.element.evaluate((element) => element.removeAttribute("pages"));
  await page.element.evaluate((element) => (element.setAttribute("view", "compact"), element.setAttribute("view", "full")));
  await page.waitForState("ready");
  await page.type("site", `${SITE}/jira`);
  await page.unfold();
  const text = page.locator("[part=verdict] .jd-explained");
  await until(async () => ((await text.first().textContent()) ?? "").length > 40, "the text came");
  assert.equal(await page.locator("[part=verdict] a[href*='problems/']").count(), 0);
});

test("it may be small: compact, or findings alone", async () => {
  const page = await open();
  await page.element.evaluate((element) => element.setAttribute("view", "compact"));
  await page.waitForState("ready");
  await page.type("site", `${SITE}/jira`);
  assert.equal(await page.box.count(), 0);
  assert.ok(await page.locator("[part=bar]").isVisible());
  assert.equal(await page.locator("[part=verdict]").isVisible(), false);
  await page.openVerdict();
  assert.ok(await page.locator("[part=verdict]").isVisible());

  const attachedPage = await openForm((form) => {
    for (const id of ["s", "e", "t"]) form.append(Object.assign(document.createElement("input"), { id }));
    const doctor = document.createElement("jira-doctor");
    doctor.setAttribute("for", "s e t");
    doctor.setAttribute("view", "messages");
    form.append(doctor);
  });
  await fillAttached(attachedPage, { s: `${SITE}/jira` });
  assert.deepEqual(await at(attachedPage, "s"), ["url-has-path"]);
  assert.equal(await attachedPage.locator("[part=verdict], [part=box], [part=bar]").count(), 0);
  assert.ok((await attachedPage.element.evaluate((element) => element.getBoundingClientRect().height)) < 40);
});

test("where there is no page it can be imported all the same", async () => {
  const { JiraDoctorElement } = await import("../../dist/lib/define.js");
  assert.equal(typeof JiraDoctorElement, "function");
});
