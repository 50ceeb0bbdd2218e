import { unauthorized } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded, takesBearer } from './settled-answer.ts';

/** Gives tokens that can be revoked. */
export const generateRevocationWorks = sessionRule({
  id: 'generate.revocation.works',
  level: 'MUST',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'gives tokens that can be revoked',
  families: ['generate.life'],
  when: (attempt) => takesBearer(attempt, 'use-refreshed') && succeeded(attempt, 'revoke-refreshed'),
  judgement: unauthorized('use-revoked'),
});
