import { median } from '../../spec/median.ts';
import type { Fault } from '../../targets/reference/faults/fault.ts';
import type { TrialResult } from './trial.ts';

/** The effort until the first violation. */
type First = NonNullable<TrialResult['firstViolation']>;

/**
 * A Markdown page of what finds each fault, and how soon: medians over the measured passes. `causes` is its section about
 * causes, which is measured apart.
 */
export function detectionTable(
  faults: readonly Fault[],
  results: readonly TrialResult[],
  passes: number,
  causes: string,
): string {
  const found = new Map(faults.map(({ id }) => [id, firstOf(results, id)]));
  const rows = faults
    .filter(({ id }) => results.some(({ trial }) => trial.id === id))
    .map((fault) => {
      const first = found.get(fault.id) ?? null;
      return rowOf(
        fault,
        first === null ? 'end of suite | ' : `${first.requests} | ${first.seconds.toFixed(2)} `,
      );
    });
  const all = [...found.values()].filter((first) => first !== null);
  return `# Which rules find which fault

Each fault of the reference target, the rules that find it, and the requests and seconds until the first of these rules
was violated: medians over ${passes} ${passes === 1 ? 'pass' : 'passes'}, each with different cases. Over all faults the
median is ${median(all.map(({ requests }) => requests))} requests and ${median(all.map(({ seconds }) => seconds)).toFixed(2)} s.

Only the suites that judge these rules were run: all with the cases of a smoke run first, then with those of a usual one. So
a whole run, which ends one suite before the next, may reach them later. Rules over samples of values are judged at the end
of a suite. Measured by \`npm run prove\` on one machine: the seconds show only the order of magnitude,
and the requests vary a little with what is in flight.

${causes}
## Faults

| Fault | What is wrong | Found by | Requests | Seconds |
| ----- | ------------- | -------- | -------: | ------: |
${rows.join('\n')}
`;
}

/**
 * The same page with updated rows for all current faults, in their order. Measurements are kept. A new fault is marked
 * as not measured yet.
 */
export function withRowsOf(page: string, faults: readonly Fault[]): string {
  const lines = page.split('\n');
  const isRow = (line: string): boolean => line.startsWith('| `');
  const measured = new Map(
    lines.filter(isRow).map((line) => {
      const cells = line.split(' | ');
      return [/`([^`]*)`/.exec(line)?.[1] ?? '', cells.slice(3).join(' | ').replace(/\|$/, '')] as const;
    }),
  );
  const rows = faults.map((fault) => rowOf(fault, measured.get(fault.id) ?? 'not measured yet | '));
  const first = lines.findIndex(isRow);
  return [...lines.slice(0, first), ...rows, ...lines.slice(first).filter((line) => !isRow(line))].join('\n');
}

function rowOf({ id, description, trips }: Fault, figures: string): string {
  const rules = trips.map((trip) => `\`${trip}\``).join('<br>');
  return `| \`${id}\` | ${description} | ${rules} | ${figures}|`;
}

function firstOf(results: readonly TrialResult[], id: string): First | null {
  const firsts = results
    .filter(({ trial }) => trial.kind === 'fault' && trial.id === id)
    .flatMap(({ firstViolation }) => (firstViolation === null ? [] : [firstViolation]));
  if (firsts.length === 0) return null;
  return {
    requests: median(firsts.map(({ requests }) => requests)),
    seconds: median(firsts.map(({ seconds }) => seconds)),
  };
}
