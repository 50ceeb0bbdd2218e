import { countRequests } from '../suites/engine/credentials-gate.ts';
import type { Residue } from '../suites/engine/teardown.ts';
import { RecordedCases } from '../suites/engine/recorded-cases.ts';
import type { RecordedSuite } from '../suites/engine/replay-suite.ts';
import type { Wire } from '../suites/engine/wire.ts';
import { beginRun, goLive } from '../suites/engine/run-suite.ts';
import type { SuitePlan, SuiteRun } from '../suites/engine/suite-run.ts';
import { SafetyStop } from '../suites/engine/safety-stop.ts';
import { ValueSamples } from './value-samples.ts';

/** A target under comparison. */
export interface Side {
  readonly run: SuiteRun;
  readonly stop: SafetyStop;
  readonly samples: ValueSamples;
  /** How many requests it received. */
  readonly count: () => number;
  /** Whether more cases were requested than are recorded, so that nothing more can be compared. */
  readonly isPast: () => boolean;
  /** Removes what was created, and returns what is left. */
  readonly leave: () => Promise<Residue>;
}

/** Prepares one side of a comparison: a target, or a recording of one. */
export function openSide(plan: SuitePlan, target: Wire | RecordedSuite): Side {
  const stop = new SafetyStop(plan);
  // `isEnough` only ends the drawing of cases: differences already seen are still examined.
  const whole = { ...plan, isEnough: () => false };
  const samples = new ValueSamples(plan.suite);
  if ('cases' in target) {
    const source = new RecordedCases(target.cases, { isLasting: true });
    const run = beginRun(whole, source, target.password);
    const leave = (): Promise<Residue> => Promise.resolve(nothing);
    return { run, stop, samples, count: () => 0, isPast: () => source.isPast, leave };
  }
  const counted = countRequests(target);
  const live = goLive(whole, counted, stop);
  const run = beginRun(whole, live, target.target.password);
  return {
    run,
    stop,
    samples,
    count: counted.count,
    isPast: () => false,
    leave: () => live.teardown.finish(),
  };
}

const nothing: Residue = { created: 0, removed: 0, left: [] };
