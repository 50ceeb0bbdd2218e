import { toEvilDestination } from './evil-destination.ts';
import { ofMain } from './judgements.ts';
import { sessionRule } from './session-rule.ts';

/** Carrying the value along as opaque data is lawful; going there, or asking to come back there, is not. */
export const loginDestinationClosed = sessionRule({
  id: 'login.destination.closed',
  level: 'MUST',
  source: { document: 'BCP 240', section: '2.1' },
  claim: 'redirects to no place that a parameter names',
  families: ['login.open.'],
  judgement: ofMain(toEvilDestination),
});
