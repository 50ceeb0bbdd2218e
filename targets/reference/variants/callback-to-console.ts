import { redirectAnswer } from '../answer.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Variant } from './variant.ts';

const operations = ['oauth_idp_callback_get'] as const;

/** An unknown code at the callback goes to the console with an error. */
export const variant: Variant = {
  id: 'callback-to-console',
  description: 'An unknown code at the callback goes to the console with an error.',
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      answer.status === 400 && /(?:^|&)code=[^&]/.test(call.query)
        ? redirectAnswer('https://prism.example.com:9440/console/?error=login_failed')
        : answer,
    );
  },
};
