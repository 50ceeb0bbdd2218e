import { codeEqualsStatus } from '../error/code-equals-status.ts';
import { envelopeDocumented } from '../error/envelope-documented.ts';
import { messageListFilled } from '../error/message-list-filled.ts';
import { stateError } from '../error/state-error.ts';
import type { Answered, AttemptRule } from '../rule.ts';
import { judgeSteps } from './step-answers.ts';

const rules = [envelopeDocumented, codeEqualsStatus, messageListFilled, stateError];

/** Errors that only a session meets, such as that of a code which comes again. A gateway may answer all but these. */
export const sessionRefusalDocumented: AttemptRule = {
  on: 'attempt',
  id: 'session.refusal.documented',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'refuses every step of a session with the documented status envelope',
  operations: ['session'],
  appliesTo: ({ exchanges }) => exchanges.size > 0,
  judge: (attempt) => judgeSteps(attempt, rules, isOwnRefusal),
};

function isOwnRefusal({ response: { status }, operation }: Answered): boolean {
  return status === 400 || status === 404 || (status === 401 && operation.id === 'oauth_token_post');
}
