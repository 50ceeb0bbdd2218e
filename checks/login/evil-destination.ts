import { stepViolation } from '../make/session-rule.ts';
import { hostOf, redirectAnswer } from '../read/steps.ts';
import type { Attempt, Violation } from '../rule.ts';

/** Never resolves (RFC 6761), so it appears in a Location only if the target copied it from our request. */
const evilHost = 'evil.invalid';

/**
 * Violations if the main step redirects to the destination that the request smuggled in, or asks the provider to return
 * there.
 */
export function toEvilDestination(attempt: Attempt): readonly Violation[] {
  const redirect = redirectAnswer(attempt);
  if (redirect === null) return [];
  const back = redirect.query.get('redirect_uri') ?? '';
  const reached = [redirect.location, back].filter((uri) => leadsTo(uri));
  return reached.map((uri) => stepViolation('main', 'its own destination', uri, 'header location'));
}

/** Resolves a relative reference as a user agent would, including backslashes. */
function leadsTo(uri: string): boolean {
  const base = 'https://target.invalid/';
  return uri !== '' && URL.canParse(uri, base) && hostOf(new URL(uri, base).href) === evilHost;
}
