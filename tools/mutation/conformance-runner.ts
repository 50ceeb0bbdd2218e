import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { DryRunStatus, MutantRunStatus, TestStatus } from '@stryker-mutator/api/test-runner';
import type {
  DryRunResult,
  MutantRunOptions,
  MutantRunResult,
  TestRunner,
  TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import type { InstrumenterContext } from '@stryker-mutator/api/core';
import type { Rule } from '../../checks/rule.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import type { loadProfile as LoadProfile } from '../../targets/profile.ts';
import type { runTrial } from '../detection/run-trial.ts';
import type { Trial, TrialResult } from '../detection/trial.ts';
import { notePrefix } from './mutation-page.ts';

/** Tells instrumented code which mutant is active, and receives its coverage. */
const stryker: InstrumenterContext = {};
Object.assign(globalThis, { __stryker__: stryker });

/** What is loaded from the sandbox, where the reference target is instrumented. */
interface Sandbox {
  readonly runTrial: typeof runTrial;
  readonly setting: Parameters<typeof runTrial>[1];
  readonly suiteIds: readonly SuiteId[];
}

/**
 * Uses the conformance run to test the code of the reference target. Each suite is a test. A mutant is killed by the
 * first violated rule, because the unchanged target violates none, or by a suite that cannot be driven to its end.
 */
class ConformanceRunner implements TestRunner {
  #sandbox: Promise<Sandbox> | null = null;
  /** The static mutant that was active when the code was loaded; null if there was none. */
  #loadedUnder: string | null = null;

  /** Values computed when a module loads can only be recomputed in a new process. */
  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false };
  }

  async dryRun(): Promise<DryRunResult> {
    const { suiteIds } = await this.#load();
    const tests = [];
    for (const suite of suiteIds) {
      stryker.currentTestId = suite;
      const start = performance.now();
      const problem = await this.#drive({ kind: 'mutant', id: 'none', suites: [suite] });
      const facts = { id: suite, name: suite, timeSpentMs: performance.now() - start };
      tests.push(
        problem === null
          ? { ...facts, status: TestStatus.Success as const }
          : { ...facts, status: TestStatus.Failed as const, failureMessage: problem },
      );
    }
    const { mutantCoverage } = stryker;
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(mutantCoverage === undefined ? {} : { mutantCoverage }),
    };
  }

  async mutantRun({
    activeMutant,
    mutantActivation,
    testFilter,
    hitLimit,
  }: MutantRunOptions): Promise<MutantRunResult> {
    this.#expectCodeOf(mutantActivation === 'static' ? activeMutant.id : null);
    stryker.activeMutant = activeMutant.id;
    delete stryker.hitLimit;
    if (hitLimit !== undefined) Object.assign(stryker, { hitLimit, hitCount: 0 });
    const { suiteIds } = await this.#load();
    const suites = suiteIds.filter((suite) => testFilter === undefined || testFilter.includes(suite));
    const problem = await this.#drive({ kind: 'mutant', id: activeMutant.id, suites });
    return problem === null
      ? { status: MutantRunStatus.Survived, nrOfTests: suites.length }
      : {
          status: MutantRunStatus.Killed,
          killedBy: suites.slice(0, 1),
          failureMessage: problem,
          nrOfTests: suites.length,
        };
  }

  /** Code loaded for another mutant would be judged instead of this one. The error makes Stryker try a new process. */
  #expectCodeOf(mutant: string | null): void {
    if (this.#sandbox !== null && this.#loadedUnder !== mutant)
      throw new Error('the code is already loaded, and needs a new process');
    this.#loadedUnder = mutant;
  }

  /** The first problem found, or null. */
  async #drive(trial: Trial): Promise<string | null> {
    const { runTrial: drive, setting } = await this.#load();
    try {
      return problemOf(await drive(trial, setting));
    } catch (error) {
      return `cannot be started: ${String(error)}`;
    }
  }

  #load(): Promise<Sandbox> {
    this.#sandbox ??= loadSandbox();
    return this.#sandbox;
  }
}

/** Notes come last: a mutant that only a note shows is counted separately. */
function problemOf({ violated, broken }: TrialResult): string | null {
  const failed = violated.find(({ verdict }) => verdict !== 'note')?.detail ?? broken[0];
  return failed ?? (violated[0] === undefined ? null : `${notePrefix}${violated[0].detail}`);
}

async function loadSandbox(): Promise<Sandbox> {
  const load = async (file: string): Promise<Record<string, unknown>> =>
    (await import(pathToFileURL(path.resolve('dist', file)).href)) as Record<string, unknown>;
  const { bundledContract } = await load('spec/bundled-contract.js');
  const { loadContract } = await load('spec/load-contract.js');
  const { runTrial: drive } = await load('tools/detection/run-trial.js');
  const { loadProfile } = await load('targets/profile.js');
  const { catalogue } = await load('checks/catalogue.js');
  const { suiteIds } = await load('spec/operation-ids.js');
  const contract = await (loadContract as (source: unknown) => Promise<Sandbox['setting']['contract']>)(
    bundledContract,
  );
  const profile = await (loadProfile as typeof LoadProfile)(
    'targets/profiles/reference.json',
    (catalogue as readonly Rule[]).map(({ id }) => id),
  );
  return {
    runTrial: drive as Sandbox['runTrial'],
    setting: { contract, seed: 1, profile },
    suiteIds: suiteIds as Sandbox['suiteIds'],
  };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'conformance', ConformanceRunner)];
