import type { Fault } from '../../targets/reference/faults/fault.ts';
import type { TrialResult } from './trial.ts';

/** What it took until the first violation. */
type First = NonNullable<TrialResult['firstViolation']>;

/** A Markdown page of what finds each fault, and how soon: medians over the passes that were measured. */
export function detectionTable(
  faults: readonly Fault[],
  results: readonly TrialResult[],
  passes: number,
): string {
  const found = new Map(faults.map(({ id }) => [id, firstOf(results, id)]));
  const rows = faults
    .filter(({ id }) => results.some(({ trial }) => trial.id === id))
    .map(({ id, description, trips }) => {
      const first = found.get(id) ?? null;
      const rules = trips.map((trip) => `\`${trip}\``).join('<br>');
      const soon = first === null ? 'end of suite |' : `${first.requests} | ${first.seconds.toFixed(2)}`;
      return `| \`${id}\` | ${description} | ${rules} | ${soon} |`;
    });
  const all = [...found.values()].filter((first) => first !== null);
  return `# What finds what

Each defect that the reference target can be told to have, the rules that find it, and the requests and seconds until
the first of them was violated: medians over ${passes} ${passes === 1 ? 'pass' : 'passes'}, each with other cases. Over
all of them the median is ${median(all.map(({ requests }) => requests))} requests and ${median(all.map(({ seconds }) => seconds)).toFixed(2)} s.

Only the suites that judge these rules were driven, so a whole run may come to them later. Rules over samples of values
are judged at the end of a suite. Measured by \`npm run prove\` on one machine: the seconds say no more than the order
of magnitude, and the requests vary a little with what is in flight.

| Fault | What is wrong | Found by | Requests | Seconds |
| ----- | ------------- | -------- | -------: | ------: |
${rows.join('\n')}
`;
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

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN;
}
