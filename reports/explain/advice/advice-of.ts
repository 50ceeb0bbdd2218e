import type { Advice, AdviceTable } from './advice.ts';
import { authorizationAdvice } from './authorization.ts';
import { errorAdvice } from './errors.ts';
import { messageAdvice } from './messages.ts';
import { resourceAdvice } from './resources.ts';
import { tokenUseAdvice } from './token-use.ts';
import { tokenAdvice } from './tokens.ts';

/** All advice, by rule id or by its beginning. */
export const adviceTable: AdviceTable = {
  ...messageAdvice,
  ...resourceAdvice,
  ...errorAdvice,
  ...tokenAdvice,
  ...tokenUseAdvice,
  ...authorizationAdvice,
};

/** The key of the advice on a rule: the most specific one; null if there is none. */
export function adviceKey(rule: string): string | null {
  const words = rule.split('.');
  const keys = words.map((_, index) => words.slice(0, words.length - index).join('.'));
  return keys.find((key) => Object.hasOwn(adviceTable, key)) ?? null;
}

/** The advice on a rule; null if there is none. */
export function adviceOf(rule: string): Advice | null {
  const key = adviceKey(rule);
  return key === null ? null : (adviceTable[key] ?? null);
}
