import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** A redirect URI with a fragment is registered. */
export const fault: Fault = {
  id: 'fragment-registered',
  description: 'A redirect URI with a fragment is registered.',
  trips: ['request.invalid.refused'],
  operations: inputOperations,
  install: (behaviour) => {
    const accepts = behaviour.acceptsRedirectUri;
    behaviour.acceptsRedirectUri = (uri) => accepts(uri.split('#')[0] ?? '');
  },
};
