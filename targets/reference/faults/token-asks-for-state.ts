import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A code that was asked for with a state is redeemed with that state only. */
export const fault: Fault = {
  id: 'token-asks-for-state',
  description: 'A code that was asked for with a state is redeemed with that state only.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    const asked = new Set<string>();
    onAnswer(behaviour, ['oauth_authorize_post'], (answer, call) => {
      const code = /[?&]code=([^&]+)/.exec(String(answer.headers['Location']))?.[1];
      if (code !== undefined && bodyForm(call).has('state')) asked.add(code);
      return answer;
    });
    refuseWhen(behaviour, operations, (call) => {
      const form = bodyForm(call);
      return asked.has(form.get('code') ?? '') && !form.has('state');
    });
  },
};
