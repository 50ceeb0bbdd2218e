import { concerns } from '../wrap/concerns.ts';
import { withLogin } from '../wrap/with-login.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_revoke_token_post'] as const;

/** A revocation with a hint takes effect before credentials are checked. */
export const fault: Fault = {
  id: 'hinted-revocation-before-authentication',
  description: 'A revocation with a hint takes effect before credentials are checked.',
  trips: ['revoke.refused.no-effect'],
  operations,
  install: (behaviour) => {
    behaviour.wrappers.push(async (call, next, { login }) => {
      const answer = await next(call);
      if (answer.status === 401 && concerns(operations, call) && call.query.includes('token_type_hint'))
        await next(withLogin(call, login));
      return answer;
    });
  },
};
