import { createHash } from 'node:crypto';
import type { Rule } from '../../checks/rule.ts';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { Family } from '../../generators/family.ts';
import type { Contract } from '../../spec/operation.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { CaseAttempt } from './attempt.ts';
import { parseCasePath } from './case-path.ts';
import { drawCases, drawShrinkable, type DrawnCase, type DrawPlan } from './draw-cases.ts';
import { Guest } from './guest.ts';
import { withPatience } from './patience.ts';
import { quotas } from './quotas.ts';
import { Recorder } from './recorder.ts';
import { runCase, type SharedSteps, type Wire } from './run-case.ts';
import { buildRecords } from './rule-records.ts';
import { SafetyStop } from './safety-stop.ts';

/** What a suite's run depends on. */
export interface SuitePlan {
  readonly suite: OperationId | 'session';
  readonly contract: Contract;
  readonly families: readonly Family[];
  readonly rules: readonly Rule[];
  readonly seed: number;
  /** Cases of each polarity, at most. */
  readonly runs: number;
  /** Cases in flight. */
  readonly concurrency: number;
  /** Milliseconds since the epoch after which no further case is begun; null for no limit. */
  readonly deadline: number | null;
  /** Only this case, `FAMILY@CHUNK@STEPS`. */
  readonly replay: string | null;
  /** Cases spent on making findings smaller: on one, and on all of the suite. */
  readonly shrinkBudget: { readonly each: number; readonly all: number };
  /** Asked between cases: true ends the run with what has been judged so far. */
  readonly isInterrupted: () => boolean;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/** A run under way: what its parts share. */
export interface SuiteRun {
  readonly plan: SuitePlan;
  readonly wire: Wire;
  readonly shared: SharedSteps;
  readonly guest: Guest;
  /** What is left of the budget for making findings smaller. */
  shrinksLeft: number;
}

/** Sends the cases of a suite, judges them by its rules and tells what was found. */
export async function runSuite(plan: SuitePlan, target: Wire): Promise<OperationRecord> {
  const startedAt = new Date();
  const counted = countRequests(target);
  const stop = new SafetyStop(plan);
  const patient = withPatience(counted);
  const wire: Wire = { ...patient, send: async (request) => stop.watch(await patient.send(request)) };
  const run: SuiteRun = {
    plan,
    wire,
    shared: new Map(),
    guest: new Guest(wire),
    shrinksLeft: plan.shrinkBudget.all,
  };
  const recorder = new Recorder(plan.rules);
  const driven = await driveCases(run, recorder, stop);
  const reason = stop.reason;
  stop.release();
  const rules = await buildRecords(run, recorder, driven.unset);
  const residue = await run.guest.leave();
  return {
    operation: plan.suite,
    rules,
    cases: driven.cases,
    requests: counted.count(),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    caseHash: driven.hash,
    residue,
    broken: reason,
  };
}

interface Driven {
  readonly cases: { valid: number; broken: number };
  /** Cases that could not be run, by the step that failed and why. */
  readonly unset: ReadonlyMap<string, number>;
  readonly hash: string;
}

async function driveCases(run: SuiteRun, recorder: Recorder, stop: SafetyStop): Promise<Driven> {
  const { plan } = run;
  const hash = createHash('sha256');
  const cases = { valid: 0, broken: 0 };
  const unset = new Map<string, number>();
  const total = countCases(plan);
  const drawn = plan.replay === null ? drawCases(plan) : drawReplay(plan, plan.replay);
  let ordinal = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      if (stop.isStopped()) return;
      const next = drawn.next();
      if (next.done === true) return;
      const mine = ordinal;
      ordinal += 1;
      cases[next.value.family.polarity] += 1;
      // In drawing order, which is the same whatever is in flight.
      hash.update(`${next.value.family.name}\n${JSON.stringify(next.value.testCase)}\n`);
      const failed = await driveCase(run, recorder, next.value, mine);
      if (failed !== null) unset.set(failed, (unset.get(failed) ?? 0) + 1);
      done += 1;
      plan.onProgress({ done, total });
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, worker));
  return { cases, unset, hash: hash.digest('hex') };
}

async function driveCase(
  run: SuiteRun,
  recorder: Recorder,
  drawn: DrawnCase,
  ordinal: number,
): Promise<string | null> {
  const { testCase } = drawn;
  const result = await runCase(testCase, run.wire, run.shared);
  if (result.unset === null) {
    recorder.record(
      new CaseAttempt(run.plan.contract, testCase, result, run.wire.target.password),
      drawn,
      ordinal,
    );
  }
  await run.guest.cleanUp(testCase, result);
  return result.unset;
}

function* drawReplay(plan: DrawPlan, text: string): Generator<DrawnCase> {
  const path = parseCasePath(text);
  const family = plan.families.find((candidate) => candidate.name === path?.family);
  const drawn = path === null || family === undefined ? null : drawShrinkable(plan, family, path);
  if (drawn !== null && family !== undefined) yield { family, path: drawn.path, testCase: drawn.testCase };
}

function countCases(plan: SuitePlan): number {
  if (plan.replay !== null) return 1;
  const count = (polarity: Family['polarity']): number =>
    [
      ...quotas(
        plan.families.filter((family) => family.polarity === polarity),
        plan.runs,
      ).values(),
    ].reduce((sum, share) => sum + share, 0);
  return count('valid') + count('broken');
}

function countRequests(wire: Wire): Wire & { readonly count: () => number } {
  let requests = 0;
  return {
    target: wire.target,
    send: (request) => {
      requests += 1;
      return wire.send(request);
    },
    count: () => requests,
  };
}
