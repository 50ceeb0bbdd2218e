import { invisibleValue } from './invisible-value.ts';
import { sampleRule } from './value-sample.ts';

/** VSCHAR: a value outside it does not survive headers and forms. */
export const clientSecretVisible = sampleRule({
  id: 'client.secret.visible',
  level: 'MUST',
  source: { document: 'RFC 6749', section: 'appendix A.2' },
  claim: 'makes every client secret of visible ASCII and blanks',
  kind: 'client-secret',
  problem: invisibleValue,
});
