import { openTarget } from '../driver/open-target.ts';
import { loadBundledContract } from '../spec/load-contract.ts';
import { operationIds } from '../spec/operation-ids.ts';
import { createReference } from '../targets/reference/create-reference.ts';
import { variants } from '../targets/reference/variants/index.ts';
import { learnImitation } from '../traces/imitation/learn-imitation.ts';
import { compareBehaviour } from '../traces/behaviour-ledger/compare-behaviour.ts';
import type { BehaviourLedger } from '../traces/behaviour-ledger/behaviour.ts';
import { parseTrace } from '../traces/parse-trace.ts';
import { recordReference } from './trace/record-reference.ts';
import type { RecordingPlan } from './trace/record-reference.ts';
import { Tally } from './tally.ts';

/**
 * Proves that a mock made from a trace answers like the recorded build. The reference target with a variant stands in
 * for the build, and the two behaviour ledgers are compared. `verify-imitation.js all` measures every variant, and
 * `verify-imitation.js VARIANT…` the named ones.
 */
const proved = ['total-matches', 'details-of-lists', 'gateway-401-text'];
/**
 * How many in a thousand kinds of cases may differ: the imitation cannot recognise a request that is refused for a
 * reason of its own.
 */
const mostUnlike = 10;

const [first, ...rest] = process.argv.slice(2);
const asked =
  first === 'all' ? variants.map(({ id }) => id) : first === undefined ? proved : [first, ...rest];
const plan: RecordingPlan = {
  contract: await loadBundledContract(),
  suites: [...operationIds],
  seed: 12,
  runs: 60,
};
const tally = new Tally();
const plain = (await recordReference(plan, {})).behaviour;
const total = { kinds: 0, before: 0, after: 0, alike: 0 };

for (const variant of asked) {
  const { text, behaviour } = await recordReference(plan, { variants: [variant] });
  const mock = (await recordReference(plan, { imitation: await learn(text) })).behaviour;
  const before = unlike(behaviour, plain);
  const after = unlike(behaviour, mock);
  const { compared } = compareBehaviour(behaviour, mock);
  total.kinds += compared;
  total.before += before.length;
  total.after += after.length;
  total.alike += after.length === 0 ? 1 : 0;
  process.stdout.write(
    `${variant}: ${before.length} of ${compared} kinds unlike the reference, ${after.length} unlike the mock\n`,
  );
  if (first === undefined)
    tally.expectNone(
      `the mock of ${variant} answers as it does`,
      after.length * 1000 <= mostUnlike * compared && before.length > 0 ? [] : after,
      String,
    );
}
process.stdout.write(
  `${total.alike} of ${asked.length} variants alike in all; ${total.before} of ${total.kinds} kinds unlike the reference, ${total.after} unlike the mocks\n`,
);
process.exitCode = first === undefined ? tally.finish() : 0;

function unlike(build: BehaviourLedger, other: BehaviourLedger): readonly string[] {
  return compareBehaviour(build, other).changes.map(
    ({ operation, kind, gone, come }) => `${operation} ${kind}: - ${gone.join(' | ')} + ${come.join(' | ')}`,
  );
}

async function learn(text: string) {
  const reference = await createReference();
  const { origin, pathname: basePath } = new URL(reference.url);
  const target = openTarget({ origin, connections: 16, timeoutMs: 1500 });
  try {
    const login = { basePath, username: 'admin', password: 'nutanix/4u' };
    const wire = {
      target: login,
      send: (request: Parameters<typeof target.send>[0]) => target.send(request),
    };
    return (await learnImitation(await parseTrace([Buffer.from(text)]), plan.contract, wire)).imitation;
  } finally {
    await target.close();
    await reference.close();
  }
}
