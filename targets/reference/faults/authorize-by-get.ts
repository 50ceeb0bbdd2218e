import { jsonAnswer } from '../answer.ts';
import type { Fault } from './fault.ts';

/** Authorization works by GET too, and a bare one gets a page. */
export const fault: Fault = {
  id: 'authorize-by-get',
  description: 'Authorization works by GET too, and a bare one gets a page.',
  trips: ['method.undocumented.refused'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.wrappers.push((call, next) => {
      if (
        call.method !== 'GET' ||
        call.resource?.operations.has('POST') !== true ||
        !call.path.endsWith('/authorize')
      )
        return next(call);
      if (call.query === '') return jsonAnswer(200, {});
      const headers = { ...call.headers, 'content-type': 'application/x-www-form-urlencoded' };
      return next({
        ...call,
        headers,
        method: 'POST',
        operation: 'oauth_authorize_post',
        body: Buffer.from(call.query),
      });
    });
  },
};
