import type { JsonObject } from '../../spec/json-object.ts';
import type { Answered, AnswerRule } from '../rule.ts';
import { acceptedClient } from '../read/accepted-client.ts';
import { storedDifferences, tellingProbe } from '../read/read-back.ts';

/** The id and the secret read back as the registration gave them, too. */
export const registrationStored: AnswerRule = {
  on: 'answer',
  id: 'client.registration.stored',
  level: 'MUST',
  source: { document: 'contract', section: 'responses' },
  claim: 'registers a client that reads back as it was written',
  operations: ['oauth_client_post'],
  appliesTo: (answered) => tellingProbe(answered, 'read-back') !== null && acceptedClient(answered) !== null,
  judge: (answered) => {
    const probe = tellingProbe(answered, 'read-back');
    return probe === null ? [] : storedDifferences(createdClient(answered), probe);
  },
};

function createdClient(answered: Answered): JsonObject {
  const id = answered.slots.get('created.id');
  const secret = answered.slots.get('created.secret');
  return {
    ...(id === undefined ? {} : { client_id: id }),
    ...(secret === undefined ? {} : { client_secret: secret }),
    ...acceptedClient(answered),
  };
}
