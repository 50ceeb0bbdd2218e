import { mapRedirect } from '../wrap/map-redirect.ts';
import type { Fault } from './fault.ts';

const operations = ['oauth_authorize_post'] as const;

/** A state that is JSON comes back as another spelling of it. */
export const fault: Fault = {
  id: 'state-as-json',
  description: 'A state that is JSON comes back as another spelling of it.',
  trips: ['authorize.state.returned'],
  operations,
  install: (behaviour) => {
    mapRedirect(behaviour, (value, name) => (name === 'state' ? respelled(value) : value));
  },
};

function respelled(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}
