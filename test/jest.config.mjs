import { fileURLToPath } from 'node:url';

/** Our own tests. The suites that drive a target have their own configuration, `jest.config.ts`. */
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
  // Packages that ship ES modules only.
  transformIgnorePatterns: ['/node_modules/(?!(@scalar)/)'],
  // Those that drive the command wait for it: there is room for one more than Jest would run.
  maxWorkers: '100%',
  // Only against tests that hang: those that drive the command take half a minute on a busy machine.
  testTimeout: 120_000,
};
