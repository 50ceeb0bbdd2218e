import type { Config } from 'jest';
import { operationIds } from '../spec/operation-ids.ts';
import type { SuiteId } from '../spec/operation-ids.ts';

/** Every suite: the 12 operations, then the sequences of several. */
export const suiteIds: readonly SuiteId[] = [...operationIds, 'session'];

/**
 * One Jest project a suite, so that workers, shards and selections split by operation. Only compiled suites are run:
 * the same files in a checkout and in an installed package.
 */
export function buildJestConfiguration(
  suites: readonly SuiteId[],
  options: {
    readonly rootDir?: string;
    /** Of Allure; null where nobody is going to read any. */
    readonly resultsDir: string | null;
    /**
     * What Jest runs is taken from here where it is there already. So it is a folder that nobody else can write to: Jest's
     * own choice, in the system's folder for temporary files, has a name that is known beforehand.
     */
    readonly cacheDirectory: string;
  },
): Config {
  const projects = suites.map((suite) => ({
    displayName: suite,
    cacheDirectory: options.cacheDirectory,
    ...(options.rootDir === undefined ? {} : { rootDir: options.rootDir }),
    roots: ['<rootDir>/dist/suites'],
    testMatch: [`<rootDir>/dist/suites/${suite.replaceAll('_', '-')}.suite.js`],
    testEnvironment: '<rootDir>/dist/run/jest-environment.js',
    testEnvironmentOptions: { resultsDir: options.resultsDir },
    // The suite files alone: whatever else is loaded comes from outside the Jest VM, as it is.
    transform: {
      '/dist/suites/[^/]+[.]js$': ['@swc/jest', { module: { type: 'commonjs' } }] as [
        string,
        Record<string, unknown>,
      ],
    },
    // An installed package lies below node_modules, where Jest neither looks nor transforms by default.
    testPathIgnorePatterns: [],
    transformIgnorePatterns: [],
    haste: { retainAllFiles: true },
  }));
  return { projects, cacheDirectory: options.cacheDirectory, watchman: false, reporters: [] };
}
