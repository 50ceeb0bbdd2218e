import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Rule, Violation } from '../../checks/rule.ts';
import type { Contract } from '../../spec/operation.ts';
import { buildAnswered } from './answered.ts';
import type { PlainAttempt } from './answered.ts';
import { testContract } from './test-contract.ts';

/** Attempts by what a rule says about them, each under a claim. */
export interface RuleTable {
  readonly passes: Readonly<Record<string, PlainAttempt>>;
  /** With the places of the violations, in order. */
  readonly violates: Readonly<Record<string, readonly [attempt: PlainAttempt, ...at: string[]]>>;
  readonly passesOver: Readonly<Record<string, PlainAttempt>>;
}

/** The violations that a rule finds in an attempt; null if it does not apply. */
export function judgeWith(rule: Rule, contract: Contract, plain: PlainAttempt): readonly Violation[] | null {
  if (rule.on === 'sample') return null;
  const answered = buildAnswered(contract, plain);
  return rule.appliesTo(answered) ? rule.judge(answered) : null;
}

/** Tests a rule with its table. Every rule must be seen to pass and to fail. */
export function describeRule(rule: Rule, { passes, violates, passesOver }: RuleTable): void {
  describe(rule.id, () => {
    let contract: Contract;
    beforeAll(async () => {
      contract = await testContract();
    });
    it.each(Object.entries(passes))('passes %s', (_, plain) => {
      expect(judgeWith(rule, contract, plain)).toEqual([]);
    });
    it.each(Object.entries(violates))('is violated by %s', (_, [plain, ...at]) => {
      expect(judgeWith(rule, contract, plain)?.map((violation) => violation.at)).toEqual(at);
    });
    it.each(Object.entries(passesOver))('passes over %s', (_, plain) => {
      expect(judgeWith(rule, contract, plain)).toBeNull();
    });
  });
}
