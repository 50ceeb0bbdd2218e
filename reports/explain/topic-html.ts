import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { printable, printableLine } from '../printable.ts';
import type { Block, Link, Section, Topic } from './topic.ts';

/** A topic as a part of a page, found by its title. */
export function topicHtml({ title, lead, sections }: Topic): Html {
  return html`<article id="${title}">
    <h2>${printableLine(title)}</h2>
    <p>${inline(lead)}</p>
    ${sections.map(
      ({ heading, blocks }: Section) =>
        html`<h3>${inline(heading)}</h3>
          ${blocks.map(blockHtml)}`,
    )}
  </article>`;
}

function blockHtml(block: Block): Html {
  switch (block.type) {
    case 'text':
      return html`<p>${inline(block.text)}</p>`;
    case 'items':
      return html`<ul>
        ${block.items.map((item) => html`<li>${inline(item)}</li>`)}
      </ul>`;
    case 'links':
      return html`<p>${block.links.map((link) => html`${linkHtml(link)} `)}</p>`;
    case 'code':
      return html`<p>${inline(block.title)}</p>
        <pre>${printable(block.code)}</pre>`;
  }
}

/** A file of the package is named only, since a report is read elsewhere. */
function linkHtml({ text, target }: Link): Html {
  if (target.startsWith('https://')) return html`<a href="${target}">${text}</a>`;
  return text === target ? html`<code>${target}</code>` : html`${text} (<code>${target}</code>)`;
}

/** Text in which code is in backquotes. */
function inline(text: string): Html {
  return html`${printableLine(text)
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') ? html`<code>${part.slice(1, -1)}</code>` : html`${part}`))}`;
}
