import { lawfulBehaviour } from '../behaviour.ts';
import type { Fault } from './fault.ts';

const locate = lawfulBehaviour().buildLocation;

/** The query of the redirect URI is lost. */
export const fault: Fault = {
  id: 'redirect-query-lost',
  description: 'The query of the redirect URI is lost.',
  trips: ['authorize.location.exact', 'authorize.query.kept'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    behaviour.buildLocation = (uri, parameters) => locate(uri.split('?')[0] ?? uri, parameters);
  },
};
