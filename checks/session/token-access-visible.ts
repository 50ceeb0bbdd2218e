import { invisibleValue } from './invisible-value.ts';
import { sampleRule } from './value-sample.ts';

/** VSCHAR: a value outside it does not survive headers and forms. */
export const tokenAccessVisible = sampleRule({
  id: 'token.access.visible',
  level: 'MUST',
  source: { document: 'RFC 6749', section: 'appendix A.12' },
  claim: 'makes every access token of visible ASCII and blanks',
  kind: 'access-token',
  problem: invisibleValue,
});
