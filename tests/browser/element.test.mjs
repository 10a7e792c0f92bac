// <jira-doctor> in other people's pages: in a form, beside inputs that are there already, moved, registered twice.
import assert from "node:assert/strict";
import { test } from "node:test";
import { EMAIL, SITE, useBrowser } from "./support.mjs";

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
  const form = page.tab.locator("form");
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
  assert.equal(await page.tab.evaluate(() => document.querySelector("form").checkValidity()), false);
});

test("a reset clears it, a disabled fieldset disables it", async () => {
  const page = await openForm(inFieldset);
  await page.type("site", "http://acme.atlassian.net");
  await page.tab.evaluate(() => document.querySelector("form").reset());
  assert.equal(await page.value("site"), "");
  assert.deepEqual(await page.problems("site"), []);
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
