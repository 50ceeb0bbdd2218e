import * as fc from 'fast-check';
import type { Contract } from '../../spec/operation.ts';
import type { Family } from '../family.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { authorizeAnswerFamilies } from './authorize-answer-families.ts';
import { authorizeClosedFamilies } from './authorize-closed-families.ts';
import { authorizeRedirectFamilies } from './authorize-redirect-families.ts';
import { authorizeSecondFlawFamilies } from './authorize-second-flaw-families.ts';
import { bearerFamilies } from './bearer-families.ts';
import { besideFamilies } from './beside-families.ts';
import { clientAuthenticationFamilies } from './client-authentication-families.ts';
import { clientFamilies } from './client-families.ts';
import { readStep } from './client-steps.ts';
import { clientUpdateFamilies } from './client-update-families.ts';
import { codeBindingFamilies } from './code-binding-families.ts';
import { codeFamilies } from './code-families.ts';
import { filterFamilies } from './filter-families.ts';
import { furtherMemberFamilies } from './further-member-families.ts';
import { generateFamilies } from './generate-families.ts';
import { hardInputFamilies } from './hard-input-families.ts';
import { laterFamilies } from './later-families.ts';
import { listFamilies } from './list-families.ts';
import { loginFamilies } from './login-families.ts';
import { modelFamilies } from './model-family.ts';
import { otherClientFamilies } from './other-client-families.ts';
import { raceFamilies } from './race-families.ts';
import { refreshFamilies } from './refresh-families.ts';
import { revokeFamilies } from './revoke-families.ts';
import { asMain, sessionFamily } from './session-case.ts';
import { sessionClient } from './session-client.ts';
import { tokenFamilies } from './token-families.ts';

/** Requests that a page of another origin makes a browser send. */
export function browserFamilies(): readonly Family[] {
  return [
    sessionFamily({
      name: 'browser.other-origin',
      // A target may refuse a page of an unknown origin.
      expectation: 'either',
      aspect: 'credentials',
      values: fc.record({ client: sessionClient, origin: fc.constantFrom('https://evil.invalid', 'null') }),
      steps: ({ client: { input }, origin }) => {
        const read = readStep();
        const headers = [...read.request.headers, ['Origin', origin] as const];
        return [registerStep(input), asMain({ ...read, request: { ...read.request, headers } })];
      },
    }),
  ];
}

/**
 * All session families: sequences of requests that share values chosen by the target. None for a contract without
 * operations.
 */
export function buildSessionFamilies(contract: Contract): readonly Family[] {
  const families = [
    ...authorizeRedirectFamilies(),
    ...authorizeSecondFlawFamilies(),
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
    ...hardInputFamilies(),
    ...modelFamilies(),
  ];
  if (Object.keys(contract.operations).length === 0) return [];
  // Those that run alone come last: otherwise each of them would wait in turn for the pauses of the others.
  return families.toSorted((one, other) => Number(one.isAlone === true) - Number(other.isAlone === true));
}
