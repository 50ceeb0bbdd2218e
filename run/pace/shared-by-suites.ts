import { rememberEach } from '../../spec/remember.ts';
import { Outage } from '../../suites/engine/retry/outage.ts';
import type { SuitePlan } from '../../suites/engine/suite-run.ts';
import type { RunPlan } from '../run-plan.ts';

type Shared = Required<Pick<SuitePlan, 'outage' | 'heldUp'>>;

/**
 * What the suites of a run share, as far as one process drives them. The target was reachable before the first suite.
 * Once one suite has given it up, no other waits for it.
 */
export const sharedBySuites = rememberEach<RunPlan, Shared>(() => ({
  outage: new Outage(true),
  heldUp: { ms: 0 },
}));
