import { byId } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { tokenAnswerRules } from './answers.ts';
import { tokenClientRules } from './clients.ts';
import { tokenGrantRules } from './grants.ts';
import { tokenScopeRules } from './scopes.ts';
import { tokenValueRules } from './values.ts';

/** The rules on single answers, followed by the session rules in the order of their ids. */
export const tokenRules: readonly Rule[] = [
  ...tokenAnswerRules,
  ...byId([...tokenValueRules, ...tokenClientRules, ...tokenGrantRules, ...tokenScopeRules]),
];
