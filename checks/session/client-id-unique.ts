import { repeatedValue } from './repeated-value.ts';
import { sampleRule } from './value-sample.ts';

/** Two holders of one id are one. */
export const clientIdUnique = sampleRule({
  id: 'client.id.unique',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '2.2' },
  claim: 'gives no id twice',
  kind: 'client-id',
  problem: repeatedValue,
});
