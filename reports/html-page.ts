import { html } from './html.ts';
import type { Html } from './html.ts';

/**
 * The style of all pages of ours: light and dark, from 420 px on, and for print. Each colour has a contrast of at least
 * 4.5 to its background.
 */
const style = `
:root { color-scheme: light dark; --text: #1b1f24; --faint: #57606a; --page: #fff; --box: #f3f5f8; --line: #ccd3db;
  --good: #18673a; --bad: #ab1f14; --doubtful: #7a4f00; --link: #0b57b0;
  --bad-box: #fdeae8; --doubtful-box: #fdf3dc; --good-box: #e3f4e9; }
@media (prefers-color-scheme: dark) { :root { --text: #e6e9ee; --faint: #a2acb9; --page: #12161c; --box: #1c222b;
  --line: #3a434f; --good: #82d79d; --bad: #ff9d92; --doubtful: #f0c261; --link: #86b7ff;
  --bad-box: #3b1f1d; --doubtful-box: #362b15; --good-box: #17301f; } }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); margin: 0 auto;
  max-width: 76rem; padding: 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: .3rem 0; } h2 { margin: 2rem 0 .5rem; }
h3 { font-size: 1.05rem; margin: 0; } h4 { font-size: .95rem; margin: .8rem 0 .2rem; }
a { color: var(--link); } .aside { color: var(--faint); margin: .2rem 0; }
code, pre { font: .85rem/1.45 ui-monospace, monospace; }
pre { background: var(--box); border-radius: .3rem; margin: .2rem 0; padding: .6rem; white-space: pre-wrap; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; font-size: .9rem; overflow-wrap: normal; }
th, td { border: 1px solid var(--line); padding: .2rem .5rem; text-align: right; white-space: nowrap; }
th:first-child { text-align: left; }
.good { color: var(--good); } .bad { color: var(--bad); } .doubtful { color: var(--doubtful); } .faint { color: var(--faint); }
td.bad, .badge.bad { background: var(--bad-box); } td.doubtful, .badge.doubtful { background: var(--doubtful-box); }
td.full, .badge.good { background: var(--good-box); } .badge { border-radius: .3rem; font-size: .85rem; font-weight: 600;
  padding: .1rem .4rem; white-space: nowrap; }
details { border: 1px solid var(--line); border-radius: .3rem; margin: .4rem 0; padding: .3rem .7rem; }
summary { cursor: pointer; } article { border-left: .25rem solid var(--line); margin: 1rem 0; padding-left: .8rem; }
dl { display: grid; gap: .1rem 1rem; grid-template-columns: max-content 1fr; margin: .4rem 0; }
dt { color: var(--faint); } dd { margin: 0; min-width: 0; } ul { margin: .3rem 0; padding-left: 1.2rem; }
.pair { display: grid; gap: 1rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); }
.pair > * { min-width: 0; }
@media print { body { max-width: none; } details::details-content { content-visibility: visible; }
  pre, tr, dl { break-inside: avoid; } }
`;

/** A whole page in one file. It has no scripts and loads nothing, and tells browsers to refuse both. */
export function htmlPage(title: string, body: Html): string {
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${title}</title>
        <style>
          ${html.trusted(style)}
        </style>
      </head>
      <body>
        ${body}
      </body>
    </html> `;
  return page.text;
}

/** A table that is wider than the page scrolls by itself, with the keyboard too. */
export function scrolling(label: string, table: Html): Html {
  return html`<div class="scroll" role="region" aria-label="${label}" tabindex="0">${table}</div>`;
}
