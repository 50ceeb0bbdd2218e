import { invisibleValue } from './invisible-value.ts';
import { sampleRule } from './value-sample.ts';

/** VSCHAR: a value outside it does not survive headers and forms. */
export const tokenRefreshVisible = sampleRule({
  id: 'token.refresh.visible',
  level: 'MUST',
  source: { document: 'RFC 6749', section: 'appendix A.17' },
  claim: 'makes every refresh token of visible ASCII and blanks',
  kind: 'refresh-token',
  problem: invisibleValue,
});
