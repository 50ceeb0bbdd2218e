import { guessableValue } from './guessable-value.ts';
import { sampleRule } from './value-sample.ts';

/** The standard asks for 128; what is measured from a sample needs some slack, and a UUID has 122. */
export const codeValueUnguessable = sampleRule({
  id: 'code.value.unguessable',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'makes every code of at least 96 bits of chance',
  kind: 'code',
  perOperation: true,
  problem: guessableValue,
});
