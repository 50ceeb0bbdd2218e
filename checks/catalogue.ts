import type { SuiteId } from '../spec/operation-ids.ts';
import { authRules } from './auth/rules.ts';
import { authorizeRules } from './authorize/rules.ts';
import { bearerRules } from './bearer/rules.ts';
import { clientRules } from './client/rules.ts';
import { codeRules } from './code/rules.ts';
import { errorRules } from './error/rules.ts';
import { generateRules } from './generate/rules.ts';
import { headerRules } from './header/rules.ts';
import { listRules } from './list/rules.ts';
import { loginRules } from './login/rules.ts';
import { methodRules } from './method/rules.ts';
import { refreshRules } from './refresh/rules.ts';
import { requestRules } from './request/rules.ts';
import { responseRules } from './response/rules.ts';
import { revokeRules } from './revoke/rules.ts';
import { robustnessRules } from './robustness/rules.ts';
import type { Rule } from './rule.ts';
import { sessionRules } from './session/rules.ts';
import { tokenRules } from './token/rules.ts';

/** The areas with rules on single operations, in report order. */
const operationAreas: readonly (readonly Rule[])[] = [
  responseRules,
  requestRules,
  clientRules,
  listRules,
  authRules,
  methodRules,
  robustnessRules,
  errorRules,
  tokenRules,
  generateRules,
  authorizeRules,
  revokeRules,
  headerRules,
  loginRules,
];

/** The areas with rules on sessions, in report order. */
const sessionAreas: readonly (readonly Rule[])[] = [
  headerRules,
  authorizeRules,
  codeRules,
  tokenRules,
  refreshRules,
  revokeRules,
  bearerRules,
  clientRules,
  listRules,
  generateRules,
  loginRules,
  robustnessRules,
  sessionRules,
];

/** All rules, in report order: rules on single operations by area, then rules on sessions. */
export const catalogue: readonly Rule[] = [
  ...operationAreas.flat().filter((rule) => !isOnSessions(rule)),
  ...sessionAreas.flat().filter(isOnSessions),
];

/** The rules that are judged on an operation or on sessions, in catalogue order. */
export function rulesOf(operation: SuiteId): readonly Rule[] {
  return catalogue.filter(({ operations }) =>
    operations === 'all' ? operation !== 'session' : operations.includes(operation),
  );
}

/** Rules that are judged on both operations and sessions are listed with the operations. */
function isOnSessions({ operations }: Rule): boolean {
  return operations !== 'all' && operations.every((operation) => operation === 'session');
}
