import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { htmlPage } from '../html-page.ts';
import { areaOf, runFinished } from '../rule-facts.ts';
import type { RuleFacts } from '../rule-facts.ts';
import type { Topic } from './topic.ts';
import { topicHtml } from './topic-html.ts';

/**
 * The file beside the other pages of a report to which they link for the explanation of a rule. A report is read far from
 * the package and its docs, from the artifacts of CI for example.
 */
export const rulesPageName = 'rules.html';

/** What `explain` says about all rules, as one page. It depends on nothing but the version of the package. */
export function rulesPage(topics: readonly Topic[]): string {
  const areas = new Map<string, Topic[]>();
  for (const topic of topics) {
    const area = areaOf(topic.title);
    areas.set(area, [...(areas.get(area) ?? []), topic]);
  }
  const body = html`<h1>The rules</h1>
    <nav>
      ${[...areas].map(
        ([area, of]) =>
          html`<details>
            <summary>${area}: ${String(of.length)}</summary>
            <ul>
              ${of.map(({ title }) => html`<li><a href="#${title}">${title}</a></li>`)}
            </ul>
          </details>`,
      )}
    </nav>
    <main>${topics.map(topicHtml)}</main>`;
  return htmlPage('Prism OAuth conformance: the rules', body);
}

/** The id of a rule, linked to its explanation. */
export function ruleLink(rule: string): Html {
  return html`<a href="${rulesPageName}#${rule}"><code>${rule}</code></a>`;
}

/** The same, or only the id where the rule is of another version and these are all that are explained. */
export function ruleLinkIn(rules: readonly Pick<RuleFacts, 'id'>[], rule: string): Html {
  return [...rules, runFinished].some(({ id }) => id === rule) ? ruleLink(rule) : html`<code>${rule}</code>`;
}
