import type { Fault } from './fault.ts';

/** A client gets the same code each time. */
export const fault: Fault = {
  id: 'codes-constant',
  description: 'A client gets the same code each time.',
  trips: ['code.value.unique'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.newCode = () => 'SplxlOBeZQQYbYS6WxSbIA';
  },
};
