import { inputOperations } from '../wrap/operation-groups.ts';
import type { Fault } from './fault.ts';

/** Redirect URIs are kept as a URL parser writes them. */
export const fault: Fault = {
  id: 'redirect-uris-normalised',
  description: 'Redirect URIs are kept as a URL parser writes them.',
  trips: [
    'client.registration.echoed',
    'client.registration.stored',
    'client.update.echoed',
    'client.update.stored',
  ],
  operations: inputOperations,
  install: (behaviour) => {
    behaviour.recordInput = (input) => ({
      ...input,
      redirect_uris: input.redirect_uris.map((uri) => new URL(uri).href),
    });
  },
};
