/**
 * The style of the standalone document: serif for what is said, sans for figures, rules instead of boxes,
 * totals by weight and rule, marks hanging outside their column. Fonts are named, not carried: a reader
 * without Source gets the nearest of their system.
 */
export const standaloneCss = `
:root { --ink: #14161c; --quiet: #5b616e; --line: #d5d8de; --accent: #0b3d91; --mark: #9a4a00; --paper: #fff; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e9ebf0; --quiet: #a4abb8; --line: #3a3f4a; --accent: #9dbcff; --mark: #ffb066; --paper: #14161c; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.55 "Source Serif 4", "Source Serif 4 Variable", Georgia, serif; }
main { max-width: 72rem; margin: 0 auto; padding: 3rem 1.5rem 5rem; }
h1, h2, h3, h4, h5, h6 { font-weight: 600; line-height: 1.2; margin: 2.2em 0 .5em; text-wrap: balance; }
h1 { font-size: 2.4rem; margin: 0; } h2 { font-size: 1.6rem; } h3 { font-size: 1.25rem; } h4, h5, h6 { font-size: 1.0625rem; }
p, ul, ol { max-width: 40rem; margin: 0 0 .9em; }
a { color: var(--accent); text-underline-offset: .15em; }
.report-subtitle { font-size: 1.25rem; margin: .35em 0 0; }
.report-origin, .report-notice, .report-contents, .report-notes, .report-table, .key-figures, figcaption {
  font-family: "Source Sans 3", "Source Sans 3 Variable", system-ui, sans-serif; }
.report-origin { color: var(--quiet); margin-top: .6em; }
.report-notice { color: var(--mark); font-weight: 600; }
.report-head { border-bottom: 1px solid var(--ink); padding-bottom: 1.2rem; margin-bottom: 2rem; }
.report-contents ol { list-style: none; padding: 0; } .level-2 { padding-left: 1.2em; } .level-3 { padding-left: 2.4em; }
.report-table, .report-figure { margin: 2.2rem 0; }
figcaption, .report-notes { font-size: .875rem; } figcaption { color: var(--quiet); margin-top: .6rem; }
.report-notes-title { font-weight: 600; margin-bottom: 0; }
.report-figure img { max-width: 100%; height: auto; }
.report-quote { margin: 0 0 1.2em; max-width: 40rem; } .report-quote blockquote { margin: 0; padding-left: 1rem; border-left: 3px solid var(--accent); }
.report-quote blockquote > :last-child { margin-bottom: 0; }
.scroll { overflow-x: auto; padding-right: .9rem; position: relative; }
tbody th[scope="row"], .corner { position: sticky; left: 0; background: var(--paper); z-index: 1; min-width: 8.5rem; hyphens: auto; }
caption .title, caption .unit { position: sticky; left: 0; width: fit-content; max-width: min(100%, 90vw - 2rem); }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.35; font-variant-numeric: tabular-nums lining-nums; }
caption { text-align: left; padding-bottom: .7rem; }
caption .title { display: block; font-weight: 600; font-size: 1rem; line-height: 1.3; }
caption .unit { display: block; color: var(--quiet); margin-top: .2rem; }
th, td { padding: .42rem 0 .42rem 1.1rem; vertical-align: baseline; text-align: left; font-weight: 400; }
th:first-child, td:first-child { padding-left: 0; }
.amount { text-align: right; white-space: nowrap; }
thead th, thead td { vertical-align: bottom; color: var(--quiet); }
thead th.group { color: var(--ink); font-weight: 600; background: linear-gradient(var(--line), var(--line)) no-repeat 1.1rem 100% / calc(100% - 1.1rem) 1px; }
thead abbr { text-decoration: none; }
thead tr:last-child > *, thead .corner { border-bottom: 1px solid var(--ink); }
tbody tr > * { border-bottom: 1px solid var(--line); }
tr.plain > * { border-bottom-color: transparent; color: var(--quiet); }
tr.group > th { font-weight: 600; padding-top: 1.2rem; }
tr.subtotal > *, tr.total > *, tr.result > * { font-weight: 600; }
tr.total > * { border-top: 1px solid var(--ink); }
/* Collapsed borders of equal width: the upper row's wins. */
tr:has(+ tr.total) > * { border-bottom-color: var(--ink); }
tr.result > * { border-top: 1px solid var(--line); border-bottom: 3px double var(--ink); }
.indent-1 { padding-left: 1.2rem !important; } .indent-2 { padding-left: 2.4rem !important; } .indent-3 { padding-left: 3.6rem !important; }
tr.line td.quiet, .pm, .unknown, .masked, .nil { color: var(--quiet); }
td a { color: inherit; text-decoration-color: var(--line); }
.mark { color: var(--mark); font-weight: 600; font-size: .75em; }
sup.mark { line-height: 0; } td.amount sup.mark { position: absolute; padding-left: .12em; }
.table-notes, .report-notes ul { list-style: none; padding: 0; margin: .9rem 0 0; font-size: .875rem; max-width: 52rem; }
.table-notes .mark, .report-notes .mark { font-size: 1em; margin-right: .4em; }
.table-legend { color: var(--quiet); font-size: .8125rem; margin: .6rem 0 0; max-width: 52rem; }
.key-figures { display: flex; flex-wrap: wrap; gap: 1.5rem 3rem; margin: 2rem 0; }
.key-figures dt { color: var(--quiet); font-size: .875rem; } .key-figures dd { margin: 0; }
.key-figures .value { font: 600 1.9rem/1.2 "Source Serif 4", "Source Serif 4 Variable", Georgia, serif; font-variant-numeric: lining-nums; }
.key-figures .note { color: var(--quiet); font-size: .875rem; }
@media print { main { padding: 0; max-width: none; } .scroll { overflow: visible; } thead { display: table-header-group; } tr { break-inside: avoid; } }
`;
