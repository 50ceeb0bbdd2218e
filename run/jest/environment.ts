import path from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import type { Circus } from '@jest/types';
import { createJestEnvironment } from 'allure-jest/factory';
import type { TestResult } from 'allure-js-commons';
import { Status } from 'allure-js-commons';
import type { LifecycleListener, Writer } from 'allure-js-commons/sdk/reporter';
import { TestEnvironment } from 'jest-environment-node';
import type { AllureMetadata } from '../../reports/allure-metadata.ts';
import { AllureWriter } from './allure-writer.ts';
import { followRun } from '../interruption.ts';
import { readRunPlan } from '../run-plan.ts';
import { messages } from '../terminal.ts';
import { suiteOfFile } from './projects.ts';
import { skippedTestsOf, testsOf } from './tests-of.ts';

/** Completes each Allure result with the data of its rule record, found by test name, just before it is written. */
export function buildAllureListener(metadata: ReadonlyMap<string, AllureMetadata>): LifecycleListener {
  return {
    beforeTestResultWrite: (result) => {
      const facts = metadata.get(result.name ?? '');
      if (facts !== undefined) complete(result, facts);
    },
  };
}

function complete(result: TestResult, facts: AllureMetadata): void {
  const { epic, feature, story, severity, outcome } = facts;
  // Allure derives these from the names of file and test, which may change. The labels added here say more.
  const derived = new Set(['parentSuite', 'suite', 'subSuite', 'package', '_fallbackTestCaseId']);
  result.labels = [
    ...result.labels.filter(({ name }) => !derived.has(name)),
    ...Object.entries({ epic, feature, story, severity }).map(([name, value]) => ({ name, value })),
    ...facts.labels,
    ...facts.tags.map((value) => ({ name: 'tag', value })),
  ];
  result.links.push(...facts.links);
  result.parameters.push(...facts.parameters);
  result.description = facts.description;
  result.fullName = facts.fullName;
  result.titlePath = [feature, story];
  result.testCaseId = facts.historyId;
  result.historyId = facts.historyId;
  if (outcome.status === 'skipped') {
    result.status = Status.SKIPPED;
    result.statusDetails = { message: outcome.message };
  }
}

/**
 * Members of allure-jest's environment that it does not declare: the way to attach files to a running test, and its
 * writer.
 */
interface AllureRuntime {
  handleAllureRuntimeMessage(message: unknown): void;
  readonly runtime: { writer: Writer };
}

const AllureEnvironment = createJestEnvironment(TestEnvironment);

/**
 * Runs one suite. The operation is driven here, before the suite file is loaded, outside the Jest VM: undici,
 * fast-check and ajv load once for all suites and run faster. The suite file then declares a test for each verdict.
 */
export default class ConformanceEnvironment extends AllureEnvironment {
  readonly #testPath: string;
  readonly #metadata: Map<string, AllureMetadata>;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    const metadata = new Map<string, AllureMetadata>();
    const { projectConfig } = config;
    const testEnvironmentOptions = {
      ...projectConfig.testEnvironmentOptions,
      listeners: [buildAllureListener(metadata)],
    };
    super({ ...config, projectConfig: { ...projectConfig, testEnvironmentOptions } }, context);
    this.#metadata = metadata;
    this.#testPath = context.testPath;
  }

  override async setup(): Promise<void> {
    await super.setup();
    const suite = suiteOfFile(this.#testPath);
    if (suite === null) throw new Error(`${path.basename(this.#testPath)} is not a suite of this package`);
    const plan = await readRunPlan();
    const isDriven = plan.kind !== 'nothing' && plan.suites.includes(suite);
    this.#writeTo(isDriven ? plan.resultsDir : null);
    if (!isDriven) {
      this.global['conformance'] = { suite, tests: skippedTestsOf(suite) };
      return;
    }
    followRun(plan.kind === 'merge' ? null : plan.deadline);
    if (plan.kind === 'run') messages.isQuiet = plan.settings.quiet;
    const tests = await testsOf(suite, plan);
    for (const test of tests) this.#metadata.set(test.name, test.metadata);
    this.global['conformance'] = { suite, tests };
  }

  #writeTo(resultsDir: string | null): void {
    if (resultsDir === null) this.handleTestEvent = () => undefined;
    else (this as unknown as AllureRuntime).runtime.writer = new AllureWriter(resultsDir);
  }

  /** Called before Allure's own handler, while files can still be attached to the test that just ended. */
  handleTestEvent(event: Circus.Event): void {
    if (event.name !== 'test_fn_success' && event.name !== 'test_fn_failure') return;
    const metadata = this.#metadata.get(event.test.name);
    for (const { name, attachments } of metadata?.evidence ?? []) {
      const start = Date.now();
      this.#send({ type: 'step_start', data: { name, start } });
      for (const { content, ...attachment } of attachments) {
        this.#send({
          type: 'attachment_content',
          data: { ...attachment, content: Buffer.from(content).toString('base64'), encoding: 'base64' },
        });
      }
      this.#send({ type: 'step_stop', data: { stop: start, stage: 'finished', status: 'passed' } });
    }
  }

  #send(message: unknown): void {
    (this as unknown as AllureRuntime).handleAllureRuntimeMessage(message);
  }
}
