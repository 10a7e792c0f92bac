// @ts-check
// Findings, pictures of values, quotes, tables: what a verdict is made of.

export const PARTS = `
  .jd-finding { --_tone: var(--_info); display: grid; gap: 0.5rem; }
  .jd-finding > * { min-inline-size: 0; }
  .jd-finding[data-severity="error"], [data-verdict="error"] { --_tone: var(--_error); }
  .jd-finding[data-severity="warning"], [data-verdict="warning"] { --_tone: var(--_warning); }
  [data-verdict="no-fault"] { --_tone: var(--_success); }
  .jd-notes { display: grid; gap: 0.5rem; margin-block-start: 0.25rem; }
  .jd-notes:empty { display: none; }
  .jd-notes .jd-message { display: flex; gap: 0.4rem; }
  .jd-notes .jd-icon { margin-block-start: 0.2em; color: var(--_tone); }
  .jd-offer { display: grid; gap: 0.5rem; padding: 0.6rem 0.75rem; border-inline-start: 4px solid var(--_info); background: var(--_info-tint); }
  .jd-line > details > summary { color: var(--jd-ink, inherit); font-weight: 500; }
  .jd-line > details > summary > .jd-icon { color: var(--_tone); }
  .jd-line > details > :not(summary) { margin-block-end: 0.6rem; margin-inline-start: 1.2rem; }
  .jd-certainty { padding: 0.05em 0.5em; border: 1px solid var(--_tone); border-radius: 1em; color: var(--_tone); font-size: 0.85em; font-weight: 600; }
  .jd-more > summary { inline-size: fit-content; }
  .jd-more > * + * { margin-block-start: 0.4rem; }
  .jd-todo > li + li { margin-block-start: 0.35rem; }
  .jd-explained > p + p { margin-block-start: 0.4rem; }

  .jd-proof { display: grid; gap: 0.25rem; }
  figcaption { color: var(--_muted); font-size: 0.9em; }
  .jd-quote, .jd-picture { padding: 0.5rem 0.7rem; border: 1px solid var(--_line); border-radius: calc(var(--_radius) / 2); background: var(--_sunken); }
  .jd-picture p + p { margin-block-start: 0.2rem; }
  .jd-parts { display: flex; flex-wrap: wrap; gap: 0.25rem; }
  .jd-part { display: grid; gap: 0.1rem; min-inline-size: 0; padding: 0.1rem 0.5rem; border-inline-start: 3px solid var(--_control-line); }
  .jd-part small { color: var(--_muted); font-size: 0.8em; }
  del { color: var(--_error); }
  ins { color: var(--_success); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 0.2em; }
  mark { padding-inline: 0.1em; border-block-end: 2px solid var(--_tone, var(--_warning)); background: color-mix(in srgb, var(--_tone, var(--_warning)) 18%, transparent); color: inherit; }
  .jd-chip { display: inline-block; margin-inline: 0.15em; padding-inline: 0.4em; border: 1px solid currentColor; border-radius: 0.3em; font: 0.85em/1.4 var(--_mono); white-space: nowrap; }
  .jd-lines > code { white-space: pre-wrap; overflow-wrap: anywhere; }

  .jd-journey { display: grid; grid-template-columns: repeat(auto-fit, minmax(3.9rem, 1fr)); gap: 0.4rem 0; padding: 0; overflow: clip; overflow-clip-margin: 0.5rem; list-style: none; font-size: 0.75em; line-height: 1.25; text-align: center; }
  .jd-journey > li { position: relative; display: grid; gap: 0.15rem; align-content: start; justify-items: center; min-inline-size: 0; margin: 0; color: var(--_muted); }
  .jd-journey > li > span { max-inline-size: calc(100% + 0.3em); margin-inline: -0.15em; overflow-wrap: anywhere; }
  .jd-journey > li + li::before { content: ""; position: absolute; inset-block-start: 0.8em; inset-inline: calc(-50% + 1em) calc(50% + 1em); border-block-start: 2px solid var(--_control-line); }
  .jd-leg-icon { font-size: 1.4em; line-height: 1; }
  .jd-journey > [data-state="passed"] { color: var(--_success); }
  .jd-journey > [data-state="passed"]::before { border-color: currentColor !important; }
  .jd-journey > [data-state="stopped"] { color: var(--_error); text-decoration: underline; text-underline-offset: 0.2em; }

  .jd-question { display: grid; gap: 0.35rem; padding: 0.7rem 0.9rem; border: 1px solid var(--_line); border-radius: var(--_radius); background: var(--_sunken); }
  .jd-question input { inline-size: auto; }
  .jd-answered { padding: 0; list-style: none; font-size: 0.9em; }
  .jd-value { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
  .jd-value > code { flex: 1 1 8rem; min-inline-size: 0; padding: 0.45rem 0.7rem; border-radius: var(--_radius); background: var(--_sunken); overflow-wrap: anywhere; }

  .jd-steps > li { margin-block-start: 0.4rem; }
  [data-done="true"] > .jd-step-state { color: var(--_success); }

  @media (forced-colors: active) {
    .jd-icon { color: inherit !important; }
    .jd-primary, .jd-fix { border-width: 2px; }
    mark { forced-color-adjust: none; background: Mark; color: MarkText; }
  }
`;
