import type { Rule } from '../rule.ts';
import { sessionAnswerDocumented } from './session-answer-documented.ts';
import { sessionAnswerWhole } from './session-answer-whole.ts';
import { sessionModelAgrees } from './session-model-agrees.ts';
import { sessionRefusalDocumented } from './session-refusal-documented.ts';

/** The rules over any session, whatever its intention. */
export const sequenceRules: readonly Rule[] = [
  sessionAnswerWhole,
  sessionAnswerDocumented,
  sessionRefusalDocumented,
  sessionModelAgrees,
];
