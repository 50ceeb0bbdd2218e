import { onSuccess } from '../wrap/on-success.ts';
import type { JsonObject } from '../answer.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_token_post'] as const;

/** Every other grant is answered with the tokens of the grant before it. */
export const fault: Fault = {
  id: 'tokens-handed-on',
  description: 'Every other grant is answered with the tokens of the grant before it.',
  trips: ['token.value.new'],
  operations,
  install: (behaviour) => {
    let before: JsonObject | null = null;
    onSuccess(behaviour, operations, (body) => {
      const handedOn = before;
      before = handedOn === null ? body : null;
      return handedOn ?? body;
    });
  },
};
