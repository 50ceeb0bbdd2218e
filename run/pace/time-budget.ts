import { monotonicMs } from '../../driver/time-limit.ts';
import type { Case } from '../../generators/case.ts';
import type { Effort } from '../../generators/effort.ts';
import { familiesOf } from '../../generators/families.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { rememberEach } from '../../spec/remember.ts';
import { drawShrinkable } from '../../suites/engine/draw-cases.ts';
import { sharesOf } from '../../suites/engine/shares.ts';
import type { RunPlan } from '../run-plan.ts';

/** How long a run with the default options takes at most, on whatever target. */
const usualMs = 300_000;
/** The requests in flight for which that time is meant. */
const usualInFlight = 8;
/** Kept for what follows the cases: the last findings, the sweep, the reports. */
const reserveMs = 10_000;
/** The least time of a suite, as long as there is some, and the most of one that has a small part. */
const leastMs = { always: 10_000, ifUnused: 20_000 };

type Budgeted = Pick<
  RunPlan,
  'contract' | 'suites' | 'seed' | 'concurrency' | 'rate' | 'beganAt' | 'deadline'
> & {
  readonly settings: Pick<RunPlan['settings'], 'runs' | 'workers'>;
};

/** The time of a run, and how many requests each of its suites is expected to need. */
interface TimeBudget {
  readonly totalMs: number;
  readonly requests: ReadonlyMap<SuiteId, number>;
}

/**
 * Milliseconds for the cases of a suite that begins now: its part of the time left, so that the suites after it get
 * theirs. What earlier ones have not used goes to it as well, but one suite gets no more than twice its part.
 */
export function shareMsOf(plan: Budgeted, suite: SuiteId): number {
  const { totalMs, requests } = budgetOf(plan);
  const sum = (suites: readonly SuiteId[]): number =>
    suites.reduce((all, one) => all + (requests.get(one) ?? 0), 0);
  const later = plan.suites.slice(plan.suites.indexOf(suite));
  const part = sum([suite]) * Math.min(plan.settings.workers, later.length);
  const leftMs = Math.max(0, plan.beganAt + totalMs - monotonicMs());
  const mostMs = Math.max(leastMs.ifUnused, (2 * totalMs * part) / sum(plan.suites));
  return Math.min(leftMs, mostMs, Math.max(leastMs.always, (leftMs * part) / sum(later)));
}

/**
 * The time in which all cases are sent, or the first ones of each family. More cases than usual, fewer in flight, or a
 * rate get time in proportion, since they are asked for. `--max-time` gives more. If it is less, the run ends there.
 */
const budgetOf = rememberEach((plan: Budgeted): TimeBudget => {
  const { suites, concurrency, rate, settings, beganAt, deadline } = plan;
  const expected = (runs: Effort): ReadonlyMap<SuiteId, number> =>
    new Map(suites.map((suite) => [suite, expectedRequests(plan, suite, runs)]));
  const requests = expected(settings.runs);
  const all = sumOf(requests);
  const usual = settings.runs === 'default' ? all : sumOf(expected('default'));
  const inFlight = concurrency * settings.workers;
  const asked = Math.max(1, all / usual) * Math.max(1, usualInFlight / inFlight);
  const pacedMs = rate === null ? 0 : (all / (rate * settings.workers)) * 1000;
  const mostMs = Math.max(usualMs * asked + pacedMs, (deadline ?? beganAt) - beganAt);
  return { totalMs: mostMs - reserveMs, requests };
});

function sumOf(requests: ReadonlyMap<SuiteId, number>): number {
  return [...requests.values()].reduce((sum, count) => sum + count, 0);
}

/** Counts the requests of the first case of each family, as if its other cases had as many. */
function expectedRequests({ contract, seed }: Budgeted, suite: SuiteId, runs: Effort): number {
  const shares = sharesOf({ suite, families: familiesOf(contract, suite), runs });
  return [...shares].reduce((sum, [family, count]) => {
    const path = { family: family.name, chunk: 0, steps: [0] };
    const first = count === 0 ? null : drawShrinkable({ seed, suite }, family, path);
    return sum + count * (first === null ? 1 : requestsOf(first.testCase));
  }, 1);
}

/** With the removals of what it creates. */
function requestsOf({ steps }: Case): number {
  const own = steps.filter((step) => step.shared === undefined && step.onlyIfSlowMs === undefined);
  return own.length + own.filter(({ operation }) => operation === 'oauth_client_post').length;
}
