import { fileURLToPath } from 'node:url';

/** The project's own tests. The suites that drive a target have their own configuration, `jest.config.ts`. */
export default {
  rootDir: fileURLToPath(new URL('..', import.meta.url)),
  displayName: 'self-test',
  cacheDirectory: '<rootDir>/node_modules/.cache/jest',
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '\\.(ts|js|mjs)$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
    ],
  },
  // Packages that only ship ES modules.
  transformIgnorePatterns: ['/node_modules/(?!(@scalar|marked)/)'],
  // Tests that run the command mostly wait for it, so there is room for one more worker than Jest's default. Jest takes a
  // share above 100 % for a number of workers.
  maxWorkers: '100%',
  // Only a guard against tests that hang: those that run the command take half a minute on a busy machine.
  testTimeout: 120_000,
};
