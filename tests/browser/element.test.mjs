// <jira-doctor> in other people's pages: in a form, beside inputs that are there already, moved, registered twice.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { By } from "selenium-webdriver";
import { EMAIL, openBrowser, Page, SITE } from "./support.mjs";

/** @type {import("selenium-webdriver").WebDriver} */
let driver;
before(async () => (driver = await openBrowser()));
after(() => driver?.quit());

/** The page's own element makes way for a form with one in it. @param {string} build */
async function openForm(build) {
  const page = await Page.open(driver);
  await driver.executeScript(`
    document.querySelector("jira-doctor").remove();
    const form = document.createElement("form");
    form.addEventListener("submit", (event) => { event.preventDefault(); window.sent = [...new FormData(form)]; });
    const make = (tag, given = {}) => Object.assign(document.createElement(tag), given);
    ${build}
    document.querySelector("main").append(form);`);
  await page.waitForState("ready");
  return page;
}

const OWN = 'form.append(make("jira-doctor"), make("button", { textContent: "Save" }));';
const ATTACHED = `
  for (const id of ["s", "e", "t"]) form.append(make("label", { htmlFor: id, textContent: id }), make("input", { id, name: id }));
  const doctor = make("jira-doctor");
  doctor.setAttribute("for", "s e t");
  form.append(doctor, make("button", { textContent: "Save" }));`;

test("a form is held back by an error, and sends nothing of what was typed", async () => {
  const page = await openForm(OWN);
  const { site, email, token } = await page.healthy();
  await page.typeAll({ site: "https://acme.attlassian.net", email, token });
  const save = await driver.findElement(By.css("form > button"));
  await save.click();
  assert.equal(await driver.executeScript("return window.sent ?? null"), null);
  assert.equal(await page.verdict(), "error", "the refusal is explained");

  await page.type("site", site);
  await save.click();
  assert.deepEqual(await driver.executeScript("return window.sent"), []);
});

test("an error counts before its field is left", async () => {
  const page = await openForm(OWN);
  await (await page.input("site")).sendKeys("https://acme.attlassian.net");
  assert.equal(await driver.executeScript("return document.querySelector('form').checkValidity()"), false);
});

test("a reset clears it, a disabled fieldset disables it", async () => {
  const page = await openForm('const set = make("fieldset"); set.append(make("jira-doctor")); form.append(set);');
  await page.type("site", "http://acme.atlassian.net");
  await driver.executeScript("document.querySelector('form').reset()");
  assert.equal(await page.value("site"), "");
  assert.deepEqual(await page.problems("site"), []);
  await driver.executeScript("document.querySelector('fieldset').disabled = true");
  assert.equal(await (await page.input("token")).isEnabled(), false);
});

test("inputs of the page are used, and left as they were", async () => {
  const page = await openForm(ATTACHED);
  await driver.findElement(By.id("s")).sendKeys("http://acme.atlassian.net");
  await driver.executeScript("document.activeElement.blur()");
  const found = () => driver.executeScript("return [...document.querySelectorAll('#s + .jira-doctor-findings [data-problem]')].map((one) => one.dataset.problem)");
  assert.deepEqual(await found(), ["url-http-not-https"]);
  await driver.findElement(By.css("#s + .jira-doctor-findings .jd-fix")).click();
  assert.equal(await driver.findElement(By.id("s")).getAttribute("value"), SITE);

  await page.run("element.remove()");
  assert.deepEqual(await found(), []);
  assert.equal(await driver.findElement(By.id("s")).getAttribute("aria-describedby"), null);
});

test("an id that leads nowhere is told to the developer", async () => {
  await Page.open(driver);
  await driver.executeScript(`
    const doctor = document.createElement("jira-doctor");
    doctor.setAttribute("for", "nobody");
    doctor.id = "lost";
    document.body.append(doctor);`);
  assert.match(await driver.executeScript("return document.querySelector('#lost').shadowRoot.textContent"), /no input has the id "nobody"/);
});

test("moving it keeps what was typed, and makes no second set of inputs", async () => {
  const page = await Page.open(driver);
  await page.typeAll({ site: "http://acme.atlassian.net", email: EMAIL });
  await page.run("document.body.append(element)");
  await page.waitForState("ready");
  assert.equal(await page.value("email"), EMAIL);
  assert.equal((await driver.findElements(By.css("[data-field=site]"))).length, 1);
  assert.deepEqual(await page.problems("site"), ["url-http-not-https"]);
});

test("password managers are kept away from the token, or let in", async () => {
  const page = await Page.open(driver);
  const attributes = (/** @type {string} */ field) =>
    page.run("const { autocomplete } = document.querySelector(`[data-field=${arguments[0]}]`); return autocomplete", field);
  assert.equal(await attributes("token"), "off");
  await page.run("element.setAttribute('token-autofill', 'password-manager'); document.body.append(element)");
  assert.equal(await attributes("token"), "current-password");
  assert.equal(await attributes("email"), "username");
});

test("registering twice does no harm", async () => {
  const page = await Page.open(driver);
  await driver.executeAsyncScript("const done = arguments[0]; import('./lib/define.js?again').then(() => done(), (error) => done(String(error)))");
  assert.deepEqual(await page.console(), []);
});

test("its own style stays inside", async () => {
  await Page.open(driver);
  const font = () => driver.executeScript("const p = document.querySelector('footer p'); const { margin, color } = getComputedStyle(p); return [margin, color]");
  const before = await font();
  await driver.executeScript("document.adoptedStyleSheets = []");
  assert.deepEqual(await font(), before);
});
