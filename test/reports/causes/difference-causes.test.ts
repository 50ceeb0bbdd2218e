import { describe, expect, it } from '@jest/globals';
import type { DifferenceRecord, SuiteComparison } from '../../../fidelity/comparison.ts';
import { findDifferenceCauses } from '../../../reports/causes/difference-causes.ts';
import { redacted } from '../sample-report.ts';
import { sampleDifference, sampleSuite } from '../sample-comparison.ts';

/** How many differences each cause of these has, and what it says. */
function causesOf(...suites: readonly Partial<SuiteComparison>[]): readonly (readonly [number, string])[] {
  const causes = findDifferenceCauses({ suites: suites.map((suite) => sampleSuite(suite)) });
  return causes.map(({ differences, statement }) => [differences.length, statement]);
}

/** A constant of an envelope that no rule is about. */
function constant(change: Partial<DifferenceRecord> = {}): DifferenceRecord {
  return sampleDifference({
    ...{ class: 'wrong shape', level: 'shape', facet: 'constant', at: '/api_version', odd: 'open' },
    ...{ a: redacted('3.1'), b: redacted('3.2'), rules: [] },
    ...change,
  });
}

const refused = sampleDifference({ rules: ['client.unknown.not-found'], b: redacted('400') });

describe('the causes of differences', () => {
  it('are one for a wrong constant, on any operation, at any step and in a list', () => {
    const post = [constant(), constant({ step: 'probe' }), constant({ class: 'static answer' })];
    const list = constant({ operation: 'oauth_client_list_post', at: '/entities/*/api_version' });
    const other = { operation: 'oauth_client_list_post', differences: [list] } as const;
    expect(causesOf({ differences: post }, other)).toEqual([[4, 'value /api_version: A 3.1, B 3.2']]);
  });

  it('are one for a wrong constant although each operation has its own rule for it', () => {
    const cacheable = (rule: string): DifferenceRecord =>
      constant({ facet: 'header', at: 'cache-control', odd: 'B', rules: [rule] });
    const causes = causesOf({
      differences: [cacheable('client.answer.no-store'), cacheable('token.answer.no-store')],
    });
    expect(causes.map(([count]) => count)).toEqual([2]);
  });

  it('are one for a wrong constant in place of several, of which a rule is about some', () => {
    const kind = { at: '/kind', b: redacted('error'), odd: 'B', rules: ['error.kind.documented'] } as const;
    const open = constant({ ...kind, odd: 'open', rules: [] });
    const client = constant({ ...kind, operation: 'oauth_client_list_post', a: redacted('oauth_client') });
    const causes = causesOf(
      { differences: [open, constant(kind)] },
      { operation: client.operation, differences: [client] },
    );
    expect(causes).toEqual([[3, expect.stringMatching(/^B: errors name a kind/)]]);
  });

  it('are two for two faults that the same answers show in two places', () => {
    const both = { odd: 'B', rules: ['response.date.present', 'error.kind.documented'] } as const;
    const kind = constant({ ...both, at: '/kind', here: ['error.kind.documented'] });
    const date = sampleDifference({ facet: 'rule', at: both.rules[0], rules: [both.rules[0]] });
    const rules = Object.fromEntries(both.rules.map((rule) => [rule, 3]));
    const together = Object.fromEntries(both.rules.map((rule) => [rule, rules]));
    expect(causesOf({ differences: [kind, date], together }).map(([count]) => count)).toEqual([1, 1]);
  });

  it('are two for two values, or for two places', () => {
    const differences = [constant(), constant({ b: redacted('4') }), constant({ at: '/kind' })];
    expect(causesOf({ differences }).map(([count]) => count)).toEqual([1, 1, 1]);
  });

  it('are one for a rule on all operations, and say which target violates it', () => {
    const get = { ...refused, operation: 'oauth_client_client_id_get', families: ['x'] } as const;
    const causes = causesOf({ differences: [refused] }, { operation: get.operation, differences: [get] });
    expect(causes).toEqual([[2, expect.stringMatching(/^B: \w/)]]);
  });

  it('are two for two faults, whose statuses are the same', () => {
    const lax = sampleDifference({ rules: ['auth.credentials.required'] });
    const codes = sampleDifference({ rules: ['code.replay.refused'], operation: 'session' });
    expect(causesOf({ differences: [lax] }, { operation: 'session', differences: [codes] })).toHaveLength(2);
  });

  it('are two for a rule that A violates here and B there', () => {
    const differences = [refused, { ...refused, step: 'probe', odd: 'A' as const }];
    expect(causesOf({ differences }).map(([, statement]) => statement.slice(0, 2))).toEqual(['B:', 'A:']);
  });

  it('join rules that the same cases violate in the same place', () => {
    const rule = (id: string): DifferenceRecord =>
      sampleDifference({ facet: 'header', at: 'date', step: id, b: redacted(id), rules: [id] });
    const ids = ['header.own.one', 'header.own.two'] as const;
    const differences = ids.map(rule);
    const both = { [ids[0]]: 3, [ids[1]]: 3 };
    const together = { [ids[0]]: both, [ids[1]]: both };
    expect(causesOf({ differences, together }).map(([count]) => count)).toEqual([2]);
    expect(causesOf({ differences, together: {} }).map(([count]) => count)).toEqual([1, 1]);
  });

  it('are one for all that was sent to one target only, whatever it answered', () => {
    const only = { class: 'no memory', rules: [], odd: 'open', b: redacted('not sent') } as const;
    const differences = ['200', '404', '405'].map((a) => sampleDifference({ ...only, a: redacted(a) }));
    expect(causesOf({ differences })).toEqual([
      [3, 'sent to A only: B had not given the values that later steps need'],
    ]);
  });

  it('do not join what is not known', () => {
    const unseen = { a: redacted('not shown'), b: redacted('not shown'), exchanges: { a: [], b: [] } };
    const differences = [constant(unseen), constant({ ...unseen, step: 'probe' })];
    expect(causesOf({ differences }).map(([count]) => count)).toEqual([1, 1]);
  });

  it('have each difference once, those that count first', () => {
    const aside = constant({ facet: 'incidental header', at: 'server', isCounted: false });
    const differences = [aside, constant(), { ...aside, step: 'probe' }, refused];
    const causes = findDifferenceCauses({ suites: [sampleSuite({ differences })] });
    const all = causes.flatMap((cause) => cause.differences);
    expect(all).toHaveLength(differences.length);
    expect(new Set(all)).toEqual(new Set(differences));
    expect(causes.at(-1)?.differences).toHaveLength(2);
  });
});
