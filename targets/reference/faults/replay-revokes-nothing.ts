import type { Fault } from './fault.ts';

/** A replayed code is refused, and the tokens issued for it live on. */
export const fault: Fault = {
  id: 'replay-revokes-nothing',
  description: 'A replayed code is refused, and the tokens issued for it live on.',
  trips: ['code.replay.kills-access', 'code.replay.kills-refresh'],
  operations: ['oauth_token_post'],
  install: (behaviour) => {
    behaviour.onReplay = () => undefined;
  },
};
