// Addresses, as Node's parser reads them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { init, readSite } from "../../dist/lib/load.js";
import { readGenerated, readVectors } from "./addresses.mjs";

before(() => init());

// `cargo xtask fuzz` asks for a million.
const COUNT = Number(process.env.ADDRESSES ?? 20_000);

test(`${COUNT.toLocaleString("en")} generated addresses are at the host that Node sees, and none is Cloud elsewhere`, (t) => {
  const { read, compared, cloud, wrong } = readGenerated(readSite, COUNT);
  t.diagnostic(`${read} addresses, ${compared} compared, ${cloud} Cloud`);
  assert.deepEqual(wrong, []);
  assert.ok(compared > COUNT / 10 && cloud > COUNT / 20);
});

test("no vector of the web platform's tests is Cloud where Node sees another host", () => {
  const vectors = JSON.parse(readFileSync(new URL("../probes/safety/wpt/inputs.json", import.meta.url), "utf8"));
  const { read, wrong } = readVectors(readSite, vectors);
  assert.ok(read > 1500);
  assert.deepEqual(wrong, []);
});
