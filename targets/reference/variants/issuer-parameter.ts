import type { Variant } from './variant.ts';

/** Locations have an iss parameter (RFC 9207). */
export const variant: Variant = {
  id: 'issuer-parameter',
  description: 'Locations have an iss parameter (RFC 9207).',
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) =>
      locate(uri, [...parameters, ['iss', 'https://prism.example.com:9440']]);
  },
};
