import { onCall } from '../wrap/on-call.ts';
import { jsonOperations, formOperations } from '../wrap/operation-groups.ts';
import type { Variant } from './variant.ts';

const operations = [...jsonOperations, ...formOperations] as const;

/** Invalid UTF-8 becomes replacement characters. */
export const variant: Variant = {
  id: 'invalid-utf-8-replaced',
  description: 'Invalid UTF-8 becomes replacement characters.',
  install: (behaviour) => {
    onCall(behaviour, operations, (call) => ({
      ...call,
      body: Buffer.from(Buffer.from(call.body).toString()),
    }));
  },
};
