import { ofMain, stepViolation } from './judgements.ts';
import { grantedParameters, redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

/** The contract leaves the parameter optional without a condition, so that this can only be advice. */
export const authorizeOmittedUriAmbiguousRefused = sessionRule({
  id: 'authorize.omitted-uri.ambiguous-refused',
  level: 'SHOULD',
  source: { document: 'RFC 6749', section: '3.1.2.4' },
  claim: 'does not choose between redirect URIs where none is sent',
  families: ['authorize.omitted.several'],
  judgement: ofMain((attempt) => {
    const redirect = redirectAnswer(attempt);
    return redirect !== null && grantedParameters(redirect).length > 0
      ? [stepViolation('main', 'a refusal', redirect.base, 'header location')]
      : [];
  }),
});
