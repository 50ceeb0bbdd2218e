import { describe, expect, it } from '@jest/globals';
import type { RuleRecord } from '../../checks/verdict.ts';
import { applyDeviations } from '../../suites/apply-deviations.ts';
import type { Deviation } from '../../targets/deviation.ts';
import { failingRule, sampleOperation, sampleRule } from '../reports/sample-report.ts';

const context = { date: '2026-03-01', isWhole: true };

function apply(rule: RuleRecord, change: Partial<Deviation> = {}, run = context): RuleRecord {
  const entry: Deviation = {
    ...{ rule: 'response.*', operation: 'oauth_client_post', status: 'fails' },
    ...{ reason: 'this build', since: '2026-01-02', ...change },
  };
  const record = sampleOperation({ rules: [rule] });
  const [applied] = applyDeviations(record, { file: 'd.yaml', entries: [entry] }, run).rules;
  return applied ?? rule;
}

describe('a rule with an entry', () => {
  it('that fails is a known deviation, with the reason and its findings', () => {
    const failing = failingRule();
    expect(apply(failing, { link: 'https://tracker.example/1' })).toEqual({
      ...failing,
      verdict: 'known deviation',
      reason: 'this build (since 2026-01-02, https://tracker.example/1)',
    });
  });

  it('that passes is unexpected, unless the entry says that it is flaky', () => {
    expect(apply(sampleRule())).toMatchObject({
      verdict: 'unexpected pass',
      reason: expect.stringMatching(/^d\.yaml lists it as failing, but nothing violates it/),
    });
    expect(apply(sampleRule(), { status: 'flaky' })).toEqual(sampleRule());
    expect(apply(failingRule(), { status: 'flaky' }).verdict).toBe('known deviation');
  });

  it('that passes in a part of a run tells nothing', () => {
    expect(apply(sampleRule(), {}, { ...context, isWhole: false })).toEqual(sampleRule());
  });

  it.each([
    ['2026-02-28', 'fail'],
    ['2026-03-01', 'known deviation'],
    ['2026-03-02', 'known deviation'],
  ])('that expires on %s is %s', (expires, verdict) => {
    expect(apply(failingRule(), { expires }).verdict).toBe(verdict);
  });

  it('that has expired says so', () => {
    expect(apply(failingRule(), { expires: '2026-02-28' }).reason).toMatch(
      /^its entry in d\.yaml expired on 2026-02-28: this build/,
    );
  });

  it('that is broken is not excused', () => {
    const broken = sampleRule({ verdict: 'broken', judged: 0, reason: 'no set-up' });
    expect(apply(broken)).toEqual(broken);
  });

  it('that judged nothing stays so, and says what is not known', () => {
    const rule = sampleRule({ verdict: 'not applicable', judged: 0, reason: 'no answer' });
    expect(apply(rule)).toMatchObject({
      verdict: 'not applicable',
      reason: 'no answer; so nothing is known of its entry in d.yaml',
    });
  });

  it.each(['SHOULD', 'MAY'] as const)('of level %s is as it was', (level) => {
    const rule = failingRule({ level, verdict: level === 'SHOULD' ? 'warn' : 'note' });
    expect(apply(rule)).toEqual(rule);
  });

  it('on another operation has none', () => {
    expect(apply(failingRule(), { operation: 'session' })).toEqual(failingRule());
  });
});
