import { guessableValue } from './guessable-value.ts';
import { sampleRule } from './value-sample.ts';

/** The standard asks for 128; what is measured from a sample needs some slack, and a UUID has 122. */
export const tokenAccessUnguessable = sampleRule({
  id: 'token.access.unguessable',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'makes every access token of at least 96 bits of chance',
  kind: 'access-token',
  perOperation: true,
  problem: guessableValue,
});
