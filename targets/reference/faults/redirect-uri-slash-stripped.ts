import type { Fault } from './fault.ts';

/** The slash at the end of a redirect URI is dropped. */
export const fault: Fault = {
  id: 'redirect-uri-slash-stripped',
  description: 'The slash at the end of a redirect URI is dropped.',
  trips: ['client.registration.stored'],
  install: (behaviour) => {
    const record = behaviour.recordInput;
    behaviour.recordInput = (input) => {
      const { redirect_uris, ...others } = record(input);
      return { ...others, redirect_uris: redirect_uris.map((uri) => uri.replace(/\/$/, '')) };
    };
  },
};
