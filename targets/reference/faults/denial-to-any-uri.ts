import { redirectAnswer } from '../answer.ts';
import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A denial is told to any redirect URI. */
export const fault: Fault = {
  id: 'denial-to-any-uri',
  description: 'A denial is told to any redirect URI.',
  trips: ['authorize.redirect.exact'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) => {
      const form = bodyForm(call);
      const uri = form.get('redirect_uri');
      return answer.status === 400 && form.get('confirm') === 'no' && uri !== null
        ? redirectAnswer(`${uri}?error=access_denied`)
        : answer;
    });
  },
};
