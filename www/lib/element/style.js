// @ts-check
// The widget's style, as sheets that a Content-Security-Policy of `style-src 'self'` lets through. The values are tokens of
// tokens.css; where a page does without that file, the system's own colours stand in.

const TOKENS = `
  --_surface: var(--jd-surface, Canvas);
  --_sunken: var(--jd-sunken, color-mix(in srgb, CanvasText 7%, Canvas));
  --_ink: var(--jd-ink, CanvasText);
  --_muted: var(--jd-muted, color-mix(in srgb, CanvasText 75%, Canvas));
  --_line: var(--jd-line, color-mix(in srgb, CanvasText 22%, Canvas));
  --_control-line: var(--jd-control-line, color-mix(in srgb, CanvasText 58%, Canvas));
  --_accent: var(--jd-accent, LinkText);
  --_accent-strong: var(--jd-accent-strong, LinkText);
  --_on-accent: var(--jd-on-accent, Canvas);
  --_focus: var(--jd-focus, LinkText);
  --_error: var(--jd-error, CanvasText);
  --_error-tint: var(--jd-error-tint, Canvas);
  --_warning: var(--jd-warning, CanvasText);
  --_warning-tint: var(--jd-warning-tint, Canvas);
  --_info: var(--jd-info, CanvasText);
  --_info-tint: var(--jd-info-tint, Canvas);
  --_success: var(--jd-success, CanvasText);
  --_success-tint: var(--jd-success-tint, Canvas);
  --_radius: var(--jd-radius, 0.5rem);
  --_mono: var(--jd-mono, ui-monospace, monospace);
`;

/** What the fields, in the light DOM, and the rest, in the shadow root, have in common. */
const COMMON = `
  *, *::before, *::after { box-sizing: border-box; }
  p, ul, ol, dl, dd, h2, h3 { margin: 0; overflow-wrap: anywhere; }
  ul, ol { padding-inline-start: 1.35em; }
  li + li { margin-block-start: 0.35rem; }
  code { font: 0.92em/1.5 var(--_mono); overflow-wrap: anywhere; }
  a { color: var(--_accent); text-underline-offset: 0.15em; }
  a:hover { color: var(--_accent-strong); text-decoration-thickness: 2px; }
  [hidden] { display: none !important; }

  :focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }

  label { display: block; font-weight: 600; }

  input:not([type="radio"], [type="checkbox"]), textarea, select {
    inline-size: 100%;
    min-block-size: 2.75rem;
    padding: 0.5rem 0.75rem;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
  }
  input:not([type="radio"], [type="checkbox"]), textarea { font-family: var(--_mono); font-size: 0.95em; }
  textarea { display: block; resize: vertical; }
  [aria-invalid="true"] { border-color: var(--_error) !important; box-shadow: inset 0 0 0 1px var(--_error); }

  button {
    min-block-size: 2.75rem;
    padding: 0.5rem 1rem;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  button:hover { background: var(--_sunken); }
  button:disabled { opacity: 0.55; cursor: default; }
  .jd-primary, .jd-fix { border-color: var(--_accent); background: var(--_accent); color: var(--_on-accent); overflow-wrap: anywhere; }
  .jd-primary:hover, .jd-fix:hover { border-color: var(--_accent-strong); background: var(--_accent-strong); }
  .jd-fix { text-align: start; }
  [data-severity="info"] .jd-fix { border-color: var(--_control-line); background: var(--_surface); color: var(--_ink); }
  [data-severity="info"] .jd-fix:hover { background: var(--_sunken); }
  .jd-reveal, .jd-copy { flex: none; min-inline-size: 5.5rem; }
  .jd-link { min-block-size: 1.75rem; padding: 0 0.25rem; border: 0; background: none; color: var(--_accent); text-decoration: underline; text-underline-offset: 0.15em; }

  details > summary { min-block-size: 1.75rem; inline-size: fit-content; color: var(--_accent); cursor: pointer; border-radius: 2px; }
  details > summary:hover { color: var(--_accent-strong); text-decoration: underline; text-underline-offset: 0.15em; }
  details[open] > summary { margin-block-end: 0.5rem; }

  .jd-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .jd-muted { color: var(--_muted); }
  .jd-icon { inline-size: 1.1em; block-size: 1.1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }

  .jd-finding {
    --_tone: var(--_info);
    --_tint: var(--_info-tint);
    display: grid;
    gap: 0.75rem;
    margin-block-start: 0.75rem;
    padding: 1rem;
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_tone);
    border-radius: var(--_radius);
    background: var(--_tint);
    color: var(--_ink);
  }
  .jd-finding > * { min-inline-size: 0; }
  .jd-finding[data-severity="error"] { --_tone: var(--_error); --_tint: var(--_error-tint); }
  .jd-finding[data-severity="warning"] { --_tone: var(--_warning); --_tint: var(--_warning-tint); }
  .jd-finding:has(> .jd-also) { padding-block: 0.5rem; background: none; }
  .jd-also[open] > :not(summary) { margin-block-end: 0.75rem; }
  .jd-title { font-size: 1em; line-height: 1.4; }
  .jd-mark { display: flex; align-items: center; gap: 0.4rem; margin-block-end: 0.25rem; color: var(--_tone); font-size: 0.875em; }
  .jd-links { margin-block-start: 0.75rem; }
  .jd-because li, .jd-because p { font-size: 0.95em; }
  .jd-because > * + p { margin-block-start: 0.5rem; }
  .jd-certainty { color: var(--_muted); }
  .jd-quote { margin-block: 0.35rem; padding: 0.4rem 0.6rem; border-radius: calc(var(--_radius) / 2); background: var(--_surface); border: 1px solid var(--_line); }
  .jd-place { color: var(--_muted); }
  mark { padding-inline: 0.1em; border-block-end: 2px solid var(--_tone, var(--_warning)); background: color-mix(in srgb, var(--_tone, var(--_warning)) 18%, transparent); color: inherit; }
  .jd-chip { display: inline-block; margin-inline: 0.15em; padding-inline: 0.4em; border: 1px solid currentColor; border-radius: 0.3em; font: 0.85em/1.4 var(--_mono); white-space: nowrap; }
  .jd-note { margin-block-start: 0.5rem; color: var(--_success); }

  @media (forced-colors: active) {
    .jd-finding { border-color: CanvasText; }
    .jd-primary, .jd-fix { border-width: 2px; }
    mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  }
`;

const LIGHT = `
  .jira-doctor-field { margin-block-start: 1.25rem; font-family: var(--jd-font, inherit); line-height: 1.5; }
  .jira-doctor-field, .jira-doctor-findings {
    ${TOKENS}
    color: var(--_ink);
    text-align: start;
    ${COMMON}
    .jira-doctor-hint { margin-block: 0.1rem 0.4rem; color: var(--_muted); font-size: 0.95em; }
    .jira-doctor-control { display: flex; gap: 0.5rem; }
    .jira-doctor-control > input { flex: 1; min-inline-size: 0; }
    @media print { button { display: none; } }
  }
  /* It may be shown just now, and paper keeps it. */
  @media print { .jira-doctor-field[data-for="token"] { display: none; } }
`;

const SHADOW = `
  :host { display: block; ${TOKENS} color: var(--_ink); font-family: var(--jd-font, inherit); line-height: 1.5; }
  :host([hidden]) { display: none; }
  ${COMMON}
  h2 { font-size: 1.25rem; line-height: 1.3; }
  h3 { font-size: 1.05rem; line-height: 1.4; }
  h2 + *, h3 + * { margin-block-start: 0.4rem; }
  .jd-panel > * + *, .jd-panel > div > * + * { margin-block-start: 1rem; }
  .jd-panel > h2 + *, .jd-panel > div > h2 + * { margin-block-start: 0.35rem; }

  .jd-actions { display: flex; flex-wrap: wrap; gap: 0.75rem; margin-block: 1.5rem; }
  .jd-primary { padding-inline: 2rem; }

  .jd-fold { margin-block-start: 1rem; border-block-start: 1px solid var(--_line); padding-block-start: 1rem; }
  .jd-fold > summary { font-weight: 600; }
  .jd-fold textarea { margin-block: 0.4rem 0.75rem; }
  .jd-answer > * + * { margin-block-start: 0.75rem; }
  .jd-answer:not(:empty) { margin-block-start: 1rem; }

  .jd-notice-place:not(:empty) { margin-block-end: 1.5rem; }
  .jd-notice { padding: 1.25rem; border: 2px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-tint); }
  .jd-notice > * + * { margin-block-start: 0.75rem; }
  .jd-loading { color: var(--_muted); }

  .jd-result { display: grid; gap: 1.25rem; margin-block-end: 1.5rem; }
  .jd-result > * { min-inline-size: 0; }
  .jd-others:empty, .jd-limits:empty { display: none; }
  .jd-more > summary { font-weight: 600; }
  .jd-more > * + .jd-limits { margin-block-start: 1.5rem; }
  .jd-limits ul { margin-block-start: 0.4rem; }
  .jd-verdict { --_tone: var(--_info); padding: 1.25rem; border: 2px solid var(--_tone); border-radius: var(--_radius); background: var(--_surface); }
  .jd-verdict[data-verdict="error"] { --_tone: var(--_error); }
  .jd-verdict[data-verdict="warning"] { --_tone: var(--_warning); }
  .jd-verdict[data-verdict="no-fault"] { --_tone: var(--_success); }
  .jd-verdict h2 { display: flex; align-items: center; gap: 0.5rem; color: var(--_tone); }
  .jd-verdict ul { margin-block-start: 0.75rem; }
  .jd-verdict li a { font-weight: 600; }
  .jd-verdict[data-verdict="error"] li a { color: var(--_error); }

  .jd-causes { display: grid; gap: 0.75rem; padding: 0; list-style: none; }
  .jd-causes > li { margin: 0; min-inline-size: 0; }
  .jd-causes .jd-finding { margin: 0; }
  .jd-lead { margin-block-end: 0.75rem; }
  .jd-strong { font-weight: 600; }
  .jd-lines > code, .jd-transcript, .jd-code { white-space: pre-wrap; overflow-wrap: anywhere; }
  .jd-transcript, .jd-code { max-block-size: 24rem; margin: 0.4rem 0 0; padding: 0.75rem; overflow: auto; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_sunken); }
  .jd-transcript > code, .jd-code > code { font-size: 0.85em; }
  .jd-skipped { display: block; color: var(--_muted); font-size: 0.85em; font-style: italic; }
  .jd-command > code { flex-basis: 100%; }
  .jd-help > * + * { margin-block-start: 0.6rem; }
  [part="answer"] label + * { margin-block: 0.2rem 0.4rem; }
  [part="answer"] > .jd-row { margin-block-start: 0.75rem; }
  [part="answer"] .jd-fold { border: 0; padding: 0; }
  [part="answer"] .jd-fold input { max-inline-size: 8rem; margin-block-end: 0.75rem; }
  .jd-panel + .jd-result { margin-block-start: 1.5rem; }

  .jd-questions { display: grid; gap: 1.25rem; margin-block-start: 1rem; }
  .jd-question .jd-muted { font-size: 0.95em; margin-block-end: 0.4rem; }
  .jd-question select, .jd-question input { max-inline-size: 24rem; }

  .jd-panel { margin-block-start: 1rem; padding-block: 1.5rem 0.5rem; border-block-start: 1px solid var(--_line); }
  .jd-forms { display: grid; gap: 1.25rem; }
  .jd-panel dl + .jd-form { margin-block-start: 1.25rem; }
  .jd-form dt { font-weight: 600; }
  .jd-form .jd-muted { font-size: 0.95em; }
  .jd-form h3 { font-size: 1em; }
  .jd-value { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-block: 0.25rem; }
  .jd-value > code, .jd-value > a { flex: 1 1 8rem; min-inline-size: 0; padding: 0.55rem 0.75rem; border-radius: var(--_radius); background: var(--_sunken); overflow-wrap: anywhere; }
  .jd-header > .jd-muted { flex-basis: 100%; }
  .jd-header > code { flex-basis: 16rem; }
  .jd-changes ul { list-style: none; padding: 0; }
  .jd-changes li { display: grid; gap: 0.15rem; }
  .jd-change { font-family: var(--_mono); font-size: 0.92em; overflow-wrap: anywhere; }
  del { color: var(--_error); }
  ins { color: var(--_success); text-decoration: none; }
  .jd-profile { margin-block: 1.25rem; }
  .jd-profile > * + * { margin-block-start: 0.75rem; }
  .jd-profile select { max-inline-size: 24rem; margin-block-start: 0.4rem; }
  .jd-about > * + * { margin-block-start: 0.75rem; }
  .jd-about > details { padding: 1rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
  .jd-about > details > summary { font-weight: 600; }
  .jd-guide > li > p + p { margin-block-start: 0.15rem; }
  .jd-guide > li + li { margin-block-start: 0.75rem; }
  .jd-guide, .jd-corrections { margin-block-end: 0.75rem; }
  .jd-corrections li + li { margin-block-start: 1rem; }

  h4 { margin: 0; font-size: 1em; line-height: 1.4; }
  .jd-tablist { display: flex; flex-wrap: wrap; gap: 0.25rem; border-block-end: 1px solid var(--_line); }
  .jd-tab { border-color: transparent; border-end-start-radius: 0; border-end-end-radius: 0; border-block-end: 3px solid transparent; }
  .jd-tab[aria-selected="true"] { border-block-end-color: var(--_accent); color: var(--_accent); }
  @media (forced-colors: active) {
    .jd-tab[aria-selected="true"] { forced-color-adjust: none; background: SelectedItem; color: SelectedItemText; }
  }
  .jd-tabpanel { padding-block: 0.75rem; }
  .jd-tabpanel > div > * + * { margin-block-start: 0.6rem; }
  [part="command"] > * + *, [part="live"] > * + *, .jd-silence > * + *, .jd-examined > * + *, [part="account"] > * + *, [part="permissions"] > * + * { margin-block-start: 0.75rem; }
  [part="ask"] .jd-fold { border: 0; padding: 0; }
  .jd-target { margin-block-start: 0.75rem; }
  .jd-target input { max-inline-size: 12rem; margin-block-start: 0.2rem; }
  .jd-destination { padding: 0.75rem 1rem; border-inline-start: 4px solid var(--_accent); background: var(--_sunken); }
  .jd-silence { padding: 1rem; border: 1px solid var(--_line); border-inline-start: 4px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-tint); }

  .jd-steps:empty { display: none; }
  .jd-steps > li + li { margin-block-start: 0.6rem; }
  .jd-step { display: flex; flex-wrap: wrap; gap: 0.1rem 0.75rem; }
  .jd-url { font-size: 0.9em; }
  .jd-outcome { display: inline-flex; align-items: center; gap: 0.3rem; vertical-align: bottom; }
  [data-outcome="passed"] .jd-outcome, [data-held="true"] .jd-outcome, .jd-conditions [data-done="true"] > .jd-icon, .jd-guide .jd-outcome, .jd-ready .jd-icon { color: var(--_success); }
  [data-outcome="failed"] .jd-outcome, [data-held="false"] .jd-outcome { color: var(--_error); }
  [data-outcome="unclear"] .jd-outcome { color: var(--_warning); }
  [data-outcome="not-asked"] .jd-outcome, [data-outcome="running"] .jd-outcome { color: var(--_muted); }
  @media (prefers-reduced-motion: no-preference) {
    [data-outcome="running"] .jd-icon { animation: jd-wait 1.2s ease-in-out infinite alternate; }
  }
  @keyframes jd-wait { to { opacity: 0.25; } }

  .jd-facts { display: grid; gap: 0.3rem; }
  .jd-facts > div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  .jd-facts dt { flex: 0 0 9rem; color: var(--_muted); }
  .jd-facts dd { flex: 1 1 12rem; min-inline-size: 0; }
  .jd-table { inline-size: 100%; border-collapse: collapse; font-size: 0.95em; table-layout: fixed; }
  .jd-table thead th:first-child { inline-size: 28%; }
  .jd-table thead th:last-child { inline-size: 38%; }
  .jd-table th { hyphens: auto; overflow-wrap: break-word; }
  .jd-table :is(th, td) { padding: 0.5rem 0.75rem 0.5rem 0; border-block-end: 1px solid var(--_line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  .jd-scope { display: block; font-weight: 400; font-size: 0.9em; }
  @media (max-width: 40rem) {
    .jd-table thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    .jd-table :is(tr, th, td) { display: block; inline-size: auto; }
    .jd-table :is(th, td) { padding: 0.1rem 0; border: 0; }
    .jd-table tr { padding-block: 0.6rem; border-block-end: 1px solid var(--_line); }
    .jd-table td::before { content: attr(data-label) ": "; color: var(--_muted); }
  }

  .jd-ready { display: flex; align-items: center; gap: 0.5rem; }
  .jd-conditions { padding: 0; list-style: none; }
  .jd-conditions li { display: flex; gap: 0.5rem; }
  .jd-conditions .jd-icon { margin-block-start: 0.25em; }
  .jd-conditions [data-done="false"] > .jd-icon { color: var(--_muted); }
  .jd-scopes { margin-block-start: 1rem; }
  .jd-scopes ul { columns: 2 14rem; margin-block: 0.4rem 0.6rem; }
  .jd-scopes li + li { margin-block-start: 0.15rem; }

  .jd-choice { display: grid; gap: 0.25rem; margin-inline: 0; margin-block-end: 0; padding: 0; border: 0; }
  .jd-choice legend { padding: 0; font-weight: 600; }
  .jd-choice label { display: flex; gap: 0.6rem; align-items: start; padding-block: 0.25rem; font-weight: 400; }
  .jd-choice input { inline-size: 1.1rem; block-size: 1.1rem; flex: none; margin: 0.2rem 0 0; accent-color: var(--_accent); }
  .jd-trouble { color: var(--_error); }
  .jd-row { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-block-start: 0.5rem; }
  .jd-row select { flex: 1 1 16rem; }

  @media print {
    /* The header too: it may be shown just now, and paper keeps it. */
    button, .jd-actions, .jd-fold, [part="profile"], [part="questions"], [part="header"], [part="ask"], [part="answer"], [part="site"] { display: none; }
    .jd-transcript, .jd-code { max-block-size: none; overflow: visible; }
    .jd-result { margin-block-start: 1.5rem; }
    .jd-finding, .jd-verdict, .jd-form { break-inside: avoid; }
  }
`;

/**
 * Gives the shadow root its style, and the tree around it the style of the fields.
 *
 * @param {ShadowRoot} root
 */
export function adoptStyles(root) {
  const around = /** @type {Document | ShadowRoot} */ (root.host.getRootNode());
  adopt(root, sheet(SHADOW));
  adopt(around, sheet(LIGHT));
}

/**
 * @param {Document | ShadowRoot} tree
 * @param {CSSStyleSheet} sheet
 */
function adopt(tree, sheet) {
  if (!tree.adoptedStyleSheets.includes(sheet)) tree.adoptedStyleSheets.push(sheet);
}

/** @type {Map<string, CSSStyleSheet>} */
const sheets = new Map();

/** @param {string} text */
function sheet(text) {
  const known = sheets.get(text) ?? new CSSStyleSheet();
  if (!sheets.has(text)) known.replaceSync(text);
  sheets.set(text, known);
  return known;
}
