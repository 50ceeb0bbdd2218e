import { mockLevels, differenceClasses } from '../checks/rule-fields.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import type { Comparison, DifferenceRecord, SuiteComparison } from '../fidelity/comparison.ts';
import { percent, scoreOf, totalScore } from '../fidelity/score.ts';
import { findDifferenceCauses } from './causes/difference-causes.ts';
import type { DifferenceCause } from './causes/difference-causes.ts';
import { counted } from './counted.ts';
import { comparisonCommand } from './replay-command.ts';
import { firstFailing, levelLines, oddText, placeText, seenText } from './comparison-text.ts';
import { ruleLink } from './explain/rules-page.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { htmlPage, scrolling } from './html-page.ts';
import { printable } from './printable.ts';

/** The comparison as one HTML page without scripts: the drift matrix, the levels, and each difference with its case. */
export function comparisonPage(comparison: Comparison): string {
  const { targets, contract, seed, suites, startedAt, tool } = comparison;
  const score = totalScore(comparison);
  const first = firstFailing(levelLines(comparison));
  const causes = findDifferenceCauses(comparison);
  const body = html`<h1>Fidelity ${score === null ? 'unknown' : `${percent(score)} %`}</h1>
    <p>A, measured by: <code>${targets.a}</code><br />B, measured: <code>${targets.b}</code></p>
    <p>
      ${tool.name} ${tool.version}, contract ${contract.title} ${contract.version}
      (${contract.sha256.slice(0, 12)}), seed ${String(seed)},
      ${startedAt}${comparison.isInterrupted ? '. Interrupted: only a part was compared' : ''}
    </p>
    <p>
      ${first === null ? 'No level fails' : `The first level that fails is ${first}`}, with differences
      counted up to the level ${comparison.level}.
    </p>
    <h2>Drift</h2>
    ${scrolling('Drift by operation', matrix(comparison))}
    <h2>Causes (${String(causes.length)})</h2>
    ${causes.map((cause) => causeSection(cause, comparison))} ${suites.map(suiteRemarks)}`;
  return htmlPage(`Comparison of ${targets.a} and ${targets.b}`, body);
}

function matrix({ suites }: Comparison): Html {
  return html`<table>
    <thead>
      <tr>
        <th>operation</th>
        <th>fidelity</th>
        ${[...differenceClasses, ...mockLevels].map((name) => html`<th>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${suites.map(matrixRow)}
    </tbody>
  </table> `;
}

function matrixRow(suite: SuiteComparison): Html {
  const differences = suite.differences.filter(({ isCounted }) => isCounted);
  const score = scoreOf(suite);
  const cell = (count: number): Html =>
    html`<td class="${count === 0 ? 'faint' : 'bad'}">${String(count)}</td>`;
  const ofLevel = (level: MockLevel): number => differences.filter((one) => one.level === level).length;
  return html`<tr>
    <th>${suite.operation}</th>
    <td class="${score === 1 ? 'full' : 'bad'}">
      ${score === null ? 'nothing compared' : `${percent(score)} %`}
    </td>
    ${differenceClasses.map((kind) => cell(differences.filter((one) => one.class === kind).length))}
    ${mockLevels.map((level) => cell(ofLevel(level)))}
  </tr> `;
}

function causeSection(
  { statement, rule, operations, differences }: DifferenceCause,
  comparison: Comparison,
): Html {
  return html`<article>
    <h3>${printable(statement)}</h3>
    <p class="aside">
      ${counted(differences.length, 'difference')} of
      ${operations.join(', ')}${rule === null ? '' : html`. Explained: ${ruleLink(rule)}`}
    </p>
    ${differences.map((difference) => differenceSection(difference, comparison))}
  </article>`;
}

/** What else is to be said of an operation. */
function suiteRemarks({ operation, shared, broken }: SuiteComparison): Html {
  if (shared.length === 0 && broken === null) return html``;
  return html`<h3>${operation}</h3>
    ${broken === null ? html`` : html`<p>Not compared to its end: ${printable(broken)}</p>`}
    ${shared.length === 0 ? html`` : html`<p class="aside">The contract stands alone against both by ${ruleLinks(shared.map(({ rule }) => rule))}</p>`} `;
}

function differenceSection(difference: DifferenceRecord, comparison: Comparison): Html {
  const { operation, a, b, level, rules, isCounted, exchanges } = difference;
  const place = printable(placeText(difference));
  return html`<details class="${isCounted ? 'counted' : 'aside'}">
    <summary>
      <strong>${difference.class}</strong> ${operation} (${level}${isCounted ? '' : ', not counted'}):
      ${place}: A ${printable(a)}, B ${printable(b)}
    </summary>
    <p>
      ${oddText(difference)}${rules.length === 0 ? '' : html`, by ${ruleLinks(rules)}`}.
      ${seenText(difference)}.
    </p>
    <pre>${comparisonCommand(comparison, difference)}</pre>
    <div class="pair">
      <div>${side('A', exchanges.a)}</div>
      <div>${side('B', exchanges.b)}</div>
    </div>
  </details> `;
}

function ruleLinks(rules: readonly string[]): Html {
  return html`${rules.map((rule, index) => html`${index === 0 ? '' : ', '}${ruleLink(rule)}`)}`;
}

function side(name: string, exchanges: DifferenceRecord['exchanges']['a']): Html {
  return html`${exchanges.map(
    ({ step, operation, request, response, curl }) =>
      html`<h4>${name}: ${step} (${operation})</h4>
        <pre>${printable(request)}</pre>
        <pre>${printable(response)}</pre>
        <pre>${printable(curl)}</pre> `,
  )}`;
}
