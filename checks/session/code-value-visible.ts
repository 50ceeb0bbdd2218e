import { invisibleValue } from './invisible-value.ts';
import { sampleRule } from './value-sample.ts';

/** VSCHAR: a value outside it does not survive headers and forms. */
export const codeValueVisible = sampleRule({
  id: 'code.value.visible',
  level: 'MUST',
  source: { document: 'RFC 6749', section: 'appendix A.11' },
  claim: 'makes every code of visible ASCII and blanks',
  kind: 'code',
  problem: invisibleValue,
});
