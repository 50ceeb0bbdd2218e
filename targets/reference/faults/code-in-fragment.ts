import type { Fault } from './fault.ts';

/** The code is in the fragment. */
export const fault: Fault = {
  id: 'code-in-fragment',
  description: 'The code is in the fragment.',
  trips: ['authorize.code.present', 'authorize.code.in-query'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.buildLocation = (uri, parameters) =>
      `${uri}#${new URLSearchParams(Object.fromEntries(parameters)).toString()}`;
  },
};
