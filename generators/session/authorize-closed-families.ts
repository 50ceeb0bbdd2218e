import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import type { Pair } from '../request/build-request.ts';
import { registerStep } from '../setup/register-step.ts';
import { authorizeMain } from './authorize-main.ts';
import type { AuthorizeForm } from './authorize-main.ts';
import { sessionClient } from './session-client.ts';
import { sessionFamily } from './session-case.ts';

/** Where a second redirect URI would lead. */
export const evilUri = 'https://evil.invalid/stolen';

/** Authorizations outside the closed lists of the contract, and with a parameter twice: no code may come of them. */
export function authorizeClosedFamilies(): readonly Family[] {
  return [
    closedFamily(
      'response-type',
      ['token', 'id_token', 'code token', 'code id_token', 'CODE', 'none', '', null],
      (value) => ({
        responseType: value,
      }),
    ),
    closedFamily('confirm', ['YES', 'Yes', 'true', '1', 'on', 'y', 'ok', 'yes,no', '', null], (value) => ({
      confirm: value,
    })),
    deniedFamily(),
    repeatedFamily('redirect-uri', ['redirect_uri', evilUri]),
    repeatedFamily('state', ['state', 'second']),
    repeatedFamily('confirm', ['confirm', 'no']),
    repeatedFamily('response-type', ['response_type', 'token']),
  ];
}

function closedFamily(
  parameter: 'response-type' | 'confirm',
  values: readonly (string | null)[],
  form: (value: string | null) => Partial<AuthorizeForm>,
): Family {
  return sessionFamily({
    name: `authorize.closed.${parameter}`,
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: `form:${parameter.replace('-', '_')}`,
    values: fc.record({ client: sessionClient, value: fc.constantFrom(...values) }),
    steps: ({ client: { input, uri }, value }) => [
      registerStep(input),
      authorizeMain({ redirectUri: uri, state: 's', ...form(value) }),
    ],
    enough: 2 * values.length,
  });
}

/** A denial is a valid request: where it leads is free, as long as no code comes with it. */
function deniedFamily(): Family {
  return sessionFamily({
    name: 'authorize.denied',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ client: sessionClient, state: fc.constantFrom('s', 'a b&c') }),
    steps: ({ client: { input, uri }, state }) => [
      registerStep(input),
      authorizeMain({ redirectUri: uri, state, confirm: 'no' }),
    ],
  });
}

function repeatedFamily(name: string, second: Pair): Family {
  return sessionFamily({
    name: `authorize.repeated.${name}`,
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: `form:${name.replace('-', '_')}`,
    values: sessionClient,
    steps: ({ input, uri }) => [
      registerStep(input),
      authorizeMain({ redirectUri: uri, state: 'first', extra: [second] }),
    ],
  });
}
