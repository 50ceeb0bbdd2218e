import type { OperationRecord } from '../checks/verdict.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import { operationIds } from '../spec/operation-ids.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { recordReference, replayRecording } from './trace/record-reference.ts';
import type { RecordingPlan } from './trace/record-reference.ts';
import { Tally } from './tally.ts';

/**
 * Proves that a trace gives the same verdicts as the live run, without its target: for the unchanged reference target,
 * and with defects that produce every verdict. `verify-trace.js FAULT…` uses other defects, one at a time.
 */
const trials: readonly (readonly string[])[] = [
  [],
  // Defects of values and of relations between them, which disguises must preserve.
  ['codes-sequential', 'client-secrets-short', 'access-tokens-constant', 'refresh-token-is-access-token'],
  [
    'server-version-shown',
    'secret-echoed',
    'credentials-echoed',
    'cookie-without-secure',
    'code-in-any-case',
    'client-secret-padded',
  ],
  ['unknown-client-500', 'hang-on-empty-body', 'reset-on-null', 'body-cut-short'],
];
const given = process.argv.slice(2);
const plan: RecordingPlan = {
  contract: await loadBundledContract(),
  suites: [...operationIds, 'session'] satisfies readonly SuiteId[],
  seed: 11,
  runs: 40,
};
const tally = new Tally();
const seen = new Map<string, number>();

for (const faults of given.length === 0 ? trials : given.map((fault) => [fault])) {
  const { text, records } = await recordReference(plan, { faults });
  const replayed = await replayRecording(plan, text);
  tally.expectNone(
    `the trace of ${faults.join(', ') || 'the reference'} gives the verdicts of the live run`,
    differences(records, replayed),
    String,
  );
  for (const { verdict } of records.flatMap(({ rules }) => rules))
    seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
}
if (given.length === 0)
  tally.expectNone(
    'every verdict that a run gives is among them',
    ['pass', 'fail', 'warn', 'note', 'not applicable'].filter((verdict) => !seen.has(verdict)),
    String,
  );
process.stdout.write(`${[...seen].map(([verdict, count]) => `${count} ${verdict}`).join(', ')}\n`);
process.exitCode = tally.finish();

function differences(
  live: readonly OperationRecord[],
  replayed: readonly OperationRecord[],
): readonly string[] {
  const told = (records: readonly OperationRecord[]): ReadonlyMap<string, string> =>
    new Map(
      records.flatMap(({ rules }) =>
        rules.map((rule) => [
          `${rule.operation} ${rule.rule}`,
          JSON.stringify({
            ...{ verdict: rule.verdict, judged: rule.judged, violated: rule.violated, reason: rule.reason },
            findings: rule.findings.map(({ at, path, count, isReproduced }) => ({
              at,
              path,
              count,
              isReproduced,
            })),
          }),
        ]),
      ),
    );
  const after = told(replayed);
  return [...told(live)].flatMap(([key, facts]) =>
    after.get(key) === facts ? [] : [`${key}: live ${facts}, from the trace ${after.get(key) ?? 'nothing'}`],
  );
}
