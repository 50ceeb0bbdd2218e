import path from 'node:path';
import type { TimeLimit } from '../../driver/time-limit.ts';
import type { DrivenSuites } from '../conduct-run.ts';
import { isJestWorker, killChildren, within } from '../interruption.ts';
import { packageRoot } from '../package-facts.ts';
import type { MergePlan, RunPlan } from '../run-plan.ts';
import { buildProjects } from './projects.ts';
import { readDriven, startSuites } from './started-suites.ts';

/** What Jest runs, and where. */
export interface JestRun {
  readonly plan: RunPlan | MergePlan;
  readonly workers: number;
  readonly workDir: string;
  /** Jest is not waited for beyond this limit. */
  readonly limit: TimeLimit;
}

/** Runs the suites of a plan under Jest, and returns the records that they wrote, whatever happened to other suites. */
export async function runJest(run: JestRun): Promise<DrivenSuites> {
  if (run.plan.suites.length === 0) return { records: [], mistake: null };
  const end = await startSuites(run.plan, run.workDir);
  const ended = await within(run.limit, start(run));
  end();
  // Workers that do not react to signals would outlive the run.
  if (ended === null) killChildren(isJestWorker);
  const crashes = new Map(
    (ended?.results.testResults ?? []).flatMap(({ displayName, testExecError }) =>
      testExecError == null ? [] : [[displayName?.name ?? '', testExecError.message] as const],
    ),
  );
  return readDriven(run.plan, { crashes, isOver: ended === null });
}

/**
 * Imports Jest and what it drives suites with, which commands that drive nothing do not need. Called early, so that
 * all of it is loaded while a target answers.
 */
export async function loadJest(): Promise<typeof import('jest')> {
  const [jest] = await Promise.all([import('jest'), import('./runner.ts'), import('./environment.ts')]);
  return jest;
}

async function start(run: JestRun): ReturnType<(typeof import('jest'))['runCLI']> {
  const cacheDirectory = path.join(run.workDir, 'jest-cache');
  const configuration = {
    rootDir: packageRoot,
    projects: buildProjects({ suites: run.plan.suites }).map((project) => ({ ...project, cacheDirectory })),
    cacheDirectory,
    watchman: false,
    // The command tells what was found, by rule and not by file.
    reporters: [],
  };
  // On a terminal, Jest would write a line of its own, and leave it to a reporter to remove it.
  process.env['CI'] ||= 'true';
  const { runCLI } = await loadJest();
  return runCLI(
    {
      $0: 'jest',
      _: [],
      config: JSON.stringify(configuration),
      ...(run.workers === 1 ? { runInBand: true } : { maxWorkers: run.workers }),
    },
    [packageRoot],
  );
}
