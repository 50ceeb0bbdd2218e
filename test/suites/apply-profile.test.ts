import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../checks/catalogue.ts';
import type { RuleRecord } from '../../checks/verdict.ts';
import { applyProfile, rulesUnder } from '../../suites/apply-profile.ts';
import { contractProfile, type Profile } from '../../targets/profile.ts';
import { sampleOperation, sampleRule } from '../reports/sample-report.ts';

const bearer = rulesOf('session').filter(({ needs }) => needs.includes('bearer'));
const needingBearer = new Set(bearer.map(({ id }) => id));
const others = rulesOf('session').filter(({ id }) => id.startsWith('client.id'));
const withBearer = (isTaken: boolean): Profile => ({
  ...contractProfile,
  supports: { ...contractProfile.supports, bearer: isTaken },
});

function recordOf(judged: (id: string) => number, rules = [...bearer, ...others]): readonly RuleRecord[] {
  return rules.map(({ id, level }) =>
    sampleRule({
      operation: 'session',
      rule: id,
      level,
      judged: judged(id),
      verdict: judged(id) === 0 ? 'not applicable' : 'pass',
    }),
  );
}

function apply(records: readonly RuleRecord[], profile: Profile, isWhole = true): readonly RuleRecord[] {
  const record = sampleOperation({ operation: 'session', rules: records });
  return applyProfile(record, [...bearer, ...others], profile, { isWhole }).rules;
}

describe('a profile', () => {
  it('makes what it rules out not applicable, with the reason, in the order of the rules', () => {
    const profile = withBearer(false);
    const judged = rulesUnder(profile, 'session', [...bearer, ...others]);
    expect(judged).toEqual(others);
    const rules = apply(
      recordOf(() => 5, [...others]),
      profile,
    );
    expect(rules.map(({ rule }) => rule)).toEqual([...bearer, ...others].map(({ id }) => id));
    expect(rules[0]).toMatchObject({
      verdict: 'not applicable',
      judged: 0,
      reason: 'profile contract declares supports.bearer false',
    });
    expect(rules.at(-1)?.verdict).toBe('pass');
  });

  it('that promises what nothing showed is broken', () => {
    const rules = apply(
      recordOf((id) => (needingBearer.has(id) ? 0 : 5)),
      withBearer(true),
    );
    expect(rules[0]).toMatchObject({
      verdict: 'broken',
      reason: expect.stringMatching(/declares supports\.bearer true, but nothing showed/),
    });
    expect(rules.at(-1)?.verdict).toBe('pass');
  });

  it('keeps its promise by one rule that was judged', () => {
    const rules = apply(
      recordOf((id) => (id === 'bearer.altered.refused' ? 1 : 0)),
      withBearer(true),
    );
    expect(rules.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });

  it('is not held to its promise by a part of a run', () => {
    const rules = apply(
      recordOf(() => 0),
      withBearer(true),
      false,
    );
    expect(rules.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  });

  it('of the contract changes nothing', () => {
    const records = recordOf(() => 5);
    expect(apply(records, contractProfile)).toEqual(records);
  });
});
