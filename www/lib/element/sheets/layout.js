// @ts-check
// Where things stand: what is given at the start, the verdict in a column of its own, or behind a bar that never leaves.

export const LAYOUT = `
  .jd-root { --_tone: var(--_info); --_opaque: var(--jd-surface, var(--jd-ground, Canvas)); }
  .jd-columns { display: grid; gap: 1rem; }
  .jd-work { display: grid; gap: 1rem; align-content: start; min-inline-size: 0; }
  .jd-work > * { min-inline-size: 0; }
  /* What has the focus is not hidden by the bar. */
  .jd-work :is(button, input, textarea, select, summary, a) { scroll-margin-block: 1rem 6rem; }

  .jd-box { display: grid; gap: 0.25rem; }
  .jd-box-head { display: flex; align-items: center; gap: 0 0.5rem; }
  .jd-box-head > label { flex: 1; font-size: 1.05em; }
  .jd-recognized { color: var(--_success); font-size: 0.9em; }
  .jd-recognized .jd-trouble { color: var(--_error); }

  .jd-chip-line { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
  .jd-chip-choice { inline-size: auto !important; border-radius: 2rem !important; font-weight: 600 !important; }
  .jd-product, .jd-fields { display: grid; gap: 0.75rem; }
  .jd-product > :empty { display: none; }
  .jd-field { display: grid; gap: 0 0.2rem; }
  .jd-control { display: flex; align-items: center; gap: 0.5rem; }
  .jd-control > slot { display: block; flex: 1; min-inline-size: 0; }
  /* Inside of the input, at its end. */
  .jd-tick { position: relative; align-self: stretch; flex: none; inline-size: 0; margin-inline-start: -0.5rem; color: var(--_success); }
  .jd-tick > * { position: absolute; inset-inline-end: 0.75rem; inset-block: 0; margin-block: auto; }
  .jd-root[data-wide] .jd-fields > .jd-field, .jd-compact .jd-fields > .jd-field { grid-template-columns: 7.5rem minmax(0, 1fr); column-gap: 0.75rem; align-items: center; }
  .jd-root[data-wide] .jd-fields > .jd-field > .jd-below-field { grid-column: 2; }

  .jd-guide { display: grid; gap: 0.75rem; }
  .jd-guide > .jd-steps { padding: 0; list-style: none; }
  .jd-guide > .jd-steps > li { display: grid; grid-template-columns: 1.1rem minmax(0, 1fr); gap: 0.5rem; padding-block: 0.4rem; border-block-start: 1px solid var(--_line); margin: 0; }
  .jd-guide > .jd-steps > li > div { display: grid; gap: 0.4rem; min-inline-size: 0; justify-items: start; }
  .jd-guide > .jd-steps > li > div > * { inline-size: 100%; }
  .jd-guide > .jd-steps > li > div > button { inline-size: auto; }
  .jd-step-state { color: var(--_muted); }
  .jd-corrections li + li { margin-block-start: 0.75rem; }

  .jd-notice { display: grid; gap: 0.5rem; justify-items: start; padding: 0.9rem; border: 2px solid var(--_warning); border-radius: var(--_radius); background: var(--_warning-tint); }
  .jd-notice-place:empty { display: none; }
  .jd-loading { color: var(--_muted); }

  .jd-verdict { padding: 0.75rem; border: 2px solid var(--_tone); border-radius: var(--_radius); background: var(--_opaque); }
  .jd-verdict[data-verdict="none"] { border-style: dashed; border-color: var(--_line); }
  .jd-verdict[data-stale] .jd-verdict-body { opacity: 0.6; }
  .jd-verdict-body { display: grid; gap: 0.7rem; }
  .jd-verdict-body > * { min-inline-size: 0; }
  .jd-headline { display: flex; gap: 0.5rem; color: var(--_tone); }
  .jd-headline > .jd-icon { margin-block-start: 0.2em; }
  .jd-samples { display: grid; gap: 0.5rem; }
  .jd-below { margin-block-start: 0.7rem; padding-block-start: 0.3rem; border-block-start: 1px solid var(--_line); }
  .jd-below > * + * { margin-block-start: 0.3rem; }
  .jd-verdict > .jd-journey, .jd-way { margin-block: 0.7rem; }
  .jd-head > * + * { margin-block-start: 0.5rem; }
  .jd-head:not(:empty) ~ .jd-verdict-body { margin-block-start: 0.7rem; }
  .jd-way > .jd-ask { margin-block-start: 0.5rem; padding: 0.75rem; border: 1px solid var(--_line); border-radius: var(--_radius); }

  .jd-changed { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; margin-block-end: 0.75rem; padding: 0.4rem 0.7rem; border-inline-start: 4px solid var(--_success); background: var(--_success-tint); }
  .jd-changed > ul { flex: 1 1 10rem; min-inline-size: 0; padding: 0; list-style: none; }
  .jd-changed > .jd-icon { color: var(--_success); }

  .jd-dock { min-inline-size: 0; position: sticky; inset-block-end: 0; z-index: 1; }
  .jd-side { display: none; max-block-size: 75vh; overflow: hidden auto; overscroll-behavior: contain; }
  .jd-side[data-open] { display: block; }
  /* Over the page, and not in it: nothing moves, and the bar stays where it is. */
  .jd-full .jd-side { position: absolute; inset-inline: 0; inset-block-end: 100%; max-block-size: min(75vh, 100vh - 14rem, max(12rem, var(--_room, 100vh))); border-radius: var(--_radius) var(--_radius) 0 0; background: var(--_opaque); box-shadow: 0 -2px 12px rgb(0 0 0 / 0.15); }
  /* Where a large print leaves no room above the bar, the verdict stands in the page. */
  @media (max-height: 24rem) { .jd-full .jd-side { position: static; max-block-size: none; } .jd-dock:has(> [data-open]) { position: static; } }
  .jd-bar { border: 1px solid var(--_control-line); border-block-end: 0; border-start-start-radius: var(--_radius); border-start-end-radius: var(--_radius); background: var(--_opaque); color: var(--jd-ink, inherit); box-shadow: 0 -2px 12px rgb(0 0 0 / 0.15); }
  .jd-bar .jd-changed { margin: 0; padding-block: 0.1rem; }
  .jd-bar-line { display: flex; align-items: center; & > .jd-fix { flex: none; margin-inline-end: 0.5rem; padding-inline: 0.6rem; font-size: 0.95em; } }
  .jd-bar-button { flex: 1; min-inline-size: 0; min-block-size: 3.5rem; padding-inline: 0.7rem; border: 0; text-align: start; background: none; font-size: 0.95em; }
  .jd-bar-face { display: flex; align-items: center; gap: 0.5rem; }
  .jd-bar-face > .jd-icon { color: var(--_tone); }
  .jd-bar-text { flex: 1; display: -webkit-box; overflow: hidden; -webkit-line-clamp: 4; -webkit-box-orient: vertical; line-height: 1.25; }
  [aria-expanded="true"] .jd-bar-arrow { rotate: 180deg; }

  .jd-root[data-wide] {
    & .jd-columns { grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5rem; align-items: start; }
    & .jd-dock { inset-block: 1rem auto; z-index: auto; }
    & .jd-side { display: block; position: static; max-block-size: none; overflow: visible; background: none; box-shadow: none; }
    & .jd-bar { display: none; }
    & .jd-verdict { padding: 1rem; }
  }

  @media print {
    .jd-columns { display: block !important; }
    .jd-work, .jd-bar, .jd-ask, button { display: none !important; }
    .jd-side { display: block !important; position: static !important; box-shadow: none !important; max-block-size: none !important; overflow: visible; }
    .jd-dock { position: static; }
    .jd-finding { break-inside: avoid; }
  }
`;
