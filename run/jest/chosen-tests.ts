import type { Test } from '@jest/test-result';
import { suiteIds } from '../../spec/operation-ids.ts';
import type { SuiteId } from '../../spec/operation-ids.ts';
import { chooseSuites, chosenRules } from '../choose-suites.ts';
import type { GivenOptions } from '../options/run-settings.ts';
import { UserError } from '../user-error.ts';
import { suiteOfFile } from './projects.ts';

/**
 * In the order of the contract. Jest would begin with what failed or took long the last time, and what a suite leaves on
 * a target may show in the next one, so the same seed would not always find the same.
 */
export function inOrder(tests: readonly Test[]): Test[] {
  const placeOf = (test: Test): number => suiteIds.findIndex((suite) => suite === suiteOfFile(test.path));
  return tests.toSorted((one, other) => placeOf(one) - placeOf(other));
}

/** The tests by the options that the Jest configuration declares for them. */
export function groupsOf(tests: readonly Test[]): readonly Test[][] {
  const groups = new Map<string, Test[]>();
  for (const test of tests) {
    const key = JSON.stringify(declaredIn([test]));
    groups.set(key, [...(groups.get(key) ?? []), test]);
  }
  return [...groups.values()];
}

/** The options that the Jest configuration declares for these suites; null if it declares none. */
export function declaredIn(tests: readonly Test[]): Readonly<Record<string, unknown>> | null {
  const { conformance } = tests[0]?.context.config.testEnvironmentOptions ?? {};
  return typeof conformance === 'object' ? (conformance as Readonly<Record<string, unknown>> | null) : null;
}

/** The suites of these tests that are to be driven. Throws a UserError if the options name what does not exist. */
export function chosenSuites(
  tests: readonly Test[],
  options: GivenOptions,
  testNames: string | null,
): readonly SuiteId[] {
  if (options.shard !== undefined)
    throw new UserError('--shard: is for the command; give --shard to Jest itself');
  const globs = options.rule ?? [];
  const asked = new Set(chooseSuites(options, null).suites);
  const found = tests.flatMap((test) => suiteOfFile(test.path) ?? []).filter((suite) => asked.has(suite));
  if (found.length === 0)
    throw new UserError(
      `--rule, --operation: nothing of ${[...asked].join(', ')} is among the chosen suites`,
    );
  return found.filter((suite) => chosenRules(suite, { globs, testNames }).length > 0);
}
