import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Whatever comes as a code stands for the last one of the client. */
export const fault: Fault = {
  id: 'code-of-any-value',
  description: 'Whatever comes as a code stands for the last one of the client.',
  trips: ['code.invented.refused'],
  operations: operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const codes = [...store.codes.values()].filter(({ clientId }) => clientId === form.get('client_id'));
      const last = codes.at(-1);
      if (!form.has('code') || store.codes.has(form.get('code') ?? '') || last === undefined) return call;
      form.set('code', last.value);
      return withForm(call, form);
    });
  },
};
