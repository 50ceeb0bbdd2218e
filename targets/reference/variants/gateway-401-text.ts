import { onAnswer } from '../wrap/on-answer.ts';
import { withHeader } from '../wrap/with-header.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Variant } from './variant.ts';

/** Missing or wrong credentials get a 401 that is not JSON, as users have met it. */
export const variant: Variant = {
  id: 'gateway-401-text',
  description: 'Missing or wrong credentials get a 401 that is not JSON, as users have met it.',
  install: (behaviour) => {
    onAnswer(behaviour, 'all', (answer, call, { login }) =>
      answer.status === 401 && call.headers.authorization !== withLogin(call, login).headers.authorization
        ? { ...withHeader(answer, 'Content-Type', 'text/plain'), payload: 'Unauthorized' }
        : answer,
    );
  },
};
