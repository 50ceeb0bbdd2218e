import type { Token } from '../store.ts';
import type { Fault } from './fault.ts';

/** Every other access token is refused from the start. */
export const fault: Fault = {
  id: 'tokens-dead-from-the-start',
  description: 'Every other access token is refused from the start.',
  trips: ['bearer.fresh.accepted'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    const numbers = new Map<Token, number>();
    const opens = behaviour.opensGateway;
    behaviour.opensGateway = (token) => {
      const number = numbers.get(token) ?? numbers.size;
      numbers.set(token, number);
      return number % 2 === 0 && opens(token);
    };
  },
};
