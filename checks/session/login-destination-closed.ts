import type { Attempt, Violation } from '../rule.ts';
import { ofMain, stepViolation } from './judgements.ts';
import { hostOf, redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

/** Never resolves (RFC 6761), so it is in a Location only because we put it there. */
const evilHost = 'evil.invalid';

/** Carrying the value along as opaque data is lawful; going there, or asking to come back there, is not. */
export const loginDestinationClosed = sessionRule({
  id: 'login.destination.closed',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.15' },
  claim: 'redirects to no place that a parameter names',
  families: ['login.open.'],
  judgement: ofMain(judge),
});

function judge(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const back = redirect.query.get('redirect_uri') ?? '';
  const reached = [redirect.location, back].filter((uri) => leadsTo(uri));
  return reached.map((uri) => stepViolation('main', 'its own destination', uri, 'header location'));
}

/** A relative reference is resolved as a user agent would, backslashes and all. */
function leadsTo(uri: string): boolean {
  const base = 'https://target.invalid/';
  return uri !== '' && URL.canParse(uri, base) && hostOf(new URL(uri, base).href) === evilHost;
}
