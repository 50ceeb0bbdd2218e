import { CaseAttempt, tellsOfUnset } from './attempt.ts';
import { drawCases, drawReplay } from './draw-cases.ts';
import { countCases } from './shares.ts';
import { CaseLog } from './case-log.ts';
import type { DrawnCase } from './draw-cases.ts';
import { readingPart } from './read-only.ts';
import type { Recorder } from './recorder.ts';
import type { SuiteRun } from './suite-run.ts';
import type { SafetyStop } from './safety-stop.ts';
import { ReadWriteLock } from './read-write-lock.ts';

export interface Driven {
  readonly cases: { valid: number; broken: number };
  readonly hash: string;
}

/** Draws the cases of a suite's run, gets their answers, judges them and cleans up, several cases at a time. */
export async function driveCases(run: SuiteRun, recorder: Recorder, stop: SafetyStop): Promise<Driven> {
  const { plan } = run;
  const log = new CaseLog();
  const cases = { valid: 0, broken: 0 };
  const total = countCases(plan);
  const drawn = plan.replay === null ? drawCases(plan) : drawReplay(plan, plan.replay);
  const lock = new ReadWriteLock();
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
      log.add(testCase);
      await lock.take(family.isAlone === true, async () => {
        if (family.isHangProne === true && run.hangs.isOver) return;
        if (await driveCase(run, recorder, { ...next.value, testCase }, mine)) cases[family.polarity] += 1;
      });
      plan.onProgress({ done, total });
    }
  };
  await Promise.all(Array.from({ length: plan.concurrency }, worker));
  return { cases, hash: log.digest() };
}

/** Drives one case. Returns false if its result is not known. */
async function driveCase(
  run: SuiteRun,
  recorder: Recorder,
  drawn: DrawnCase,
  ordinal: number,
): Promise<boolean> {
  const { testCase } = drawn;
  const result = await run.source.run(drawn.path, testCase);
  if (result === null) {
    run.cases.miss();
    return false;
  }
  run.crash.note(drawn, result);
  if (drawn.family.isHangProne === true) run.hangs.note(result);
  if (result.unset === null) {
    const attempt = new CaseAttempt(run.plan.contract, testCase, result, run.password);
    if (attempt.response !== null) run.latency.add(attempt.exchange.durationMs);
    run.cases.add(drawn.family, attempt);
    judgeCase(run, recorder, attempt, drawn, ordinal);
  } else {
    run.cases.leaveOut(drawn.family, result.unset);
    if (tellsOfUnset(result))
      judgeCase(
        run,
        recorder,
        new CaseAttempt(run.plan.contract, testCase, result, run.password),
        drawn,
        ordinal,
      );
  }
  await run.source.tidyUp(testCase, result);
  return true;
}

function judgeCase(
  { plan }: SuiteRun,
  recorder: Recorder,
  attempt: CaseAttempt,
  drawn: DrawnCase,
  ordinal: number,
): void {
  const violated = recorder.record(attempt, drawn, ordinal);
  plan.onJudged?.({ drawn, exchange: attempt.exchange, violated });
}
