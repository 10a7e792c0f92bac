// Asking Jira, with a fetch that misbehaves in every way that a page, a server or a browser can.
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import * as doctor from "../../dist/lib/load.js";

const { fetch } = globalThis;
before(() => doctor.init());
afterEach(() => {
  globalThis.fetch = fetch;
  Reflect.deleteProperty(globalThis, "location");
  Reflect.deleteProperty(globalThis, "isSecureContext");
});

/** What reaches the process unhandled would be an uncaught error in a page. @type {unknown[]} */
const unhandled = [];
const note = (/** @type {unknown} */ error) => unhandled.push(error);
process.on("unhandledRejection", note).on("uncaughtException", note);
after(() => assert.deepEqual(unhandled, []));

const SITE = "https://acme.atlassian.net";
const given = () => ({ site: SITE, email: "jane@acme.example", token: doctor.sample("{{api-token}}") });

/** @param {unknown} body @param {ResponseInit} [init] */
const json = (body, init) => new Response(JSON.stringify(body), { headers: { "content-type": "application/json" }, ...init });

/** @type {Record<string, () => Response>} */
const HEALTHY = {
  "/rest/api/3/serverInfo": () => json({ baseUrl: SITE, deploymentType: "Cloud", version: "1001.0.0-SNAPSHOT" }),
  "/rest/api/3/myself": () => json({ accountId: "5b10a2844c20165700ede21g", accountType: "atlassian", active: true, displayName: "Jane", emailAddress: "jane@acme.example" }),
  "/rest/api/3/mypermissions": () => json({ permissions: { BROWSE_PROJECTS: { key: "BROWSE_PROJECTS", name: "Browse Projects", type: "PROJECT", havePermission: true } } }),
};

/**
 * Puts a fetch in place that answers healthily, but for some paths.
 *
 * @param {Record<string, (request: Request) => any>} [others]
 */
function stub(others = {}) {
  /** @type {Request[]} */
  const requests = [];
  globalThis.fetch = /** @type {any} */ ((/** @type {Request} */ request) => {
    requests.push(request);
    const { pathname } = new URL(request.url);
    const answer = others[pathname] ?? others["*"];
    if (answer) return answer(request);
    return Promise.resolve(HEALTHY[pathname]?.() ?? new Response("", { status: 404 }));
  });
  return requests;
}

const MYSELF = "/rest/api/3/myself";
const TIMEOUT = 150;

/** @param {import("../../dist/lib/load.js").Examined} examined */
const failures = ({ calls }) => calls.flatMap(({ failure }) => failure ?? []);

test("a healthy account: each step is a GET without cookies, and the header goes to the site alone", async () => {
  const requests = stub();
  const evidence = given();
  const { diagnosis, calls } = await doctor.examine(evidence);
  assert.deepEqual(diagnosis.steps.slice(0, 2).map(({ outcome }) => outcome), ["passed", "passed"]);
  assert.equal(diagnosis.account?.email, "jane@acme.example");
  const header = doctor.authorization({ email: evidence.email, token: evidence.token });
  assert.ok(requests.length >= 3);
  for (const request of requests) {
    assert.equal(new URL(request.url).host, "acme.atlassian.net");
    assert.deepEqual(
      [request.method, request.redirect, request.credentials, request.referrerPolicy, request.cache, request.headers.get("accept")],
      ["GET", "manual", "omit", "no-referrer", "no-store", "application/json"],
    );
    assert.equal(request.headers.get("authorization"), request.url.endsWith("/serverInfo") ? null : header);
  }
  const text = JSON.stringify({ diagnosis, calls });
  assert.ok(!text.includes(evidence.token) && !text.includes(header.slice(6)));
});

test("the calls are evidence: they give the same diagnosis", async () => {
  stub({ [MYSELF]: () => Promise.resolve(json({}, { status: 401, headers: { "x-seraph-loginreason": "AUTHENTICATED_FAILED" } })) });
  const evidence = given();
  const { diagnosis, calls } = await doctor.examine(evidence);
  assert.deepEqual(doctor.diagnose({ ...evidence, calls }), diagnosis);
});

/** What a promise may be rejected with, and what a stub may give. @type {Record<string, () => any>} */
const MISBEHAVIOUR = {
  "a TypeError": () => Promise.reject(new TypeError("Failed to fetch")),
  "a text": () => Promise.reject("blocked"),
  nothing: () => Promise.reject(undefined),
  "null": () => Promise.reject(null),
  "an object": () => Promise.reject({ reason: 1 }),
  "a thrown text": () => { throw "blocked"; },
  "no promise": () => undefined,
  "no response": () => Promise.resolve({ status: 200 }),
  "an error response": () => Promise.resolve(Response.error()),
};
for (const [name, misbehave] of Object.entries(MISBEHAVIOUR)) {
  test(`fetch ends with ${name}: nothing came, and nothing is said about the credentials`, async () => {
    stub({ "*": misbehave });
    const examined = await doctor.examine(given());
    assert.deepEqual(new Set(failures(examined)), new Set(["unreachable"]));
    assert.equal(examined.diagnosis.account, null);
    assert.ok(examined.diagnosis.steps.every(({ outcome }) => outcome === "unclear" || outcome === "not-asked"), JSON.stringify(examined.diagnosis.steps));
  });
}

test("a promise that never settles: the step ends in time, the steps before are kept", async () => {
  stub({ [MYSELF]: () => new Promise(() => {}) });
  const { calls, diagnosis } = await doctor.examine(given(), { timeout: TIMEOUT });
  assert.equal(calls[0]?.response?.status, 200);
  assert.equal(calls[1]?.failure, "timeout");
  assert.equal(diagnosis.steps[0]?.outcome, "passed");
});

test("a body that never ends is a step that ends in time", async () => {
  /** @type {ReturnType<typeof setTimeout>} */
  let timer;
  const drip = new ReadableStream({
    pull: (controller) => new Promise((resolve) => (timer = setTimeout(() => resolve(controller.enqueue(new Uint8Array([32]))), 10))),
    cancel: () => clearTimeout(timer),
  });
  stub({ [MYSELF]: () => Promise.resolve(new Response(drip)) });
  assert.deepEqual(failures(await doctor.examine(given(), { timeout: TIMEOUT })), ["timeout"]);
});

test("a huge body is not read to its end", async () => {
  let pulled = 0;
  let cancelled = false;
  const flood = new ReadableStream({
    pull: (controller) => {
      pulled += 1;
      controller.enqueue(new Uint8Array(64 * 1024));
    },
    cancel: () => void (cancelled = true),
  });
  stub({ [MYSELF]: () => Promise.resolve(new Response(flood)) });
  assert.deepEqual(failures(await doctor.examine(given())), ["too-large"]);
  assert.ok(pulled < 24, `${pulled} pieces were read`);
  assert.ok(cancelled, "the rest is not wanted");
});

test("a body that breaks off, or is none", async () => {
  const broken = () => new ReadableStream({ start: (controller) => { controller.enqueue(new TextEncoder().encode("{")); }, pull: (controller) => controller.error("gone") });
  stub({ [MYSELF]: () => Promise.resolve(new Response(broken())) });
  assert.deepEqual(failures(await doctor.examine(given())), ["cut-off"]);
  stub({ [MYSELF]: () => Promise.resolve(new Response(new ReadableStream({ start: (controller) => controller.enqueue(/** @type {any} */ ("text")) }))) });
  assert.deepEqual(failures(await doctor.examine(given())), ["cut-off"]);
});

test("a redirect is not followed", async () => {
  const opaque = () => Object.defineProperties(new Response(null), { type: { value: "opaqueredirect" }, status: { value: 0 } });
  const requests = stub({ [MYSELF]: () => Promise.resolve(opaque()) });
  assert.deepEqual(failures(await doctor.examine(given())), ["redirected"]);
  assert.ok(requests.every(({ url }) => url.startsWith(SITE)));
});

test("a token with a line break in it is taken without, or is not sent", async () => {
  const evidence = given();
  const token = evidence.token;
  for (const typed of [`${token}\n`, `${token.slice(0, 76)}\n${token.slice(76)}`, `${token}\r\nX-Evil: 1`, "påss\u0000wörd–密码"]) {
    const requests = stub();
    const { diagnosis } = await doctor.examine({ ...evidence, token: typed });
    assert.ok(diagnosis.findings.length > 0);
    for (const { headers } of requests) assert.equal(headers.get("x-evil"), null);
  }
});

test("stopped before the first step: nothing is sent", async () => {
  const requests = stub();
  const { calls, diagnosis } = await doctor.examine(given(), { signal: AbortSignal.abort("text") });
  assert.deepEqual([requests.length, calls.length], [0, 0]);
  assert.ok(diagnosis.steps.every(({ outcome }) => outcome === "not-asked"));
});

test("stopped in the middle, with any reason: at once, and the steps so far are kept", async () => {
  for (const reason of ["text", undefined, new Error("mine")]) {
    const control = new AbortController();
    const requests = stub({
      [MYSELF]: ({ signal }) => new Promise((_, reject) => {
        signal.addEventListener("abort", () => reject(signal.reason));
        setTimeout(() => control.abort(reason));
      }),
    });
    const examined = await doctor.examine(given(), { signal: control.signal });
    assert.deepEqual(failures(examined), ["cancelled"]);
    assert.equal(examined.diagnosis.steps[0]?.outcome, "passed");
    assert.equal(requests.length, 2);
    assert.ok(requests[1]?.signal.aborted, "the browser is told too");
  }
});

test("progress is told before the first step and after each", async () => {
  stub();
  /** @type {[string | null, number][]} */
  const told = [];
  const { calls } = await doctor.examine(given(), { onStep: (steps, next) => told.push([next, steps.filter(({ outcome }) => outcome !== "not-asked").length]) });
  assert.deepEqual(told[0], ["server-info", 0]);
  assert.deepEqual(told.at(-1), [null, calls.length]);
  assert.equal(told.length, calls.length + 1);
});

test("two at a time do not disturb each other", async () => {
  stub();
  const both = await Promise.all([doctor.examine(given()), doctor.examine({ ...given(), site: "https://other.atlassian.net" })]);
  const hosts = both.map(({ calls }) => new Set(calls.map(({ request }) => new URL(request?.url ?? "").host)));
  assert.deepEqual(hosts, [new Set(["acme.atlassian.net"]), new Set(["other.atlassian.net"])]);
});

test("an option that is unknown or wrong is refused by its name, and nothing is sent", async () => {
  const requests = stub();
  /** @type {[any, RegExp][]} */
  const wrong = [[{ relais: "/jira/" }, /unknown key `relais`/], [{ timeout: "long" }, /timeout: /], [{ timeout: -1 }, /timeout: /], [{ profile: { ident: "x" } }, /profile: /]];
  for (const [options, message] of wrong) await assert.rejects(doctor.examine(given(), options), message);
  await assert.rejects(doctor.examine(/** @type {any} */ ({ tokn: "x" })), /unknown key `tokn`/);
  assert.equal(requests.length, 0);
});

/** @param {string} origin */
function page(origin, isSecureContext = true) {
  Object.assign(globalThis, { location: new URL(`${origin}/help/page.html`), isSecureContext });
}

test("a relay is on the page's own origin, over https, or it is refused with the reason", async () => {
  const requests = stub();
  await assert.rejects(doctor.examine(given(), { relay: "/jira/" }), /there is no page here/);
  page("https://help.example");
  for (const relay of ["https://evil.example/jira/", "//evil.example/", "/\\evil.example/", "https://help.example:8443/", "http://help.example/", "https://help.example@evil.example/"]) {
    await assert.rejects(doctor.examine(given(), { relay }), /own origin/, relay);
  }
  for (const relay of ["jira/", "../jira/", "", " /jira/", "javascript:alert(1)", "https://"]) await assert.rejects(doctor.examine(given(), { relay }), /relay: /, relay);
  await assert.rejects(doctor.examine(given(), { relay: "https://u:p@help.example/jira/" }), /user name/);
  for (const relay of ["/jira/?to=x", "/jira/#x"]) await assert.rejects(doctor.examine(given(), { relay }), /folder/, relay);
  page("http://help.example", false);
  await assert.rejects(doctor.examine(given(), { relay: "/jira/" }), /https/);
  assert.equal(requests.length, 0);
});

test("through a relay everything goes to the page's own origin, and is told as if it were Jira", async () => {
  page("https://help.example");
  for (const relay of ["/jira/", "/jira", "https://help.example/jira/"]) {
    /** @type {string[]} */
    const asked = [];
    globalThis.fetch = /** @type {any} */ (async (/** @type {Request} */ { url }) => {
      asked.push(url);
      return HEALTHY[new URL(url).pathname.replace("/jira", "")]?.() ?? new Response("", { status: 404 });
    });
    const { calls, diagnosis } = await doctor.examine(given(), { relay });
    assert.equal(asked[0], "https://help.example/jira/rest/api/3/serverInfo");
    assert.ok(asked.length >= 3 && asked.every((url) => url.startsWith("https://help.example/jira/rest/api/3/")));
    assert.equal(calls[0]?.request?.url, `${SITE}/rest/api/3/serverInfo`);
    assert.equal(diagnosis.steps[1]?.outcome, "passed");
  }
});

test("a crash elsewhere ends it with an error, and the next one works", async () => {
  stub({ [MYSELF]: () => new Promise(() => {}) });
  // A call that ends after its instance is gone says so on the console. This one shall never end.
  const { setTimeout: timer } = globalThis;
  globalThis.setTimeout = /** @type {any} */ ((/** @type {any} */ call, /** @type {number} */ after, /** @type {any[]} */ ...rest) => (after < 1000 ? timer(call, after, ...rest) : 0));
  const examining = doctor.examine(given());
  const ended = assert.rejects(examining, doctor.CrashError);
  await new Promise((resolve) => setTimeout(resolve, 50));
  // What a trap looks like from outside.
  const trap = new Proxy({}, { ownKeys: () => { throw new WebAssembly.RuntimeError("unreachable"); } });
  assert.throws(() => doctor.diagnose(trap), doctor.CrashError);
  await ended;
  globalThis.setTimeout = timer;
  stub();
  assert.equal((await doctor.examine(given())).diagnosis.steps[1]?.outcome, "passed");
});
