import { resolvePointer } from '../../spec/json-pointer.ts';
import type { Attempt } from '../rule.ts';
import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { settledAnswer, takesBearer } from './settled-answer.ts';

/** Seconds; the case waits twice as long. */
const longestLifetime = 2;

/** A token says when it ends, and then it does. Some leeway for clocks is lawful, so it is no more than a SHOULD. */
export const bearerExpiredRefused = sessionRule({
  id: 'bearer.expired.refused',
  level: 'SHOULD',
  source: { document: 'RFC 6750', section: '3.1' },
  claim: 'refuses an access token whose lifetime is over',
  families: ['bearer.expired'],
  when: (attempt) => takesBearer(attempt, 'use-fresh') && isShort(lifetimeOf(attempt)),
  judgement: refuses('use-expired'),
});

function lifetimeOf(attempt: Attempt): unknown {
  const answer = settledAnswer(attempt, 'main');
  return answer === null ? null : resolvePointer(answer.json, '/oauth_token/expires_in');
}

function isShort(lifetime: unknown): boolean {
  return typeof lifetime === 'number' && lifetime > 0 && lifetime <= longestLifetime;
}
