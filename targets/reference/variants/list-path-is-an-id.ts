import { findRoute } from '../route.ts';
import { onCall } from '../wrap/on-call.ts';
import type { Variant } from './variant.ts';

/** The path of the list is read as a client id by other methods, as gateways in the field do. */
export const variant: Variant = {
  id: 'list-path-is-an-id',
  description: 'The path of the list is read as a client id by other methods, as gateways in the field do.',
  install: (behaviour) => {
    onCall(behaviour, 'all', (call) => {
      const isList = call.path.endsWith('/oauth/client/list') && call.operation === null;
      return isList ? { ...call, ...findRoute(call.method, call.path.replace(/list$/, 'list.')) } : call;
    });
  },
};
