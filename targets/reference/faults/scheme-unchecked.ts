import { onCall } from '../wrap/on-call.ts';
import type { Fault } from './fault.ts';

/** The right credentials are taken by any scheme. */
export const fault: Fault = {
  id: 'scheme-unchecked',
  description: 'The right credentials are taken by any scheme.',
  trips: ['auth.credentials.required'],
  install: (behaviour) => {
    onCall(behaviour, 'all', (call) => {
      const { authorization } = call.headers;
      const isBearer = authorization === undefined || /^bearer /i.test(authorization);
      return isBearer
        ? call
        : { ...call, headers: { ...call.headers, authorization: authorization.replace(/^\S+/, 'Basic') } };
    });
  },
};
