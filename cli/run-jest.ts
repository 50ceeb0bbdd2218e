import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { runCLI } from 'jest';
import type { OperationRecord } from '../checks/verdict.ts';
import { buildJestConfiguration } from '../suites/jest-configuration.ts';
import type { SuiteId } from '../spec/suite-id.ts';
import { packageRoot } from './package-facts.ts';
import { planVariable, writeRunPlan, type MergePlan, type RunPlan } from './run-plan.ts';
import { readRecord } from './suite-records.ts';

/** What Jest runs, and where. */
export interface JestRun {
  readonly plan: RunPlan | MergePlan;
  readonly suites: readonly SuiteId[];
  readonly workers: number;
  readonly resultsDir: string;
  readonly workDir: string;
}

/** Runs the suites of a plan under Jest, and gives the records that they wrote. */
export async function runJest(run: JestRun): Promise<readonly OperationRecord[]> {
  if (run.suites.length === 0) return [];
  const { recordsDir } = run.plan;
  await mkdir(recordsDir, { recursive: true });
  const planFile = path.join(run.workDir, 'run-plan.json');
  await writeRunPlan(planFile, run.plan);
  process.env[planVariable] = planFile;
  const configuration = buildJestConfiguration(run.suites, {
    rootDir: packageRoot,
    resultsDir: run.resultsDir,
    cacheDirectory: path.join(run.workDir, 'jest-cache'),
  });
  const { results } = await runCLI(
    {
      $0: 'jest',
      _: [],
      config: JSON.stringify({ rootDir: packageRoot, ...configuration }),
      ...(run.workers === 1 ? { runInBand: true } : { maxWorkers: run.workers }),
    },
    [packageRoot],
  );
  const crashed = results.testResults.find(({ testExecError }) => testExecError != null);
  if (crashed?.testExecError != null) {
    throw new Error(`${crashed.displayName?.name ?? 'a suite'}: ${crashed.testExecError.message}`, {
      cause: crashed.testExecError,
    });
  }
  return Promise.all(run.suites.map((suite) => readRecord(recordsDir, suite)));
}
