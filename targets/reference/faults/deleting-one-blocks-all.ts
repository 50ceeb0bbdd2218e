import { onAnswer } from '../wrap/on-answer.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** After a deletion no client can be authorized for a while. */
export const fault: Fault = {
  id: 'deleting-one-blocks-all',
  description: 'After a deletion no client can be authorized for a while.',
  trips: ['client.others.authorizable'],
  operations,
  install: (behaviour) => {
    let blocked = 0;
    onAnswer(behaviour, ['oauth_client_client_id_delete'], (answer) => {
      if (answer.status === 200) blocked = 3;
      return answer;
    });
    refuseWhen(behaviour, operations, () => blocked-- > 0);
  },
};
