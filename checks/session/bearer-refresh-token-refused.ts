import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { takesBearer } from './settled-answer.ts';

/** Takes no refresh token for an access token. */
export const bearerRefreshTokenRefused = sessionRule({
  id: 'bearer.refresh-token.refused',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '7' },
  claim: 'takes no refresh token for an access token',
  families: ['bearer.use', 'generate.life'],
  when: (attempt) => takesBearer(attempt, 'use-token') || takesBearer(attempt, 'use-generated'),
  judgement: refuses('use-refresh-token', 'use-generated-refresh-token'),
});
