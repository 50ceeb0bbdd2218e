import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state that looks like a number comes back as one. */
export const fault: Fault = {
  id: 'state-as-number',
  description: 'A state that looks like a number comes back as one.',
  trips: ['authorize.state.returned'],
  operations,
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) =>
      locate(
        uri,
        parameters.map(([name, value]) => [name, /^\d+$/.test(value) ? String(Number(value)) : value]),
      );
  },
};
