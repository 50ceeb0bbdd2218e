import type { Fault } from '../../targets/reference/faults/fault.ts';
import type { TrialResult } from './trial.ts';

/** A Markdown page of what finds each fault, and how soon, as it was measured in one pass. */
export function detectionTable(faults: readonly Fault[], results: readonly TrialResult[]): string {
  const found = new Map(results.map((result) => [result.trial.id, result.firstViolation]));
  const rows = faults
    .filter(({ id }) => found.has(id))
    .map(({ id, description, trips }) => {
      const first = found.get(id);
      const rules = trips.map((trip) => `\`${trip}\``).join('<br>');
      const soon = first == null ? 'end of suite |' : `${first.requests} | ${first.seconds.toFixed(2)}`;
      return `| \`${id}\` | ${description} | ${rules} | ${soon} |`;
    });
  return `# What finds what

Each defect that the reference target can be told to have, the rules that find it, and the requests and seconds until
the first of them was violated. Only the suites that judge these rules were driven, so a whole run may come to them
later. Rules over samples of values are judged at the end of a suite. Measured by
\`node dist/tools/verify-detection.js --write\` on one machine, with others at work on it: the seconds say no more
than the order of magnitude, and the requests vary a little with what is in flight.

| Fault | What is wrong | Found by | Requests | Seconds |
| ----- | ------------- | -------- | -------: | ------: |
${rows.join('\n')}
`;
}
