import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

/** What tells an authorization request from a SAML or WS-Federation one. */
const telling = ['response_type', 'client_id', 'redirect_uri', 'scope'] as const;

/** What an authorization request cannot be without. */
const required = ['response_type', 'client_id'] as const;

/** Where it is an authorization request at all: a login may speak SAML, or go by a page of the target's own. */
export const loginRequestComplete = sessionRule({
  id: 'login.request.complete',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.1' },
  claim: 'asks an identity provider with one response type and one client id',
  families: ['login.fresh.'],
  judgement: { appliesTo: (attempt) => asked(attempt) !== null, judge },
});

function judge(attempt: Attempt): readonly Violation[] {
  const query = asked(attempt);
  return required.flatMap((name) => {
    const values = query?.getAll(name) ?? [];
    return values.length === 1 && values[0] !== ''
      ? []
      : [stepViolation('main', `one ${name}`, `${values.filter(Boolean).length}`, 'header location')];
  });
}

function asked(attempt: Attempt): URLSearchParams | null {
  const query = redirectAnswer(attempt)?.query;
  return query !== undefined && telling.some((name) => query.has(name)) ? query : null;
}
