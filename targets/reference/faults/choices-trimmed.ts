import { mapForm } from '../wrap/map-form.ts';
import { onForm } from '../wrap/on-form.ts';
import { formOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Blanks around the value of a parameter with few values are cut off. */
export const fault: Fault = {
  id: 'choices-trimmed',
  description: 'Blanks around the value of a parameter with few values are cut off.',
  trips: ['request.invalid.refused'],
  operations: formOperations,
  install: (behaviour) => {
    onForm(behaviour, formOperations, (form) =>
      mapForm(form, (value, name) =>
        ['confirm', 'response_type', 'grant_type'].includes(name) ? value.trim() : value,
      ),
    );
  },
};
