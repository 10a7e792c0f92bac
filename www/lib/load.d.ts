// The types of load.js: those of the wasm package, without its own ways of loading.
export {
  applyFix, authorization, diagnose, explain, problems, purposes, readAuthorization, readFields, readSite, redact, redactPaste,
  report, sample, scopes, script, snippet, translate,
} from "../pkg/jira_doctor.js";
export type {
  Answers, AuthorizationFacts, Call, Change, Correction, Credentials, Diagnosis, Evidence, Examined, ExamineOptions,
  Explanation, Failure, Field, FilledFields, Finding, Fix, Forms, FoundAccount, Given, Guide, GuideStep, Leg, Link, PermissionRow,
  ProblemId, Profile, Purpose, Question, Reason, Request, Response, Scopes, Setup, Shell, Site, SnippetForm, Span,
  StepName, StepResult,
} from "../pkg/jira_doctor.js";
import type { Evidence, Examined, ExamineOptions } from "../pkg/jira_doctor.js";

/** Loads the checker. Later calls wait for the first; after a failure the next call tries again. */
export function init(source?: URL | Response | BufferSource): Promise<void>;

/**
 * Loads what reads the fields alone, which is a third of the whole. Until `init()` is done as well, a call that needs more throws
 * a {@link NotLoadedError}.
 */
export function initFields(): Promise<void>;

/** A call that needs the whole checker while only the fields can be read. */
export class NotLoadedError extends Error {}

/**
 * Asks Jira with read-only GETs, step by step, and diagnoses what came back. Sends the credentials: call it only after a
 * person said so, having read the name of the host. Rejects where an option is wrong; what a call meets is part of the result.
 */
export function examine(evidence: Evidence, options?: ExamineOptions): Promise<Examined>;

/** What asking Jira would send, and to whom. It is frozen: what is done to the evidence or the options afterwards changes nothing. */
export interface Plan {
  /** The hosts that get the header, the first first; empty where nothing may be asked. No other host ever gets it. */
  readonly hosts: readonly string[];
  /** Sends what was planned: call it only after a person said so, having read the hosts. What a call meets is part of the result. */
  ask(listeners?: Pick<ExamineOptions, "signal" | "onStep">): Promise<Examined>;
}

/** Plans what {@link examine} does and sends nothing. Throws where an option is wrong. */
export function plan(evidence: Evidence, options?: Pick<ExamineOptions, "profile" | "relay" | "timeout">): Plan;

/** A call during which the wasm gave up. The next call meets a fresh instance. */
export class CrashError extends Error {}
