import { bodyMembers } from '../wrap/body-members.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_client_list_post'] as const;

/** A list request without any member is refused. */
export const fault: Fault = {
  id: 'empty-list-request-refused',
  description: 'A list request without any member is refused.',
  trips: ['request.valid.accepted'],
  operations,
  install: (behaviour) => {
    refuseWhen(behaviour, operations, (call) => Object.keys(bodyMembers(call)).length === 0);
  },
};
