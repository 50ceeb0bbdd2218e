import type { Config } from 'jest';
import type { SuiteId } from '../../spec/operation-ids.ts';

/**
 * One Jest project for each suite, so that workers, shards and selections split by operation. Only compiled suites are
 * run: the same files in a checkout and in an installed package.
 */
export function buildJestConfiguration(
  suites: readonly SuiteId[],
  options: {
    readonly rootDir?: string;
    /** For the Allure results; null if none are needed. */
    readonly resultsDir: string | null;
    /**
     * If this folder already has transformed code, Jest runs it. So nobody else must be able to write there. Jest's
     * default folder, in the system's folder for temporary files, has a predictable name.
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
    testEnvironment: '<rootDir>/dist/run/jest/environment.js',
    testEnvironmentOptions: { resultsDir: options.resultsDir },
    // Only the suite files: all other code is loaded unchanged from outside the Jest VM.
    transform: {
      '/dist/suites/[^/]+[.]js$': ['@swc/jest', { module: { type: 'commonjs' } }] as [
        string,
        Record<string, unknown>,
      ],
    },
    // An installed package is below node_modules, where Jest by default neither finds tests nor transforms files.
    testPathIgnorePatterns: [],
    transformIgnorePatterns: [],
    haste: { retainAllFiles: true },
  }));
  return { projects, cacheDirectory: options.cacheDirectory, watchman: false, reporters: [] };
}
