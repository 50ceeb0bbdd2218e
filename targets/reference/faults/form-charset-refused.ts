import { formOperations } from '../wrap/operation-groups.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

/** A form with a charset parameter is another media type. */
export const fault: Fault = {
  id: 'form-charset-refused',
  description: 'A form with a charset parameter is another media type.',
  trips: ['request.valid.accepted'],
  operations: formOperations,
  install: (behaviour) => {
    refuseWhen(behaviour, formOperations, (call) => call.headers['content-type']?.includes(';') === true);
  },
};
