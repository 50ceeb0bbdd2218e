import { isUtf8 } from 'node:buffer';
import { failWhen } from '../wrap/fail-when.ts';
import { jsonOperations, formOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

const operations = [...jsonOperations, ...formOperations] as const;

/** Invalid UTF-8 in a body is an exception. */
export const fault: Fault = {
  id: 'invalid-utf-8-500',
  description: 'Invalid UTF-8 in a body is an exception.',
  trips: ['robustness.server-error.none'],
  operations,
  install: (behaviour) => {
    failWhen(
      behaviour,
      operations,
      (call) => !isUtf8(call.body) || /%(?:c[01]|f[5-9a-f])/i.test(Buffer.from(call.body).toString()),
    );
  },
};
