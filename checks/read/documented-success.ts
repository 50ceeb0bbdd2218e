import type { DocumentedResponse } from '../../spec/operation.ts';
import type { Answered } from '../rule.ts';
import { answersOperation } from './answers-operation.ts';

/** How the contract documents this answer, where it is the operation's success by number; else null. */
export function documentedSuccess(answered: Answered): DocumentedResponse | null {
  const { status } = answered.response;
  if (status >= 400 || !answersOperation(answered)) return null;
  return answered.operation.responses[status] ?? null;
}
