const { conformanceProjects } = require('prism-oauth-conformance/jest');

module.exports = {
  globalSetup: '<rootDir>/start-mock.js',
  globalTeardown: '<rootDir>/stop-mock.js',
  projects: [
    { displayName: 'own', testMatch: ['<rootDir>/test/*.test.js'] },
    ...conformanceProjects({ username: 'admin', runs: 60 }),
  ],
};
