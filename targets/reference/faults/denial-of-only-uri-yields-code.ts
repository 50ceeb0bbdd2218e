import { bodyForm } from '../wrap/body-form.ts';
import { onCall } from '../wrap/on-call.ts';
import { withForm } from '../wrap/with-form.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A denial without a redirect URI yields a code. */
export const fault: Fault = {
  id: 'denial-of-only-uri-yields-code',
  description: 'A denial without a redirect URI yields a code.',
  trips: ['authorize.denial.no-code'],
  operations,
  install: (behaviour) => {
    onCall(behaviour, operations, (call) => {
      const form = bodyForm(call);
      if (form.has('redirect_uri') || form.get('confirm') !== 'no') return call;
      form.set('confirm', 'yes');
      return withForm(call, form);
    });
  },
};
