import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { runCLI } from 'jest';
import type { OperationRecord } from '../checks/verdict.ts';
import type { TimeLimit } from '../driver/time-limit.ts';
import { buildJestConfiguration } from '../suites/jest-configuration.ts';
import type { SuiteId } from '../spec/operation-ids.ts';
import { isJestWorker, killChildren, within } from './interruption.ts';
import { packageRoot } from './package-facts.ts';
import { planVariable, writeRunPlan } from './run-plan.ts';
import type { MergePlan, RunPlan } from './run-plan.ts';
import { recordOr } from './suite-records.ts';

/** What Jest runs, and where. */
export interface JestRun {
  readonly plan: RunPlan | MergePlan;
  readonly suites: readonly SuiteId[];
  readonly workers: number;
  /** Of Allure; null to write none. */
  readonly resultsDir: string | null;
  readonly workDir: string;
  /** After it Jest is not waited for any more. */
  readonly limit: TimeLimit;
}

/** What Jest has come to. */
export interface JestOutcome {
  /** One for each suite: of one that was not reached or whose process was lost it says so. */
  readonly records: readonly OperationRecord[];
  /** A mistake of ours that ended a suite, in one line; null where there was none. */
  readonly mistake: string | null;
}

/** Of its process, and not of what ran in it: killed, or out of memory. */
const lostProcess = /^(?:A jest worker process|Jest worker (?:ran out of memory|encountered))/;

/** Runs the suites of a plan under Jest, and gives the records that they wrote, whatever became of the others. */
export async function runJest(run: JestRun): Promise<JestOutcome> {
  if (run.suites.length === 0) return { records: [], mistake: null };
  const { recordsDir } = run.plan;
  await mkdir(recordsDir, { recursive: true });
  const ended = await within(run.limit, start(run));
  // Those that do not hear would outlive the run.
  if (ended === null) killChildren(isJestWorker);
  const isOver = run.limit.leftMs() < Infinity && ended === null;
  const crashes = new Map(
    (ended?.results.testResults ?? []).flatMap(({ displayName, testExecError }) =>
      testExecError == null ? [] : [[displayName?.name ?? '', testExecError.message] as const],
    ),
  );
  const reasonOf = (suite: SuiteId): string =>
    isOver
      ? 'the run ended before it was reached'
      : `its process was lost: ${crashes.get(suite) ?? 'no trace of it'}`;
  const records = await Promise.all(run.suites.map((suite) => recordOr(recordsDir, suite, reasonOf)));
  const [mistake] = [...crashes].filter(([, message]) => !lostProcess.test(message));
  return { records, mistake: mistake === undefined ? null : `${mistake[0]}: ${mistake[1]}` };
}

async function start(run: JestRun): Promise<Awaited<ReturnType<typeof runCLI>>> {
  const planFile = path.join(run.workDir, 'run-plan.json');
  await writeRunPlan(planFile, run.plan);
  process.env[planVariable] = planFile;
  const configuration = buildJestConfiguration(run.suites, {
    rootDir: packageRoot,
    resultsDir: run.resultsDir,
    cacheDirectory: path.join(run.workDir, 'jest-cache'),
  });
  // Loaded here, since commands that drive nothing have no use for it.
  const jest = await import('jest');
  return jest.runCLI(
    {
      $0: 'jest',
      _: [],
      config: JSON.stringify({ rootDir: packageRoot, ...configuration }),
      ...(run.workers === 1 ? { runInBand: true } : { maxWorkers: run.workers }),
    },
    [packageRoot],
  );
}
