import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** The case of a code is ignored. */
export const fault: Fault = {
  id: 'code-in-any-case',
  description: 'The case of a code is ignored.',
  trips: ['code.invented.refused'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call, { store }) => {
      const form = bodyForm(call);
      const given = form.get('code')?.toLowerCase();
      const known = [...store.codes.keys()].find((code) => code.toLowerCase() === given);
      if (known === undefined) return call;
      form.set('code', known);
      return withForm(call, form);
    });
  },
};
