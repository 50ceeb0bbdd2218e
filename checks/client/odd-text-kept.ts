import { clientDifferences, confirmedMembers, writtenClient } from '../read/client-members.ts';
import { jsonObjectOf } from '../read/json-object-of.ts';
import { pickPresent } from '../read/pick-present.ts';
import { isGone, tellingProbe } from '../read/read-back.ts';
import { mainRequestBody } from '../read/request-body.ts';
import type { JsonObject } from '../../spec/json-object.ts';
import type { Answered, AnswerRule } from '../rule.ts';

/**
 * Ends of lines, controls and other odd text may be refused. A server that takes it and keeps something else changes
 * what its owner wrote: a warning, for some strip control characters on purpose.
 */
export const oddTextKept: AnswerRule = {
  on: 'answer',
  id: 'client.odd-text.kept',
  level: 'SHOULD',
  source: { document: 'contract', section: 'oauth_client_input' },
  claim: 'keeps line ends and other odd text as it was sent, where it takes it',
  operations: ['oauth_client_post', 'oauth_client_client_id_put'],
  appliesTo: (answered) =>
    isTakenOddText(answered) && sentClient(answered) !== null && jsonObjectOf(answered.response) !== null,
  judge: (answered) => {
    const sent = sentClient(answered) ?? {};
    const answer = jsonObjectOf(answered.response) ?? {};
    const shown = pickPresent(sent, answer);
    const changed = clientDifferences(shown, answer);
    const probe = tellingProbe(answered, 'read-back');
    const stored = probe === null || isGone(probe) ? null : jsonObjectOf(probe);
    return stored === null
      ? changed
      : [...changed, ...clientDifferences(pickPresent(confirmedMembers(shown, answer), stored), stored)];
  },
};

function isTakenOddText({ case: { expectation, breakage }, response: { status } }: Answered): boolean {
  return status === 200 && expectation === 'clean' && breakage === null;
}

function sentClient({ case: testCase }: Answered): JsonObject | null {
  return writtenClient(mainRequestBody(testCase));
}
