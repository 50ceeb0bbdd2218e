import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** A target may keep the secret on an update; then there is nothing to refuse. */
export const tokenRotatedSecretRefused = sessionRule({
  id: 'token.rotated-secret.refused',
  level: 'SHOULD',
  source: { document: 'RFC 7592', section: '2.2' },
  claim: 'refuses a secret that an update has replaced',
  families: ['token.rotated.old'],
  when: ({ slots }) => slots.get('rotated.secret') !== slots.get('client.secret'),
  judgement: refuses('main'),
});
