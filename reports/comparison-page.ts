import { mockLevels, differenceClasses } from '../checks/rule-fields.ts';
import type { MockLevel } from '../checks/rule-fields.ts';
import type { Comparison, DifferenceRecord, SuiteComparison } from '../fidelity/comparison.ts';
import { percent, scoreOf, totalScore } from '../fidelity/score.ts';
import { comparisonCommand } from './replay-command.ts';
import { firstFailing, levelLines, oddText, placeText, seenText } from './comparison-text.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import { printable } from './printable.ts';

const style = `
:root { color-scheme: light dark; }
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
th, td { border: 1px solid #8886; padding: .25rem .6rem; text-align: right; }
th:first-child, td:first-child { text-align: left; }
td.none { color: #8888; } td.some { background: #d93a2b33; } td.full { background: #2b9d4a33; }
pre { background: #8881; overflow-x: auto; padding: .6rem; white-space: pre-wrap; overflow-wrap: anywhere; }
details { border: 1px solid #8886; border-radius: .3rem; margin: .4rem 0; padding: .3rem .7rem; }
summary { cursor: pointer; } .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 1rem; }
.pair > * { min-width: 0; } .aside { opacity: .7; }
`;

/** The comparison as one HTML page without scripts: the drift matrix, the levels, and each difference with its case. */
export function comparisonPage(comparison: Comparison): string {
  const { targets, contract, seed, suites, startedAt, tool } = comparison;
  const score = totalScore(comparison);
  const first = firstFailing(levelLines(comparison));
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Comparison of ${targets.a} and ${targets.b}</title>
        <style>
          ${html.trusted(style)}
        </style>
      </head>
      <body>
        <h1>Fidelity ${score === null ? 'unknown' : `${percent(score)} %`}</h1>
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
        ${matrix(comparison)}
        <h2>Differences</h2>
        ${suites.map((suite) => suiteSection(suite, comparison))}
      </body>
    </html> `;
  return page.text;
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
    html`<td class="${count === 0 ? 'none' : 'some'}">${String(count)}</td>`;
  const ofLevel = (level: MockLevel): number => counted.filter((one) => one.level === level).length;
  return html`<tr>
    <td>${suite.operation}</td>
    <td class="${score === 1 ? 'full' : 'some'}">
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
