import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { runCLI } from 'jest';
import type { OperationRecord } from '../checks/verdict.ts';
import { buildJestConfiguration } from '../suites/jest-configuration.ts';
import { packageRoot } from './package-facts.ts';
import type { PlannedRun } from './plan-run.ts';

/** Runs the suites of a plan under Jest, and gives the records that they wrote. */
export async function runJest(run: PlannedRun): Promise<readonly OperationRecord[]> {
  const configuration = buildJestConfiguration(run.suites, {
    rootDir: packageRoot,
    resultsDir: run.resultsDir,
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
  return Promise.all(
    run.suites.map(async (suite) => {
      const text = await readFile(path.join(run.plan.recordsDir, `${suite}.json`), 'utf8');
      return JSON.parse(text) as OperationRecord;
    }),
  );
}
