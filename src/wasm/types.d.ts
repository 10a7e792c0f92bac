// The types of lib/load.js. What JavaScript gives and gets is written by hand: the module takes it packed and gives JSON.

/** A field of {@link Evidence}. */
export type Field =
  | "site" | "email" | "token" | "authorization" | "project" | "issue"
  | "request" | "response" | "calls" | "paste" | "answers";

/** Everything a person could give. A missing key is unknown; an empty text was left blank. Unknown keys are refused by name. */
export interface Evidence {
  site?: string | null;
  email?: string | null;
  token?: string | null;
  authorization?: string | null;
  project?: string | null;
  issue?: string | null;
  request?: Request | null;
  response?: Response | null;
  /** The calls of an examination, in their order. */
  calls?: Call[];
  paste?: string | null;
  answers?: Answers;
  /** The day to reckon ages from, `YYYY-MM-DD`. Default: today. */
  today?: string | null;
}

export interface Request { method?: string | null; url?: string | null }
export interface Response { status?: number | null; headers?: Record<string, string>; body?: string | null }

/** One call of the examination, as it went. */
export interface Call {
  /** The address is always the one at Jira itself, also where a relay carried the call. */
  request?: Request;
  /** The scheme of the header that was sent; null for a call without a credential. */
  scheme?: "basic" | "bearer" | null;
  response?: Response | null;
  failure?: Failure | null;
}

/** Why no whole answer came. */
export type Failure = "unreachable" | "timeout" | "redirected" | "too-large" | "cut-off" | "cancelled";

/** What the person knows and would answer when asked. */
export interface Answers {
  deployment?: "cloud" | "data-center" | null;
  tokenScoped?: boolean | null;
  /** `YYYY-MM-DD` */
  tokenCreatedOn?: string | null;
  workedBefore?: boolean | null;
  signIn?: "password" | "sso" | null;
  client?: "browser" | "server" | "command-line" | null;
  product?: "jira" | "confluence" | "bitbucket" | null;
}

/** A part of a field's text, in UTF-16 code units. */
export interface Span { start: number; end: number }

export interface Diagnosis {
  verdict: "nothing-given" | "error" | "warning" | "no-fault" | "nothing-known";
  /** The whole in one sentence. */
  headline: string;
  /** The most likely cause first. */
  findings: Finding[];
  /** How far the failing call got: the stages on its way, in their order. */
  journey: Leg[];
  /** What would tell the rest apart. */
  questions: Question[];
  /** What this evidence cannot tell, whoever reads it. */
  limits: string[];
  site: Site | null;
  given: Given;
  /** Secrets in the fields of the site, the e-mail, the project and the issue: whoever quotes these fields leaves them out. */
  hidden: { field: Field; span: Span }[];
  /** What goes into the product's own form, and what is open before it can be saved; null without a profile. */
  setup: Setup | null;
  /** The steps of the examination, in their order; empty where no site is given and nothing was asked. */
  steps: StepResult[];
  /** The hosts that an examination may send the header to; empty where nothing may be asked. */
  hosts: string[];
  /** The account that the credential belongs to, where Jira told it. */
  account: FoundAccount | null;
  /** The permissions that the profile needs, and those that Jira told of. */
  permissions: PermissionRow[];
}

/** A stage on a call's way, and what is known of it. */
export interface Leg {
  stage: "name" | "connect" | "secure" | "front" | "sign-in" | "allow" | "find";
  state: "passed" | "stopped" | "unknown";
}

/** A step of the examination: one read-only GET. */
export type StepName =
  | "server-info" | "myself" | "tenant-info" | "gateway-myself" | "permissions" | "project-permissions"
  | "project" | "issue" | "confluence";

export interface StepResult {
  step: StepName;
  /** The address that was asked, or would be; null where it is not known. */
  url: string | null;
  outcome: "passed" | "failed" | "unclear" | "not-asked";
  /** The same in one plain sentence. */
  text: string;
}

export interface FoundAccount {
  /** The account id; on a server the user name or the key. */
  id: string;
  name: string | null;
  /** Null where the account hides it. */
  email: string | null;
  active: boolean | null;
  /** "atlassian" | "app" | "customer" */
  kind: string | null;
  /** Whether the account is the typed one; null where nobody can tell. */
  asTyped: boolean | null;
}

export interface PermissionRow {
  /** Jira's key: "BROWSE_PROJECTS". */
  key: string;
  /** The name in Jira's screens: "Browse projects". */
  name: string;
  scope: "global" | "project";
  /** Whether the account has it; null where no answer tells. */
  held: boolean | null;
  /** How much the profile needs it; null where it does not. */
  needed: "required" | "optional" | null;
  /** Who can grant it, and where. */
  grantedBy: string;
  link: Link;
}

/** What an integration needs: see `profiles/profile.schema.json`. What is no profile is refused, with path and reason. */
export interface Profile {
  $schema?: string;
  id: string;
  name: string;
  deployments: ("cloud" | "data-center")[];
  /** What the product's fields are called, and what they want. */
  site: { form: "subdomain" | "host" | "url"; label: string };
  account: { label: string };
  token: {
    label: string;
    kinds: ("api-token" | "service-account-token" | "data-center-pat" | "password")[];
    /** Whether it may be a token with scopes: only where the product calls the gateway. */
    scoped?: boolean;
  };
  permissions?: { key: string; required?: boolean; why?: string | null }[];
  /** Ids of {@link Purpose}. */
  purposes?: string[];
  needsProject?: boolean;
  needsIssue?: boolean;
  confluence?: boolean;
  /** The product's own error messages, and what each speaks for. */
  messages?: { text: string; problem: ProblemId }[];
  guide?: Guide | null;
}

/** A product's guide, told so that it can be followed on the page of the checker alone. */
export interface Guide { title: string; url: string; steps: GuideStep[]; corrections?: Correction[] }

export interface GuideStep {
  text: string;
  link?: GuideLink | null;
  /** The part of the checker where it is done. */
  part?: "site" | "email" | "token" | "project" | "issue" | "scopes" | "ask" | "permissions" | "setup" | null;
}

/** A place where a guide is out of date. */
export interface Correction { says: string; holds: string; why: string; link?: GuideLink | null }

export interface GuideLink { title: string; url: string }

/** The product's own form, filled. */
export interface Setup {
  /** The product's name. */
  product: string;
  /** Whether it can be saved: all conditions are met, and nothing else makes it fail. */
  ready: boolean;
  /** The fields of the form, by the product's own labels. */
  entries: {
    field: "site" | "email" | "token";
    label: string;
    /** What goes into it, in the form that the product wants; null for the secret, and where there is nothing yet. */
    value: string | null;
    /** Whether there is something to put into it. */
    given: boolean;
  }[];
  /** What must be so before it can be saved. */
  conditions: Condition[];
}

export interface Condition {
  part: "site" | "email" | "token" | "ask" | "permissions" | "project" | "issue";
  /** Whether it is met. What nobody has asked yet is not. */
  isDone: boolean;
  /** What must be so, or what stands against it. */
  text: string;
}

/** Something that a token may be wanted for. */
export interface Purpose { id: string; title: string; note: string | null }

/** The scopes to tick. One of the two lists is enough. */
export interface Scopes {
  purposes: Purpose[];
  classic: string[];
  granular: string[];
  /** The calls behind them, each with its reason. */
  calls: { call: string; why: string; classic: string[]; granular: string[] }[];
}

/** What else the evidence held, nothing of it secret. */
export interface Given {
  /** The kind of the secret, by its shape: "api-token", "password" … */
  secretKind: string | null;
  /** The scheme of the header. */
  scheme: "basic" | "bearer" | "other" | null;
  /** The statuses of the answers, in their order, each once. */
  statuses: number[];
  /** How many calls the evidence shows. */
  calls: number;
  /** Whether something tells how a call went: an answer, or words of a failure. */
  tellsOfCall: boolean;
}

export interface Finding {
  problem: ProblemId;
  title: string;
  certainty: "possible" | "likely" | "certain";
  severity: "info" | "warning" | "error";
  field: Field | null;
  span: Span | null;
  /** What is wrong here, in one or two sentences that stand alone. */
  message: string;
  reasons: Reason[];
  steps: string[];
  fix: Fix | null;
  links: Link[];
  /** The problem's page, relative to the help page: `problems/url-has-path.html`. */
  page: string;
}

export interface Reason { text: string; field: Field | null; span: Span | null }
/** `kind`: whether a person does something there, or reads on. */
export interface Link { title: string; url: string; kind: "act" | "read" }

/** New texts for some fields, put there by one press: see {@link applyFix}. */
export interface Fix {
  title: string;
  /** `value` is null where the new text may be a secret. */
  changes: { field: Field; value: string | null }[];
}

/** Something that the person can do now, and that would tell causes apart. */
export interface Question {
  /** The key of {@link Answers} that takes it. */
  answer: keyof Answers | null;
  /** The field of {@link Evidence} that takes it. */
  field: Field | null;
  /** The question, or what to do. */
  text: string;
  why: string;
  /** A command whose output is to be pasted. It takes the secrets from the variables JIRA_EMAIL and JIRA_TOKEN. */
  command: string | null;
  /** An address to open in the browser. */
  link: string | null;
}

export interface Site {
  kind:
    | "empty" | "cloud" | "gateway" | "self-hosted" | "atlassian-host" | "other-product"
    | "misspelt" | "look-alike" | "placeholder" | "not-an-address" | "invalid";
  /** The normal form, without a slash at the end; null where none can be given safely. */
  url: string | null;
  host: string | null;
  changes: Change[];
  project: string | null;
  issue: string | null;
  cloudId: string | null;
  product: "jira" | "confluence" | "bitbucket" | null;
  /** The address that was probably meant. */
  suggestion: string | null;
  /** What the host is and where to find the site; or why nothing can be read. */
  about: string | null;
  sandbox: boolean;
  /** Whether the host is one that only its own network knows. */
  internal: boolean;
  forms: Forms | null;
}

export interface Change { kind: string; before: string; after: string; why: string; span: Span }

/** The site in every form that a product may ask for. */
export interface Forms {
  subdomain: string | null;
  host: string;
  url: string;
  restV2: string;
  restV3: string | null;
  confluence: string | null;
  gateway: string | null;
  tenantInfo: string | null;
}

/** What a header says, its secret left out. */
export interface AuthorizationFacts {
  scheme: { name: "basic" | "bearer" | "missing" } | { name: "other"; typed: string };
  /** The user of a Basic pair; null where there is none or where a secret stands there. */
  user: string | null;
  /** The kind of the secret. */
  secret: string | null;
  /** What the secret's own checksum says: "none" | "intact" | "cut-off" | "damaged". */
  checksum: string | null;
  /** The header with its secret masked. */
  masked: string;
  flaws: { kind: string; message: string; span: Span }[];
}

/** The text of a problem's page. */
export interface Explanation {
  problem: ProblemId;
  title: string;
  group: string;
  severity: "info" | "warning" | "error";
  meaning: string[];
  causes: string[];
  steps: string[];
  links: Link[];
  /** Evidence that raises it and the same put right, as JSON with `{{…}}` placeholders. */
  wrong: string;
  right: string;
}

export interface Credentials {
  email?: string | null;
  token: string;
  /** Default: "basic". */
  scheme?: "basic" | "bearer" | null;
}

/** The fields found in a text, and what was not understood. */
export interface FilledFields {
  site: string | null;
  email: string | null;
  token: string | null;
  authorization: string | null;
  project: string | null;
  issue: string | null;
}

/** How to ask Jira. Unknown keys are refused by name. */
export interface ExamineOptions {
  profile?: Profile | null;
  /** A folder on the page's own origin below which a server of yours answers as Jira does: "/jira/". */
  relay?: string | null;
  /** Stops it. The steps so far are kept. */
  signal?: AbortSignal | null;
  /** How many milliseconds a step may take. Default: 10 000. */
  timeout?: number | null;
  /** Told before the first step and after each: all steps, in their order, the one that is under way, and how far the calls got. */
  onStep?: ((steps: StepResult[], next: StepName | null, journey: Leg[]) => void) | null;
}

/** What was found, nothing of it secret. The calls are evidence: `diagnose({ ...evidence, calls })`. */
export interface Examined { diagnosis: Diagnosis; calls: Call[] }

/** Diagnoses what a person gave. Never throws on what a person typed; throws on an unknown key, by its name. */
export function diagnose(evidence: Evidence, profile?: Profile | null): Diagnosis;
/** Reads an address: kind, normal form, every change and why, all forms to copy. */
export function readSite(typed: string): Site;
/** The header's value. Returns a secret. Throws where a header cannot carry a part, naming the character. */
export function authorization(credentials: Credentials): string;
/** Reads a header back, its secret masked. */
export function readAuthorization(header: string): AuthorizationFacts;
/** Finds the fields in a `.env`, a JSON or YAML configuration, or a `curl` command. Returns a secret where one stands in the text. */
export function readFields(text: string): FilledFields;
/** The new texts of the fields that a finding's fix changes. Returns a secret where the token is among them. */
export function applyFix(evidence: Evidence, problem: ProblemId, profile?: Profile | null): Partial<Record<Field, string>>;
/** Loads the text of a problem's page. Rejects on an unknown id. */
export function explain(problem: ProblemId): Promise<Explanation>;
/** Speaks another language: a line for each English template, and the next line for its translation. */
export function translate(catalogue: string): void;
/** Every problem's id, in the order of the index page. */
export function problems(): ProblemId[];
/**
 * The diagnosis of `evidence` for a ticket: Markdown for people, or JSON with the keys of {@link Diagnosis}. Holds no secret,
 * and not the pasted text.
 */
export function report(evidence: Evidence, format: "markdown" | "json", profile?: Profile | null): string;
/** Everything that a token may be wanted for, the simplest first. */
export function purposes(): Purpose[];
/** The scopes for some purposes together, named by their ids. Those that test the connection are always among them. */
export function scopes(purposes: string[]): Scopes;
/** A shell that {@link script} writes for. PowerShell is 5 and 7; cmd needs curl 8.3. */
export type Shell = "sh" | "powershell" | "cmd";
/** A form of {@link snippet}. */
export type SnippetForm = "curl" | "powershell" | "python" | "javascript" | "httpie" | "netrc" | "env" | "mcp";
/**
 * The examination as one command to paste into a terminal. It holds no secret: the token comes from the variable JIRA_TOKEN,
 * or from a silent prompt. What it prints is to be pasted into `paste`. Throws where there is no site to ask, and says why.
 */
export function script(evidence: Evidence, shell: Shell, profile?: Profile | null): string;
/** The single call that proves a credential, or the settings that programs read. The secret is a variable or a placeholder. */
export function snippet(evidence: Evidence, form: SnippetForm): string;
/** `text` with everything that may be a secret replaced by `[redacted]`. */
export function redact(text: string): string;
/** The evidence's `paste` without all its secrets, and the parts that are left out: each stands in `text` as `[redacted]`. */
export function redactPaste(evidence: Evidence): { text: string; gaps: Span[] };
/** An example with its `{{…}}` placeholders replaced by secrets made for the occasion. Other braces stay. */
export function sample(template: string): string;
