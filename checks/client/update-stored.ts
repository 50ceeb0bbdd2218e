import { mainStep, type Case } from '../../generators/case.ts';
import type { AnswerRule } from '../rule.ts';
import { acceptedClient } from '../read/accepted-client.ts';
import { namesClient, stepNamed } from '../read/known-client.ts';
import { storedDifferences, tellingProbe } from '../read/read-back.ts';

/** An update replaces all that its owner writes; the secret may change with it, and the id has a rule of its own. */
export const updateStored: AnswerRule = {
  on: 'answer',
  id: 'client.update.stored',
  level: 'MUST',
  source: { document: 'RFC 9110', section: '9.3.4' },
  claim: 'updates a client so that it reads back as it was written',
  operations: ['oauth_client_client_id_put'],
  appliesTo: (answered) =>
    tellingProbe(answered, 'read-back') !== null &&
    acceptedClient(answered) !== null &&
    readsWhatWasWritten(answered.case),
  judge: (answered) => {
    const probe = tellingProbe(answered, 'read-back');
    return probe === null ? [] : storedDifferences(acceptedClient(answered) ?? {}, probe);
  },
};

function readsWhatWasWritten(testCase: Case): boolean {
  const readBack = stepNamed(testCase, 'read-back');
  if (readBack === undefined) return false;
  return namesClient(mainStep(testCase), 'client.id') && namesClient(readBack, 'client.id');
}
