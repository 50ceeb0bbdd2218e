import { conformanceProjects } from 'prism-oauth-conformance/jest';

/** Own tests in TypeScript, by two compilers, beside the suites, in a package of ES modules. */
const own = (displayName, transform) => ({
  displayName,
  testMatch: ['<rootDir>/test/*.test.ts'],
  transform: { '[.]ts$': transform },
});

export default {
  globalSetup: '<rootDir>/start-mock.mjs',
  projects: [
    own('ts-jest', [
      'ts-jest',
      { tsconfig: { module: 'commonjs', esModuleInterop: true }, diagnostics: false },
    ]),
    own('swc', ['@swc/jest', { module: { type: 'commonjs' } }]),
    ...conformanceProjects({ operation: ['oauth_idp_login_get', 'session'], runs: 60, username: 'admin' }),
  ],
};
