import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { foreignViolations } from '../../../checks/read/foreign-values.ts';
import { hasOddPath } from '../../../checks/read/request.ts';
import { addedValues, isSameDestination, parseRedirect } from '../../../checks/read/redirect.ts';
import { repeatedMember } from '../../../checks/read/repeated-member.ts';
import { show } from '../../../checks/read/show.ts';
import type { Attempt } from '../../../checks/rule.ts';
import { foreignReasons, type ForeignReason } from '../../../driver/clients/foreign-value.ts';
import { shorten } from '../../../driver/secrets/redacted.ts';
import type { RedactedText } from '../../../driver/secrets/redacted.ts';

const seed = 20_261_123;

describe('show', () => {
  it('writes JSON, which is cut where long', () => {
    expect(show(undefined)).toBe('absent');
    expect(show('a"b')).toBe(String.raw`"a\"b"`);
    expect(shorten(show('x'.repeat(1000)) as RedactedText)).toBe(`"${'x'.repeat(59)}… (1002 characters)`);
  });
});

describe('repeatedMember', () => {
  it('finds none in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(repeatedMember(text, JSON.parse(text))).toBeNull();
      }),
      { seed },
    );
  });

  it('finds the name of a member that is written twice, at any depth and however spaced', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.json(),
        fc.constantFrom('', ' ', '\n\t'),
        (name, value, space) => {
          const member = `${JSON.stringify(name)}${space}:${space}${value}`;
          const text = `[{"":{${member},${space}${member}}}]`;
          expect(repeatedMember(text, JSON.parse(text))).not.toBeNull();
        },
      ),
      { seed },
    );
  });
});

describe('repeatedMember of a place', () => {
  it.each([
    ['{"a":1,"a":2}', 'a', null],
    ['{"a":{"b":1,"b":2}}', null, 'b'],
    ['{"a":{"b":1,"b":2},"a":3}', 'a', 'b'],
    ['{"a":[{"a":1},{"a":2}]}', null, null],
  ])('finds in %s the outermost %s and inside %s', (text, outermost, inside) => {
    const parsed: unknown = JSON.parse(text);
    expect(repeatedMember(text, parsed, 'outermost')).toBe(outermost);
    expect(repeatedMember(text, parsed, 'inside')).toBe(inside);
  });
});

describe('parseRedirect', () => {
  it('tells what was added to any redirect URI from what was there', () => {
    const pairs = fc.array(fc.tuple(fc.constantFrom('a', 'code', 'state'), fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(pairs, fc.string({ minLength: 1 }), (own, code) => {
        const query = new URLSearchParams(own.map(([name, value]): [string, string] => [name, value]));
        const uri = own.length === 0 ? 'https://a.example/cb' : `https://a.example/cb?${query.toString()}`;
        const location = `${uri}${own.length === 0 ? '?' : '&'}code=${encodeURIComponent(code)}`;
        const redirect = parseRedirect(location, uri);
        expect(redirect).toMatchObject({ base: 'https://a.example/cb', lost: [], fragment: '' });
        expect(addedValues(redirect, 'code')).toEqual([code]);
        expect(addedValues(redirect, 'state')).toEqual([]);
      }),
      { seed },
    );
  });
});

describe('isSameDestination', () => {
  it.each([
    ['https://a.example', 'https://a.example/', true],
    ['HTTPS://A.example:443/x', 'https://a.example/x', true],
    ['https://a.example/x', 'https://a.example/X', false],
    ['https://a.example/x', 'https://a.example:8443/x', false],
    ['https://a.example/b/../x', 'https://a.example/x', false],
    ['https://a.example/%41', 'https://a.example/A', false],
    ['com.example.app:/cb', 'com.example.app:/CB', false],
    ['not a URI', 'not a URI', true],
    ['not a URI', 'another', false],
  ])('compares %s with %s: %s', (left, right, expected) => {
    expect(isSameDestination(left, right)).toBe(expected);
  });
});

describe('hasOddPath', () => {
  const request = (path: string) => ({ method: 'GET', path, headers: [], body: null });

  it.each(['/a/', '/a//b', '/a/..', '/a/%2e%2E/b', '/a/b%2Fc', '/a/%00', '/a/%5c', `/${'a'.repeat(2001)}`])(
    'is true of %.40s',
    (path) => {
      expect(hasOddPath(request(path))).toBe(true);
    },
  );

  it.each(['/a/b', '/a/b..c', '/a/.b', '/a/%C3%A9', '/a?b=//c/..%2F'])('is false of %s', (path) => {
    expect(hasOddPath(request(path))).toBe(false);
  });
});

const words: Record<ForeignReason, string> = {
  ...{ before: 'stood there', meanwhile: 'seen', another: 'not what was sent' },
  ...{ earlier: 'given before', inherited: 'left there', unread: 'not to be read' },
};

function violationsOf(exchange: object): ReturnType<typeof foreignViolations> {
  const attempt = { exchanges: new Map([['main', exchange]]) } as unknown as Attempt;
  return foreignViolations(attempt, 'a new one', words, (at) => at === '/client_id');
}

describe('violations by values that are not new', () => {
  const foreign = foreignReasons.map((why) => ({ at: '/client_id', why }));

  it('are conclusive where earlier answers have shown it, and not where it had to be read', () => {
    expect(
      violationsOf({ foreign }).map(({ actual, isConclusive }) => [actual, isConclusive ?? false]),
    ).toEqual([
      ['stood there', true],
      ['seen', true],
      ['not what was sent', false],
      ['given before', true],
      ['left there', true],
      ['not to be read', false],
    ]);
  });

  it('are not conclusive in the answer to a request that was sent twice', () => {
    const conclusive = violationsOf({ foreign, isRepeated: true }).filter(({ isConclusive }) => isConclusive);
    expect(conclusive).toEqual([]);
  });

  it('name what the rule is about, in the words that it has', () => {
    const other = { foreign: [{ at: '/access_token', why: 'earlier' as const }] };
    expect(violationsOf(other)).toEqual([]);
    expect(violationsOf({})).toEqual([]);
  });
});
