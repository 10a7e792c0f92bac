// Diagnoses evidences with the built package: one JSON value a line in, one line out for each. `cargo xtask replay --wasm`
// runs it and compares the outcome with what the cases expect.
import { createInterface } from "node:readline";
import { diagnose, init } from "../../dist/lib/load.js";

await init();
for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  const evidence = JSON.parse(line);
  const start = performance.now();
  const diagnosis = diagnose(evidence);
  const ms = performance.now() - start;
  process.stdout.write(`${JSON.stringify({ ms, diagnosis })}\n`);
}
