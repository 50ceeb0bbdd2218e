import { setImmediate } from 'node:timers/promises';
import type { CutCases } from '../../checks/verdict.ts';
import { monotonicMs } from '../../driver/time-limit.ts';
import { CaseAttempt, tellsOfUnset } from './attempt.ts';
import { CaseFeed } from './pace/case-feed.ts';
import type { NextCase } from './pace/case-feed.ts';
import { CaseLog } from './case-log.ts';
import type { DrawnCase } from './draw-cases.ts';
import type { CaseRun } from './run-case.ts';
import type { Recorder } from './recorder.ts';
import { showingBeforeLast } from './confirm/show-before-last.ts';
import type { SuiteRun } from './suite-run.ts';
import type { SafetyStop } from './safety-stop.ts';
import { UnderWay } from './pace/under-way.ts';

export interface Driven {
  readonly cases: { valid: number; broken: number };
  readonly hash: string;
  /** What was left out because the target is slow; null if nothing was. */
  readonly cut: CutCases | null;
}

/** Draws the cases of a suite's run, gets their answers, judges them and cleans up, several cases at a time. */
export async function driveCases(run: SuiteRun, recorder: Recorder, stop: SafetyStop): Promise<Driven> {
  const { plan, places, patience } = run;
  const log = new CaseLog();
  const cases = { valid: 0, broken: 0 };
  const feed = new CaseFeed(plan, patience);
  const underWay = new UnderWay();
  const beforeCaseOf = showingBeforeLast(run, recorder);
  const drive = async (next: NextCase): Promise<void> => {
    const { family } = next.drawn;
    const end = await driveCase(run, recorder, feed, next);
    if (end === 'cut off') feed.breakOff(next);
    if (end === 'judged') cases[family.polarity] += 1;
    plan.onProgress({ done: feed.count, total: feed.total });
  };
  for (;;) {
    await places.take();
    underWay.check();
    const isOver = stop.isStopped() || plan.isEnough?.() === true;
    const next = isOver ? null : feed.next(underWay.isEmpty);
    if (next !== null && typeof next === 'object') {
      await beforeCaseOf(next.drawn.family);
      log.add(next.drawn.testCase);
      underWay.add(
        drive(next).finally(() => {
          places.give();
        }),
      );
      if (next.drawn.family.isAlone === true) await underWay.all();
      continue;
    }
    places.give();
    if (next === null) break;
    if (next === 'alone') await underWay.all();
    else await (underWay.isEmpty ? setImmediate() : underWay.next());
  }
  await underWay.all();
  // The run may have been stopped when all cases had begun.
  stop.isStopped();
  patience?.release();
  return { cases, hash: log.digest(), cut: feed.leftOut };
}

/** What became of a case: its answers were judged, or are not known, or came too late. */
type CaseEnd = 'judged' | 'missed' | 'cut off';

async function driveCase(
  run: SuiteRun,
  recorder: Recorder,
  feed: CaseFeed,
  next: NextCase,
): Promise<CaseEnd> {
  const { drawn, ordinal } = next;
  const { family, path, testCase } = drawn;
  const begunAt = monotonicMs();
  const result = await run.source.run(path, testCase);
  if (result === null) {
    run.cases.miss();
    return 'missed';
  }
  feed.end(next, result);
  run.crash.note(drawn, result);
  run.patience?.end(family, testCase, result, monotonicMs() - begunAt);
  const isCutOff = result.unset !== null && run.patience?.isCutOff() === true;
  if (!isCutOff) judgeCase(run, recorder, drawn, { result, ordinal });
  await run.source.tidyUp(testCase, result);
  return isCutOff ? 'cut off' : 'judged';
}

function judgeCase(
  { plan, password, latency, cases }: SuiteRun,
  recorder: Recorder,
  drawn: DrawnCase,
  { result, ordinal }: { readonly result: CaseRun; readonly ordinal: number },
): void {
  const { family, testCase } = drawn;
  if (result.unset !== null) cases.leaveOut(family, result.unset);
  if (result.unset !== null && !tellsOfUnset(result)) return;
  const attempt = new CaseAttempt(plan.contract, testCase, result, password);
  if (result.unset === null) {
    if (attempt.response !== null) latency.add(attempt.exchange.durationMs);
    cases.add(family, attempt);
  }
  const violated = recorder.record(attempt, drawn, ordinal);
  plan.onJudged?.({ drawn, exchange: attempt.exchange, violated });
}
