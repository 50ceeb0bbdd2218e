import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { printable } from '../printable.ts';

/** How much of a run a page shows. */
export interface PageLimits {
  /** Causes, and rules of each. */
  readonly causes: number;
  /** Characters of a text of the target. */
  readonly text: number;
  /** Lines of any other list. */
  readonly rows: number;
}

/** Largest first. The last one keeps any run below the limit of a page, whatever its texts consist of. */
export const pageLimits: readonly [PageLimits, ...PageLimits[]] = [
  { causes: 200, text: 8000, rows: 200 },
  { causes: 100, text: 2000, rows: 100 },
  { causes: 50, text: 800, rows: 40 },
  { causes: 20, text: 80, rows: 10 },
];

/** Text of a target as it is, or its beginning and how much is missing. */
export function cut(text: string, { text: limit }: PageLimits): string {
  if (text.length <= limit) return printable(text);
  const kept = text.slice(0, limit).replace(/[\uD800-\uDBFF]$/, '');
  return `${printable(kept)}… (${text.length - kept.length} more characters)`;
}

/** A command to be copied. Cut, it would be another one, so it is whole or left out. */
export function command(text: string, { text: limit }: PageLimits): Html {
  return text.length <= 2 * limit
    ? html`<pre>${printable(text)}</pre>`
    : html`<p class="aside">Too long for this page. It is in the Allure report and in the result file.</p>`;
}

/** Items as far as there is room, and how many more there are. */
export function list<Item>(items: readonly Item[], limit: number, show: (item: Item) => Html): Html {
  const more = items.length - limit;
  return html`<ul>
    ${items.slice(0, limit).map((item) => html`<li>${show(item)}</li>`)}
    ${more > 0 ? html`<li class="faint">and ${String(more)} more in the result file</li>` : html``}
  </ul>`;
}
