import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { measuredBits } from '../../../checks/make/measured-bits.ts';
import {
  guessableState,
  guessableValue,
  invisibleValue,
  repeatedValue,
} from '../../../checks/make/value-problems.ts';
import {
  clientIdUnique,
  clientIdVisible,
  clientSecretUnguessable,
  clientSecretUnique,
  clientSecretVisible,
} from '../../../checks/client/values.ts';
import type { SampleRule } from '../../../checks/rule.ts';
import {
  tokenAccessUnique,
  tokenAccessVisible,
  tokenRefreshUnguessable,
  tokenRefreshUnique,
  tokenRefreshVisible,
} from '../../../checks/token/values.ts';
import type { Replies } from '../synthetic-attempt.ts';
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

/** The values that a rule collects from a case of a family that goes as these replies say. */
async function collected(rule: SampleRule, family: string, replies: Replies): Promise<readonly string[]> {
  const sessions = await loadSessions();
  const { exchange, ...attempt } = attemptOf(sessions, caseOf(sessions, family), replies);
  if (exchange.response === null) throw new TypeError('no answer to the main step');
  return rule.collect({ ...attempt, exchange, response: exchange.response });
}

const given = (access: string, refresh: string): Replies[string] => ({
  status: 200,
  json: { access_token: access, refresh_token: refresh, scope: 'all' },
});

describe('a rule on tokens', () => {
  const replies = {
    redeem: given('a0', 'r0'),
    main: given('a1', 'r0'),
    'refresh-again': given('a2', 'r2'),
    'refresh-third': given('a3', 'r3'),
    'refresh-fourth': given('a4', 'r4'),
  };

  it('looks at the characters of refreshed ones too', async () => {
    expect(await collected(tokenAccessVisible, 'refresh.chain', replies)).toEqual([
      'a0',
      'a1',
      'a2',
      'a3',
      'a4',
    ]);
    expect(await collected(tokenRefreshVisible, 'refresh.chain', replies)).toEqual(['r0', 'r2', 'r3', 'r4']);
  });

  it('measures the chance of refreshed ones apart, since good ones of codes would hide it', async () => {
    const values = await collected(tokenRefreshUnguessable, 'refresh.chain', replies);
    expect(values).toContain('oauth_token_post\nr0');
    expect(values).toContain('oauth_token_post by refresh\nr4');
    const source = (name: string, tokens: readonly string[]): readonly string[] =>
      tokens.map((token) => `${name}\n${token}`);
    const good = source(
      'oauth_token_post',
      sample(400, (hash) => hash.toString('base64url')),
    );
    const counted = source(
      'oauth_token_post by refresh',
      sample(20, (_, index) => `token-${index}`),
    );
    expect(tokenRefreshUnguessable.judge(good)).toEqual([]);
    expect(tokenRefreshUnguessable.judge([...good, ...counted])).toHaveLength(1);
  });

  it('lets a refresh give tokens again, even those of another case', async () => {
    const values = [
      ...(await collected(tokenRefreshUnique, 'refresh.chain', replies)),
      ...(await collected(tokenRefreshUnique, 'refresh.chain', { ...replies, redeem: given('b0', 's0') })),
    ];
    expect(values).toEqual(['r0', 's0']);
    expect(tokenRefreshUnique.judge(values)).toEqual([]);
  });
});

describe('a rule on the values of clients', () => {
  const client = (id: string, secret: string): Replies[string] => ({
    status: 200,
    json: { client_id: id, client_secret: secret },
  });
  const updated = { register: client('id', 'first'), update: client('id', 'second') };

  it('looks at the secret that an update gives, and measures it apart', async () => {
    expect(await collected(clientSecretVisible, 'token.rotated.new', updated)).toEqual(['first', 'second']);
    expect(await collected(clientSecretUnguessable, 'token.rotated.new', updated)).toEqual([
      'oauth_client_post\nfirst',
      'oauth_client_client_id_put\nsecond',
    ]);
  });

  it('lets an update keep the secret', async () => {
    const kept = { register: client('id', 'first'), update: client('id', 'first') };
    expect(await collected(clientSecretUnique, 'token.rotated.new', kept)).toEqual(['first']);
  });

  it('looks at the id of a generated client, but leaves it to another rule whether it is new', async () => {
    const generated: Replies = {
      main: { status: 200, json: { client_id: 'g', client_secret: 's', oauth_token: {} } },
    };
    expect(await collected(clientIdVisible, 'generate.life', generated)).toContain('g');
    expect(await collected(clientIdUnique, 'generate.life', generated)).not.toContain('g');
    expect(await collected(clientSecretUnique, 'generate.life', generated)).toContain('s');
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
