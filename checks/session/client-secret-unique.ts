import { repeatedValue } from './repeated-value.ts';
import { sampleRule } from './value-sample.ts';

/** Two holders of one client secret are one. */
export const clientSecretUnique = sampleRule({
  id: 'client.secret.unique',
  level: 'MUST',
  source: { document: 'RFC 7591', section: '3.2.1' },
  claim: 'gives no client secret twice',
  kind: 'client-secret',
  problem: repeatedValue,
});
