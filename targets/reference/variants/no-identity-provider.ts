import { errorAnswer } from '../envelope.ts';
import { Refusal } from '../refusal.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import { loginOperations } from '../wrap/operation-groups.ts';
import type { Variant } from './variant.ts';

/** No identity provider is configured, so that logins are 404. */
export const variant: Variant = {
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
};
