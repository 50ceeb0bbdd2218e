import path from 'node:path';
import type { EnvironmentContext, JestEnvironmentConfig } from '@jest/environment';
import type { Circus } from '@jest/types';
import { createJestEnvironment } from 'allure-jest/factory';
import type { TestResult } from 'allure-js-commons';
import { Status } from 'allure-js-commons';
import type { LifecycleListener, Writer } from 'allure-js-commons/sdk/reporter';
import { TestEnvironment } from 'jest-environment-node';
import type { AllureEvidence } from '../../reports/allure-metadata.ts';
import { AllureWriter } from './allure-writer.ts';
import { followRun } from '../interruption.ts';
import { readRunPlan } from '../run-plan.ts';
import { messages } from '../terminal.ts';
import { suiteOfFile } from './projects.ts';
import { skippedTestsOf, testsOf } from './tests-of.ts';
import type { ReportedTest } from './tests-of.ts';

type Reported = Pick<ReportedTest, 'metadata' | 'span'>;

/** Completes each Allure result with the data of its rule record, found by test name, just before it is written. */
export function buildAllureListener(tests: ReadonlyMap<string, Reported>): LifecycleListener {
  return {
    beforeTestResultWrite: (result) => {
      const test = tests.get(result.name ?? '');
      if (test !== undefined) complete(result, test);
    },
  };
}

/** Allure derives these from files, names and machines, which may change. The labels added here say more. */
const derivedLabels: ReadonlySet<string> = new Set([
  ...['parentSuite', 'suite', 'subSuite', 'package', '_fallbackTestCaseId'],
  ...['language', 'framework', 'host', 'thread'],
]);

function complete(result: TestResult, { metadata, span }: Reported): void {
  const { epic, feature, story, severity, outcome } = metadata;
  result.labels = [
    ...result.labels.filter(({ name }) => !derivedLabels.has(name)),
    ...Object.entries({ epic, feature, story, severity }).map(([name, value]) => ({ name, value })),
    ...metadata.labels,
    ...metadata.tags.map((value) => ({ name: 'tag', value })),
  ];
  result.links.push(...metadata.links);
  result.name = `${metadata.mark}${result.name ?? ''}`;
  result.description = metadata.description;
  result.fullName = metadata.fullName;
  result.titlePath = [feature, story];
  result.testCaseId = metadata.historyId;
  result.historyId = metadata.historyId;
  result.start = span.start;
  result.stop = span.stop;
  if (outcome.status === 'skipped') result.status = Status.SKIPPED;
  // The steps have the evidence, so that no trace repeats it.
  result.statusDetails = outcome.message === null ? {} : { message: outcome.message };
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
  readonly #tests: Map<string, ReportedTest>;

  constructor(config: JestEnvironmentConfig, context: EnvironmentContext) {
    const tests = new Map<string, ReportedTest>();
    const { projectConfig } = config;
    const testEnvironmentOptions = {
      ...projectConfig.testEnvironmentOptions,
      listeners: [buildAllureListener(tests)],
    };
    super({ ...config, projectConfig: { ...projectConfig, testEnvironmentOptions } }, context);
    this.#tests = tests;
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
    for (const test of tests) this.#tests.set(test.name, test);
    this.global['conformance'] = { suite, tests };
  }

  #writeTo(resultsDir: string | null): void {
    if (resultsDir === null) this.handleTestEvent = () => undefined;
    else (this as unknown as AllureRuntime).runtime.writer = new AllureWriter(resultsDir);
  }

  /** Called before Allure's own handler, while files can still be attached to the test that just ended. */
  handleTestEvent(event: Circus.Event): void {
    if (event.name !== 'test_fn_success' && event.name !== 'test_fn_failure') return;
    const test = this.#tests.get(event.test.name);
    for (const evidence of test?.metadata.evidence ?? []) this.#attach(evidence);
  }

  /** As a failed step: an expectation that was violated is no success, even if its test only warns. */
  #attach({ name, parameters, attachments }: AllureEvidence): void {
    const start = Date.now();
    this.#send({ type: 'step_start', data: { name, start } });
    this.#send({ type: 'step_metadata', data: { parameters } });
    for (const { name: file, content } of attachments) {
      const encoded = { content: Buffer.from(content).toString('base64'), encoding: 'base64' };
      this.#send({
        type: 'attachment_content',
        data: { name: file, contentType: 'text/plain', ...encoded },
      });
    }
    this.#send({ type: 'step_stop', data: { stop: start, stage: 'finished', status: 'failed' } });
  }

  #send(message: unknown): void {
    (this as unknown as AllureRuntime).handleAllureRuntimeMessage(message);
  }
}
