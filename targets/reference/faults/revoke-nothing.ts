import { completeAnswer } from '../envelope.ts';
import { onAnswer } from '../wrap/on-answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A revocation without a token is answered with success. */
export const fault: Fault = {
  id: 'revoke-nothing',
  description: 'A revocation without a token is answered with success.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      answer.status === 400 && !/(?:^|&)token=[^&]/.test(call.query) ? completeAnswer() : answer,
    );
  },
};
