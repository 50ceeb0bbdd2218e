import * as fc from 'fast-check';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import type { Pair } from '../request/build-request.ts';
import { fixtureState } from '../setup/fixture-client.ts';
import { registerStep } from '../setup/setup-steps.ts';
import type { AuthorizeForm } from './authorize-main.ts';
import { authorizeMain } from './authorize-main.ts';
import type { FamilyKind } from './family-name.ts';
import { sessionFamily } from './session-case.ts';
import { sessionClient } from './session-client.ts';

/** The target of a second redirect URI. */
export const evilUri = 'https://evil.invalid/stolen';

/**
 * Values outside the closed lists of the contract, by the last word of the family's name. Null leaves the parameter
 * out.
 */
const responseTypes = {
  token: 'token',
  'id-token': 'id_token',
  'code-token': 'code token',
  'upper-case': 'CODE',
  none: 'none',
  empty: '',
  missing: null,
} satisfies Readonly<Record<string, string | null>>;
const confirmations = {
  'upper-case': 'YES',
  capitalised: 'Yes',
  true: 'true',
  one: '1',
  on: 'on',
  letter: 'y',
  list: 'yes,no',
  empty: '',
  missing: null,
} satisfies Readonly<Record<string, string | null>>;

/** Authorizations with values outside the closed lists, and with a repeated parameter. They must not give a code. */
export function authorizeClosedFamilies(): readonly Family[] {
  return [
    ...entriesOf(responseTypes).map(([kind, responseType]) =>
      closedFamily(`response-type.${kind}`, 'response_type', { responseType }),
    ),
    ...entriesOf(confirmations).map(([kind, confirm]) =>
      closedFamily(`confirm.${kind}`, 'confirm', { confirm }),
    ),
    deniedFamily(),
    repeatedFamily('redirect-uri', ['redirect_uri', evilUri]),
    repeatedFamily('state', ['state', `${fixtureState}-second`]),
    repeatedFamily('confirm', ['confirm', 'no']),
    repeatedFamily('response-type', ['response_type', 'token']),
  ];
}

function closedFamily(
  kind: FamilyKind<'authorize.closed'>,
  parameter: 'response_type' | 'confirm',
  form: Partial<AuthorizeForm>,
): Family {
  return sessionFamily({
    name: `authorize.closed.${kind}`,
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: `form:${parameter}`,
    values: sessionClient,
    steps: ({ input, uri }) => [registerStep(input), authorizeMain({ redirectUri: uri, ...form })],
    enough: 2,
  });
}

/** A denial is a valid request. Its redirect is left open, as long as it carries no code. */
function deniedFamily(): Family {
  return sessionFamily({
    name: 'authorize.denied',
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ client: sessionClient, state: fc.constantFrom(fixtureState, `${fixtureState} b&c`) }),
    steps: ({ client: { input, uri }, state }) => [
      registerStep(input),
      authorizeMain({ redirectUri: uri, state, confirm: 'no' }),
    ],
  });
}

function repeatedFamily(name: FamilyKind<'authorize.repeated'>, second: Pair): Family {
  return sessionFamily({
    name: `authorize.repeated.${name}`,
    expectation: 'refuse',
    aspect: 'input',
    brokenAt: `form:${name.replace('-', '_')}`,
    values: sessionClient,
    steps: ({ input, uri }) => [registerStep(input), authorizeMain({ redirectUri: uri, extra: [second] })],
  });
}
