// @ts-check
// What the integration needs against what the account has. The roles are named, since a narrow screen lays the cells out one
// below the other, and a browser then no longer takes them for a table.
import { fill, h, icon, outsideLink, prose } from "../parts/dom.js";
import { gettext } from "../gettext.js";

/** @import { State } from "../core/state.js" */
/** @import { PermissionRow } from "../../pkg/jira_doctor.js" */
/** @import { IconName } from "../parts/dom.js" */

const NEEDS = { required: gettext("Required"), optional: gettext("Optional") };

/**
 * @param {PermissionRow[]} rows
 * @param {string} [product] who needs them
 */
export function permissionTable(rows, product) {
  /** @type {[string, (row: PermissionRow) => (Node | string)[]][]} */
  const columns = [
    [product ? gettext("{product} needs it", { product }) : gettext("Needed"), ({ needed }) => [needed ? NEEDS[needed] : "–"]],
    [gettext("The account has it"), ({ held, needed }) => [h("span", { class: "jd-outcome" }, ...holding(held, needed))]],
    // What the account has, nobody need grant.
    [gettext("Who can grant it"), ({ held, grantedBy, link }) => [...(held ? [] : [...prose(grantedBy), " "]), outsideLink(link.url, link.title)]],
  ];
  // Before anything was asked, nothing is known of the account.
  if (!rows.some(isKnown)) columns.splice(1, 1);
  const head = [gettext("Permission"), ...columns.map(([name]) => name)].map((name) => h("th", { role: "columnheader", scope: "col" }, name));
  return h(
    "table",
    { class: "jd-table", role: "table", "aria-label": gettext("Permissions") },
    h("thead", { role: "rowgroup" }, h("tr", { role: "row" }, head)),
    h(
      "tbody",
      { role: "rowgroup" },
      rows.map((row) =>
        h(
          "tr",
          { role: "row", "data-permission": row.key, "data-held": String(row.held) },
          h("th", { role: "rowheader", scope: "row" }, row.name, h("span", { class: "jd-muted jd-scope" }, row.scope === "global" ? gettext("In all of Jira") : gettext("In the project"))),
          columns.map(([name, content]) => h("td", { role: "cell", "data-label": name }, h("span", {}, ...content(row)))),
        ),
      ),
    ),
  );
}

/** What a chosen product needs. @param {HTMLElement} place */
export function neededView(place) {
  /** @param {State} state */
  const update = ({ profile, needs, diagnosis }) => {
    const rows = diagnosis && diagnosis.permissions.length > 0 ? diagnosis.permissions : needs;
    fill(place, profile && needs.length > 0 && details(profile.name, needs.length, rows));
  };
  const details = (/** @type {string} */ name, /** @type {number} */ length, /** @type {PermissionRow[]} */ rows) =>
    h("details", { class: "jd-needs" }, h("summary", {}, gettext("Permissions that {name} needs ({length})", { name, length })), permissionTable(rows, name));
  return { update };
}

/** Whether an answer tells of it. @param {PermissionRow} row */
export function isKnown({ held }) {
  return held !== null;
}

/**
 * @param {boolean | null} held
 * @param {PermissionRow["needed"]} needed
 */
function holding(held, needed) {
  if (held === null) return [icon("info"), gettext("Not known")];
  if (held) return [icon("success"), gettext("Yes")];
  return [icon(needed === "required" ? "error" : "warning"), gettext("No")];
}
