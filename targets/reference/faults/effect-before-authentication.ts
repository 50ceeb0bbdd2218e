import { concerns } from '../wrap/concerns.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_post', 'oauth_generate_token_post'] as const;

/** A client is made before credentials are checked. */
export const fault: Fault = {
  id: 'effect-before-authentication',
  description: 'A client is made before credentials are checked.',
  trips: ['auth.refused.no-effect'],
  operations,
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { login }) => {
      const answer = await next(call);
      if (answer.status === 401 && concerns(operations, call)) await next(withLogin(call, login));
      return answer;
    });
  },
};
