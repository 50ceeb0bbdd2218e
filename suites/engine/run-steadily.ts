import type { Exchange } from '../../driver/exchange.ts';
import type { Case, Step } from '../../generators/case.ts';
import { runCase, type CaseRun } from './run-case.ts';
import type { LiveCases } from './live-cases.ts';
import { isUnlikely, mayBeWhim } from './transience.ts';

/** Runs of one case whose set-up was lost. */
const triesEach = 3;

/**
 * Runs a case, and runs it anew from its beginning where its set-up was lost to what may be a whim of a gateway: a new
 * registration does no harm where a repeated one would.
 */
export async function runSteadily(
  run: Pick<LiveCases, 'wire' | 'shared' | 'repeats' | 'guest'>,
  testCase: Case,
): Promise<CaseRun> {
  for (let tries = 1; ; tries += 1) {
    const result = await runCase(testCase, run.wire, run.shared);
    if (result.unset === null || tries === triesEach) return result;
    const isDoubtful = someAnswer(
      testCase,
      result.exchanges,
      (step, exchange) => exchange.isRepeated === true || isUnlikely(testCase, step, exchange),
    );
    if (!isDoubtful || !run.repeats.spend()) return result;
    await run.guest.cleanUp(testCase, result);
  }
}

/** Whether any answer of a case may be a whim of a gateway. */
export function hasWhim(testCase: Case, exchanges: CaseRun['exchanges']): boolean {
  return someAnswer(testCase, exchanges, mayBeWhim);
}

function someAnswer(
  testCase: Case,
  exchanges: CaseRun['exchanges'],
  holds: (step: Step, exchange: Exchange) => boolean,
): boolean {
  return testCase.steps.some((step) => {
    const exchange = exchanges.get(step.name);
    return exchange !== undefined && holds(step, exchange);
  });
}
