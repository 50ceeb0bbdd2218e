import * as fc from 'fast-check';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import type { Pair } from '../request/build-request.ts';
import { registerStep } from '../setup/setup-steps.ts';
import type { AuthorizeForm } from './authorize-main.ts';
import { authorizeMain } from './authorize-main.ts';
import type { FamilyKind } from './family-name.ts';
import { sessionFamily } from './session-case.ts';
import { sessionClient } from './session-client.ts';

/** Where a second redirect URI would lead. */
export const evilUri = 'https://evil.invalid/stolen';

/** Values outside the closed lists of the contract, by the last word of the family's name. Null leaves it out. */
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

/** Authorizations outside the closed lists of the contract, and with a parameter twice: no code may come of them. */
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
    repeatedFamily('state', ['state', 'second']),
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
    steps: ({ input, uri }) => [
      registerStep(input),
      authorizeMain({ redirectUri: uri, state: 's', ...form }),
    ],
    enough: 2,
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

function repeatedFamily(name: FamilyKind<'authorize.repeated'>, second: Pair): Family {
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
