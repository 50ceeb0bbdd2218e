import { refuses } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Gives no token without the secret of the client. */
export const tokenSecretChecked = sessionRule({
  id: 'token.secret.checked',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.3' },
  claim: 'gives no token without the secret of the client',
  families: ['token.secret.', 'token.enumeration'],
  judgement: refuses('main'),
});
