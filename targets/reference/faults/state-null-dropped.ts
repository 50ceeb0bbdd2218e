import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state that reads null is taken for none. */
export const fault: Fault = {
  id: 'state-null-dropped',
  description: 'A state that reads null is taken for none.',
  trips: ['authorize.state.returned'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call) => {
      const form = bodyForm(call);
      if (form.get('state') !== 'null') return call;
      form.delete('state');
      return withForm(call, form);
    });
  },
};
