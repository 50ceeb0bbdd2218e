import { byId } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { clientAnswerRules } from './answers.ts';
import { clientLifeRules } from './life.ts';
import { clientOtherRules } from './others.ts';
import { clientValueRules } from './values.ts';

/** The rules on single answers, followed by the session rules in the order of their ids. */
export const clientRules: readonly Rule[] = [
  ...clientAnswerRules,
  ...byId([...clientValueRules, ...clientLifeRules, ...clientOtherRules]),
];
