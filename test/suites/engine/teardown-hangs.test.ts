import { describe, expect, it } from '@jest/globals';
import { Teardown } from '../../../suites/engine/teardown.ts';
import { caseOf, exchangeOf, fakeWire, step } from './fake-suite.ts';

const register = step({ name: 'register', role: 'setup', operation: 'oauth_client_post' });

describe('a teardown', () => {
  it('leaves the rest to the sweep where removals hang one after the other', async () => {
    const hang = { kind: 'hang', message: 'no answer' } as const;
    const wire = fakeWire((sent) => ({ request: sent, response: null, failure: hang, durationMs: 1 }));
    const teardown = new Teardown(wire);
    const sent = { method: 'POST', path: '/v3/oauth/client', headers: [], body: null };
    for (let number = 0; number < 20; number += 1) {
      const made = exchangeOf(sent, 200, { client_id: `c${number}` });
      await teardown.cleanUp(caseOf([register]), { exchanges: new Map([['register', made]]) });
    }
    expect(wire.sent).toHaveLength(5);
    const { created, removed, left } = await teardown.finish();
    expect([created, removed, left.length]).toEqual([20, 0, 20]);
  });
});
