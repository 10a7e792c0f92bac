// Times pastes with built packages: `node bench.mjs DIST…`, one line of JSON for each text: its milliseconds in each package.
// `cargo xtask bench` runs it. The packages take turns, so that whatever else the machine does slows all of them.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const KIB = 1 << 10;
const ROUNDS = 15;

/** @type {(typeof import("../../dist/lib/load.js"))[]} */
const packages = [];
for (const dist of process.argv.slice(2)) {
  const loaded = await import(pathToFileURL(resolve(dist, "lib/load.js")).href);
  await loaded.init();
  packages.push(loaded);
}

/** @param {number[]} times */
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

/** @type {{ unit: string, front?: string, base64?: number }[]} */
const families = readFileSync(new URL("../families.jsonl", import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line));
// The first are those that people paste.
for (const { unit, front = "" } of families.slice(0, 6)) {
  for (const size of [1024 * KIB, 8192 * KIB]) {
    const expanded = packages[0]?.sample(unit) ?? unit;
    const paste = front + expanded.repeat(Math.ceil(size / expanded.length));
    /** @type {number[][]} */
    const times = packages.map(() => []);
    for (let round = 0; round < (size > 1024 * KIB ? ROUNDS / 3 : ROUNDS); round += 1) {
      for (const [at, { diagnose }] of packages.entries()) {
        const start = performance.now();
        diagnose({ paste });
        times[at]?.push(performance.now() - start);
      }
    }
    const name = `${(front + unit).replaceAll(/\s+/g, " ").slice(0, 32)} × ${size / 1024 / KIB} MiB`;
    process.stdout.write(`${JSON.stringify({ name, ms: times.map(median) })}\n`);
  }
}
