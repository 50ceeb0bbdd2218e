import { describe, expect, it } from '@jest/globals';
import type { RuleRecord } from '../../checks/verdict.ts';
import { fingerprintOf } from '../../reports/fingerprint.ts';
import { failingRule, redacted, sampleFinding, sampleRule } from './sample-report.ts';

const original = failingRule({ findings: [sampleFinding({ at: '/entities/0/client_secret' })] });
const withFinding = (change: Parameters<typeof sampleFinding>[0]): RuleRecord =>
  failingRule({ findings: [sampleFinding({ at: '/entities/0/client_secret', ...change })] });

describe('fingerprint', () => {
  it('is 16 hexadecimal digits', () => {
    expect(fingerprintOf(original)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('stays for ever', () => {
    expect(fingerprintOf(failingRule())).toMatchInlineSnapshot(`"dfe8355ff970d866"`);
  });

  it.each([
    ['another element', { at: '/entities/12/client_secret' }],
    ['other values', { expected: redacted('a'), actual: redacted('b') }],
    ['another case', { family: 'valid.boundary', path: 'valid.boundary/9/1:2', count: 1, shrinks: 0 }],
  ])('is the same for %s', (_name, change) => {
    expect(fingerprintOf(withFinding(change))).toBe(fingerprintOf(original));
  });

  it.each([
    ['place', withFinding({ at: '/entities/0/client_id' })],
    ['rule', { ...original, rule: 'response.location.present' }],
    ['operation', { ...original, operation: 'oauth_token_post' as const }],
  ])('differs for another %s', (_name, record) => {
    expect(fingerprintOf(record)).not.toBe(fingerprintOf(original));
  });

  it('does not depend on the order in which findings came', () => {
    const findings = [sampleFinding({ family: 'valid.b' }), sampleFinding({ family: 'valid.a' })];
    expect(fingerprintOf(failingRule({ findings }))).toBe(
      fingerprintOf(failingRule({ findings: findings.toReversed() })),
    );
  });

  it('is the same for any name in a map of the target', () => {
    const [one, other] = ['a/b', 'client_name'].map((name) =>
      fingerprintOf(withFinding({ at: `/message_list/0/details/${name}` })),
    );
    expect(one).toBe(other);
  });

  it('keeps numbers that are no index', () => {
    expect(fingerprintOf(withFinding({ at: 'status 200' }))).not.toBe(
      fingerprintOf(withFinding({ at: 'status 201' })),
    );
  });

  it('is absent where nothing was found', () => {
    expect(fingerprintOf(sampleRule())).toBeNull();
  });
});
