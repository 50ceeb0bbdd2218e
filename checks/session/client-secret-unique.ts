import { repeatedValue } from './repeated-value.ts';
import { sampleRule } from './value-sample.ts';

/** Two holders of one client secret are one. */
export const clientSecretUnique = sampleRule({
  id: 'client.secret.unique',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no client secret twice',
  kind: 'client-secret',
  problem: repeatedValue,
});
