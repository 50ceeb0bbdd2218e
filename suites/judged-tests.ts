import type { SuiteId } from '../spec/operation-ids.ts';

/** One Jest test: a rule on an operation, already judged. */
export interface JudgedTest {
  /** The same in every run, so that a test has one history. */
  readonly name: string;
  readonly isSkipped: boolean;
  /** The outcome of the test: null is a pass. */
  readonly error: Error | null;
}

/**
 * What the environment passes to a suite file inside the Jest VM. The engine itself stays outside: undici, fast-check
 * and ajv are loaded once for all suites, and run faster there.
 */
export interface JudgedSuite {
  readonly suite: SuiteId;
  readonly tests: readonly JudgedTest[];
}

declare global {
  var conformance: JudgedSuite | undefined;
}

/**
 * The tests of a suite, one for each rule. The requests have been sent by then: the environment drives the operation
 * before the suite file is loaded, so that a test can be declared skipped. A test throws if its rule is violated.
 */
export function judgedTests(
  suite: SuiteId,
): readonly (Pick<JudgedTest, 'name' | 'isSkipped'> & { readonly judge: () => void })[] {
  const judged = globalThis.conformance;
  if (judged?.suite !== suite) throw new Error(`${suite} was not driven: it needs its own Jest environment`);
  return judged.tests.map(({ name, isSkipped, error }) => ({
    name,
    isSkipped,
    judge: () => {
      if (error !== null) throw error;
    },
  }));
}
