import { isOperationId, type OperationId } from './operation-ids.ts';

/** What a suite is about: one operation, or sequences of several. */
export type SuiteId = OperationId | 'session';

/** Tells whether a text is the id of a suite. */
export function isSuiteId(text: string): text is SuiteId {
  return text === 'session' || isOperationId(text);
}
