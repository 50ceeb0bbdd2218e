import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { measuredBits } from '../../../checks/make/sample-rule.ts';
import {
  guessableState,
  guessableValue,
  invisibleValue,
  repeatedValue,
} from '../../../checks/make/value-problems.ts';
import { tokenAccessUnique } from '../../../checks/token/values.ts';
import { attemptOf, caseOf, loadSessions } from '../synthetic-attempt.ts';

/** Values that look random but are the same in every run. */
function sample(count: number, make: (hash: Buffer, index: number) => string): readonly string[] {
  return Array.from({ length: count }, (_, index) =>
    make(createHash('sha512').update(`${index}`).digest(), index),
  );
}

const uuid = (hash: Buffer): string => {
  const hex = hash.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(12, 15)}-${'89ab'[(hash[20] ?? 0) % 4] ?? '8'}${hex.slice(15, 18)}-${hex.slice(18, 30)}`;
};

describe('guessableValue', () => {
  it.each([
    ['30 alphanumerics', sample(40, (hash) => hash.toString('base64').replace(/[+/=]/g, '').slice(0, 30))],
    ['a UUID', sample(40, uuid)],
    ['32 hexadecimal digits', sample(200, (hash) => hash.toString('hex').slice(0, 32))],
    ['a prefix and base64url', sample(40, (hash) => `ntnx_${hash.toString('base64url').slice(0, 43)}`)],
    [
      'a signed token',
      sample(
        40,
        (hash, i) => `eyJhbGciOiJIUzI1NiJ9.eyJqdGkiOjEwMDAw${i}9.${hash.toString('base64url').slice(0, 43)}`,
      ),
    ],
    ['too few values to tell', ['1', '2', '3']],
  ])('has nothing against %s', (_, values) => {
    expect(guessableValue(values)).toBeNull();
  });

  it.each([
    ['a counter', sample(40, (_, index) => `${1000 + index}`)],
    [
      'a counter in the form of a UUID',
      sample(40, (_, i) => `00000000-0000-4000-8000-${`${i}`.padStart(12, '0')}`),
    ],
    [
      'a long prefix and few characters',
      sample(40, (hash) => `${'x'.repeat(40)}${hash.toString('hex').slice(0, 6)}`),
    ],
    ['8 hexadecimal digits', sample(40, (hash) => hash.toString('hex').slice(0, 8))],
    ['a time and a counter', sample(40, (_, index) => `2026-01-01T00:00:00.000000${100 + index}`)],
    ['one value', sample(40, () => 'constant').map((value, index) => `${value}${index % 20}`)],
  ])('finds %s', (_, values) => {
    expect(guessableValue(values)).not.toBeNull();
  });

  it('asks less of a state', () => {
    const values = sample(40, (hash) => hash.toString('hex').slice(0, 20));
    expect([guessableState(values), guessableValue(values) === null]).toEqual([null, false]);
  });
});

describe('measuredBits', () => {
  it('says nothing of few values and counts no position that all share', () => {
    expect(measuredBits(['a', 'b'])).toBeNull();
    expect(
      measuredBits(sample(20, (_, index) => `same${index % 2}${String.fromCharCode(97 + index)}`)),
    ).toBeLessThan(16);
  });
});

describe('repeatedValue and invisibleValue', () => {
  it('count without quoting', () => {
    expect(repeatedValue(['secret', 'secret', 'b'])).toBe('1 of 3 are repeats');
    expect(repeatedValue(['a', 'b'])).toBeNull();
    expect(invisibleValue(['secret\n', 'b c~'])).toBe('1 of 2 have other characters');
    expect(invisibleValue(['b c~'])).toBeNull();
  });
});

describe('measuredBits', () => {
  it('takes more values than a call has arguments', () => {
    const values = Array.from({ length: 200_000 }, (_, index) => `${index}`.padStart(6, '0'));
    expect(measuredBits(values)).toBeGreaterThan(10);
  });
});

describe('a rule that no token comes twice', () => {
  /** The access tokens of a case in which a client is granted two, as the rule collects them. */
  const tokensOf = async (first: string, second: string): Promise<readonly string[]> => {
    const sessions = await loadSessions();
    const testCase = caseOf(sessions, 'bearer.deleted-client-two-grants');
    const names = testCase.steps.filter(({ operation }) => operation === 'oauth_token_post');
    const replies = Object.fromEntries(
      names.map(({ name }, index) => [
        name,
        { status: 200, json: { access_token: [first, second][index], refresh_token: 'r', expires_in: 9 } },
      ]),
    );
    const { exchange, ...attempt } = attemptOf(sessions, testCase, replies);
    if (exchange.response === null) throw new TypeError('no answer to the main step');
    return tokenAccessUnique.collect({ ...attempt, exchange, response: exchange.response });
  };

  it('lets a client be given its token again', async () => {
    const values = await tokensOf('one', 'one');
    expect(values).toEqual(['one']);
    expect(tokenAccessUnique.judge(values)).toEqual([]);
  });

  it('counts a token that two cases are given', async () => {
    const values = [...(await tokensOf('one', 'two')), ...(await tokensOf('one', 'three'))];
    expect(values).toEqual(['one', 'two', 'one', 'three']);
    expect(tokenAccessUnique.judge(values)).toHaveLength(1);
  });
});
