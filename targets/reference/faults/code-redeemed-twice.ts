import type { Fault } from './fault.ts';

/** A code can be redeemed again and again. */
export const fault: Fault = {
  id: 'code-redeemed-twice',
  description: 'A code can be redeemed again and again.',
  trips: ['code.replay.refused'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.codeIsSpent = () => false;
  },
};
