import { byId } from '../rule.ts';
import type { Rule } from '../rule.ts';
import { authorizeAnswerRules } from './answers.ts';
import { authorizeDestinationRules } from './destinations.ts';
import { authorizeErrorRules } from './errors.ts';
import { authorizeParameterRules } from './parameters.ts';

/** The rules on single answers, followed by the session rules in the order of their ids. */
export const authorizeRules: readonly Rule[] = [
  ...authorizeAnswerRules,
  ...authorizeErrorRules,
  ...byId([...authorizeDestinationRules, ...authorizeParameterRules]),
];
