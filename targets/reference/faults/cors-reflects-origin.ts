import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** Any origin may read answers with credentials. */
export const fault: Fault = {
  id: 'cors-reflects-origin',
  description: 'Any origin may read answers with credentials.',
  trips: ['header.cors.not-reflected'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      call.headers.origin === undefined
        ? answer
        : {
            ...answer,
            headers: {
              ...answer.headers,
              'Access-Control-Allow-Origin': call.headers.origin,
              'Access-Control-Allow-Credentials': 'true',
            },
          },
    );
  },
};
