import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { runCLI } from 'jest';
import type { OperationRecord } from '../../checks/verdict.ts';
import type { TimeLimit } from '../../driver/time-limit.ts';
import { buildJestConfiguration } from './projects.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { isJestWorker, killChildren, within } from '../interruption.ts';
import { packageRoot } from '../package-facts.ts';
import { planVariable, writeRunPlan } from '../run-plan.ts';
import type { MergePlan, RunPlan } from '../run-plan.ts';
import { recordOr } from '../suite-records.ts';

/** What Jest runs, and where. */
export interface JestRun {
  readonly plan: RunPlan | MergePlan;
  readonly suites: readonly SuiteId[];
  readonly workers: number;
  /** The folder of Allure results; null to write none. */
  readonly resultsDir: string | null;
  readonly workDir: string;
  /** Jest is not waited for beyond this limit. */
  readonly limit: TimeLimit;
}

/** The outcome of running Jest. */
export interface JestOutcome {
  /** One record per suite. If a suite was not reached or its process was lost, its record says so. */
  readonly records: readonly OperationRecord[];
  /** An error of our own that ended a suite, in one line; null if there was none. */
  readonly mistake: string | null;
}

/** Errors of a worker process rather than of the code in it: it was killed or ran out of memory. */
const lostProcess = /^(?:A jest worker process|Jest worker (?:ran out of memory|encountered))/;

/** Runs the suites of a plan under Jest, and returns the records that they wrote, whatever happened to other suites. */
export async function runJest(run: JestRun): Promise<JestOutcome> {
  if (run.suites.length === 0) return { records: [], mistake: null };
  const { recordsDir } = run.plan;
  await mkdir(recordsDir, { recursive: true });
  const ended = await within(run.limit, start(run));
  // Workers that do not react to signals would outlive the run.
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
  // Imported here, because commands that drive nothing do not need it.
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
