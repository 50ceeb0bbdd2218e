import type { RuleRecord, Verdict } from '../../checks/verdict.ts';
import { leadingFinding, violationLine } from '../failure-text.ts';
import { ruleLinkIn } from '../explain/rules-page.ts';
import { dialectLine, gatewayLines } from '../gateway-lines.ts';
import { leftOutLines } from '../left-out-lines.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { scrolling } from '../html-page.ts';
import { command, cut, list } from './page-limits.ts';
import type { PageLimits } from './page-limits.ts';
import { runCommand } from '../replay-command.ts';
import { reportEnvironment } from '../report-environment.ts';
import { totalResidue } from '../result-file.ts';
import { ruleRecords } from '../roll-up.ts';
import { toldLevels } from '../run-levels.ts';
import type { DefectOfRun, RunReport } from '../run-report.ts';
import { toneOf, verdictMatrix } from '../verdict-matrix.ts';
import type { MatrixRow } from '../verdict-matrix.ts';

/** Operations by areas of rules. */
export function matrixSection({ records }: RunReport): Html {
  const { areas, rows } = verdictMatrix(records);
  if (rows.length === 0) return html``;
  const table = html`<table>
    <thead>
      <tr>
        <th scope="col">operation</th>
        <th scope="col">judged</th>
        ${areas.map((area) => html`<th scope="col">${area}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map((row) => matrixRow(row, areas))}
    </tbody>
  </table>`;
  return html`<section>
    <h2>Operations and areas</h2>
    <p class="aside">The worst verdict of the rules of each area, and how many rules have it.</p>
    ${scrolling('Operations and areas', table)}
  </section>`;
}

function matrixRow({ name, judged, cells }: MatrixRow, areas: readonly string[]): Html {
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${judged}</td>
    ${areas.map((area) => {
      const cell = cells.get(area);
      return cell === undefined ? html`<td></td>` : html`<td class="${cell.tone}">${cell.text}</td>`;
    })}
  </tr>`;
}

/** Which levels of a mock the target reaches. */
export function levelsSection(report: RunReport): Html {
  return html`<section>
    <h2>Levels of a mock</h2>
    <ol>
      ${toldLevels(ruleRecords(report)).map(
        ({ level, verdict, words }) => html`<li class="${toneOf(verdict)}">${level} ${words}</li>`,
      )}
    </ol>
  </section>`;
}

/** What became of the defects of an earlier run. */
export function baselineSection({ baseline, rules }: RunReport, limits: PageLimits): Html {
  if (baseline === null) return html``;
  const { startedAt, seed, build } = baseline;
  const kinds: readonly (readonly [string, readonly DefectOfRun[]])[] = [
    ['New', baseline.new],
    ['Still failing', baseline.stillFailing],
    ['Fixed', baseline.fixed],
    ['Not judged this time', baseline.notJudged],
  ];
  return html`<section>
    <h2>Since the earlier run</h2>
    <p class="aside">
      Of ${cut(startedAt, limits)}, seed
      ${String(seed)}${build === null ? '' : `, build ${cut(build, limits)}`}.
    </p>
    ${kinds.map(
      ([kind, defects]) =>
        html`<details>
          <summary>${kind}: ${String(defects.length)}</summary>
          ${list(
            defects,
            limits.rows,
            ({ operation, rule, level, at }) =>
              html`<code>${cut(operation, limits)}</code> ${ruleLinkIn(rules, cut(rule, limits))} (${level})
                at ${cut(at, limits)}`,
          )}
        </details>`,
    )}
  </section>`;
}

/** How to send the whole run again. */
export function repeatSection(report: RunReport, limits: PageLimits): Html {
  return html`<section>
    <h2>See it again</h2>
    <p>The same seed sends the same cases. Credentials come from the environment.</p>
    ${command(runCommand(report), limits)}
  </section>`;
}

/** Verdicts that no cause explains, because nothing has to be mended at once. */
const otherVerdicts: readonly (readonly [Verdict, string])[] = [
  ['known deviation', 'Known deviations'],
  ['note', 'Notes'],
  ['not applicable', 'Not applicable'],
];

/** The most characters of a remark. */
const remarkWidth = 300;

/** What else a run says: known deviations, notes, what was not judged, and how answers came. */
export function othersSection(report: RunReport, limits: PageLimits): Html {
  const records = ruleRecords(report);
  const dialects = dialectLine(report.records);
  const remarks = [
    ...leftOutLines(report, remarkWidth),
    ...(dialects === null ? [] : [dialects]),
    ...gatewayLines(report.records, remarkWidth),
  ];
  return html`<section>
    <h2>Also</h2>
    ${otherVerdicts.map(([verdict, title]) =>
      otherList(
        title,
        records.filter((record) => record.verdict === verdict),
        { limits, rules: report.rules },
      ),
    )}
    ${list(remarks, limits.rows, (remark) => html`${remark}`)}
  </section>`;
}

function otherList(
  title: string,
  records: readonly RuleRecord[],
  { limits, rules }: { readonly limits: PageLimits; readonly rules: RunReport['rules'] },
): Html {
  if (records.length === 0) return html``;
  return html`<details>
    <summary>${title}: ${String(records.length)}</summary>
    ${list(
      records,
      limits.rows,
      (record) =>
        html`<code>${record.operation}</code> ${ruleLinkIn(rules, record.rule)}: ${cut(whyOf(record), limits)}`,
    )}
  </details>`;
}

function whyOf(record: RuleRecord): string {
  const finding = leadingFinding(record);
  return record.reason ?? (finding === undefined ? 'no reason was given' : violationLine(finding));
}

/** Where, with what and how the run went, and what it left. */
export function environmentSection(report: RunReport, limits: PageLimits): Html {
  const { created, removed, left } = totalResidue(report);
  const facts = {
    ...reportEnvironment(report),
    Clients: `${created} created, ${removed} removed, ${left.length} left on the target`,
    ...(report.shard === null ? {} : { Shard: `${report.shard.index} of ${report.shard.of}` }),
  };
  return html`<section>
    <h2>Environment</h2>
    <dl>
      ${Object.entries(facts).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${cut(value, limits)}</dd>`,
      )}
    </dl>
    ${
      left.length === 0
        ? html``
        : html`<p>Left on the target:</p>
            ${list(left, limits.rows, (id) => html`<code>${cut(id, limits)}</code>`)}`
    }
  </section>`;
}
