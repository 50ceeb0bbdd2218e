import { describe, expect, it } from '@jest/globals';
import type { Step } from '../../../generators/case.ts';
import { readingPart, readOnlyWire } from '../../../suites/engine/read-only.ts';
import { caseOf, exchangeOf, fakeWire, request, step } from './fake-suite.ts';

const list = step({
  name: 'main',
  role: 'main',
  operation: 'oauth_client_list_post',
  request: request(['oauth', 'client', 'list'], 'POST'),
});
const register = step({
  name: 'register',
  role: 'setup',
  operation: 'oauth_client_post',
  request: request(['oauth', 'client'], 'POST'),
});
const named = (steps: readonly Step[]): readonly string[] | null =>
  readingPart(caseOf(steps))?.steps.map(({ name }) => name) ?? null;

describe('a read-only run', () => {
  it('sends what reads as it is', () => {
    expect(named([list])).toEqual(['main']);
    expect(named([step({ name: 'main', role: 'main', request: request(['oauth', 'idp_login']) })])).toEqual([
      'main',
    ]);
  });

  it('leaves out the set-up that changes something where the rest does without', () => {
    expect(named([register, list])).toEqual(['main']);
  });

  it('leaves out the case where the rest needs what the set-up gave', () => {
    const read = request(['oauth', 'client', { slot: 'client.id' }]);
    const main = step({ name: 'main', role: 'main', operation: 'oauth_client_client_id_get', request: read });
    expect(named([register, main])).toBeNull();
  });

  it.each<[string, Step]>([
    ['registers', { ...register, role: 'main' }],
    ['deletes', { ...list, request: request(['oauth', 'client', 'list'], 'DELETE') }],
    [
      'spells the list in another way',
      { ...list, request: request(['oauth', 'client', 'list', ''], 'POST') },
    ],
    ['escapes the list', { ...list, request: request(['oauth', 'client', { raw: '%6cist' }], 'POST') }],
    [
      'reads what a faulty target would perform',
      { ...register, role: 'main', request: request(['oauth', 'client']) },
    ],
  ])('does not send what %s', (_, main) => {
    expect(named([{ ...main, name: 'main' }])).toBeNull();
  });

  it('lets nothing else through, whoever sends it', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    const { send } = readOnlyWire(wire);
    expect(() => send({ method: 'POST', path: '/v3/oauth/client', headers: [], body: null })).toThrow(
      /read-only/,
    );
    await send({ method: 'POST', path: '/v3/oauth/client/list', headers: [], body: null });
    expect(wire.sent).toHaveLength(1);
  });
});
