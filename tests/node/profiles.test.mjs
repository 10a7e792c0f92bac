// The profiles, their schema, and the one that reads them: what one of them refuses, all refuse.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { before, test } from "node:test";
import Ajv from "ajv/dist/2020.js";
import * as doctor from "../../dist/lib/load.js";
import { PROFILES } from "../../dist/lib/profiles.js";

before(() => doctor.init());

const read = (/** @type {string} */ path) => JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
const accepts = new Ajv.default({ allErrors: true, strict: true, strictTypes: false, strictRequired: false }).compile(read("../../dist/profiles/profile.schema.json"));
/** @type {{ of?: string, set: (string | number)[], to?: unknown, error: string }[]} */
const INVALID = read("../profiles/invalid.json");
const names = () => readdirSync(new URL("../../dist/profiles/", import.meta.url)).filter((name) => !name.includes(".schema."));

test("the module holds the profiles of the folder, and the schema takes them", () => {
  assert.deepEqual(names(), ["aha.json", "bolddesk.json", "jentic.json"]);
  assert.deepEqual(PROFILES, names().map((name) => read(`../../dist/profiles/${name}`)));
  for (const profile of PROFILES) {
    assert.ok(accepts(profile), `${profile.id}: ${JSON.stringify(accepts.errors)}`);
    assert.equal(doctor.diagnose({}, profile).setup?.product, profile.name);
  }
});

test("what the schema refuses is refused with path and reason, and the other way round", () => {
  for (const { of = "bolddesk", set, to, error } of INVALID) {
    const profile = read(`../../dist/profiles/${of}.json`);
    const last = set.at(-1) ?? "";
    const parent = set.slice(0, -1).reduce((part, key) => part[key], profile);
    if (to === undefined) delete parent[last];
    else parent[last] = to;
    assert.ok(!accepts(profile), `the schema takes ${set.join(".")}: ${JSON.stringify(to)}`);
    assert.throws(() => doctor.diagnose({}, profile), (/** @type {Error} */ thrown) => thrown.message === error, error);
  }
});

test("what is no profile at all is refused, an object that holds itself too", () => {
  /** @type {any} */
  const endless = { id: "x" };
  endless.guide = endless;
  for (const [profile, reason] of [["bolddesk", /must be an object/], [[], /must be an object/], [endless, /nests too deep/], [{ ...PROFILES[0], name: () => "x" }, /name/]]) {
    assert.throws(() => doctor.diagnose({}, /** @type {any} */ (profile)), /** @type {RegExp} */ (reason));
  }
});

test("undefined and null are a key that is not there", () => {
  const profile = /** @type {any} */ ({ ...PROFILES[0], permissions: undefined, purposes: null, guide: undefined });
  assert.equal(doctor.diagnose({}, profile).permissions.length, 0);
  assert.equal(doctor.diagnose({}, null).setup, null);
});

test("the guides are followed to the values that go into each product's form", () => {
  const given = (/** @type {string} */ site) => ({ site, email: "jane@acme.example", token: doctor.sample("{{api-token}}") });
  for (const profile of PROFILES) {
    const { form } = profile.site;
    const site = form === "subdomain" ? "acme" : "https://acme.atlassian.net";
    const wrong = form === "subdomain" ? "https://acme.atlassian.net" : "acme";
    const [first] = doctor.diagnose(given(wrong), profile).findings;
    assert.equal(first?.problem, "url-subdomain-only", profile.id);
    assert.deepEqual(doctor.applyFix(given(wrong), "url-subdomain-only", profile), { site });
    const { setup } = doctor.diagnose(given(site), profile);
    assert.deepEqual(setup?.entries.map(({ label, value }) => [label, value]), [
      [profile.site.label, site], [profile.account.label, "jane@acme.example"], [profile.token.label, null],
    ]);
  }
});

test("scopes are told for purposes, each with its reason", () => {
  const all = doctor.purposes().map(({ id }) => id);
  for (const profile of PROFILES) for (const purpose of profile.purposes ?? []) assert.ok(all.includes(purpose));
  const { classic, granular, calls } = doctor.scopes(["read-issues"]);
  assert.deepEqual(classic, ["read:jira-user", "read:jira-work"]);
  assert.deepEqual([...granular].sort(), [...new Set(calls.flatMap((call) => call.granular))].sort());
  assert.ok(calls.every(({ call, why }) => call.includes(" /") && why.endsWith(".")));
  assert.throws(() => doctor.scopes(["read-minds"]), /no purpose/);
});
