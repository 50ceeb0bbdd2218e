import { describe, expect, it } from '@jest/globals';
import { runCase } from '../../../suites/engine/run-case.ts';
import type { SharedSteps } from '../../../suites/engine/run-step.ts';
import { captureSlots } from '../../../suites/engine/slots.ts';
import { caseOf, exchangeOf, fakeWire, request, step } from './fake-suite.ts';

const register = step({
  name: 'register',
  role: 'setup',
  operation: 'oauth_client_post',
  captures: [{ slot: 'client.id', from: 'body', pointer: '/client_id' }],
});
const main = step({ name: 'main', role: 'main', request: request(['use', { slot: 'client.id' }]) });

describe('running a case', () => {
  it('hands what a step captured to the steps after it', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200, { client_id: 'c1' }));
    const run = await runCase(caseOf([register, main]), wire, new Map());
    expect(wire.sent.map(({ path }) => path)).toEqual(['/v3/register', '/v3/use/c1']);
    expect(run.unset).toBeNull();
    expect(run.slots).toEqual(new Map([['client.id', 'c1']]));
  });

  it('does not send a step that it has to wait for where the run ends meanwhile', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200, { client_id: 'c1' }));
    const late = step({ name: 'use-expired', role: 'probe', waitMs: 40 });
    const cut = await runCase(
      caseOf([register, main, late]),
      { ...wire, pause: () => Promise.resolve(false) },
      new Map(),
    );
    expect(cut.unset).toBe('the run ended while it waited');
    expect(wire.sent).toHaveLength(2);
    const start = performance.now();
    expect((await runCase(caseOf([register, main, late]), wire, new Map())).unset).toBeNull();
    expect(performance.now() - start).toBeGreaterThan(30);
  });

  it('says nothing of a case whose answers nobody waited for, and keeps what the others made', async () => {
    const cancelled = { kind: 'cancelled', message: 'the run ended' } as const;
    const racing = (['race-1', 'race-2'] as const).map((name) =>
      step({ name, role: 'probe', together: 'race' }),
    );
    const wire = fakeWire((sent) =>
      sent.path.endsWith('/race-2')
        ? { request: sent, response: null, failure: cancelled, durationMs: 1 }
        : exchangeOf(sent, 200, { client_id: 'c1' }),
    );
    const run = await runCase(caseOf([register, main, ...racing]), wire, new Map());
    expect(run.unset).toBe('the run ended before it was answered');
    expect([...run.exchanges.keys()]).toEqual(['register', 'main', 'race-1']);
  });

  it.each([
    ['use-token', ['register', 'use-token', 'main']],
    ['main', ['register', 'use-token', 'main']],
    ['race-1', ['register', 'use-token', 'main', 'race-1']],
  ])('sends nothing after the main step once a request was not answered: %s', async (silent, expected) => {
    const hang = { kind: 'hang', message: 'no answer' } as const;
    const wire = fakeWire((sent) =>
      sent.path.endsWith(silent)
        ? { request: sent, response: null, failure: hang, durationMs: 10_000 }
        : exchangeOf(sent, 200, { client_id: 'c1' }),
    );
    const steps = [
      ...[register, step({ name: 'use-token', role: 'setup' }), step({ name: 'main', role: 'main' })],
      ...[step({ name: 'race-1', role: 'probe' }), step({ name: 'race-2', role: 'probe' })],
    ];
    const run = await runCase(caseOf(steps), wire, new Map());
    expect([...run.exchanges.keys()]).toEqual(expected);
    expect(run.unset).toBeNull();
  });

  it('does not send the main step where the set-up gave nothing for it, and says why', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 500));
    const run = await runCase(caseOf([register, main]), wire, new Map());
    expect(wire.sent).toHaveLength(1);
    expect(run.unset).toBe('register answered 500, without client.id');
  });

  const authorize = step({
    name: 'authorize',
    role: 'setup',
    captures: [{ slot: 'code', from: 'location', parameter: 'code' }],
  });
  const redeem = step({ name: 'main', role: 'main', request: request(['redeem', { slot: 'code' }]) });

  it('goes on with an invented code where the case has to be refused for another reason', async () => {
    const refused = { ...caseOf([authorize, redeem]), expectation: 'refuse', aspect: 'credentials' } as const;
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    expect((await runCase(refused, wire, new Map())).unset).toBeNull();
    expect(wire.sent.at(-1)?.path).toBe('/v3/redeem/invented-code');
  });

  it('sends no probe with what it invented, and does not hand it to the rules', async () => {
    const probe = step({ name: 'use-token', role: 'probe', request: request(['probe', { slot: 'code' }]) });
    const refused = {
      ...caseOf([authorize, redeem, probe]),
      ...({ expectation: 'refuse', aspect: 'credentials' } as const),
    };
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    const run = await runCase(refused, wire, new Map());
    expect([...run.exchanges.keys()]).toEqual(['authorize', 'main']);
    expect(run.slots).toEqual(new Map());
  });

  it('sends no step before the main one with what it invented', async () => {
    const use = step({
      ...{ name: 'redeem', role: 'setup', request: request(['use', { slot: 'code' }]) },
      captures: [{ slot: 'access_token', from: 'body', pointer: '/access_token' }],
    });
    const main = step({ name: 'main', role: 'main', request: request(['revoke', { slot: 'access_token' }]) });
    const refused = {
      ...caseOf([authorize, use, main]),
      ...({ expectation: 'refuse', aspect: 'credentials' } as const),
    };
    const wire = fakeWire((sent) => exchangeOf(sent, 200));
    const run = await runCase(refused, wire, new Map());
    expect([...run.exchanges.keys()]).toEqual(['authorize', 'main']);
    expect(wire.sent.at(-1)?.path).toBe('/v3/revoke/invented-access_token');
  });

  it.each(['accept', 'refuse'] as const)(
    'does not invent a code where the grant has to be looked at',
    async (expectation) => {
      const wire = fakeWire((sent) => exchangeOf(sent, 200));
      const testCase = { ...caseOf([authorize, redeem]), expectation, aspect: 'grant' } as const;
      expect((await runCase(testCase, wire, new Map())).unset).toBe('authorize answered 200, without code');
    },
  );

  it('does not send a step whose slot holds what no header can carry', async () => {
    const credentials = { type: 'bearer', token: { slot: 'client.id' } } as const;
    const bearer = step({ name: 'main', role: 'main', request: { ...request([]), credentials } });
    const wire = fakeWire((sent) => exchangeOf(sent, 200, { client_id: 'a\r\nb' }));
    expect((await runCase(caseOf([register, bearer]), wire, new Map())).unset).toMatch(
      /^main cannot be sent/,
    );
  });

  it('leaves out a probe whose slots nobody gave', async () => {
    const probe = step({ name: 'read-back', role: 'probe', request: request([{ slot: 'created.id' }]) });
    const wire = fakeWire((sent) => exchangeOf(sent, 400));
    const run = await runCase(caseOf([step({ name: 'main', role: 'main' }), probe]), wire, new Map());
    expect([...run.exchanges.keys()]).toEqual(['main']);
    expect(run.unset).toBeNull();
  });

  it('sends a shared step once for cases that run at once', async () => {
    const wire = fakeWire((sent) => exchangeOf(sent, 200, { client_id: 'c1' }));
    const shared: SharedSteps = new Map();
    const testCase = caseOf([{ ...register, shared: 'client-0' }, main]);
    await Promise.all([1, 2, 3].map(() => runCase(testCase, wire, shared)));
    expect(wire.sent.filter(({ path }) => path === '/v3/register')).toHaveLength(1);
  });

  it('tries a shared step again after it failed', async () => {
    let answers = 0;
    const wire = fakeWire((sent) => exchangeOf(sent, (answers += 1) === 1 ? 500 : 200, { client_id: 'c1' }));
    const shared: SharedSteps = new Map();
    const testCase = caseOf([{ ...register, shared: 'client-0' }, main]);
    expect((await runCase(testCase, wire, shared)).unset).not.toBeNull();
    expect((await runCase(testCase, wire, shared)).unset).toBeNull();
  });

  it('sends steps of one group at the same instant', async () => {
    let inFlight = 0;
    let most = 0;
    const wire = fakeWire(async (sent) => {
      inFlight += 1;
      most = Math.max(most, inFlight);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inFlight -= 1;
      return exchangeOf(sent, 200);
    });
    const group = (['main', 'race-1', 'race-2'] as const).map((name) =>
      step({ name, role: name === 'main' ? 'main' : 'probe', together: 'race' }),
    );
    await runCase(caseOf([...group, step({ name: 'read-back', role: 'probe' })]), wire, new Map());
    expect(most).toBe(3);
  });
});

describe('capturing', () => {
  const sent = { method: 'GET', path: '/', headers: [], body: null };

  it('reads the query of a Location, never its fragment', () => {
    const capture = { slot: 'code', from: 'location', parameter: 'code' } as const;
    const at = (location: string): unknown =>
      captureSlots([capture], exchangeOf(sent, 302, {}, { location })).get('code');
    expect(at('https://a.example/cb?x=1&code=a%2Bb')).toBe('a+b');
    expect(at('https://a.example/cb#code=abc')).toBeUndefined();
    expect(at('https://a.example/cb')).toBeUndefined();
  });

  it('takes nothing from an error or a value that is no text', () => {
    const capture = { slot: 'id', from: 'body', pointer: '/a/b' } as const;
    expect(captureSlots([capture], exchangeOf(sent, 404, { a: { b: 'x' } })).size).toBe(0);
    expect(captureSlots([capture], exchangeOf(sent, 200, { a: { b: 7 } })).size).toBe(0);
    expect(captureSlots([capture], exchangeOf(sent, 200, { a: null })).size).toBe(0);
    expect(captureSlots([capture], exchangeOf(sent, 200, { a: { b: 'x' } })).get('id')).toBe('x');
  });
});
