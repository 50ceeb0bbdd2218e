import { onCall } from '../wrap/on-call.ts';
import { formOperations } from '../wrap/operation-groups.ts';
import type { Variant } from './variant.ts';

/** Bad percent escapes stand for themselves. */
export const variant: Variant = {
  id: 'bad-escapes-tolerated',
  description: 'Bad percent escapes stand for themselves.',
  install: (behaviour) => {
    onCall(behaviour, 'all', (call) => ({
      ...call,
      query: call.query.replace(/%(?![0-9a-f]{2})/gi, '%25'),
      clientId: call.clientId.replace(/%(?![0-9a-f]{2})/gi, '%25'),
    }));
    onCall(behaviour, formOperations, (call) => ({
      ...call,
      body: Buffer.from(
        Buffer.from(call.body)
          .toString('latin1')
          .replace(/%(?![0-9a-f]{2})/gi, '%25'),
        'latin1',
      ),
    }));
  },
};
