// How the work grows with a text's length, counted in instructions and copied bytes: no clock, so every machine counts the
// same. `cargo xtask test node` writes the module that counts.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { diagnose, init, readAuthorization, readFields, readSite, redact, report, sample } from "../../dist/lib/load.js";

/** @type {WebAssembly.Global<"i64">} */
let work;

before(async () => {
  const { instantiate, Instance } = WebAssembly;
  // After a large text the checker goes on with a new instance.
  WebAssembly.Instance = class extends Instance {
    /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports */
    constructor(module, imports) {
      super(module, imports);
      work = /** @type {any} */ (this.exports.work);
    }
  };
  WebAssembly.instantiate = /** @type {any} */ (async (/** @type {any} */ module, /** @type {any} */ imports) => {
    const result = /** @type {any} */ (await instantiate(module, imports));
    work = (result.instance ?? result).exports.work;
    return result;
  });
  await init(readFileSync(new URL("../../target/counted.wasm", import.meta.url)));
});

const KIB = 1 << 10;
const MIB = 1 << 20;
// A reader that looks at each place once for every other place takes sixteen times as much for four times the text: n^2.
const EXPONENT = 1.05;

const credentials = () => ({ site: "https://acme.atlassian.net", email: "jane@acme.example", token: sample("{{api-token}}") });

/** @type {Record<string, (text: string) => unknown>} */
const readers = {
  site: (site) => diagnose({ site }),
  email: (email) => diagnose({ ...credentials(), email }),
  token: (token) => diagnose({ ...credentials(), token }),
  authorization: (authorization) => diagnose({ authorization }),
  project: (project) => diagnose({ project, issue: project }),
  body: (body) => diagnose({ ...credentials(), response: { status: 401, headers: { "content-type": "application/json" }, body } }),
  headers: (text) => diagnose({ ...credentials(), response: { status: 401, headers: { "www-authenticate": text, location: text } } }),
  paste: (paste) => diagnose({ paste }),
  report: (paste) => report({ ...credentials(), paste }, "markdown"),
  redact,
  readFields,
  readSite,
  readAuthorization,
};

/** @typedef {{ front?: string, unit: string, base64?: number }} Family */

/** The text of a family at about this length. @param {Family} family @param {number} size */
function filled({ front = "", unit, base64 = 0 }, size) {
  const expanded = sample(unit);
  // Base64 of base64 of base64 has no padding at any length, or it has some at all of them.
  const times = Math.ceil(size / expanded.length / 27) * 27;
  let text = expanded.repeat(times);
  for (let times = 0; times < base64; times += 1) text = Buffer.from(text).toString("base64");
  return front + text;
}

/** @param {(text: string) => unknown} reader @param {string} text */
function counted(reader, text) {
  const counter = work;
  counter.value = 0n;
  reader(text);
  return Number(counter.value);
}

/** The `x` of n^x, as which the work grows. @param {(text: string) => unknown} reader @param {Family} family @param {number[]} sizes */
function growth(reader, family, [least = 0, ...sizes]) {
  const short = filled(family, least);
  const work = counted(reader, short);
  let exponent = 0;
  for (const size of sizes) {
    const text = filled(family, size);
    exponent = Math.log(counted(reader, text) / work) / Math.log(text.length / short.length);
    // What is far too much for half as much text again would take minutes for more.
    if (exponent > 1.5) break;
  }
  return exponent;
}

const rows = (/** @type {string} */ path) => readFileSync(new URL(path, import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));

/** @type {Family[]} */
const families = rows("../families.jsonl");
// What was once quadratic.
for (const { part } of rows("../probes/safety/slow.jsonl")) families.push({ unit: part });

// Any text at these lengths. What a reader sees at once is a few KiB, and must be short beside the shorter text.
const SIZES = [64 * KIB, 96 * KIB, 256 * KIB];
// What people paste comes first in the file, and is counted at greater lengths too.
const LONG = 3;
const LONG_SIZES = [64 * KIB, 96 * KIB, MIB];
const LONGEST_SIZES = [MIB, 8 * MIB];

for (const [name, reader] of Object.entries(readers)) {
  test(`the work of ${name} grows with the text alone`, () => {
    const steep = [];
    for (const [at, family] of families.entries()) {
      const exponent = growth(reader, family, at < LONG ? LONG_SIZES : SIZES);
      if (exponent > EXPONENT) steep.push(`${JSON.stringify(family)}: n^${exponent.toFixed(2)}`);
    }
    assert.deepEqual(steep, []);
  });
}

test("the work of a paste grows with the text alone, up to the longest", () => {
  for (const family of families.slice(0, LONG)) {
    const exponent = growth(readers.paste ?? redact, family, LONGEST_SIZES);
    assert.ok(exponent <= EXPONENT, `${JSON.stringify(family)}: n^${exponent.toFixed(2)}`);
  }
});
