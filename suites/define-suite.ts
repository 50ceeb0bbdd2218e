import { describe, test } from '@jest/globals';
import type { SuiteId } from '../spec/operation-ids.ts';

/**
 * Declares one Jest test for each rule of a suite. The requests have been sent by then: the environment drives the
 * operation before the suite file is loaded, so that a test can be declared skipped with its reason.
 */
export function defineSuite(suite: SuiteId): void {
  const host = globalThis.conformance;
  if (host?.suite !== suite)
    throw new Error(`${suite} was not driven: run the suites by the command, not by jest alone`);
  describe(suite, () => {
    for (const { name, isSkipped, error } of host.tests) {
      (isSkipped ? test.skip : test)(name, () => {
        if (error !== null) throw error;
      });
    }
  });
}
