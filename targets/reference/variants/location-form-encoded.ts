import type { Variant } from './variant.ts';

/** Locations are encoded as forms are, with a plus sign for a space. */
export const variant: Variant = {
  id: 'location-form-encoded',
  description: 'Locations are encoded as forms are, with a plus sign for a space.',
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) => locate(uri, parameters).replaceAll('%20', '+');
  },
};
