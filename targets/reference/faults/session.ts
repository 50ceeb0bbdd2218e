import { isJsonObject } from '../../../spec/json-object.ts';
import { withoutMembers } from '../../../spec/json-object.ts';
import { bodyForm } from '../wrap/read-call.ts';
import { onAnswer } from '../wrap/change-answer.ts';
import { readOperation, tokenOperation, updateOperation } from '../wrap/concern.ts';
import type { Fault } from './fault.ts';

/** Faults that show in any session. */
export const sessionFaults: readonly Fault[] = [
  {
    id: 'updated-client-without-secret',
    description: 'A client that was updated is read without its secret.',
    trips: ['session.answer.documented'],
    operations: ['oauth_client_client_id_get', 'oauth_client_client_id_put'],
    install: (behaviour) => {
      const updated = new Set<unknown>();
      onAnswer(behaviour, updateOperation, (answer) => {
        if (isJsonObject(answer.body)) updated.add(answer.body['client_id']);
        return answer;
      });
      onAnswer(behaviour, readOperation, (answer) =>
        isJsonObject(answer.body) && updated.has(answer.body['client_id'])
          ? { ...answer, body: withoutMembers(answer.body, 'client_secret') }
          : answer,
      );
    },
  },
  {
    id: 'replay-refused-in-text',
    description: 'A code that comes again is refused in plain text.',
    trips: ['session.refusal.documented'],
    operations: tokenOperation,
    install: (behaviour) => {
      const redeemed = new Set<string>();
      onAnswer(behaviour, tokenOperation, (answer, call) => {
        const code = bodyForm(call).get('code') ?? '';
        if (answer.status === 400 && redeemed.has(code)) return { ...answer, payload: 'The code is spent.' };
        if (answer.status === 200) redeemed.add(code);
        return answer;
      });
    },
  },
];
