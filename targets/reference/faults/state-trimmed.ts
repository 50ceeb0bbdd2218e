import type { Fault } from './fault.ts';

/** Spaces at the ends of a state are lost. */
export const fault: Fault = {
  id: 'state-trimmed',
  description: 'Spaces at the ends of a state are lost.',
  trips: ['authorize.state.echoed'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) =>
      locate(
        uri,
        parameters.map(([name, value]) => [name, value.trim()]),
      );
  },
};
