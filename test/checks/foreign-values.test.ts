import { beforeAll, describe, expect, it } from '@jest/globals';
import { clientIdNew } from '../../checks/client/answers.ts';
import type { Attempt, AttemptRule, Violation } from '../../checks/rule.ts';
import { tokenValueNew } from '../../checks/token/answers.ts';
import type { ForeignValue } from '../../driver/clients/foreign-value.ts';
import type { Contract } from '../../spec/operation.ts';
import { judge } from '../../suites/engine/judge.ts';
import { buildAnswered } from './answered.ts';
import type { PlainAttempt } from './answered.ts';
import { client, token } from './samples.ts';
import { testContract } from './test-contract.ts';

let contract: Contract;
beforeAll(async () => {
  contract = await testContract();
});

/** The verdict of a rule on an attempt in whose main answer the driver has marked these values as foreign. */
function verdictOf(
  rule: AttemptRule,
  plain: PlainAttempt,
  foreign: readonly ForeignValue[],
  more: Partial<Attempt> = {},
): readonly Violation[] | null {
  const attempt = buildAnswered(contract, plain);
  const exchange = foreign.length === 0 ? attempt.exchange : { ...attempt.exchange, foreign };
  return judge(rule, { ...attempt, exchange, exchanges: new Map([['main', exchange]]), ...more });
}

const registration: PlainAttempt = { operation: 'oauth_client_post', answer: { status: 200, body: client } };
const grant: PlainAttempt = { operation: 'oauth_token_post', answer: { status: 200, body: token } };

describe('client.id.new', () => {
  it('passes a registration with an id of its own', () => {
    expect(verdictOf(clientIdNew, registration, [])).toEqual([]);
  });

  it.each(['before', 'meanwhile', 'earlier', 'another'] as const)(
    'is violated by the id of a client that was there: %s',
    (why) => {
      const [violation] = verdictOf(clientIdNew, registration, [{ at: '/client_id', why }]) ?? [];
      expect(violation).toMatchObject({
        at: '/client_id',
        expected: 'the id of a new client at step main',
      });
    },
  );

  it('is violated in a case that ended in its set-up, where other rules pass over', () => {
    const foreign = [{ at: '/client_id', why: 'before' }] as const;
    expect(verdictOf(clientIdNew, registration, foreign, { isUnset: true })).toHaveLength(1);
    expect(
      verdictOf({ ...clientIdNew, judgesUnset: false }, registration, foreign, { isUnset: true }),
    ).toBeNull();
  });

  it('holds against no target what could not be read', () => {
    expect(verdictOf(clientIdNew, registration, [{ at: '/client_id', why: 'unread' }])).toEqual([]);
  });

  it('passes over what registers nothing, and a refusal', () => {
    expect(verdictOf(clientIdNew, grant, [])).toBeNull();
    expect(verdictOf(clientIdNew, { ...registration, answer: { status: 400 } }, [])).toBeNull();
  });
});

describe('token.value.new', () => {
  it('passes a grant with tokens of its own, and leaves ids to the rule on them', () => {
    expect(verdictOf(tokenValueNew, grant, [])).toEqual([]);
    expect(verdictOf(tokenValueNew, grant, [{ at: '/client_id', why: 'before' }])).toEqual([]);
  });

  it('is violated by a token that another client was given', () => {
    const found = verdictOf(tokenValueNew, grant, [{ at: '/refresh_token', why: 'earlier' }]);
    expect(found?.map(({ at }) => at)).toEqual(['/refresh_token']);
  });

  it('passes over a refused grant', () => {
    expect(verdictOf(tokenValueNew, { ...grant, answer: { status: 400 } }, [])).toBeNull();
  });
});
