import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

/** Only authorization requests are judged: a redirect to a SAML or WS-Federation provider has no state. */
export const loginStateFresh = sessionRule({
  id: 'login.state.fresh',
  level: 'MUST',
  source: { document: 'BCP 240', section: '2.1' },
  claim: 'sends every login to the provider with a state of its own',
  families: ['login.fresh.'],
  judgement: { appliesTo: (attempt) => isAuthorization(attempt), judge },
});

function isAuthorization(attempt: Attempt): boolean {
  const query = redirectAnswer(attempt)?.query;
  return query !== undefined && (query.has('response_type') || (query.has('client_id') && !query.has('wa')));
}

function judge(attempt: Attempt): readonly Violation[] {
  const state = redirectAnswer(attempt)?.query.get('state') ?? '';
  if (state === '') return [stepViolation('main', 'a state', 'absent', 'header location')];
  return redirectAnswer(attempt, 'login-again')?.query.get('state') === state
    ? [stepViolation('login-again', 'another state', 'the same', 'header location')]
    : [];
}
