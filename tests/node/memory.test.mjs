// What a call leaves in the memory of the module: no secret, in no form. And the memory of a large paste is given back.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import {
  applyFix, authorization, diagnose, examine, init, plan, readAuthorization, readFields, readSite, redact, report, sample, script, snippet,
} from "../../dist/lib/load.js";

/** @type {WebAssembly.Memory[]} */
const memories = [];

before(async () => {
  const { instantiate, Instance } = WebAssembly;
  const keep = (/** @type {WebAssembly.Instance} */ { exports }) => memories.push(/** @type {WebAssembly.Memory} */ (exports.memory));
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ module, /** @type {any} */ imports) => {
    const result = /** @type {any} */ (await instantiate(module, imports));
    keep(result.instance ?? result);
    return result;
  });
  WebAssembly.Instance = /** @type {any} */ (class extends Instance {
    constructor(/** @type {any} */ module, /** @type {any} */ imports) {
      super(module, imports);
      keep(this);
    }
  });
  await init();
});

const SECRET = "Sentinel7Kq2Zx9Wv4Tn8Rb3Lp6Md1Hc5";
const OTHER = "another7Jw3Qy8Xe2Uf9Ga4Ks6Dp1Vb5N";
const ENCODED = Buffer.from(`jane@acme.example:${SECRET}`).toString("base64");

const fields = { site: "acme", email: "jane@acme.example", token: SECRET };
const swapped = { site: `https://jane:${OTHER}@jira.acme.example/x`, email: SECRET, token: "jane@acme.example" };
const pasted = { paste: `curl -u jane@acme.example:${SECRET} https://acme.atlassian.net/x?token=${OTHER}\n< HTTP/1.1 401\n< x-echo: ${SECRET}` };
const answered = { ...fields, response: { status: 401, headers: { "x-echo": SECRET }, body: `{"message":"${SECRET} ${ENCODED}"}` } };

/** @type {Record<string, () => unknown>} */
const calls = {
  authorization: () => authorization({ email: "jane@acme.example", token: SECRET }),
  readAuthorization: () => readAuthorization(`Basic ${ENCODED}`),
  readFields: () => readFields(`JIRA_TOKEN=${SECRET}\nJIRA_EMAIL=jane@acme.example`),
  readSite: () => readSite(`https://jane:${SECRET}@acme.atlassian.net`),
  redact: () => redact(`token=${SECRET}`),
  "diagnose, fields": () => diagnose(fields),
  "diagnose, swapped fields": () => diagnose(swapped),
  "diagnose, a paste": () => diagnose(pasted),
  "diagnose, an answer": () => diagnose(answered),
  "diagnose, a header": () => diagnose({ authorization: `Basic ${ENCODED}` }),
  applyFix: () => applyFix(swapped, "fields-swapped"),
  report: () => report(answered, "json"),
  script: () => script(fields, "sh"),
  snippet: () => snippet(fields, "curl"),
  plan: () => assert.deepEqual(plan(fields).hosts, ["acme.atlassian.net", "api.atlassian.com"]),
  "a refusal": () => {
    assert.throws(() => diagnose(/** @type {any} */ ({ [SECRET]: SECRET })));
  },
};

/** Which of the secrets stand in the memory, in UTF-8. */
function left() {
  const bytes = Buffer.from(/** @type {WebAssembly.Memory} */ (memories.at(-1)).buffer);
  return [SECRET, OTHER, ENCODED, ENCODED.slice(8, 40)].filter((secret) => bytes.includes(secret));
}

for (const [name, call] of Object.entries(calls)) {
  test(`${name} leaves no secret behind`, () => {
    call();
    assert.deepEqual(left(), []);
  });
}

test("an examination leaves no secret behind", async () => {
  const fetched = globalThis.fetch;
  let seen = 0;
  globalThis.fetch = async () => {
    // While it goes on, the secret is held, and seen.
    seen += left().length;
    return new Response(JSON.stringify({ deploymentType: "Cloud", message: SECRET }), { status: 200 });
  };
  try {
    await examine(fields);
  } finally {
    globalThis.fetch = fetched;
  }
  assert.ok(seen > 0);
  assert.deepEqual(left(), []);
});

test("the memory of a large paste is given back", () => {
  const before = memories.length;
  diagnose({ paste: `${sample("{{api-token}}")} failed\n`.repeat(20_000) });
  assert.equal(memories.length, before + 1);
  const { byteLength } = /** @type {WebAssembly.Memory} */ (memories.at(-1)).buffer;
  assert.ok(byteLength < 4 << 20, `${byteLength} bytes`);
  assert.deepEqual(diagnose(fields).site?.host, "acme.atlassian.net");
});
