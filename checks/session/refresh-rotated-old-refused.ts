import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** A target that does not rotate keeps the token, which is allowed for clients with a secret. */
export const refreshRotatedOldRefused = sessionRule({
  id: 'refresh.rotated.old-refused',
  level: 'SHOULD',
  source: { document: 'BCP 240', section: '4.14.2' },
  claim: 'refuses a refresh token that it has replaced by another',
  families: ['refresh.rotated'],
  when: ({ slots }) => slots.get('refreshed.refresh_token') !== slots.get('refresh_token'),
  judgement: refuses('main'),
});
