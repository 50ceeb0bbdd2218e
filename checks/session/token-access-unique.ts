import { repeatedValue } from './repeated-value.ts';
import { sampleRule } from './value-sample.ts';

/** Two holders of one access token are one. */
export const tokenAccessUnique = sampleRule({
  id: 'token.access.unique',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no access token twice',
  kind: 'access-token',
  problem: repeatedValue,
});
