import { describe, expect, it } from '@jest/globals';
import { rulesOf } from '../../../checks/catalogue.ts';
import { answerPrompt, withLatencyLimit } from '../../../checks/robustness/rules.ts';
import type { Rule } from '../../../checks/rule.ts';

const durations = (fast: number, slow: number): readonly string[] => [
  ...Array.from({ length: fast }, () => '20'),
  ...Array.from({ length: slow }, () => '2500'),
];

const judge = (rule: Rule | undefined, values: readonly string[]): readonly string[] | undefined =>
  rule?.on === 'sample' ? rule.judge(values).map(({ actual }) => actual) : undefined;

describe('robustness.answer.prompt', () => {
  it('is violated where more than one answer in twenty takes longer than two seconds', () => {
    expect(judge(answerPrompt, durations(94, 6))).toEqual(['p95 2500 ms, slowest 2500 ms']);
  });

  it.each([
    ['one in twenty', durations(95, 5)],
    ['a single one, with others', durations(40, 1)],
    ['none', durations(1, 0)],
  ])('has nothing against %s', (_, values) => {
    expect(judge(answerPrompt, values)).toEqual([]);
  });

  it('takes the limit of a run, and leaves other rules alone', () => {
    const rules = rulesOf('oauth_client_post');
    const limited = withLatencyLimit(rules, 10);
    const changed = limited.filter((rule, index) => rule !== rules[index]);
    expect(changed.map(({ id }) => id)).toEqual(['robustness.answer.prompt']);
    expect(judge(changed[0], durations(10, 0))).toEqual(['p95 20 ms, slowest 20 ms']);
  });
});
