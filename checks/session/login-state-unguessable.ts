import { guessableState } from './guessable-value.ts';
import { sampleRule } from './value-sample.ts';

/** The standard names no number for it; what takes no more than 64 bits to guess is within reach. */
export const loginStateUnguessable = sampleRule({
  id: 'login.state.unguessable',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.12' },
  claim: 'makes every state of a login unguessable',
  kind: 'login-state',
  problem: guessableState,
});
