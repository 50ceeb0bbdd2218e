import type { Fault } from './fault.ts';

/** A slash is put between redirect URI and query, as the prose of the contract shows. */
export const fault: Fault = {
  id: 'slash-before-query',
  description: 'A slash is put between redirect URI and query, as the prose of the contract shows.',
  trips: ['authorize.location.slash'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => locate(uri, parameters).replace(/\/?\?/, '/?');
  },
};
