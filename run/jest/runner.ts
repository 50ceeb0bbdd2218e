import { createRequire } from 'node:module';
import path from 'node:path';
import type { SerializableError, Test, TestEvents } from '@jest/test-result';
import type JestRunner from 'jest-runner';
import { RunEnd, soonest } from '../../driver/time-limit.ts';
import type { TimeLimit } from '../../driver/time-limit.ts';
import { removeWorkFolder } from '../../reports/remove-work-folder.ts';
import { suiteIds } from '../../spec/operation-ids.ts';
import { namedFiles } from '../check-outputs.ts';
import { conductRun } from '../conduct-run.ts';
import type { DrivenSuites } from '../conduct-run.ts';
import { explainError } from '../explain-error.ts';
import { isInterrupted, isJestWorker, killChildren, releaseRun, within } from '../interruption.ts';
import type { PlannedRun } from '../plan-run.ts';
import { settingsOf } from '../options/run-settings.ts';
import type { GivenOptions } from '../options/run-settings.ts';
import { UserError } from '../user-error.ts';
import { makeWorkFolder } from '../work-folder.ts';
import { chosenSuites, declaredIn, groupsOf, inOrder } from './chosen-tests.ts';
import { leaveWith } from './exit-code.ts';
import { inJestWords, jestOptions } from './jest-options.ts';
import { suiteOfFile } from './projects.ts';
import { areSuitesStarted, readDriven, startSuites } from './started-suites.ts';

// TypeScript takes its default export for the whole module, which it is for `require` only.
const { default: TestRunner } = createRequire(import.meta.url)('jest-runner') as typeof JestRunner;

type Order = Parameters<InstanceType<typeof TestRunner>['runTests']>;
type Listener<Name extends keyof TestEvents> = (data: TestEvents[Name]) => void | Promise<void>;

/** The run that Jest has started in this process, for its teardown. */
let current: { readonly earlyEnd: RunEnd; readonly ended: Promise<unknown> } | null = null;

/** Ends the run that is under way, with its sweep and its reports. Does nothing if there is none. */
export async function endRunEarly(): Promise<void> {
  if (current === null) return;
  current.earlyEnd.tell();
  await current.ended;
}

/**
 * Runs the suites as the tests of a conformance run. Under the command that run is under way already. Under Jest alone
 * this runner conducts it, once every global set-up is done, with the suites that Jest has chosen.
 */
export default class ConformanceRunner extends TestRunner {
  readonly #failureListeners: Listener<'test-file-failure'>[] = [];
  /** The files and report folders of the runs that it has conducted. */
  readonly #outputs = new Set<string>();
  /** What Jest's own runner threw. */
  #thrown: { readonly error: unknown } | null = null;

  /** The exit code of watch mode is Jest's own: it has many runs. */
  get #isWatching(): boolean {
    return this._globalConfig.watch || this._globalConfig.watchAll;
  }

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
    const earlyEnd = new RunEnd();
    const ended = this.#conductAll(order, earlyEnd);
    current = { earlyEnd, ended };
    await ended;
    current = null;
    if (this.#thrown !== null) throw this.#thrown.error;
  }

  /** One run for each set of options: a Jest configuration may have the suites for several targets. */
  async #conductAll([tests, watcher, options]: Order, earlyEnd: RunEnd): Promise<void> {
    for (const group of groupsOf(tests)) {
      try {
        await this.#conduct([group, watcher, options], earlyEnd);
      } catch (error) {
        await this.#refuse(group, error);
      }
      const isTold = isInterrupted();
      releaseRun();
      // Neither the next target nor other tests were meant to go on.
      if (isTold) await watcher.setState({ interrupted: true });
      if (isTold || earlyEnd.isTold() || watcher.isInterrupted()) return;
    }
  }

  async #conduct(order: Order, earlyEnd: RunEnd): Promise<void> {
    const [tests, , { serial }] = order;
    const { maxWorkers, testNamePattern: testNames = null } = this._globalConfig;
    const options = await this.#optionsFor(tests);
    const suites = chosenSuites(tests, options, testNames);
    if (suites.length === 0) {
      await this.#skip(order);
      return;
    }
    this.#claimOutputs(options);
    // A trace may have fewer suites than there are, if nobody asks for those that it has not.
    const isWhole = suites.length === suiteIds.length;
    const exitCode = await conductRun(
      { ...options, ...(isWhole ? {} : { operation: [...suites] }), workers: serial ? 1 : maxWorkers },
      {
        presentation: 'jest',
        testNames,
        showsProgress: false,
        drive: (run, limit) => this.#drive(run, soonest(limit, earlyEnd), order),
      },
    );
    if (!this.#isWatching) leaveWith(exitCode);
  }

  /** Jest is given a seed or draws one, and prints it with `--showSeed`. Ours are not negative: they stand in commands. */
  async #optionsFor(tests: readonly Test[]): Promise<GivenOptions> {
    const { rootDir, seed } = this._globalConfig;
    const options = await jestOptions({ rootDir, declared: declaredIn(tests) });
    return options.from === undefined && options.replay === undefined
      ? { seed: Math.abs(seed), ...options }
      : options;
  }

  /** Each run replaces what an earlier one wrote. */
  #claimOutputs(options: GivenOptions): void {
    const report = options.noReport === true ? [] : [{ name: '--report', file: settingsOf(options).report }];
    for (const { name, file } of [...report, ...namedFiles(options, 'written')]) {
      const whole = path.resolve(file);
      if (this.#outputs.has(whole))
        throw new UserError(
          `${name}: another run of this Jest configuration writes to ${file}; name another`,
        );
      this.#outputs.add(whole);
    }
  }

  async #drive({ plan, workDir }: PlannedRun, limit: TimeLimit, order: Order): Promise<DrivenSuites> {
    const crashes = new Map<string, string>();
    const forget = super.on('test-file-failure', ([test, error]) => {
      // Jest reports what it has cancelled as failures without a message.
      if (order[1].isInterrupted()) return;
      crashes.set(suiteOfFile(test.path) ?? test.path, error.message);
    });
    const end = await startSuites(plan, workDir);
    const running = super.runTests(...order).catch((error: unknown) => {
      this.#thrown = { error };
    });
    const ended = await within(
      limit,
      running.then(() => order),
    );
    if (ended === null) killChildren(isJestWorker);
    end();
    forget();
    return readDriven(plan, { crashes, isOver: ended === null });
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
    if (!this.#isWatching) leaveWith(exitCode);
    const message = inJestWords(lines.join('\n'));
    const told: SerializableError = { message, stack: message };
    const [first] = tests;
    if (first === undefined) return;
    for (const listener of this.#failureListeners) await listener([first, told]);
  }
}
