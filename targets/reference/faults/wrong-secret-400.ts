import { onAnswer } from '../wrap/on-answer.ts';
import { withStatus } from '../wrap/with-status.ts';
import { withoutHeader } from '../wrap/without-header.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A wrong client secret is answered with 400. */
export const fault: Fault = {
  id: 'wrong-secret-400',
  description: 'A wrong client secret is answered with 400.',
  trips: ['token.client.unauthorized'],
  operations,
  install: (behaviour) => {
    onAnswer(behaviour, operations, (answer, call) =>
      answer.status === 401 && call.headers.authorization !== undefined
        ? withStatus(withoutHeader(answer, 'WWW-Authenticate'), 400)
        : answer,
    );
  },
};
