import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_get'] as const;

/** A member of a client comes twice. */
export const fault: Fault = {
  id: 'member-sent-twice',
  description: 'A member of a client comes twice.',
  trips: ['response.json.unique-members'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer) =>
      answer.status === 200
        ? { ...answer, payload: JSON.stringify(answer.body).replace('{', '{"client_name":"",') }
        : answer,
    );
  },
};
