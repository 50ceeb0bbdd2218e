import { bodyForm } from '../wrap/body-form.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

/** A code that comes again is refused in plain text. */
export const fault: Fault = {
  id: 'replay-refused-in-text',
  description: 'A code that comes again is refused in plain text.',
  trips: ['session.refusal.documented'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const redeemed = new Set<string>();
    onAnswer(behaviour, ['oauth_token_post'], (answer, call) => {
      const code = bodyForm(call).get('code') ?? '';
      if (answer.status === 400 && redeemed.has(code)) return { ...answer, payload: 'The code is spent.' };
      if (answer.status === 200) redeemed.add(code);
      return answer;
    });
  },
};
