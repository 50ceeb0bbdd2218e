import type { Variant } from './variant.ts';

/** Locations have the state before the code. */
export const variant: Variant = {
  id: 'state-before-code',
  description: 'Locations have the state before the code.',
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => locate(uri, [...parameters].reverse());
  },
};
