import { redirectAnswer } from '../answer.ts';
import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A redirect URI that is not registered is told so, by a redirect. */
export const fault: Fault = {
  id: 'unregistered-uri-redirected',
  description: 'A redirect URI that is not registered is told so, by a redirect.',
  trips: ['authorize.refused.no-redirect'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) => {
      const uri = bodyForm(call).get('redirect_uri');
      return answer.status === 400 && uri !== null
        ? redirectAnswer(behaviour.buildLocation(uri, [['error', 'invalid_request']]))
        : answer;
    });
  },
};
