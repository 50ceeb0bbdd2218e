import { bodyMembers } from '../wrap/body-members.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** An offset beyond the last client is refused. */
export const fault: Fault = {
  id: 'offset-beyond-end-refused',
  description: 'An offset beyond the last client is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(
      behaviour,
      operations,
      (call, { store }) => Number(bodyMembers(call)['offset'] ?? 0) > store.clients.size,
    );
  },
};
