import { repeatedValue } from './repeated-value.ts';
import { sampleRule } from './value-sample.ts';

/** Two holders of one refresh token are one. */
export const tokenRefreshUnique = sampleRule({
  id: 'token.refresh.unique',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no refresh token twice',
  kind: 'refresh-token',
  problem: repeatedValue,
});
