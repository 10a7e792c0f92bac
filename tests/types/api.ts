// Checked by tsc alone: what the hand-written types allow and refuse.
import {
  applyFix, authorization, diagnose, examine, explain, init, problems, readAuthorization, readFields, readSite, redact, report,
  sample, scopes, script, snippet,
  type Call, type Diagnosis, type Examined, type Finding, type Profile, type StepName, type ProblemId, type Site,
} from "../../dist/lib/load.js";

await init();

const PROFILE: Profile = {
  id: "acme-sync", name: "Acme Sync", deployments: ["cloud"], site: { form: "url", label: "URL" }, account: { label: "E-mail" }, token: { label: "Token", kinds: ["api-token"] },
};
const diagnosis: Diagnosis = diagnose({ site: "acme", answers: { tokenScoped: true, client: "browser" } });
const first: Finding | undefined = diagnosis.findings[0];
const id: ProblemId | undefined = first?.problem;
const kind: "act" | "read" | undefined = first?.links[0]?.kind;
const site: Site = readSite("acme");
const normal: string | null = site.url;
const forms: string | undefined = site.forms?.host;
const header: string = authorization({ email: "jane@acme.example", token: "x", scheme: "bearer" });
const user: string | null = readAuthorization(header).user;
const token: string | null = readFields("").token;
const texts: string | undefined = applyFix({ token: "x" }, "token-damaged").token;
const steps: string[] = (await explain("url-has-path")).steps;
const all: ProblemId[] = problems();
const statuses: number[] = diagnosis.given.statuses;
const plain: string[] = [script({ site: "acme" }, "sh", PROFILE), snippet({ site: "acme" }, "curl"), ...scopes(["read-issues"]).classic, redact("x"), report({ site: "acme" }, "markdown"), sample("{{api-token}}")];

let asking: StepName | null = null;
const examined: Examined = await examine({ site: "acme" }, { relay: "/jira/", timeout: 500, onStep: (_, next) => (asking = next) });
const calls: Call[] = examined.calls;
const again: Diagnosis = diagnose({ site: "acme", calls }, PROFILE);

// @ts-expect-error: a form that does not exist
diagnose({}, { ...PROFILE, site: { form: "domain", label: "Domain" } });
// @ts-expect-error: an option that does not exist
examine({}, { relais: "/jira/" });
// @ts-expect-error: a key that does not exist
diagnose({ tokn: "x" });
// @ts-expect-error: an answer that does not exist
diagnose({ answers: { client: "toaster" } });
// @ts-expect-error: the token is needed
authorization({ email: "jane@acme.example" });
// @ts-expect-error: a shell that does not exist
script({}, "fish");
// @ts-expect-error: a format that does not exist
report({}, "pdf");
// @ts-expect-error: not a problem's id
explain("no-such-problem");
// @ts-expect-error: what may be null is not a string
const notNull: string = site.url;

export { again, all, asking, forms, id, kind, normal, notNull, plain, statuses, steps, texts, token, user };
