import { describe, expect, it } from '@jest/globals';
import { challengeWellFormed } from '../../../checks/auth/challenges.ts';
import { parseChallenges } from '../../../checks/read/challenges.ts';
import type { PlainAttempt } from '../answered.ts';
import { describeRule } from '../describe-rule.ts';
import { refused, sentClient } from '../samples.ts';

describe('challenges', () => {
  it.each([
    ['Basic realm="a"', [['Basic', 'realm']]],
    ['Basic realm=a', [['Basic', 'realm']]],
    ['Basic REALM = "a, Bearer b"', [['Basic', 'realm']]],
    ['Basic realm="a \\"b\\", c", charset="UTF-8"', [['Basic', 'realm', 'charset']]],
    [
      'Bearer realm="a", error="invalid_token", Basic realm="b"',
      [
        ['Bearer', 'realm', 'error'],
        ['Basic', 'realm'],
      ],
    ],
    ['Negotiate', [['Negotiate']]],
    ['Negotiate, Basic realm="b"', [['Negotiate'], ['Basic', 'realm']]],
    ['NTLM TlRMTVNTUAAB==', [['NTLM']]],
    [' , Basic realm="a",, ', [['Basic', 'realm']]],
  ])('are read from %s', (value, wanted) => {
    const read = parseChallenges(value)?.map(({ scheme, parameters }) => [scheme, ...parameters]);
    expect(read).toEqual(wanted);
  });

  it.each([
    'realm="a"',
    'Basic realm=a b',
    'Basic realm="a',
    'Basic realm="a"b',
    '"Basic"',
    'Basic: realm="a"',
    'Bäsic',
  ])('are not read from %s', (value) => {
    expect(parseChallenges(value)).toBeNull();
  });
});

const challenged = (challenge: string | readonly string[]): PlainAttempt =>
  refused(
    { status: 401, headers: { 'www-authenticate': challenge } },
    { aspect: 'credentials', json: sentClient, credentials: { type: 'none' } },
  );

describeRule(challengeWellFormed, {
  passes: {
    'a realm': challenged('Basic realm="Intent Gateway Login Required"'),
    'another scheme without parameters': challenged('Negotiate'),
    'two fields': challenged(['Bearer error="invalid_token"', 'Basic realm="a"']),
  },
  violates: {
    'no realm': [challenged('Basic'), 'header WWW-Authenticate'],
    'no realm in the second of two': [challenged('Bearer realm="a", Basic'), 'header WWW-Authenticate'],
    'two realms': [challenged('Basic realm="a", realm="b"'), 'header WWW-Authenticate'],
    'a realm without quotes': [challenged('Basic realm=Login Required'), 'header WWW-Authenticate'],
    'a text': [challenged('please log in first'), 'header WWW-Authenticate'],
  },
  passesOver: { 'an empty one, which another rule forbids': challenged(' ') },
});
