// @ts-check
// The entry of the package: loads the wasm and hands its functions on. There are two builds of one crate. `full` does everything;
// `fields` is the smaller part of it that reads what stands in the fields, for a page that is to answer soon.
import { pack } from "./core/pack.js";
import { WasmModule } from "./core/wasm-module.js";
import { FIELDS, FULL } from "./files.js";

export { explain } from "./explain.js";
export { CrashError } from "./core/wasm-module.js";

const fields = new WasmModule(...FIELDS);
const full = new WasmModule(...FULL);

/** What `fields` does too, and the argument that is the profile. */
const IN_FIELDS = new Map([["diagnose", 1], ["applyFix", 2], ["readSite", 1], ["authorization", 1], ["readAuthorization", 1]]);

/**
 * Loads the checker. Later calls wait for the first; after a failure the next call tries again.
 *
 * Without a source the wasm comes out of a JavaScript module, because a page whose policy says `connect-src 'none'` cannot
 * fetch a `.wasm` file.
 *
 * @param {URL | Response | BufferSource} [source]
 * @returns {Promise<void>}
 */
export async function init(source) {
  await full.load(source);
}

/**
 * Loads what reads the fields alone, which is a third of the whole. Until `init()` is done as well, a call that needs more throws
 * a {@link NotLoadedError}.
 *
 * @returns {Promise<void>}
 */
export async function initFields() {
  if (!full.isLoaded) await fields.load();
}

/** A call that needs the whole checker while only the fields can be read. */
export class NotLoadedError extends Error {
  name = "NotLoadedError";
  message = "The rest of the checker is still loading. Try again in a moment.";
}

/**
 * @param {string} name
 * @param {unknown[]} given
 */
function call(name, given) {
  if (full.isLoaded || !fields.isLoaded) return full.call(name, given);
  const profileAt = IN_FIELDS.get(name);
  if (profileAt === undefined || (given[profileAt] ?? null) !== null || holdsAnswer(given[0])) throw new NotLoadedError();
  return fields.call(name, given);
}

/** Whether evidence holds more than fields and the number of a status. @param {any} evidence */
function holdsAnswer(evidence) {
  const { request, response, calls, paste } = evidence ?? {};
  const { headers, body } = response ?? {};
  return [request, calls, paste, headers, body].some((part) => (part ?? null) !== null);
}

/** @typedef {typeof import("./load.js")} Api */

export const diagnose = /** @type {Api["diagnose"]} */ ((...given) => call("diagnose", given));
export const readSite = /** @type {Api["readSite"]} */ ((...given) => call("readSite", given));
export const authorization = /** @type {Api["authorization"]} */ ((...given) => call("authorization", given));
export const readAuthorization = /** @type {Api["readAuthorization"]} */ ((...given) => call("readAuthorization", given));
export const readFields = /** @type {Api["readFields"]} */ ((...given) => call("readFields", given));
export const applyFix = /** @type {Api["applyFix"]} */ ((...given) => call("applyFix", given));
export const problems = /** @type {Api["problems"]} */ ((...given) => call("problems", given));
/** Each part hears of it, also one that is still to come. @type {Api["translate"]} */
export const translate = (catalogue) => {
  for (const part of [fields, full]) part.speak(catalogue);
};
export const report = /** @type {Api["report"]} */ ((...given) => call("report", given));
export const script = /** @type {Api["script"]} */ ((...given) => call("script", given));
export const snippet = /** @type {Api["snippet"]} */ ((...given) => call("snippet", given));
export const purposes = /** @type {Api["purposes"]} */ ((...given) => call("purposes", given));
export const scopes = /** @type {Api["scopes"]} */ ((...given) => call("scopes", given));
export const redact = /** @type {Api["redact"]} */ ((...given) => call("redact", given));
export const redactPaste = /** @type {Api["redactPaste"]} */ ((...given) => call("redactPaste", given));
export const sample = /** @type {Api["sample"]} */ ((...given) => call("sample", given));

/**
 * What asking Jira would send, and to whom. Nothing changes it: whatever happens to what was given, `ask` sends what was planned.
 *
 * @type {Api["plan"]}
 */
export function plan(evidence, how = {}) {
  if (fields.isLoaded && !full.isLoaded) throw new NotLoadedError();
  const given = pack([evidence, how]);
  const begin = (/** @type {import("./core/wasm-module.js").Glue} */ { Examining }) => new /** @type {NonNullable<typeof Examining>} */ (Examining)(given);
  const hosts = full.use((glue) => {
    const examining = begin(glue);
    const hosts = JSON.parse(examining.hosts());
    examining.free();
    return hosts;
  });
  return Object.freeze({ hosts: Object.freeze(hosts), ask: (/** @type {Parameters<import("./load.js").Plan["ask"]>[0]} */ listeners) => ask(begin, listeners) });
}

/**
 * Asks Jira, step by step. Sends the credentials: call it only after a person said so, having read the name of the host.
 *
 * @type {Api["examine"]}
 */
export async function examine(evidence, { signal, onStep, ...how } = {}) {
  if (fields.isLoaded) await full.load();
  return plan(evidence, how).ask({ signal, onStep });
}

/**
 * @param {(glue: import("./core/wasm-module.js").Glue) => import("./core/wasm-module.js").Examining} begin
 * @param {Pick<import("../pkg/jira_doctor.js").ExamineOptions, "signal" | "onStep">} [listeners]
 */
function ask(begin, { signal, onStep } = {}) {
  return full.during(begin, async (examining, wait) => {
    const read = (/** @type {"progress" | "result"} */ what) => JSON.parse(full.use(() => examining[what]()));
    for (;;) {
      const next = signal?.aborted ? null : full.use(() => examining.next());
      const { steps, journey } = onStep ? read("progress") : {};
      onStep?.(steps, next, journey);
      if (!next) return read("result");
      await wait(full.use(() => examining.send(signal)));
      full.use(() => examining.tell());
    }
  });
}
