import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The token endpoint tells an unknown client from a wrong secret. */
export const fault: Fault = {
  id: 'unknown-client-told-apart',
  description: 'The token endpoint tells an unknown client from a wrong secret.',
  trips: ['token.client.indistinct'],
  operations: operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call, { store }) =>
      answer.status !== 401 ||
      answer.body === null ||
      store.clients.has(bodyForm(call).get('client_id') ?? '')
        ? answer
        : {
            ...answer,
            body: {
              ...answer.body,
              message_list: [{ message: 'The client does not exist.', reason: 'ENTITY_NOT_FOUND' }],
            },
          },
    );
  },
};
