// @ts-check
// Colours, type and controls. Where a page does without tokens.css, ink and ground are those of the page around: the widget is as dark
// as its host, whatever the host calls its colours.

/** @param {number} percent */
const ink = (percent) => `color-mix(in srgb, currentColor ${percent}%, transparent)`;

export const TOKENS = `
  --_surface: var(--jd-surface, transparent);
  --_sunken: var(--jd-sunken, ${ink(7)});
  --_ink: var(--jd-ink, inherit);
  --_muted: var(--jd-muted, ${ink(78)});
  --_line: var(--jd-line, ${ink(22)});
  --_control-line: var(--jd-control-line, ${ink(58)});
  --_accent: var(--jd-accent, currentColor);
  --_accent-strong: var(--jd-accent-strong, currentColor);
  --_focus: var(--jd-focus, currentColor);
  --_error: var(--jd-error, currentColor);
  --_warning: var(--jd-warning, currentColor);
  --_warning-tint: var(--jd-warning-tint, ${ink(5)});
  --_info: var(--jd-info, currentColor);
  --_info-tint: var(--jd-info-tint, ${ink(5)});
  --_success: var(--jd-success, currentColor);
  --_success-tint: var(--jd-success-tint, ${ink(5)});
  --_radius: var(--jd-radius, 0.5rem);
  --_mono: var(--jd-mono, ui-monospace, monospace);
`;

export const INPUTS = `
  input:not([type="radio"], [type="checkbox"]), textarea, select {
    display: block;
    box-sizing: border-box;
    inline-size: 100%;
    min-block-size: 2.75rem;
    margin: 0;
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--jd-ink, inherit);
    font: 0.95em/1.4 var(--_mono);
    &:focus-visible { outline: 3px solid var(--_focus); outline-offset: 1px; }
    &[aria-invalid="true"] { border-color: var(--_error); box-shadow: inset 0 0 0 1px var(--_error); }
    &:disabled { opacity: 0.55; }
    &::placeholder { color: var(--_muted); opacity: 1; }
    &:is(select) { font-family: inherit; }
  }
`;

export const COMMON = `
  *, *::before, *::after { box-sizing: border-box; }
  p, ul, ol, dl, dd, h2, h3, h4, figure { margin: 0; overflow-wrap: anywhere; }
  ul, ol { padding-inline-start: 1.35em; }
  li + li { margin-block-start: 0.25rem; }
  code { font: 0.92em/1.5 var(--_mono); overflow-wrap: anywhere; }
  h2 { font-size: 1.2rem; line-height: 1.3; }
  h3 { font-size: 0.95rem; line-height: 1.4; }
  h4 { font-size: 1em; }
  a { color: var(--_accent); text-underline-offset: 0.15em; }
  a:hover { color: var(--_accent-strong); text-decoration-thickness: 2px; }
  label { font-weight: 600; }
  [hidden] { display: none !important; }
  :focus-visible { outline: 3px solid var(--_focus); outline-offset: 2px; }
  textarea { resize: vertical; }

  button, .jd-cause > .jd-leads > a {
    min-block-size: 2.75rem;
    padding: 0.4rem 0.9rem;
    border: 1px solid var(--_control-line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--jd-ink, inherit);
    font: inherit;
    font-weight: 600;
    cursor: pointer;
  }
  .jd-cause > .jd-leads > a { display: inline-flex; align-items: center; text-decoration: none; }
  .jd-cause > .jd-leads > a::after { content: "↗" / ""; margin-inline-start: 0.4em; }
  button:hover { background: var(--_sunken); }
  button:disabled { opacity: 0.55; cursor: default; }
  .jd-primary, .jd-fix, .jd-cause > .jd-leads > a { border-color: var(--_accent); background: var(--jd-accent, transparent); color: var(--jd-on-accent, inherit); overflow-wrap: anywhere; text-align: start; }
  .jd-primary:hover, .jd-fix:hover, .jd-cause > .jd-leads > a:hover { background: var(--jd-accent-strong, var(--_sunken)); }
  .jd-quiet, .jd-quiet:hover { border-color: var(--_control-line); background: var(--_surface); color: var(--jd-ink, inherit); }
  .jd-link { padding: 0 0.25rem; border: 0; background: none; color: var(--_accent); font-weight: 500; text-decoration: underline; text-underline-offset: 0.15em; }
  .jd-reveal, .jd-copy { flex: none; min-inline-size: 4.5rem; }

  summary { display: flex; align-items: center; gap: 0.4rem; min-block-size: 2.75rem; margin-block: -0.35rem; color: var(--_accent); cursor: pointer; border-radius: 2px; }
  summary::before { content: "▸"; flex: none; inline-size: 0.8em; }
  details[open] > summary::before { content: "▾"; }
  summary:hover { text-decoration: underline; text-underline-offset: 0.15em; }
  summary::-webkit-details-marker { display: none; }
  :dir(rtl) > summary::before { scale: -1 1; }

  .jd-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
  .jd-muted, .jd-hint { color: var(--_muted); font-size: 0.9em; }
  .jd-strong { font-weight: 600; }
  .jd-trouble { color: var(--_error); }
  .jd-icon { inline-size: 1.1em; block-size: 1.1em; flex: none; fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; vertical-align: -0.15em; }
  .jd-row { display: flex; flex-wrap: wrap; align-items: center; gap: 0.5rem; }
`;
