const { compareTargets, runConformance, startReference } = require('prism-oauth-conformance');

test('the mock answers', async () => {
  const { status } = await fetch(`${process.env.PRISM_TARGET}/oauth/client/list`, { method: 'POST' });
  expect(status).toBe(401);
});

test('a mock with a fault does not conform', async () => {
  const { url, username, password, close } = await startReference({ faults: ['kind-error'] });
  const options = { target: url, username, password, operation: ['oauth_client_post'], runs: 20 };
  const { exitCode, verdicts } = await runConformance({ ...options, noReport: true });
  await close();
  const failed = verdicts.filter(({ verdict }) => verdict === 'fail');
  expect(failed.map(({ rule }) => rule)).toEqual(['error.kind.documented']);
  expect(exitCode).toBe(1);
}, 60_000);

test('the reference target is like itself', async () => {
  const options = { operation: ['oauth_client_post'], runs: 20, noReport: true };
  const { fidelity } = await compareTargets('reference', 'reference', options);
  expect(fidelity).toBe(1);
}, 60_000);
