import { authenticates } from './judgements.ts';
import { sessionRule } from './session-rule.ts';
import { succeeded, takesBearer } from './settled-answer.ts';

/** A target may end all that the client has of the user on purpose: a warning. */
export const revokeSameClientUsable = sessionRule({
  id: 'revoke.same-client.usable',
  level: 'SHOULD',
  source: { document: 'RFC 7009', section: '2.1' },
  claim: 'leaves the access token of another grant alone',
  families: ['revoke.same-client'],
  when: (attempt) => takesBearer(attempt, 'use-token-before') && succeeded(attempt, 'main'),
  judgement: authenticates('use-token'),
});
