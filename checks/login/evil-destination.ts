import { stepViolation } from '../make/session-rule.ts';
import { hostOf, redirectAnswer } from '../read/steps.ts';
import type { Attempt, Violation } from '../rule.ts';

/** Never resolves (RFC 6761), so it is in a Location only because we put it there. */
const evilHost = 'evil.invalid';

/** A redirect of the main step to the place that a request asks for without any right, or with an order to come back there. */
export function toEvilDestination(attempt: Attempt): readonly Violation[] {
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
