import { mapTexts } from '../wrap/map-texts.ts';
import type { Fault } from './fault.ts';

/** Ends of lines are kept as one character each. */
export const fault: Fault = {
  id: 'line-ends-normalised',
  description: 'Ends of lines are kept as one character each.',
  trips: ['client.odd-text.kept'],
  operations: ['oauth_client_post', 'oauth_client_client_id_put'],
  install: (behaviour) => {
    behaviour.recordInput = (input) => mapTexts(input, (text) => text.replaceAll('\r\n', '\n'));
  },
};
