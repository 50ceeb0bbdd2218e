import type { Contract } from '../../spec/operation.ts';
import { familiesOf } from '../../generators/families.ts';
import { caseHash } from '../../suites/engine/case-log.ts';
import { formatCasePath, lastChunkOf } from '../../suites/engine/case-path.ts';
import type { CaseWent } from '../../suites/engine/live-cases.ts';
import type { RecordedCase } from '../../suites/engine/recorded-cases.ts';
import type { Wire } from '../../suites/engine/wire.ts';
import { runSuite } from '../../suites/engine/run-suite.ts';
import type { SuitePlan } from '../../suites/engine/suite-run.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { Imitation } from '../../targets/reference/imitation/imitation.ts';
import type { Trace } from '../parse-trace.ts';
import { recordedSuite } from '../recorded-suite.ts';
import { ImitationLearner } from './imitation-learner.ts';

/** What was learnt of a build, and from how many pairs of answers. */
export interface Learnt {
  readonly imitation: Imitation;
  readonly pairs: number;
}

/** Sends the cases of a trace to the reference target and learns where the recorded build answers differently. */
export async function learnImitation(trace: Trace, contract: Contract, reference: Wire): Promise<Learnt> {
  const learner = new ImitationLearner();
  let pairs = 0;
  for (const { suite } of trace.head.suites) {
    const recorded = recordedSuite(trace, suite);
    if (recorded === null) continue;
    const lastChunk = lastChunkOf(recorded.cases.keys());
    let isPast = false;
    const witness = (went: CaseWent): void => {
      isPast ||= went.path.chunk > lastChunk;
      pairs += pairUp(learner, went, recorded.cases.get(formatCasePath(went.path))?.[0]);
    };
    await drive(trace, { suite: suite as SuiteId, contract, witness, isEnough: () => isPast }, reference);
  }
  return { imitation: learner.read(), pairs };
}

async function drive(
  { head }: Trace,
  part: Pick<SuitePlan, 'suite' | 'contract' | 'isEnough' | 'witness'>,
  reference: Wire,
): Promise<void> {
  const { seed, runs, concurrency, isReadOnly, replay } = head;
  await runSuite(
    {
      ...part,
      ...{ seed, runs, concurrency, isReadOnly, replay },
      families: familiesOf(part.contract, part.suite),
      rules: [],
      deadline: null,
      shrinkBudget: { each: 0, all: 0 },
      isInterrupted: () => false,
      onProgress: () => undefined,
    },
    reference,
  );
}

/** Stops at a race, from which nothing can be learnt. */
function pairUp(
  learner: ImitationLearner,
  { testCase, result }: CaseWent,
  recorded: RecordedCase | undefined,
): number {
  if (recorded?.hash !== caseHash(testCase)) return 0;
  let pairs = 0;
  for (const step of testCase.steps) {
    const [one, other] = [result.exchanges.get(step.name), recorded.exchanges.get(step.name)];
    if (step.together !== undefined) return pairs;
    if (step.shared !== undefined || one === undefined || other === undefined) continue;
    learner.add(one, other);
    pairs += 1;
  }
  return pairs;
}
