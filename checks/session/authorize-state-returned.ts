import { mainStep } from '../../generators/case.ts';
import { show } from '../read/show.ts';
import type { Attempt, Violation } from '../rule.ts';
import { stepViolation } from './judgements.ts';
import { grantedParameters, redirectAnswer } from './redirect-answer.ts';
import { sentFormValues } from './sent-values.ts';
import { sessionRule } from './session-rule.ts';

/** Compared decoded as a form (appendix B). An empty state counts as not sent, and may come back empty. */
export const authorizeStateReturned = sessionRule({
  id: 'authorize.state.returned',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '4.1.2' },
  claim: 'returns the state exactly as it was sent, and none where none was',
  families: ['authorize.state.', 'authorize.empty.', 'authorize.extra.', 'authorize.omitted.'],
  judgement: { appliesTo: (attempt) => grantedStates(attempt) !== null, judge },
});

/** The states of a redirect with a code. */
function grantedStates(attempt: Attempt): readonly string[] | null {
  const redirect = redirectAnswer(attempt);
  return redirect === null || !grantedParameters(redirect).includes('code')
    ? null
    : redirect.query.getAll('state');
}

function judge(attempt: Attempt): readonly Violation[] {
  const returned = grantedStates(attempt);
  const [sent] = sentFormValues(mainStep(attempt.case), 'state');
  if (returned === null) return [];
  const [only, ...others] = returned;
  const isFaithful = sent === undefined || sent === '' ? (only ?? '') === '' : only === sent;
  // Sent empty it may come back empty; not sent at all it may not.
  const isInvented = sent === undefined && only !== undefined;
  return isFaithful && !isInvented && others.length === 0
    ? []
    : [
        stepViolation(
          'main',
          `state ${show(sent)}`,
          returned.map(show).join(', ') || 'absent',
          'header location',
        ),
      ];
}
