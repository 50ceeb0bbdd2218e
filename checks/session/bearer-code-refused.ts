import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Takes nothing else that a client has for an access token. */
export const bearerCodeRefused = sessionRule({
  id: 'bearer.code.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '7' },
  claim: 'takes no code, client secret or client id for an access token',
  families: ['bearer.use', 'bearer.unredeemed-code'],
  when: (attempt) => ['use-token', 'use-token-before'].some((step) => takesBearer(attempt, step)),
  judgement: refuses('use-code', 'use-client-secret', 'use-client-id'),
});
