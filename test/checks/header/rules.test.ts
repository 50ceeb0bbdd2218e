import { describe, expect, it } from '@jest/globals';
import { catalogue } from '../../../checks/catalogue.ts';
import { headerRules } from '../../../checks/header/rules.ts';
import type { Answered } from '../../../checks/rule.ts';

const hsts = 'strict-transport-security';

/** Header, lines that are fine, lines that are not. */
const examples: readonly (readonly [string, string, readonly string[], readonly string[]])[] = [
  [
    'header.hsts.well-formed',
    hsts,
    ['max-age=63072000; includeSubdomains; preload'],
    ['max-age=8640000:includeSubdomains'],
  ],
  ['header.hsts.well-formed', hsts, ['max-age="1";'], ['includeSubDomains']],
  ['header.hsts.single', hsts, ['max-age=1'], ['max-age=1', 'max-age=1']],
  ['header.nosniff.well-formed', 'x-content-type-options', ['nosniff'], ['nosniff,nosniff']],
  ['header.frame-options.well-formed', 'x-frame-options', ['SAMEORIGIN', 'SAMEORIGIN'], ['DENY,SAMEORIGIN']],
  ['header.framing.denied', 'x-frame-options', ['DENY'], []],
  ['header.cookie.secure', 'set-cookie', ['SESSION=a; Secure'], ['SESSION=a']],
  ['header.cookie.http-only', 'set-cookie', ['theme=dark', 'SESSION='], ['SESSION=a; Path=/']],
  ['header.cookie.same-site', 'set-cookie', ['SESSION=a;SameSite=Lax'], ['SESSION=a;Secure']],
  [
    'header.cookie.attributes-once',
    'set-cookie',
    ['a=b;HttpOnly'],
    ['a=b; HttpOnly; Path=/;HttpOnly;Secure'],
  ],
  ['login.answer.not-cacheable', 'cache-control', ['no-cache, max-age=60'], ['public']],
  ['login.answer.not-cacheable', 'cache-control', ['max-age=0'], ['max-age=60']],
  ['header.server.version-hidden', 'server', ['envoy'], ['Apache/2.4.1']],
];

/** Header rules look at headers only. */
function answered(header: string, lines: readonly string[]): Answered {
  const headers = new Map(lines.length === 0 ? [] : [[header, lines] as const]);
  return { response: { status: 200, headers } } as unknown as Answered;
}

describe.each(examples)('%s', (id, header, fine, wrong) => {
  const rule = catalogue.find((candidate) => candidate.id === id);

  it(`accepts ${fine.join(' and ')} and finds ${wrong.join(' and ') || 'nothing'}`, () => {
    if (rule?.on !== 'answer') throw new TypeError(`no rule ${id}`);
    expect(rule.judge(answered(header, fine))).toEqual([]);
    expect(rule.appliesTo(answered(header, wrong))).toBe(true);
    expect(rule.judge(answered(header, wrong))).not.toEqual([]);
  });
});

describe('header rules', () => {
  it('bear odd values', () => {
    const odd = ['', ';', '=', ',,', '\u0000', 'a'.repeat(5000)];
    for (const rule of headerRules) {
      for (const line of odd) {
        for (const name of [hsts, 'set-cookie', 'x-frame-options', 'server']) {
          const answer = answered(name, [line, line]);
          if (rule.on === 'answer' && rule.appliesTo(answer)) expect(rule.judge(answer)).toBeDefined();
        }
      }
    }
  });
});
