import type { Variant } from './variant.ts';

/** A slash stands between redirect URI and query, as the prose of the contract shows. */
export const variant: Variant = {
  id: 'slash-in-location',
  description: 'A slash stands between redirect URI and query, as the prose of the contract shows.',
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) =>
      locate(uri.includes('?') || uri.endsWith('/') ? uri : `${uri}/`, parameters);
  },
};
