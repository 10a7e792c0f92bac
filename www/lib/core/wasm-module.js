// @ts-check
// A WebAssembly module: loaded once, called through one door, started afresh after a crash. The generated glue is never
// imported by others, so that what happens before loading, after a failed load and after a crash is said in one place.
import { pack } from "./pack.js";
import { importFrom } from "./script.js";

/** @import { Place } from "./script.js" */

/**
 * What `cargo xtask build` makes of the crate.
 *
 * @typedef {{
 *   default: (how: { module_or_path: URL | Response | BufferSource }) => Promise<unknown>,
 *   call: (name: string, given: Uint8Array) => string,
 *   Examining?: new (given: Uint8Array) => Examining,
 *   __wbg_reset_state: () => void,
 * }} Glue
 */

/**
 * One examination; its results are JSON, but for the name of a step.
 *
 * @typedef {{
 *   hosts: () => string,
 *   next: () => import("../../pkg/jira_doctor.js").StepName | null,
 *   send: (signal?: AbortSignal | null) => Promise<void>,
 *   tell: () => void,
 *   progress: () => string,
 *   result: () => string,
 *   free: () => void,
 * }} Examining
 */

/** A call during which the wasm gave up. The next call meets a fresh instance. */
export class CrashError extends Error {
  name = "CrashError";
}

/** After a call with more bytes the instance is replaced: its memory grew, and never shrinks. */
const LARGE = 1 << 20;

export class WasmModule {
  #glueAt;
  #wasmAt;
  #attempts = 0;
  /** @type {Promise<void> | null} */
  #loading = null;
  /** @type {Glue | null} */
  #glue = null;
  /** What lasts longer than one call, to be ended when its instance is dropped. */
  #lasting = endable();
  /** How many such things there are. */
  #held = 0;
  /** The language that a new instance must be told too. @type {string | null} */
  #catalogue = null;

  /**
   * @param {Place} glueAt the glue
   * @param {Place} wasmAt the script that carries the wasm
   */
  constructor(glueAt, wasmAt) {
    this.#glueAt = glueAt;
    this.#wasmAt = wasmAt;
  }

  get isLoaded() {
    return this.#glue !== null;
  }

  /**
   * Later calls wait for the first; after a failure the next call tries again.
   *
   * @param {URL | Response | BufferSource} [source]
   * @returns {Promise<void>}
   */
  load(source) {
    this.#loading ??= this.#load(source).catch((error) => {
      this.#loading = null;
      throw error;
    });
    return this.#loading;
  }

  /** @param {URL | Response | BufferSource} [source] */
  async #load(source) {
    this.#attempts += 1;
    /** @type {Glue} */
    const glue = await importFrom(this.#glueAt, this.#attempts);
    await glue.default({ module_or_path: source ?? (await (await importFrom(this.#wasmAt, this.#attempts)).bytes()) });
    this.#glue = glue;
    if (this.#catalogue !== null) this.speak(this.#catalogue);
  }

  /** Speaks another language from now on, also in the instances that are still to come. @param {string} catalogue */
  speak(catalogue) {
    this.#catalogue = catalogue;
    if (this.#glue) this.call("translate", [catalogue]);
  }

  /**
   * @param {string} name
   * @param {unknown[]} given
   */
  call(name, given) {
    /** @type {Uint8Array | null} */
    let packed = null;
    try {
      return JSON.parse(this.use((glue) => glue.call(name, (packed = pack(given)))));
    } finally {
      this.#forget(packed);
    }
  }

  /** Wipes what was handed over, which may hold a secret, and gives the memory of a large one back. @param {Uint8Array | null} packed */
  #forget(packed) {
    packed?.fill(0);
    if (packed && packed.length > LARGE && this.#held === 0) this.#replace();
  }

  /**
   * Uses something that lasts. `step` runs one part of it: a call, or a wait that ends when the instance is dropped.
   *
   * @template {{ free: () => void }} L
   * @template T
   * @param {(glue: Glue) => L} make
   * @param {(lasting: L, wait: (promise: Promise<void>) => Promise<void>) => Promise<T>} steps
   */
  async during(make, steps) {
    const lasting = this.use(make);
    const { dropped } = this.#lasting;
    this.#held += 1;
    try {
      return await steps(lasting, (promise) => Promise.race([promise, dropped]));
    } finally {
      // It may hold credentials. After a crash its memory is gone already.
      if (dropped === this.#lasting.dropped) lasting.free();
      this.#held -= 1;
    }
  }

  /**
   * @template T
   * @param {(glue: Glue) => T} use
   * @returns {T}
   */
  use(use) {
    const glue = this.#glue;
    if (!glue) throw new Error("jira-doctor was used before init() finished: call `await init()` first.");
    try {
      return use(glue);
    } catch (error) {
      if (!isCrash(error)) throw error;
      // After a trap the instance's memory is in no known state, and may hold a secret: it is dropped for a new one.
      this.#replace();
      const crash = new CrashError("jira-doctor crashed on this input. It was started afresh: the next call works.");
      this.#lasting.drop(crash);
      this.#lasting = endable();
      throw crash;
    }
  }

  /** A new instance in the place of this one. */
  #replace() {
    const glue = /** @type {Glue} */ (this.#glue);
    glue.__wbg_reset_state();
    if (this.#catalogue !== null) glue.call("translate", pack([this.#catalogue]));
  }
}

/** A promise that is rejected when `drop` is called, and never settles otherwise. */
function endable() {
  /** @type {(reason: Error) => void} */
  let drop = () => {};
  /** @type {Promise<never>} */
  const dropped = new Promise((_, reject) => (drop = reject));
  // Often nobody waits for it.
  dropped.catch(() => {});
  return { dropped, drop };
}

/** @param {unknown} error */
function isCrash(error) {
  // A stack that ran out is a RangeError, everything else that stops wasm a RuntimeError.
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}
