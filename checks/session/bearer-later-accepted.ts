import type { Attempt } from '../rule.ts';
import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';
import { tokenAnswer } from './token-answer.ts';

/** Seconds: well beyond what a session waits and a slow target takes. */
const leastLifetime = 60;

/** A token says how long it lives; one that says it dies soon is not asked. */
export const bearerLaterAccepted = sessionRule({
  id: 'bearer.later.accepted',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '5.1' },
  claim: 'takes an access token until its lifetime is over',
  families: ['later.kept', 'later.refreshed'],
  when: livesOn,
  judgement: authenticates('use-token', 'use-refreshed-later'),
});

/** The token of the redemption, or that of the refresh which is the main step; taken once before. */
function livesOn(attempt: Attempt): boolean {
  return (
    (takesBearer(attempt, 'use-token-before') && isLasting(attempt, 'redeem')) ||
    (takesBearer(attempt, 'use-refreshed') && isLasting(attempt, 'main'))
  );
}

function isLasting(attempt: Attempt, step: string): boolean {
  const lifetime = tokenAnswer(attempt, step)?.['expires_in'];
  return typeof lifetime === 'number' && lifetime >= leastLifetime;
}
