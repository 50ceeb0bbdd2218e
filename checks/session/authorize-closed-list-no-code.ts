import { ofMain, stepViolation } from './judgements.ts';
import { grantedParameters, redirectAnswer } from './redirect-answer.ts';
import { sessionRule } from './session-rule.ts';

/** Consent is `yes` and nothing else; a response type is `code` and nothing else. */
export const authorizeClosedListNoCode = sessionRule({
  id: 'authorize.closed-list.no-code',
  level: 'MUST',
  source: { document: 'contract', section: 'parameters' },
  claim: 'gives no code without consent or for another response type',
  families: ['authorize.closed.', 'authorize.denied'],
  judgement: ofMain((attempt) => {
    const redirect = redirectAnswer(attempt);
    const granted = redirect === null ? [] : grantedParameters(redirect);
    return granted.map((name) => stepViolation('main', 'no code or token', name, 'header location'));
  }),
});
