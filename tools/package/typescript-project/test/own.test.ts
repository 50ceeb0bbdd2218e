import { expect, test } from '@jest/globals';
import { startReference } from 'prism-oauth-conformance';
import type { Reference } from 'prism-oauth-conformance';

test('a mock starts and ends', async () => {
  const mock: Reference = await startReference({ variants: ['delete-answers-null'] });
  expect(mock.url).toMatch(/^http:/);
  await mock.close();
});
