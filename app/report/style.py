"""How the report looks, on a screen and on paper; nothing is fetched."""

STYLE = """
:root { --ink: #1c1c1c; --quiet: #595959; --line: #d0d0d0; --paper: #fff; --panel: #f6f6f4;
  color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem; color: var(--ink); background: var(--paper);
  font: 1rem/1.5 system-ui, "Segoe UI", "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.3rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem;
  border-bottom: 2px solid var(--ink); }
h3 { font-size: 1.05rem; line-height: 1.4; margin: .35rem 0 .5rem; font-weight: 600; }
p { margin: .4rem 0; }
a { color: #0b4f8a; }
.quiet, figcaption, dt { color: var(--quiet); font-size: .9rem; }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .75rem 0; }
dl.facts dd { margin: 0; }
ul.sums { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .6rem; margin: 1rem 0; }
ul.sums li { background: var(--panel); border: 1px solid var(--line); border-radius: .3rem;
  padding: .5rem .8rem; }
ul.sums b { display: block; font-size: 1.35rem; }
article { border: 1px solid var(--line); border-left: .4rem solid var(--tone, #777); border-radius: .3rem;
  padding: .8rem 1rem; margin: 0 0 1.1rem; }
.error { --tone: #a8201a; } .warning { --tone: #b06a00; } .notice { --tone: #3c6e9f; }
.label { display: inline-block; font-size: .8rem; font-weight: 700; color: var(--tone, var(--quiet)); }
dl.readings { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: .3rem 0 .6rem; }
dl.readings dd { margin: 0; font-weight: 600; white-space: pre-wrap; overflow-wrap: anywhere;
  max-width: 52rem; }
figure { margin: .6rem 0; }
figure img { display: block; max-width: 100%; height: auto; border: 1px solid var(--line); background: #fff; }
.sides { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; margin: .9rem 0; }
.sides > div { background: var(--panel); padding: .6rem .8rem; border-radius: .3rem;
  overflow-wrap: anywhere; }
del, ins { padding: 0 .1em; border-radius: .15em; }
del { background: #ffd9d4; text-decoration-color: #a8201a; text-decoration-thickness: 1px; }
ins { background: #cdeccf; text-decoration-thickness: 2px; }
table { border-collapse: collapse; width: 100%; font-size: .92rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid var(--line); }
td.n, th.n { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
details { margin: .4rem 0; } summary { cursor: pointer; padding: .2rem 0; }
details li { margin: .15rem 0; }
@media (max-width: 40rem) { .sides { grid-template-columns: 1fr; } body { padding: .8rem; } }
@media print {
  @page { margin: 15mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  article > header, figure, .sides, tr { break-inside: avoid; }
  h2, article > header { break-after: avoid; }
  del, ins, ul.sums li, .sides > div { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
"""
