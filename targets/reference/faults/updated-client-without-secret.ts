import { withoutMembers } from '../../../spec/json-object.ts';
import { isJsonObject } from '../read-json.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** A client that was updated is read without its secret. */
export const fault: Fault = {
  id: 'updated-client-without-secret',
  description: 'A client that was updated is read without its secret.',
  trips: ['session.answer.documented'],
  operations: ['oauth_client_client_id_get', 'oauth_client_client_id_put'],
  install: (behaviour) => {
    const updated = new Set<unknown>();
    onAnswer(behaviour, ['oauth_client_client_id_put'], (answer) => {
      if (isJsonObject(answer.body)) updated.add(answer.body['client_id']);
      return answer;
    });
    onAnswer(behaviour, ['oauth_client_client_id_get'], (answer) =>
      isJsonObject(answer.body) && updated.has(answer.body['client_id'])
        ? { ...answer, body: withoutMembers(answer.body, 'client_secret') }
        : answer,
    );
  },
};
