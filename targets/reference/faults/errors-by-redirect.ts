import { redirectAnswer } from '../answer.ts';
import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** Invalid authorizations of a good client are told by a redirect. */
export const fault: Fault = {
  id: 'errors-by-redirect',
  description: 'Invalid authorizations of a good client are told by a redirect.',
  trips: ['authorize.refusal.envelope'],
  operations: operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call, { store }) => {
      const form = bodyForm(call);
      const uri = form.get('redirect_uri') ?? '';
      const isGood = store.clients.get(form.get('client_id') ?? '')?.redirect_uris.includes(uri) === true;
      return answer.status === 400 && isGood ? redirectAnswer(`${uri}?error=invalid_request`) : answer;
    });
  },
};
