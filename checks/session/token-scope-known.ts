import { askedScope, defaultScope, scopeBeyond } from './scope-difference.ts';
import { sessionRule } from './session-rule.ts';
import { tokenAnswer } from './token-answer.ts';

/** Section 3.3 lets a server go by its own policy: then by the client's defaults, and not by anything else. */
export const tokenScopeKnown = sessionRule({
  id: 'token.scope.known',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '3.3' },
  claim: 'grants no scope that was neither asked for nor the default',
  families: ['token.scope.'],
  judgement: {
    appliesTo: (attempt) => tokenAnswer(attempt, 'redeem') !== null,
    judge: (attempt) =>
      scopeBeyond('redeem', tokenAnswer(attempt, 'redeem') ?? {}, [
        ...(askedScope(attempt) ?? []),
        ...defaultScope(attempt),
      ]),
  },
});
