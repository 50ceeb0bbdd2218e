import { describe, expect, it } from '@jest/globals';
import type { ModelAction } from '../../../checks/session/model-action.ts';
import { SessionModel } from '../../../checks/session/model.ts';
import type { Observed } from '../../../checks/session/model.ts';

const register: ModelAction = { type: 'register', client: 'client' };
const authorize: ModelAction = { type: 'authorize', client: 'client', code: '1.code' };
const redeem: ModelAction = { type: 'redeem', client: 'client', code: '1.code', into: '2.' };
const use: ModelAction = { type: 'use', token: '2.access_token' };
const refresh: ModelAction = { type: 'refresh', client: 'client', token: '2.refresh_token', into: '3.' };
const remove: ModelAction = { type: 'delete', client: 'client' };

/** What the model expects of an action after others, all of which succeeded unless stated otherwise. */
function expectAfter(
  past: readonly (ModelAction | readonly [ModelAction, Observed])[],
  next: ModelAction,
): string {
  const model = new SessionModel();
  for (const step of past) {
    if ('type' in step) model.observe(step, 'success');
    else model.observe(step[0], step[1]);
  }
  return model.expect(next);
}

describe('SessionModel', () => {
  it('demands that a code is redeemed, and only once', () => {
    expect(expectAfter([register, authorize], redeem)).toBe('success');
    expect(expectAfter([register, authorize, redeem], redeem)).toBe('refusal');
  });

  it('demands that a code is refused for another client', () => {
    expect(expectAfter([register, authorize], { ...redeem, client: 'other' })).toBe('refusal');
  });

  it('leaves a code open after it was misused', () => {
    expect(expectAfter([register, authorize, [{ ...redeem, client: 'other' }, 'refusal']], redeem)).toBe(
      'any',
    );
  });

  it('demands that a token works until it is revoked', () => {
    const revoke: ModelAction = { type: 'revoke', token: '2.access_token' };
    expect(expectAfter([register, authorize, redeem], use)).toBe('success');
    expect(expectAfter([register, authorize, redeem, revoke], use)).toBe('refusal');
    expect(expectAfter([register, authorize, redeem, revoke], revoke)).toBe('any');
    expect(expectAfter([register, authorize, redeem, revoke], refresh)).toBe('any');
  });

  it('leaves open whether a refresh token outlives its use, and demands that the new one works', () => {
    expect(expectAfter([register, authorize, redeem, refresh], refresh)).toBe('any');
    expect(
      expectAfter([register, authorize, redeem, refresh], { ...refresh, token: '3.refresh_token' }),
    ).toBe('success');
  });

  it('lets a replayed code end its tokens, and lets them live', () => {
    expect(expectAfter([register, authorize, redeem, [redeem, 'refusal']], use)).toBe('any');
  });

  it('demands that a deleted client is gone and leaves its tokens open', () => {
    const past = [register, authorize, redeem, remove];
    expect(expectAfter(past, { type: 'read', client: 'client' })).toBe('refusal');
    expect(expectAfter(past, remove)).toBe('refusal');
    expect(expectAfter(past, authorize)).toBe('refusal');
    expect(expectAfter(past, use)).toBe('any');
    expect(expectAfter([register, authorize, remove], redeem)).toBe('refusal');
  });

  it('knows nothing for certain after an unsettled answer', () => {
    expect(expectAfter([register, authorize, [redeem, 'unsettled']], redeem)).toBe('any');
    expect(expectAfter([register, [remove, 'unsettled']], { type: 'read', client: 'client' })).toBe('any');
  });
});
