import type { Rule } from '../rule.ts';
import { sessionAnswerWhole } from './session-answer-whole.ts';
import { sessionModelAgrees } from './session-model-agrees.ts';

/** The session rules on whole sequences. */
export const sequenceRules: readonly Rule[] = [sessionAnswerWhole, sessionModelAgrees];
