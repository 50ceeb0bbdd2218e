const { startReference } = require('prism-oauth-conformance');

/** Starts the mock. Yours may be any program: the suites need its address, and the password of its user. */
module.exports = async () => {
  globalThis.mock = await startReference();
  process.env.PRISM_TARGET = globalThis.mock.url;
  process.env.PRISM_PASSWORD = globalThis.mock.password;
};
