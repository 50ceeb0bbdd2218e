import { describe, expect, it } from '@jest/globals';
import type { Exchange, Failure } from '../../../../driver/exchange.ts';
import type { Credentials, Step } from '../../../../generators/case.ts';
import { isUnlikely, mayBeTransient } from '../../../../suites/engine/retry/transient.ts';
import { caseOf, exchangeOf, request, step } from '../fake-suite.ts';

const main = step({ name: 'main', role: 'main' });
const withCredentials = (credentials: Credentials): Step => ({
  ...main,
  request: { ...request(['x']), credentials },
});
const answer = (status: number): Exchange =>
  exchangeOf({ method: 'GET', path: '/', headers: [], body: null }, status);
const failure = (kind: Failure['kind']): Exchange => ({
  ...answer(0),
  response: null,
  failure: { kind, message: kind },
});

describe('what may be a transient answer of a gateway', () => {
  it.each([401, 403, 429, 502, 503])('is %d', (status) => {
    expect(mayBeTransient(main, answer(status))).toBe(true);
    expect(isUnlikely(caseOf([main]), main, answer(status))).toBe(true);
  });

  it.each([200, 302, 400, 404, 500, 501, 504])('is not %d', (status) => {
    expect(mayBeTransient(main, answer(status))).toBe(false);
  });

  it('is a reset or a hang, and no other failure', () => {
    const transients = (['reset', 'hang', 'refused', 'short-body', 'malformed', 'tls'] as const).filter(
      (kind) => mayBeTransient(main, failure(kind)),
    );
    expect(transients).toEqual(['reset', 'hang']);
  });

  it('is any answer to a request that was sent twice, which is not sent a third time for that', () => {
    const repeated = { ...answer(400), isRepeated: true };
    expect(mayBeTransient(main, repeated)).toBe(true);
    expect(isUnlikely(caseOf([main]), main, repeated)).toBe(false);
  });

  it('is asked for again only where the credentials are right', () => {
    const unlikely = (credentials: Credentials, facts = {}): boolean => {
      const sent = withCredentials(credentials);
      return isUnlikely({ ...caseOf([sent]), ...facts }, sent, answer(401));
    };
    expect(unlikely({ type: 'wrong-password' })).toBe(false);
    expect(unlikely({ type: 'bearer', token: 'x' })).toBe(false);
    expect(unlikely({ type: 'none' })).toBe(true);
    const gateway: Step = { ...withCredentials({ type: 'none' }), operation: 'gateway' };
    expect(isUnlikely(caseOf([gateway]), gateway, answer(401))).toBe(false);
    expect(unlikely({ type: 'none' }, { aspect: 'credentials' })).toBe(false);
  });

  it('is no refusal among requests that race', () => {
    const racing = { ...main, together: 'race' };
    expect(mayBeTransient(racing, answer(401))).toBe(false);
    expect(mayBeTransient(racing, answer(503))).toBe(true);
    expect(isUnlikely(caseOf([racing]), racing, answer(503))).toBe(false);
  });
});
