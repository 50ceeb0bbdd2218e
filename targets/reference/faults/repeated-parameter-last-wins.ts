import { onForm } from '../wrap/on-form.ts';
import { formOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Of a repeated form parameter the last counts. */
export const fault: Fault = {
  id: 'repeated-parameter-last-wins',
  description: 'Of a repeated form parameter the last counts.',
  trips: ['request.invalid.refused', 'authorize.repeated.second-ignored'],
  operations: formOperations,
  install: (behaviour) => {
    onForm(behaviour, formOperations, (form) => new URLSearchParams(Object.fromEntries(form)));
  },
};
