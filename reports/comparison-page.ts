import { mockLevels, differenceClasses } from '../checks/rule-fields.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import type { Comparison, DifferenceRecord, SuiteComparison } from '../fidelity/comparison.ts';
import { percent, scoreOf, totalScore } from '../fidelity/score.ts';
import { comparisonCommand } from './replay-command.ts';
import { firstFailing, levelLines, oddText, placeText, seenText } from './comparison-text.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { htmlPage, scrolling } from './html-page.ts';
import { printable } from './printable.ts';

/** The comparison as one HTML page without scripts: the drift matrix, the levels, and each difference with its case. */
export function comparisonPage(comparison: Comparison): string {
  const { targets, contract, seed, suites, startedAt, tool } = comparison;
  const score = totalScore(comparison);
  const first = firstFailing(levelLines(comparison));
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
    <h2>Differences</h2>
    ${suites.map((suite) => suiteSection(suite, comparison))}`;
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
  const counted = suite.differences.filter(({ isCounted }) => isCounted);
  const score = scoreOf(suite);
  const cell = (count: number): Html =>
    html`<td class="${count === 0 ? 'faint' : 'bad'}">${String(count)}</td>`;
  const ofLevel = (level: MockLevel): number => counted.filter((one) => one.level === level).length;
  return html`<tr>
    <th>${suite.operation}</th>
    <td class="${score === 1 ? 'full' : 'bad'}">
      ${score === null ? 'nothing compared' : `${percent(score)} %`}
    </td>
    ${differenceClasses.map((kind) => cell(counted.filter((one) => one.class === kind).length))}
    ${mockLevels.map((level) => cell(ofLevel(level)))}
  </tr> `;
}

function suiteSection(suite: SuiteComparison, comparison: Comparison): Html {
  const { operation, differences, shared, broken } = suite;
  if (differences.length + shared.length === 0 && broken === null) return html``;
  return html`<h3>${operation}</h3>
    ${broken === null ? html`` : html`<p>Not compared to its end: ${printable(broken)}</p>`}
    ${shared.length === 0 ? html`` : html`<p class="aside">The contract stands alone against both by ${shared.map(({ rule }) => rule).join(', ')}</p>`}
    ${differences.map((difference) => differenceSection(difference, comparison))} `;
}

function differenceSection(difference: DifferenceRecord, comparison: Comparison): Html {
  const { a, b, level, rules, isCounted, exchanges } = difference;
  const place = printable(placeText(difference));
  return html`<details class="${isCounted ? 'counted' : 'aside'}">
    <summary>
      <strong>${difference.class}</strong> (${level}${isCounted ? '' : ', not counted'}): ${place}: A
      ${printable(a)}, B ${printable(b)}
    </summary>
    <p>
      ${oddText(difference)}${rules.length === 0 ? '' : `, by ${rules.join(', ')}`}. ${seenText(difference)}.
    </p>
    <pre>${comparisonCommand(comparison, difference)}</pre>
    <div class="pair">
      <div>${side('A', exchanges.a)}</div>
      <div>${side('B', exchanges.b)}</div>
    </div>
  </details> `;
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
