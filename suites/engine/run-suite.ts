import { createHash } from 'node:crypto';
import type { Attempt, Rule } from '../../checks/rule.ts';
import type { Flake, OperationRecord } from '../../checks/verdict.ts';
import type { Family } from '../../generators/family.ts';
import type { Contract } from '../../spec/operation.ts';
import type { OperationId } from '../../spec/operation-ids.ts';
import { answersAnything } from './answers-anything.ts';
import { CaseAttempt } from './attempt.ts';
import { CaseTally } from './case-tally.ts';
import { countCases, countLeftOut } from './case-counts.ts';
import { caseLine } from './case-line.ts';
import { countRequests } from './count-requests.ts';
import { drawCases, type DrawnCase } from './draw-cases.ts';
import { drawReplay } from './draw-replay.ts';
import { Guest } from './guest.ts';
import { withCredentialsGate } from './credentials-gate.ts';
import { LatencyMeter } from './latency.ts';
import { Outage, withPatience } from './patience.ts';
import { pauseUnless } from './pause.ts';
import { readOnlyWire, readingPart } from './read-only.ts';
import { Recorder } from './recorder.ts';
import { Repeats } from './repeats.ts';
import type { SharedSteps, Wire } from './run-case.ts';
import { hasWhim, runSteadily } from './run-steadily.ts';
import { buildRecords } from './rule-records.ts';
import { SafetyStop } from './safety-stop.ts';
import { Turns } from './turns.ts';

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
  /** Whether nothing is sent that could change the target. Default: no. */
  readonly isReadOnly?: boolean;
  /** After so many requests with wrong credentials in a row one with the right ones is sent. Default: no limit. */
  readonly wrongCredentialsInARow?: number | null;
  /** What is known of the target's being there; shared by the suites of a process. Default: nothing. */
  readonly outage?: Outage;
  /** Asked between cases: true ends them, and what was found is looked into as usual. Default: never. */
  readonly isEnough?: () => boolean;
  /** Asked between cases: true ends the run with what has been judged so far. */
  readonly isInterrupted: () => boolean;
  readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Time spent on seeing the defects of a suite again, all together. */
const searchTimeMs = 60_000;

/** A run under way: what its parts share. */
export interface SuiteRun {
  readonly plan: SuitePlan;
  readonly wire: Wire;
  readonly shared: SharedSteps;
  readonly guest: Guest;
  readonly repeats: Repeats;
  readonly flaky: Flake[];
  readonly latency: LatencyMeter;
  readonly cases: CaseTally;
  /** Whether a gateway may have made the answers of an attempt by a whim. */
  readonly isTransient: (attempt: Attempt) => boolean;
  /** Whether nothing more is to be sent for the sake of findings: the time is up, or the user has had enough. */
  readonly isOver: () => boolean;
  /** Whether the target has gone silent altogether, so that what was not answered says nothing of the requests. */
  isTargetGone: boolean;
  /** What is left of the time for seeing defects again: where requests hang, each look takes long. */
  searchMsLeft: number;
  /** What is left of the budget for making findings smaller. */
  shrinksLeft: number;
}

/** Sends the cases of a suite, judges them by its rules and tells what was found. */
export async function runSuite(plan: SuitePlan, target: Wire): Promise<OperationRecord> {
  const startedAt = new Date();
  const counted = countRequests(target);
  const stop = new SafetyStop(plan);
  const run = prepareRun(plan, counted, stop);
  const recorder = new Recorder(plan.rules, run.isTransient);
  const driven = await driveCases(run, recorder, stop);
  const reason = stop.reason;
  stop.release();
  // Nobody waits for findings made small when the run has ended before its time.
  if (reason !== null) run.shrinksLeft = 0;
  run.isTargetGone = stop.isForSilence && !(await answersAnything(counted));
  const rules = await buildRecords({ ...run, wire: unhurried(run.wire, stop) }, recorder);
  const residue = await run.guest.leave();
  return {
    operation: plan.suite,
    rules,
    cases: driven.cases,
    leftOut: countLeftOut(plan),
    requests: counted.count(),
    repeats: run.repeats.count,
    flaky: run.flaky,
    latency: run.latency.read(),
    startedAt: startedAt.toISOString(),
    durationMs: Date.now() - startedAt.getTime(),
    caseHash: driven.hash,
    dialects: run.cases.dialects,
    residue,
    broken: reason ?? run.cases.turnedAway,
  };
}

function prepareRun(plan: SuitePlan, counted: Wire, stop: SafetyStop): SuiteRun {
  const patient = withPatience(
    plan.isReadOnly === true ? readOnlyWire(counted) : counted,
    plan.outage ?? new Outage(),
  );
  const inARow = plan.wrongCredentialsInARow ?? null;
  const gated = inARow === null ? patient : withCredentialsGate(patient, inARow);
  const repeats = new Repeats(plan.deadline);
  const wire: Wire = {
    target: counted.target,
    send: async (request) => stop.watch(await gated.send(request)),
    repeats,
    pause: (ms) => pauseUnless(() => stop.isStopped() || plan.isEnough?.() === true, ms),
  };
  return {
    plan,
    wire,
    shared: new Map(),
    guest: new Guest(wire),
    repeats,
    flaky: [],
    latency: new LatencyMeter(),
    cases: new CaseTally(),
    isTransient: ({ case: testCase, exchanges }) => hasWhim(testCase, exchanges),
    isOver: () => plan.isInterrupted() || (plan.deadline !== null && Date.now() > plan.deadline),
    isTargetGone: false,
    searchMsLeft: searchTimeMs,
    shrinksLeft: plan.shrinkBudget.all,
  };
}

/** What was found is sent again as it was, waits and all, although nothing more is looked for. */
function unhurried(wire: Wire, stop: SafetyStop): Wire {
  return { ...wire, pause: (ms) => pauseUnless(() => stop.isStopped(), ms) };
}

interface Driven {
  readonly cases: { valid: number; broken: number };
  readonly hash: string;
}

async function driveCases(run: SuiteRun, recorder: Recorder, stop: SafetyStop): Promise<Driven> {
  const { plan } = run;
  const hash = createHash('sha256');
  const cases = { valid: 0, broken: 0 };
  const total = countCases(plan);
  const drawn = plan.replay === null ? drawCases(plan) : drawReplay(plan, plan.replay);
  const turns = new Turns();
  let ordinal = 0;
  let done = 0;
  const worker = async (): Promise<void> => {
    for (;;) {
      if (stop.isStopped() || plan.isEnough?.() === true) return;
      const next = drawn.next();
      if (next.done === true) return;
      const mine = ordinal;
      ordinal += 1;
      const testCase = plan.isReadOnly === true ? readingPart(next.value.testCase) : next.value.testCase;
      done += 1;
      if (testCase === null) continue;
      const { family } = next.value;
      cases[family.polarity] += 1;
      // In drawing order, which is the same whatever is in flight.
      hash.update(caseLine(testCase));
      await turns.take(family.isAlone === true, () =>
        driveCase(run, recorder, { ...next.value, testCase }, mine),
      );
      plan.onProgress({ done, total });
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, worker));
  return { cases, hash: hash.digest('hex') };
}

async function driveCase(
  run: SuiteRun,
  recorder: Recorder,
  drawn: DrawnCase,
  ordinal: number,
): Promise<void> {
  const { testCase } = drawn;
  const result = await runSteadily(run, testCase);
  if (result.unset === null) {
    const attempt = new CaseAttempt(run.plan.contract, testCase, result, run.wire.target.password);
    if (attempt.response !== null) run.latency.add(attempt.exchange.durationMs);
    run.cases.add(drawn.family, attempt);
    recorder.record(attempt, drawn, ordinal);
  } else run.cases.leaveOut(drawn.family, result.unset);
  await run.guest.cleanUp(testCase, result);
}
