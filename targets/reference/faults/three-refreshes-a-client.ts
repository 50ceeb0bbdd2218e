import { bodyForm } from '../wrap/body-form.ts';
import { refuseWhen } from '../wrap/refuse-when.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** A client can refresh three times. */
export const fault: Fault = {
  id: 'three-refreshes-a-client',
  description: 'A client can refresh three times.',
  trips: ['refresh.returned-token.works'],
  operations,
  install: (behaviour) => {
    const counts = new Map<string, number>();
    refuseWhen(behaviour, operations, (call) => {
      const form = bodyForm(call);
      if (form.get('grant_type') !== 'refresh_token') return false;
      const id = form.get('client_id') ?? '';
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      return count > 3;
    });
  },
};
