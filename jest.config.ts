/** @jest-config-loader esbuild-register */
import { buildJestConfiguration } from './run/jest/projects.ts';
import { suiteIds } from './spec/operation-ids.ts';

/** The conformance suites, one project an operation. The command runs them with this configuration too. */
export default buildJestConfiguration(suiteIds, {
  resultsDir: 'reports/out/allure-results',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
});
