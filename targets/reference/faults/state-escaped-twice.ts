import type { Fault } from './fault.ts';

/** The state comes back percent-encoded twice. */
export const fault: Fault = {
  id: 'state-escaped-twice',
  description: 'The state comes back percent-encoded twice.',
  trips: ['authorize.state.echoed'],
  operations: ['oauth_authorize_post'],
  install: (behaviour) => {
    const locate = behaviour.buildLocation;
    behaviour.buildLocation = (uri, parameters) =>
      locate(
        uri,
        parameters.map(([name, value]) => [name, name === 'state' ? encodeURIComponent(value) : value]),
      );
  },
};
