import { toEvilDestination } from './evil-destination.ts';
import { ofMain } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Behind a proxy that sets these headers itself a target may trust them, so it is no more than a SHOULD. */
export const loginForwardedHostIgnored = sessionRule({
  id: 'login.forwarded-host.ignored',
  level: 'SHOULD',
  source: { document: 'RFC 7239', section: '8.1' },
  claim: 'redirects to no host that a forwarding header of the caller names',
  families: ['login.forwarded.'],
  judgement: ofMain(toEvilDestination),
});
