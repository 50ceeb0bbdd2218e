import { jsonAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** TRACE is answered, with the credentials of the request. */
export const fault: Fault = {
  id: 'trace-echoes',
  description: 'TRACE is answered, with the credentials of the request.',
  trips: ['method.undocumented.refused'],
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call) =>
      call.method === 'TRACE'
        ? {
            ...jsonAnswer(200, {}),
            payload: JSON.stringify(call.headers),
            headers: { 'Content-Type': 'message/http' },
          }
        : answer,
    );
  },
};
