// The types of load.js: those of the wasm package, without its own ways of loading.
export {
  applyFix, authorization, diagnose, explain, problems, readAuthorization, readFields, readSite, redact, report,
  sample, script, snippet,
} from "../pkg/jira_doctor.js";
export type {
  Answers, AuthorizationFacts, Change, Credentials, Diagnosis, Evidence, Explanation, Field, FilledFields, Finding, Fix,
  Forms, Given, Link, ProblemId, Question, Reason, Shell, Site, SnippetForm, Span,
} from "../pkg/jira_doctor.js";

/** Loads the checker. Later calls wait for the first; after a failure the next call tries again. */
export function init(source?: URL | Response | BufferSource): Promise<void>;

/** A call during which the wasm gave up. The next call meets a fresh instance. */
export class CrashError extends Error {}
