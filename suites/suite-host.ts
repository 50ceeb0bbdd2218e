import type { SuiteId } from '../spec/operation-ids.ts';

/** One Jest test: a rule on an operation, already judged. */
export interface SuiteTest {
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
export interface SuiteHost {
  readonly suite: SuiteId;
  readonly tests: readonly SuiteTest[];
}

declare global {
  var conformance: SuiteHost | undefined;
}
