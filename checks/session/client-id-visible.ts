import { invisibleValue } from './invisible-value.ts';
import { sampleRule } from './value-sample.ts';

/** VSCHAR: a value outside it does not survive headers and forms. */
export const clientIdVisible = sampleRule({
  id: 'client.id.visible',
  level: 'MUST',
  source: { document: 'RFC 6749', section: 'appendix A.1' },
  claim: 'makes every id of visible ASCII and blanks',
  kind: 'client-id',
  problem: invisibleValue,
});
