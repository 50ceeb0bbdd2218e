import type { Rule } from '../rule.ts';
import { authorizeRules } from './authorize-rules.ts';
import { bearerRules } from './bearer-rules.ts';
import { clientRules } from './client-rules.ts';
import { codeRules } from './code-rules.ts';
import { generateRules } from './generate-rules.ts';
import { listRules } from './list-rules.ts';
import { loginRules } from './login-rules.ts';
import { refreshRules } from './refresh-rules.ts';
import { revokeRules } from './revoke-rules.ts';
import { sequenceRules } from './sequence-rules.ts';
import { tokenRules } from './token-rules.ts';

/** All rules over sessions, by area. */
export const sessionRules: readonly Rule[] = [
  ...authorizeRules,
  ...codeRules,
  ...tokenRules,
  ...refreshRules,
  ...revokeRules,
  ...bearerRules,
  ...clientRules,
  ...listRules,
  ...generateRules,
  ...loginRules,
  ...sequenceRules,
];
