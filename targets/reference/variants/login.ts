import { redirectAnswer } from '../answer.ts';
import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { onAnswer } from '../wrap/change-answer.ts';
import { callbackOperation, loginOperations } from '../wrap/concern.ts';
import type { Variant } from './variant.ts';

/** Lawful ways to log in. */
export const loginVariants: readonly Variant[] = [
  {
    id: 'callback-to-console',
    description: 'An unknown code at the callback goes to the console with an error.',
    install: (behaviour) => {
      onAnswer(behaviour, callbackOperation, (answer, call) =>
        answer.status === 400 && /(?:^|&)code=[^&]/.test(call.query)
          ? redirectAnswer('https://prism.example.com:9440/console/?error=login_failed')
          : answer,
      );
    },
  },
  {
    id: 'no-identity-provider',
    description: 'No identity provider is configured, so that logins are 404.',
    install: (behaviour) => {
      onAnswer(behaviour, loginOperations, (answer, call) =>
        answer.status === 302
          ? errorAnswer(
              new Refusal(404, 'ENTITY_NOT_CONFIGURED', 'No identity provider is configured.'),
              call.operation,
            )
          : answer,
      );
    },
  },
];
