// @ts-check
// What Jira answered, step by step, whoever carried the answers here: the account, the permissions, the steps.
import { fill, h, prose, verbatim } from "../parts/dom.js";
import { gettext } from "../gettext.js";
import { isKnown, permissionTable } from "../views/permission-table.js";
import { stepList } from "../views/step-list.js";

/** @import { State } from "../core/state.js" */
/** @import { FoundAccount } from "../../pkg/jira_doctor.js" */

/** @type {Record<string, string>} */
const KINDS = { atlassian: gettext("a person"), app: gettext("an app or a service account"), customer: gettext("a customer of a service desk") };

export function examinedPanel() {
  const steps = stepList();
  const account = h("div", { part: "account" });
  const permissions = h("div", { part: "permissions" });
  const face = h("summary", {}, gettext("Step by step"));
  const details = h("details", {}, face, steps.node);
  const node = h("section", { class: "jd-examined", part: "examined", tabindex: "-1", hidden: true }, h("h3", {}, gettext("Calls to Jira")), account, permissions, details);

  /** @param {State} state */
  const update = ({ diagnosis, profile }) => {
    const asked = diagnosis?.steps.filter(({ outcome }) => outcome !== "not-asked") ?? [];
    if (node.hidden) details.open = false;
    node.hidden = asked.length === 0;
    const passed = asked.filter(({ outcome }) => outcome === "passed").length;
    face.textContent = gettext("Step by step: {passed} of {length} passed", { passed, length: asked.length });
    steps.update(asked.length > 0 ? (diagnosis?.steps ?? []) : []);
    fill(account, diagnosis?.account && accountView(diagnosis.account));
    const all = diagnosis?.permissions ?? [];
    const rows = all.some(isKnown) ? all : [];
    // A table is long: it is open where something is missing.
    const isLacking = rows.some(({ held, needed }) => held === false && needed === "required");
    fill(permissions, rows.length > 0 && h("details", { open: isLacking }, h("summary", {}, gettext("Permissions of the account")), permissionTable(rows, profile?.name)));
  };
  /** Leads to the permissions, where there are any. */
  const focus = () => {
    if (node.hidden) return false;
    permissions.querySelector("details")?.setAttribute("open", "");
    node.focus();
    return true;
  };
  return { node, update, focus };
}

/** @param {FoundAccount} account */
function accountView({ id, name, email, active, kind, asTyped }) {
  const shown = [name, email].filter(Boolean).join(", ") || id;
  const row = (/** @type {string} */ term, /** @type {(Node | string)[]} */ ...value) => h("div", {}, h("dt", {}, term), h("dd", {}, ...value));
  return [
    h("h4", {}, gettext("The account that the token belongs to")),
    h(
      "dl",
      { class: "jd-facts" },
      row(gettext("Account"), shown),
      row(gettext("Account ID"), verbatim(id)),
      active !== null && row(gettext("Active"), active ? gettext("Yes") : gettext("No: an inactive account is refused")),
      kind !== null && row(gettext("Kind"), KINDS[kind] ?? kind),
      row(gettext("As you typed it"), ...prose(typed(asTyped))),
    ),
  ];
}

/** @param {boolean | null} asTyped */
function typed(asTyped) {
  if (asTyped === null) return gettext("Not known: the account hides its e-mail address.");
  return asTyped ? gettext("Yes") : gettext("No: the token belongs to another account than the e-mail address that you typed.");
}
