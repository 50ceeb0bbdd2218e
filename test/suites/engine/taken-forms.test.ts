import { describe, expect, it } from '@jest/globals';
import type { Exchange } from '../../../driver/exchange.ts';
import { authorizeStep, registerStep } from '../../../generators/setup/setup-steps.ts';
import { runCase } from '../../../suites/engine/run-case.ts';
import { TakenForms } from '../../../suites/engine/taken-forms.ts';
import { caseOf, exchangeOf, fakeWire, request, step } from './fake-suite.ts';

const main = step({ name: 'main', role: 'main', request: request(['use', { slot: 'code' }]) });
const authorization = caseOf([authorizeStep({ clientId: 'c1' }), main]);
const location = 'https://app.example.com/callback?code=abc';

const granted = (sent: Exchange['request']) => exchangeOf(sent, 302, {}, { location });
const parametersOf = ({ body }: Exchange['request']) => [
  ...new URLSearchParams(Buffer.from(body ?? []).toString()).keys(),
];

/** A wire that remembers forms, with the names of the parameters of each authorization that was sent. */
function wireOf(answer: (sent: Exchange['request'], names: readonly string[]) => Exchange) {
  const asked: (readonly string[])[] = [];
  const wire = fakeWire((sent) => {
    if (!sent.path.endsWith('/authorize')) return exchangeOf(sent, 200);
    asked.push(parametersOf(sent));
    return answer(sent, parametersOf(sent));
  });
  return { wire: { ...wire, forms: new TakenForms() }, asked };
}

const refuseWith = (name: string) => (sent: Exchange['request'], names: readonly string[]) =>
  names.includes(name) ? exchangeOf(sent, 400, { error: 'invalid_scope' }) : granted(sent);

describe('the form of a request that sets a case up', () => {
  it('is that of a careful client, as long as the target takes it', async () => {
    const { wire, asked } = wireOf(granted);
    await runCase(authorization, wire, new Map());
    expect(asked).toEqual([['client_id', 'response_type', 'confirm', 'redirect_uri', 'scope', 'state']]);
  });

  it('becomes another one where the target refuses that, and stays it', async () => {
    const { wire, asked } = wireOf(refuseWith('scope'));
    const first = await runCase(authorization, wire, new Map());
    expect(first.unset).toBeNull();
    expect(first.slots.get('code')).toBe('abc');
    expect(asked.map((names) => names.includes('scope'))).toEqual([true, false]);
    await runCase(authorization, wire, new Map());
    expect(asked.map((names) => names.includes('scope'))).toEqual([true, false, false]);
  });

  it('is found once for all cases that are under way', async () => {
    const { wire, asked } = wireOf(refuseWith('state'));
    const runs = await Promise.all(Array.from({ length: 8 }, () => runCase(authorization, wire, new Map())));
    expect(runs.map(({ unset }) => unset)).toEqual(Array.from({ length: 8 }, () => null));
    // Each sends the usual form, one tries `without scope`, and each then sends the form that was taken.
    expect(asked).toHaveLength(8 + 1 + 8);
  });

  it('is not doubted again once a target took one', async () => {
    let isTaken = true;
    const { wire, asked } = wireOf((sent) => (isTaken ? granted(sent) : exchangeOf(sent, 400)));
    await runCase(authorization, wire, new Map());
    isTaken = false;
    const { unset } = await runCase(authorization, wire, new Map());
    expect(unset).toBe('authorize answered 400, without code');
    expect(asked).toHaveLength(2);
  });

  it('is looked for three times at most, and the refusal of the usual one is told', async () => {
    const { wire, asked } = wireOf((sent, names) =>
      exchangeOf(
        sent,
        302,
        {},
        { location: `/errors?error=${names.includes('scope') ? 'invalid_scope' : 'x'}` },
      ),
    );
    for (let run = 1; run <= 5; run += 1) {
      const { unset } = await runCase(authorization, wire, new Map());
      expect(unset).toBe('authorize answered 302 with error=invalid_scope, without code');
    }
    expect(asked).toHaveLength(3 * 4 + 2);
  });

  it.each([401, 404, 500, 503])('stays the usual one where the answer is %i', async (status) => {
    const { wire, asked } = wireOf((sent) => exchangeOf(sent, status));
    await runCase(authorization, wire, new Map());
    expect(asked).toHaveLength(1);
  });

  it('has a common scope where a registration is refused with the usual one', async () => {
    const scopes: unknown[] = [];
    const wire = fakeWire((sent) => {
      if (sent.method !== 'POST') return exchangeOf(sent, 200);
      const body: unknown = JSON.parse(Buffer.from(sent.body ?? []).toString());
      const asked =
        typeof body === 'object' && body !== null && 'default_scopes' in body ? body.default_scopes : null;
      scopes.push(asked);
      return String(asked) === 'read'
        ? exchangeOf(sent, 200, { client_id: 'c1', client_secret: 's1' })
        : exchangeOf(sent, 422);
    });
    const use = step({ name: 'main', role: 'main', request: request(['use', { slot: 'client.id' }]) });
    const run = await runCase(caseOf([registerStep(), use]), { ...wire, forms: new TakenForms() }, new Map());
    expect(run.unset).toBeNull();
    expect(scopes).toEqual([['all'], ['openid'], ['read']]);
  });

  it('keeps scopes that the case chose itself', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 400));
    const own = registerStep({ client_name: 'n', default_scopes: ['all', 'write'] });
    await runCase(caseOf([own, main]), { ...wire, forms: new TakenForms() }, new Map());
    expect(wire.sent).toHaveLength(1);
  });
});
