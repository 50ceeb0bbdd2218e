import { onJson } from '../wrap/on-json.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** Null is taken as absent. */
export const fault: Fault = {
  id: 'null-as-absent',
  description: 'Null is taken as absent.',
  trips: ['request.invalid.refused'],
  operations,
  install: (behaviour) => {
    onJson(behaviour, operations, (members) =>
      Object.fromEntries(Object.entries(members).filter(([, value]) => value !== null)),
    );
  },
};
