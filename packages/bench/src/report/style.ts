/** The look of the report: that of the app, in one sheet, light and dark as the reader has it. */

export const style = `
:root {
  color-scheme: light dark;
  --paper: light-dark(#fdfcfa, #161513);
  --raised: light-dark(#ffffff, #1e1d1a);
  --ink: light-dark(#1d1b18, #efece6);
  --ink-2: light-dark(#5e5a53, #b3aea5);
  --ink-3: light-dark(#76716a, #8f8a81);
  --line: light-dark(#e5e1da, #34322d);
  --samepage: light-dark(#2a5bd7, #7ea2ff);
  --y-websocket: light-dark(#b3403a, #f08a80);
  --hocuspocus: light-dark(#0f7668, #4cc3b0);
  --y-partyserver: light-dark(#9a5b00, #e0a54a);
  --ui: "Inter Variable", Inter, system-ui, -apple-system, "Segoe UI", sans-serif;
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 48px 24px 96px; max-width: 1200px;
  background: var(--paper); color: var(--ink); font: 15px/1.55 var(--ui);
}
h1 { font-size: 30px; line-height: 1.2; letter-spacing: -0.02em; margin: 0 0 8px; }
h2 { font-size: 21px; letter-spacing: -0.01em; margin: 64px 0 4px; }
p { margin: 0 0 12px; max-width: 72ch; }
.hint, figcaption small, .machine { color: var(--ink-2); }
.machine { font-size: 13.5px; overflow-wrap: anywhere; }
.plots { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(340px, 100%), 1fr)); gap: 24px 32px; margin: 20px 0; }
figure { margin: 0; min-width: 0; }
figcaption { font-weight: 600; margin-bottom: 4px; }
figcaption small { font-weight: 400; font-size: 13px; }
svg { display: block; width: 100%; height: auto; max-width: 440px; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 13.5px; font-variant-numeric: tabular-nums; }
th, td { padding: 6px 14px 6px 0; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
thead th { color: var(--ink-2); font-weight: 500; }
tbody th { font-weight: 400; }
.own { font-weight: 650; color: var(--samepage); }
.words td, .words th { text-align: left; }
.words :is(td, th):nth-child(4), .words :is(td, th):nth-child(5) { text-align: right; }
details { margin: 8px 0; }
summary { cursor: pointer; color: var(--ink-2); }
summary:hover { color: var(--ink); }
:focus-visible { outline: 2px solid var(--samepage); outline-offset: 2px; border-radius: 3px; }
ul { padding-left: 20px; }
@media print {
  body { padding: 0; font-size: 11px; }
  .scroll { overflow: visible; }
  table { font-size: 9px; }
  td, th { white-space: normal; padding-right: 8px; }
  figure, tr, ul { break-inside: avoid; }
  h2, .hint, figcaption { break-after: avoid; }
}
@media (forced-colors: active) { svg text { fill: CanvasText; } }
@media (max-width: 600px) { body { padding: 28px 16px 64px; } h1 { font-size: 25px; } h2 { margin-top: 48px; } }
`;
