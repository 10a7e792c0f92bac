// @ts-check
// The ways to ask Jira and what it answered: commands, steps, tables, what goes into a product.

export const ANSWERS = `
  .jd-transcript, .jd-code { white-space: pre-wrap; overflow-wrap: anywhere; max-block-size: 20rem; margin: 0.4rem 0 0; padding: 0.7rem; overflow: auto; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_sunken); }
  .jd-transcript > code, .jd-code > code { font-size: 0.85em; }
  .jd-skipped { display: block; color: var(--_muted); font-size: 0.85em; font-style: italic; }

  .jd-step { display: flex; flex-wrap: wrap; gap: 0.1rem 0.75rem; }
  .jd-url { font-size: 0.85em; }
  .jd-outcome { display: inline-flex; align-items: center; gap: 0.3rem; }
  [data-outcome="passed"] .jd-outcome, [data-held="true"] .jd-outcome { color: var(--_success); }
  [data-outcome="failed"] .jd-outcome, [data-held="false"] .jd-outcome { color: var(--_error); }
  [data-outcome="unclear"] .jd-outcome { color: var(--_warning); }
  @media (prefers-reduced-motion: no-preference) { [data-outcome="running"] .jd-icon, [data-state="running"] .jd-icon { animation: jd-wait 1.2s ease-in-out infinite alternate; } }
  @keyframes jd-wait { to { opacity: 0.25; } }
  .jd-examined, .jd-ask, [part="command"], [part="live"], .jd-silence, [part="account"], [part="permissions"] { & > * + * { margin-block-start: 0.6rem; } }
  .jd-destination { padding: 0.6rem 0.8rem; border-inline-start: 4px solid var(--_accent); background: var(--_sunken); }
  .jd-silence { padding: 0.8rem; border: 1px solid var(--_line); border-inline-start: 4px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-tint); }
  .jd-facts > div { display: flex; flex-wrap: wrap; gap: 0 0.75rem; }
  .jd-facts dt { flex: 0 0 8rem; color: var(--_muted); }
  .jd-facts dd { flex: 1 1 10rem; min-inline-size: 0; }

  .jd-table { inline-size: 100%; border-collapse: collapse; font-size: 0.9em; }
  .jd-table thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .jd-table :is(tr, th, td) { display: block; text-align: start; }
  .jd-table tr { padding-block: 0.4rem; border-block-end: 1px solid var(--_line); }
  .jd-table td::before { content: attr(data-label) ": "; color: var(--_muted); }
  .jd-scope { display: block; font-weight: 400; font-size: 0.9em; }

  .jd-tablist { display: flex; flex-wrap: wrap; gap: 0.25rem; border-block-end: 1px solid var(--_line); }
  .jd-tab { border-color: transparent; border-end-start-radius: 0; border-end-end-radius: 0; border-block-end: 3px solid transparent; background: none; }
  .jd-tab[aria-selected="true"] { border-block-end-color: var(--_accent); color: var(--_accent); }
  .jd-tabpanel { padding-block: 0.6rem; }
  .jd-tabpanel > div > * + * { margin-block-start: 0.5rem; }

  @media (forced-colors: active) { .jd-tab[aria-selected="true"] { forced-color-adjust: none; background: SelectedItem; color: SelectedItemText; } }

  .jd-setup { display: grid; gap: 0.5rem; padding: 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); }
  .jd-ready { display: flex; align-items: center; gap: 0.5rem; font-size: 1.05rem; }
  .jd-forms { display: grid; gap: 0.5rem; }
  .jd-form dt { font-weight: 600; }
  .jd-guide .jd-setup { padding: 0; border: 0; }

  @media print { .jd-transcript, .jd-code { max-block-size: none; overflow: visible; } }
`;
