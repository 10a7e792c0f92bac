// The module that a page starts on says of fields what the whole says, and knows what it cannot read.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import * as doctor from "../../dist/lib/load.js";
import { WasmModule } from "../../dist/lib/core/wasm-module.js";

const at = (/** @type {string} */ name) => new URL(`../../dist/pkg/${name}`, import.meta.url);
const fields = new WasmModule(at("fields.js"), at("fields_wasm.js"));
const full = new WasmModule(at("full.js"), at("full_wasm.js"));

before(() => Promise.all([fields.load(), full.load()]));

const SITES = [undefined, "", "acme", "acme.atlassian.net", "http://acme.atlassian.net/browse/WEB-7", "https://acme.atlassian.net/wiki", "https://jira.acme.example:8080/jira", "acme.atlasian.net",
  "https://api.atlassian.com/ex/jira/11111111-2222-3333-4444-555555555555", "https://id.atlassian.com/login", "bitbucket.org", "${JIRA_URL}", "jane@acme.example"];
const EMAILS = [undefined, "", "jane@acme.example", "jane", " jane@acme.example "];
const TOKENS = [undefined, "", "{{api-token}}", "'{{api-token}}'", "{{dc-pat}}", "{{service-account-token}}", "{{legacy-token}}", "hunter2 is no token", "********", "${JIRA_TOKEN}"];
const HEADERS = [undefined, "", "Basic", "Bearer {{api-token}}", "Basic not-base64!", `Basic ${btoa("jane@acme.example:short")}`, "Authorization: Token abc"];
const STATUSES = [undefined, null, 200, 201, 301, 302, 400, 401, 403, 404, 405, 407, 410, 413, 415, 422, 429, 500, 502, 503, 504];
const ANSWERS = [undefined, { deployment: "cloud", tokenScoped: true }, { deployment: "data-center", signIn: "sso" }, { client: "browser", workedBefore: true }, { client: "command-line", product: "confluence" }, { tokenCreatedOn: "2024-01-01", product: "bitbucket" }];

/** The fewest evidences in which every two values of different fields meet, by and large. */
function* evidences() {
  const draw = dice(7);
  const pick = (/** @type {any[]} */ list) => list[Math.floor(draw() * list.length)];
  const sampled = (/** @type {string | undefined} */ text) => (text === undefined ? text : doctor.sample(text));
  for (const status of STATUSES) for (const site of SITES) for (let time = 0; time < 6; time += 1) {
    const header = draw() < 0.3 ? sampled(pick(HEADERS)) : undefined;
    yield {
      site, email: pick(EMAILS), token: sampled(pick(TOKENS)), authorization: header, answers: pick(ANSWERS), today: "2026-11-27",
      ...(draw() < 0.3 && { project: pick(["WEB", "web", ""]), issue: pick(["WEB-7", "7", undefined]) }),
      ...(status !== undefined && { response: { status } }),
    };
  }
}

/** Numbers that are the same in every run. @param {number} seed */
function dice(seed) {
  return () => (seed = (seed * 16807) % 2147483647) / 2147483647;
}

/** @param {any} evidence */
function assertSame(evidence) {
  const whole = full.call("diagnose", [evidence]);
  assert.deepEqual(fields.call("diagnose", [evidence]), whole, JSON.stringify(evidence));
  for (const { problem, fix } of whole.findings) {
    if (fix) assert.deepEqual(fields.call("applyFix", [evidence, problem]), full.call("applyFix", [evidence, problem]));
  }
}

test("both builds say the same of fields and the number of a status", async () => {
  await doctor.init();
  for (const evidence of evidences()) assertSame(evidence);
});

test("both builds say the same of every case that has fields alone", () => {
  let count = 0;
  for (const line of readFileSync(new URL("../cases/cases.jsonl", import.meta.url), "utf8").trim().split("\n")) {
    const { given } = JSON.parse(line, (_, value) => (typeof value === "string" ? doctor.sample(value) : value));
    const { request, paste, calls, response } = given;
    if (request || paste || calls || response?.headers || response?.body) continue;
    assertSame(given);
    count += 1;
  }
  assert.ok(count > 50, `${count}`);
});

test("both builds read sites and headers alike", () => {
  for (const site of SITES) if (site !== undefined) assert.deepEqual(fields.call("readSite", [site]), full.call("readSite", [site]));
  for (const header of HEADERS) {
    if (header !== undefined) assert.deepEqual(fields.call("readAuthorization", [header]), full.call("readAuthorization", [header]));
  }
  const credentials = { email: "jane@acme.example", token: "x" };
  assert.equal(fields.call("authorization", [credentials]), full.call("authorization", [credentials]));
  for (const module of [fields, full]) assert.throws(() => module.call("diagnose", [{ tokn: "x" }]), /unknown key `tokn`/);
});

test("before the whole is loaded, fields are read and the rest is refused", async () => {
  const { initFields, diagnose, init, NotLoadedError, redact } = /** @type {typeof doctor} */ (await import(`../../dist/lib/load.js?${"afresh"}`));
  assert.throws(() => diagnose({}), /init/);
  await initFields();
  assert.equal(diagnose({ site: "acme.atlassian.net/jira" }).findings[0]?.problem, "url-has-path");
  assert.equal(diagnose({ response: { status: 401 } }).given.statuses[0], 401);
  for (const evidence of [{ paste: "x" }, { calls: [] }, { request: {} }, { response: { body: "" } }, { response: { headers: {} } }]) {
    assert.throws(() => diagnose(evidence), NotLoadedError);
  }
  assert.throws(() => redact("x"), NotLoadedError);
  await init();
  assert.equal(diagnose({ paste: "x" }).verdict, "nothing-known");
});
