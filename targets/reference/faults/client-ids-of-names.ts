import type { Fault } from './fault.ts';

/** The id of a client is made of its name, so that one replaces another. */
export const fault: Fault = {
  id: 'client-ids-of-names',
  description: 'The id of a client is made of its name, so that one replaces another.',
  trips: ['client.id.unique'],
  operations: ['oauth_client_post'],
  install: (behaviour) => {
    const record = behaviour.recordInput;
    let name = '';
    behaviour.recordInput = (input) => {
      name = input.client_name;
      return record(input);
    };
    behaviour.newClientId = () => `client-${Buffer.from(name).toString('hex').slice(0, 2)}`;
  },
};
