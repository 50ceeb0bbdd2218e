import { concerns } from '../wrap/concerns.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_client_id_put', 'oauth_client_client_id_delete'] as const;

/** A client is updated or deleted before credentials are checked. */
export const fault: Fault = {
  id: 'change-before-authentication',
  description: 'A client is updated or deleted before credentials are checked.',
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
