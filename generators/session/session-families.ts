import type { Contract } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { authorizeAnswerFamilies } from './authorize-answer-families.ts';
import { authorizeClosedFamilies } from './authorize-closed-families.ts';
import { authorizeRedirectFamilies } from './authorize-redirect-families.ts';
import { bearerFamilies } from './bearer-families.ts';
import { besideFamilies } from './beside-families.ts';
import { browserFamilies } from './browser-families.ts';
import { clientAuthenticationFamilies } from './client-authentication-families.ts';
import { clientFamilies } from './client-families.ts';
import { clientUpdateFamilies } from './client-update-families.ts';
import { codeBindingFamilies } from './code-binding-families.ts';
import { codeFamilies } from './code-families.ts';
import { filterFamilies } from './filter-families.ts';
import { furtherMemberFamilies } from './further-member-families.ts';
import { generateFamilies } from './generate-families.ts';
import { laterFamilies } from './later-families.ts';
import { listFamilies } from './list-families.ts';
import { loginFamilies } from './login-families.ts';
import { modelFamilies } from './model-family.ts';
import { otherClientFamilies } from './other-client-families.ts';
import { raceFamilies } from './race-families.ts';
import { refreshFamilies } from './refresh-families.ts';
import { revokeFamilies } from './revoke-families.ts';
import { tokenFamilies } from './token-families.ts';

/** All sessions whose operations the contract has: sequences of requests that share what the target chose. */
export function buildSessionFamilies(contract: Contract): readonly Family[] {
  const families = [
    ...authorizeRedirectFamilies(),
    ...authorizeAnswerFamilies(),
    ...authorizeClosedFamilies(),
    ...codeFamilies(),
    ...codeBindingFamilies(),
    ...clientAuthenticationFamilies(),
    ...tokenFamilies(),
    ...refreshFamilies(),
    ...revokeFamilies(),
    ...bearerFamilies(),
    ...besideFamilies(),
    ...browserFamilies(),
    ...clientFamilies(),
    ...clientUpdateFamilies(),
    ...furtherMemberFamilies(),
    ...otherClientFamilies(),
    ...laterFamilies(),
    ...listFamilies(),
    ...filterFamilies(),
    ...generateFamilies(),
    ...loginFamilies(),
    ...raceFamilies(),
    ...modelFamilies(),
  ];
  if (Object.keys(contract.operations).length === 0) return [];
  // Those that run alone come last: else each would wait for those that wait, one after the other.
  return families.toSorted((one, other) => Number(one.isAlone === true) - Number(other.isAlone === true));
}
