import * as fc from 'fast-check';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { fixtureState } from '../setup/fixture-client.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { carefulState, ordinaryText } from '../text/text.ts';
import type { AuthorizeForm } from './authorize-main.ts';
import { authorizeMain } from './authorize-main.ts';
import type { FamilyKind } from './family-name.ts';
import { asProbe, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { sessionClient, twoUris, withMembers } from './session-client.ts';
import { codeGrantStep } from './token-steps.ts';
import { inTurn } from '../text/in-turn.ts';

// The example of RFC 7636, appendix B.
const pkce = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
} as const;

/** Each is a part of a state that is long enough. */
const hardParts = [
  'a&b=c',
  'a+b',
  'a b',
  '100%',
  '%2B%26',
  '%zz',
  '#frag?query/../',
  '"quoted"\\',
  'code=stolen&state=stolen',
  ';,:@[]{}<>|^`~',
  '/',
];

const states = {
  absent: fc.constant(null),
  plain: fc.stringMatching(/^[A-Za-z0-9_-]{22,40}$/),
  hard: inTurn(...hardParts).map((part) => `${part}${fixtureState}${part}`),
  // All hard characters at once, and blanks at the ends, so that each run shows what a server does to any of them.
  'all-hard': fc.constant(` ${hardParts.join('')} `),
  // Looks like a number, but is a text.
  number: fc.constant('007'),
  // Looks like a value that could be reformatted, but is a text.
  json: fc.constant('{"name": 1.0, "name": [ ]}'),
  base64: fc.constant('Y29uZm9ybWFuY2Utc3RhdGUtMQ=='),
  null: fc.constant('null'),
  text: carefulState,
  foreign: ordinaryText({ min: 1 }),
  long: fc
    .string({ unit: fc.constantFrom(...Array.from('abcXYZ019-_&+% =')), minLength: 512, maxLength: 512 })
    .map((text) => `${text.slice(0, -1)}z`),
  // As long as a signed state, and well below what servers accept in a header.
  longer: fc.stringMatching(/^[A-Za-z0-9_-]{1500}$/),
} satisfies Readonly<Record<string, fc.Arbitrary<string | null>>>;

/** Authorizations that a target grants, and how the redirect has to look. */
export function authorizeAnswerFamilies(): readonly Family[] {
  return [
    ...entriesOf(states).map(([kind, values]) =>
      sessionFamily({
        name: `authorize.state.${kind}`,
        // What is no state by RFC 6749 appendix A.5 may be refused.
        expectation: kind === 'foreign' ? 'either' : 'accept',
        aspect: 'input',
        values: fc.record({ client: sessionClient, state: values }),
        steps: ({ client: { input, uri }, state }) => [
          registerStep(input),
          authorizeMain({ redirectUri: uri, state }),
        ],
      }),
    ),
    emptyStateFamily(),
    ...entriesOf(lineBreaks).map(lineBreakFamily),
    queryKeptFamily('kept', inTurn(...queries)),
    queryKeptFamily('all-kept', fc.constant('tenant=1&c=d&a=b&a=c&e=%26%2B&flag')),
    omittedUriFamily('single'),
    omittedUriFamily('several'),
    extraFamily('unknown', ({ uri }) => ({ redirectUri: uri, extra: [['x_conformance', 'ignored']] })),
    extraFamily('unknown-empty', ({ uri }) => ({ redirectUri: uri, extra: [['x_conformance', '']] })),
    pkceFamily(),
  ];
}

function emptyStateFamily(): Family {
  return sessionFamily({
    name: 'authorize.empty.state',
    expectation: 'either',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input, uri }) => [registerStep(input), authorizeMain({ redirectUri: uri, state: '' })],
  });
}

/** States that would end a header line, by the last word of the family's name. */
const lineBreaks = {
  state: 'a\r\nX-Conformance-Split: yes',
  'state-line-feed': 'a\nX-Conformance-Split: yes',
  'state-carriage-return': 'a\rX-Conformance-Split: yes',
  'state-body': 'a\r\n\r\n<html>X-Conformance-Split',
  'state-narrowed': 'a\u010D\u010AX-Conformance-Split: yes',
} satisfies Readonly<Record<string, string>>;

function lineBreakFamily([kind, state]: readonly [FamilyKind<'authorize.line-break'>, string]): Family {
  return sessionFamily({
    name: `authorize.line-break.${kind}`,
    expectation: 'either',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input, uri }) => [registerStep(input), authorizeMain({ redirectUri: uri, state })],
    enough: 2,
  });
}

const queries = ['tenant=1', 'a=b&c=d', 'a=b&a=c', 'a=%26%2B', 'flag', 'state=own'];

function queryKeptFamily(kind: FamilyKind<'authorize.query'>, registered: fc.Arbitrary<string>): Family {
  return sessionFamily({
    name: `authorize.query.${kind}`,
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({
      client: sessionClient,
      query: registered,
    }),
    steps: ({ client: { input, uri }, query }) => {
      const own = `${uri}?${query}`;
      // A state in the registered query cannot be told from the state that we send, so none is sent then.
      return [
        registerStep(withMembers(input, { redirect_uris: [own] })),
        authorizeMain({ redirectUri: own, ...(query.startsWith('state=') ? { state: null } : {}) }),
      ];
    },
  });
}

function omittedUriFamily(kind: 'single' | 'several'): Family {
  return sessionFamily({
    name: `authorize.omitted.${kind}`,
    // Optional in the contract; optional in the standard only if one URI is registered.
    expectation: 'either',
    aspect: 'input',
    values: twoUris,
    steps: ({ client: { input, uri }, second }) => [
      registerStep(withMembers(input, { redirect_uris: kind === 'single' ? [uri] : [uri, second] })),
      authorizeMain({ redirectUri: null }),
    ],
  });
}

function extraFamily(
  kind: FamilyKind<'authorize.extra'>,
  form: (client: SessionClient) => AuthorizeForm,
): Family {
  return sessionFamily({
    name: `authorize.extra.${kind}`,
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: (client) => [registerStep(client.input), authorizeMain(form(client))],
  });
}

function pkceFamily(): Family {
  return sessionFamily({
    name: 'authorize.extra.pkce',
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input, uri }) => [
      registerStep(input),
      authorizeMain({
        redirectUri: uri,
        extra: [
          ['code_challenge', pkce.challenge],
          ['code_challenge_method', 'S256'],
        ],
      }),
      asProbe(
        codeGrantStep({ redirectUri: uri, extra: [['code_verifier', pkce.verifier]] }),
        'redeem-verified',
      ),
    ],
  });
}
