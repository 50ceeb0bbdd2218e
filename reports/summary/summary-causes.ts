import { describeSource, ruleUrl } from '../../checks/source-link.ts';
import type { Finding, RuleRecord } from '../../checks/verdict.ts';
import type { RedactedExchange } from '../../driver/secrets/redacted.ts';
import type { Cause } from '../causes/cause.ts';
import { counted } from '../counted.ts';
import { evidenceLine, violationLine } from '../failure-text.ts';
import { ruleLinkIn } from '../explain/rules-page.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { command, cut, list } from './page-limits.ts';
import type { PageLimits } from './page-limits.ts';
import { replayCommand, replayContextOf } from '../replay-command.ts';
import { factsOf } from '../rule-facts.ts';
import type { RunReport } from '../run-report.ts';
import { toneOf } from '../verdict-matrix.ts';

/** What is wrong with the target, worst first, each with its smallest evidence folded. */
export function causesSection(causes: readonly Cause[], report: RunReport, limits: PageLimits): Html {
  const more = causes.length - limits.causes;
  return html`<section>
    <h2>Causes (${String(causes.length)})</h2>
    ${causes.length === 0 ? html`<p>Nothing to mend was found.</p>` : html``}
    ${causes.slice(0, limits.causes).map((cause) => causeArticle(cause, report, limits))}
    ${
      more > 0
        ? html`<p class="aside">${String(more)} more causes have no room here: see the Allure report.</p>`
        : html``
    }
  </section>`;
}

function causeArticle(cause: Cause, report: RunReport, limits: PageLimits): Html {
  const { verdict, statement, hint, operations, records, lead, finding } = cause;
  return html`<article>
    <h3><span class="badge ${toneOf(verdict)}">${verdict}</span> ${cut(statement, limits)}</h3>
    ${hint === '' ? html`` : html`<p>${cut(hint, limits)}</p>`}
    <p class="aside">
      ${counted(records.length, 'test')} of ${operations.join(', ')}. Explained:
      ${ruleLinkIn(report.rules, lead.rule)}
    </p>
    ${
      finding === null
        ? html`<p class="aside">${cut(lead.reason ?? 'no reason was given', limits)}</p>`
        : evidence(lead, finding, report, limits)
    }
    ${explainedRules(records, report, limits)}
  </article>`;
}

function evidence(lead: RuleRecord, finding: Finding, report: RunReport, limits: PageLimits): Html {
  const { at, expected, actual, path, exchanges } = finding;
  const seen = evidenceLine(lead, finding);
  return html`<details>
    <summary>
      Evidence: ${cut(violationLine(finding), { ...limits, text: Math.min(limits.text, 160) })}
    </summary>
    <dl>
      <dt>test</dt>
      <dd><code>${lead.operation}</code> ${ruleLinkIn(report.rules, lead.rule)}</dd>
      <dt>at</dt>
      <dd>${cut(at, limits)}</dd>
      <dt>expected</dt>
      <dd>${cut(expected, limits)}</dd>
      <dt>actual</dt>
      <dd>${cut(actual, limits)}</dd>
      <dt>seen in</dt>
      <dd>${cut(seen, limits)}</dd>
    </dl>
    ${exchanges.slice(0, limits.rows).map((exchange) => exchangePart(exchange, limits))}
    <h4>Send it again and judge it</h4>
    ${command(replayCommand(replayContextOf(report), { ...lead, path }), limits)}
  </details>`;
}

function exchangePart(
  { step, operation, request, response, curl }: RedactedExchange,
  limits: PageLimits,
): Html {
  return html`<h4>Request: ${cut(step, limits)} (${operation})</h4>
    <pre>${cut(request, limits)}</pre>
    <h4>Answer</h4>
    <pre>${cut(response, limits)}</pre>
    <h4>As curl</h4>
    ${command(curl, limits)}`;
}

/** Each rule of a cause once, with all operations that violate it. */
function explainedRules(records: readonly RuleRecord[], report: RunReport, limits: PageLimits): Html {
  const rules = new Map<string, RuleRecord[]>();
  for (const record of records) rules.set(record.rule, [...(rules.get(record.rule) ?? []), record]);
  return html`<details>
    <summary>${counted(rules.size, 'rule')} that it explains</summary>
    ${list([...rules.values()], limits.causes, (of) => ruleItem(of, report, limits))}
  </details>`;
}

function ruleItem(records: readonly RuleRecord[], report: RunReport, limits: PageLimits): Html {
  const [first] = records;
  if (first === undefined) return html``;
  const { claim, source, level } = factsOf(report.rules, first);
  const url = ruleUrl(source);
  const told = describeSource(source);
  return html`${ruleLinkIn(report.rules, first.rule)} (${level}): ${claim}
    [${url === null ? told : html`<a href="${url}">${told}</a>`}]
    <span class="faint">${records.map(({ operation }) => operation).join(', ')}</span>
    ${first.verdict === 'broken' && first.reason !== null ? html`: ${cut(first.reason, limits)}` : html``}`;
}
