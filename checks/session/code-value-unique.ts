import { repeatedValue } from './repeated-value.ts';
import { sampleRule } from './value-sample.ts';

/** Two holders of one code are one. */
export const codeValueUnique = sampleRule({
  id: 'code.value.unique',
  level: 'MUST',
  source: { document: 'RFC 6749', section: '10.10' },
  claim: 'gives no code twice',
  kind: 'code',
  problem: repeatedValue,
});
