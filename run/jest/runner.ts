import { createRequire } from 'node:module';
import path from 'node:path';
import type { SerializableError, Test, TestEvents } from '@jest/test-result';
import type JestRunner from 'jest-runner';
import type { TimeLimit } from '../../driver/time-limit.ts';
import { removeWorkFolder } from '../../reports/remove-work-folder.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { chooseSuites, chosenRules } from '../choose-suites.ts';
import { conductRun } from '../conduct-run.ts';
import type { DrivenSuites } from '../conduct-run.ts';
import { explainError } from '../explain-error.ts';
import { isJestWorker, killChildren, releaseRun, within } from '../interruption.ts';
import type { PlannedRun } from '../plan-run.ts';
import { settingsOf } from '../options/run-settings.ts';
import type { GivenOptions } from '../options/run-settings.ts';
import { UserError } from '../user-error.ts';
import { makeWorkFolder } from '../work-folder.ts';
import { leaveWith } from './exit-code.ts';
import { inJestWords, jestOptions } from './jest-options.ts';
import { suiteOfFile } from './projects.ts';
import { areSuitesStarted, readDriven, startSuites } from './started-suites.ts';

// Its default export has one type for `import` and is another value there.
const { default: TestRunner } = createRequire(import.meta.url)('jest-runner') as typeof JestRunner;

type Order = Parameters<InstanceType<typeof TestRunner>['runTests']>;
type Listener<Name extends keyof TestEvents> = (data: TestEvents[Name]) => void | Promise<void>;

/** The run that Jest has started in this process, for its teardown. */
let current: { readonly stop: () => void; readonly ended: Promise<unknown> } | null = null;

/** Ends the run that is under way, with its sweep and its reports. Does nothing if there is none. */
export async function endRunEarly(): Promise<void> {
  if (current === null) return;
  killChildren(isJestWorker);
  current.stop();
  await current.ended;
}

/**
 * Runs the suites as the tests of a conformance run. Under the command that run is under way already. Under Jest alone
 * this runner conducts it, once every global set-up is done, with the suites that Jest has chosen.
 */
export default class ConformanceRunner extends TestRunner {
  readonly #failureListeners: Listener<'test-file-failure'>[] = [];
  /** The report folders of the runs that it has conducted. */
  readonly #reports = new Set<string>();
  /** What Jest's own runner threw. */
  #thrown: { readonly error: unknown } | null = null;

  override on<Name extends keyof TestEvents>(event: Name, listener: Listener<Name>): () => void {
    if (event === 'test-file-failure')
      this.#failureListeners.push(listener as unknown as Listener<'test-file-failure'>);
    return super.on(event, listener);
  }

  override async runTests(...[tests, watcher, options]: Order): Promise<void> {
    const order: Order = [inOrder(tests), watcher, options];
    if (areSuitesStarted()) {
      await super.runTests(...order);
      return;
    }
    const { promise: stopped, resolve: stop } = promiseWithResolvers();
    const ended = this.#conductAll(order, stopped);
    current = { stop, ended };
    await ended;
    current = null;
    if (this.#thrown !== null) throw this.#thrown.error;
  }

  /** One run for each set of options: a Jest configuration may have the suites for several targets. */
  async #conductAll([tests, watcher, options]: Order, stopped: Promise<null>): Promise<void> {
    for (const group of groupsOf(tests)) {
      try {
        await this.#conduct([group, watcher, options], stopped);
      } catch (error) {
        await this.#refuse(group, error);
      } finally {
        releaseRun();
      }
    }
  }

  async #conduct(order: Order, stopped: Promise<null>): Promise<void> {
    const [tests, , { serial }] = order;
    const { maxWorkers, testNamePattern: testNames = null } = this._globalConfig;
    const options = await this.#optionsFor(tests);
    const suites = chosenSuites(tests, options, testNames);
    if (suites.length === 0) {
      await this.#skip(order);
      return;
    }
    this.#claimReport(options);
    const isWhole = options.shard !== undefined || options.from !== undefined;
    const exitCode = await conductRun(
      { ...options, ...(isWhole ? {} : { operation: [...suites] }), workers: serial ? 1 : maxWorkers },
      {
        presentation: 'jest',
        testNames,
        showsProgress: false,
        drive: (run, limit) => this.#drive(run, limit, { order, stopped }),
      },
    );
    leaveWith(exitCode);
  }

  /** Jest is given a seed or draws one, and prints it with `--showSeed`. Ours are not negative: they stand in commands. */
  async #optionsFor(tests: readonly Test[]): Promise<GivenOptions> {
    const { rootDir, seed } = this._globalConfig;
    const options = await jestOptions({ rootDir, declared: declaredIn(tests) });
    return options.from === undefined && options.replay === undefined
      ? { seed: Math.abs(seed), ...options }
      : options;
  }

  /** A run removes what an earlier one left in its report folder. */
  #claimReport(options: GivenOptions): void {
    const { noReport, report } = settingsOf(options);
    if (noReport) return;
    const folder = path.resolve(report);
    if (this.#reports.has(folder))
      throw new UserError(
        `--report: another run of this Jest configuration writes to ${report}; name another`,
      );
    this.#reports.add(folder);
  }

  async #drive(
    { plan, suites, workDir }: PlannedRun,
    limit: TimeLimit,
    { order, stopped }: { readonly order: Order; readonly stopped: Promise<null> },
  ): Promise<DrivenSuites> {
    const crashes = new Map<string, string>();
    const forget = super.on('test-file-failure', ([test, error]) => {
      crashes.set(suiteOfFile(test.path) ?? test.path, error.message);
    });
    const end = await startSuites(plan, workDir);
    const running = super.runTests(...order).catch((error: unknown) => {
      this.#thrown = { error };
    });
    const ended = await Promise.race([
      within(
        limit,
        running.then(() => order),
      ),
      stopped,
    ]);
    if (ended === null) killChildren(isJestWorker);
    end();
    forget();
    return readDriven(plan, suites, { crashes, isOver: ended === null });
  }

  /** Lets Jest list the tests as skipped. */
  async #skip(order: Order): Promise<void> {
    const workDir = await makeWorkFolder('run');
    const end = await startSuites({ kind: 'nothing' }, workDir);
    try {
      await super.runTests(...order);
    } finally {
      end();
      await removeWorkFolder(workDir);
    }
  }

  /** Tells once why nothing can be driven, and not with every suite. */
  async #refuse(tests: readonly Test[], error: unknown): Promise<void> {
    const { lines, exitCode } = explainError(error);
    leaveWith(exitCode);
    const message = inJestWords(lines.join('\n'));
    const told: SerializableError = { message, stack: message };
    const [first] = tests;
    if (first === undefined) return;
    for (const listener of this.#failureListeners) await listener([first, told]);
  }
}

/**
 * In the order of the contract. Jest would begin with what failed or took long the last time, and what a suite leaves on
 * a target may show in the next one, so the same seed would not always find the same.
 */
function inOrder(tests: readonly Test[]): Test[] {
  const placeOf = (test: Test): number => suiteIds.findIndex((suite) => suite === suiteOfFile(test.path));
  return tests.toSorted((one, other) => placeOf(one) - placeOf(other));
}

function promiseWithResolvers(): { readonly promise: Promise<null>; readonly resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<null>((done) => {
    resolve = () => {
      done(null);
    };
  });
  return { promise, resolve };
}

/** The tests by the options that the Jest configuration declares for them. */
function groupsOf(tests: readonly Test[]): readonly Test[][] {
  const groups = new Map<string, Test[]>();
  for (const test of tests) {
    const key = JSON.stringify(declaredIn([test]));
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return [...groups.values()];
}

/** The options that the Jest configuration declares for these suites; null if it declares none. */
function declaredIn(tests: readonly Test[]): Readonly<Record<string, unknown>> | null {
  const { conformance } = tests[0]?.context.config.testEnvironmentOptions ?? {};
  return typeof conformance === 'object' ? (conformance as Readonly<Record<string, unknown>> | null) : null;
}

/** The suites of these tests that are to be driven. Throws a UserError if the options name what does not exist. */
function chosenSuites(
  tests: readonly Test[],
  options: GivenOptions,
  testNames: string | null,
): readonly SuiteId[] {
  const asked = new Set(chooseSuites(options, null).suites);
  const globs = options.rule ?? [];
  return tests
    .flatMap((test) => suiteOfFile(test.path) ?? [])
    .filter((suite) => asked.has(suite) && chosenRules(suite, { globs, testNames }).length > 0);
}
