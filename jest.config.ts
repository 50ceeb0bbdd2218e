/** @jest-config-loader esbuild-register */
import { buildJestConfiguration, suiteIds } from './suites/jest-configuration.ts';

/** The conformance suites, one project an operation. The command runs them with this configuration too. */
export default buildJestConfiguration(suiteIds, {
  resultsDir: 'reports/out/allure-results',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
});
