import { redirectAnswer } from '../answer.ts';
import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** An unknown client is told so, by a redirect. */
export const fault: Fault = {
  id: 'unknown-client-redirected',
  description: 'An unknown client is told so, by a redirect.',
  trips: ['authorize.refused.no-redirect'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call, { store }) => {
      const form = bodyForm(call);
      const uri = form.get('redirect_uri');
      const isKnown = store.clients.has(form.get('client_id') ?? '');
      return answer.status === 400 && !isKnown && uri !== null
        ? redirectAnswer(behaviour.buildLocation(uri, [['error', 'unauthorized_client']]))
        : answer;
    });
  },
};
