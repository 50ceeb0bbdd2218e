import type { Attempt, Violation } from '../rule.ts';
import { headerValues } from '../read/header-values.ts';
import { stepViolation } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** The state of these sessions holds line breaks and a header of its own. */
export const authorizeHeaderUnsplit = sessionRule({
  id: 'authorize.header.unsplit',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.14' },
  claim: 'lets no line break of a parameter into its header section',
  families: ['authorize.line-break.'],
  judgement: {
    appliesTo: ({ exchange: { response, failure } }) => response !== null || failure?.kind === 'malformed',
    judge,
  },
});

function judge({ exchange: { response, failure } }: Attempt): readonly Violation[] {
  if (response === null) return [stepViolation('main', 'a whole answer', failure?.message ?? 'none')];
  const isSplit = response.headers.has('x-conformance-split');
  const isRaw = headerValues(response, 'location').some((value) => /[\r\n]/.test(value));
  return isSplit || isRaw
    ? [stepViolation('main', 'no header of ours', 'X-Conformance-Split', 'header location')]
    : [];
}
