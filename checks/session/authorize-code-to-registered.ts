import { isSameDestination } from '../read/same-destination.ts';
import { splitUri } from '../read/redirect.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { redirectAnswer } from './redirect-answer.ts';
import { sentTexts } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';

/** Whatever was sent: a code that arrives elsewhere is in the wrong hands. */
export const authorizeCodeToRegistered = sessionRule({
  id: 'authorize.code.to-registered',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.1.2.3' },
  claim: 'sends a code to a registered redirect URI',
  families: ['authorize.'],
  judgement: { appliesTo: (attempt) => codeBase(attempt) !== null, judge },
});

function codeBase(attempt: Attempt): string | null {
  const redirect = redirectAnswer(attempt);
  return redirect === null || !redirect.query.has('code') ? null : redirect.base;
}

function judge(attempt: Attempt): readonly Violation[] {
  const base = codeBase(attempt);
  if (base === null) return [];
  const registered = ['register', 'update'].flatMap((step) => sentTexts(attempt, step, 'redirect_uris'));
  const isRegistered = registered
    .map((uri) => splitUri(uri).base)
    // The description's own prose has a slash before the query.
    .some((uri) => isSameDestination(uri, base) || isSameDestination(`${uri}/`, base));
  return isRegistered ? [] : [stepViolation('main', registered.join(' or '), base, 'header location')];
}
