import fc from 'fast-check';
import type { Expectation } from '../case.ts';
import type { Family } from '../family.ts';
import { formMediaType, slot } from '../request/build-request.ts';
import type { Pair } from '../request/build-request.ts';
import { fixtureScope } from '../setup/fixture-client.ts';
import { sharedClients, sharedRegisterStep } from '../setup/shared-client.ts';
import { attackTexts, enoughAttacks } from '../text/attack-texts.ts';
import { eachInTurn, inTurn } from '../text/in-turn.ts';
import { carefulState, oddText, ordinaryText, textOfLength, vscharText } from '../text/text.ts';
import { withCharsetLabel } from './charset-labels.ts';
import { formSteps, withUnknownParameter } from './form-families.ts';
import type { FormCase } from './form-families.ts';
import { validFamily } from './valid-family.ts';

const operation = 'oauth_authorize_post';

interface Asked {
  readonly confirm?: 'yes' | 'no';
  readonly state?: fc.Arbitrary<string | null>;
  readonly scope?: fc.Arbitrary<string | null>;
  readonly hasRedirectUri?: boolean;
}

/** Every third one has blanks at its ends, which random text seldom has, and which belong to it. */
const states = eachInTurn(
  vscharText({ min: 1 }),
  vscharText({ min: 1 }),
  vscharText({ min: 1 }).map((text) => ` ${text} `),
);
// 512 characters, or escapes that long; a target that limits headers to 4 KiB can still answer.
const longStates = fc.constantFrom('a'.repeat(512), '%'.repeat(512));
/** Texts by the contract, and no states by RFC 6749 appendix A.5: a server that takes one has to return it as it is. */
const foreignStates = fc.oneof(
  { weight: 12, arbitrary: ordinaryText({ min: 1 }) },
  { weight: 1, arbitrary: fc.constant('\u{1F600}'.repeat(128)) },
);
const oddScopes = [
  'caf\u00E9',
  '\u4E2D \u{1F600}',
  '"all"',
  'a\\b',
  'all,read',
  'a\tb',
  '*',
  "' or ''='",
  'a'.repeat(1_000),
];

/** The user's consent for one of the shared clients, with one of its redirect URIs. */
function consents({
  confirm = 'yes',
  state = carefulState,
  scope = fc.constant(fixtureScope),
  hasRedirectUri = true,
}: Asked = {}) {
  const clients = sharedClients.filter(({ input }) => hasRedirectUri || input.redirect_uris.length === 1);
  return fc
    .tuple(fc.constantFrom(...clients), fc.nat(1), state, scope)
    .map(([client, index, ownState, ownScope]): FormCase => {
      const uris = client.input.redirect_uris;
      const form: Pair[] = [
        ['client_id', slot('client.id')],
        ['response_type', 'code'],
        ['confirm', confirm],
      ];
      if (hasRedirectUri) form.push(['redirect_uri', uris[index % uris.length] ?? '']);
      if (ownState !== null) form.push(['state', ownState]);
      if (ownScope !== null) form.push(['scope', ownScope]);
      return { before: [sharedRegisterStep(client)], form };
    });
}

function family(
  name: string,
  cases: fc.Arbitrary<FormCase>,
  { expectation = 'accept', enough = Infinity }: { expectation?: Expectation; enough?: number } = {},
  mediaTypes?: fc.Arbitrary<string>,
): Family {
  return validFamily({
    operation,
    name,
    expectation,
    enough,
    steps: formSteps(operation, cases, mediaTypes),
  });
}

/** Valid authorizations: with and without the optional parameters, and with a state of any text. */
export function authorizeFamilies(): readonly Family[] {
  return [
    family('domain', consents()),
    family('state', consents({ state: states })),
    family('state-omitted', consents({ state: fc.constant(null) }), { enough: 20 }),
    // Optional in the contract; a server without a default may refuse it by RFC 6749 section 3.3.
    family('scope-omitted', consents({ scope: fc.constant(null) }), { expectation: 'either', enough: 20 }),
    family('state-foreign', consents({ state: foreignStates }), { expectation: 'either' }),
    family('state-attack', consents({ state: inTurn(...attackTexts) }), { enough: enoughAttacks }),
    family('state-long', consents({ state: longStates }), { enough: 6 }),
    family('state-one', consents({ state: textOfLength(1) }), { enough: 3 }),
    // Optional in the contract; by RFC 6749 section 3.1.2.3 only where one is registered. Some targets require it.
    family('redirect-uri-omitted', consents({ hasRedirectUri: false }), {
      expectation: 'either',
      enough: 12,
    }),
    family('unknown-parameter', withUnknownParameter(consents()), { enough: 20 }),
    family('charset', consents(), { enough: 20 }, withCharsetLabel(formMediaType)),
    // A denial may be answered by a redirect or an error: the contract only says that there is no code.
    family('denied', consents({ confirm: 'no' }), { expectation: 'either', enough: 50 }),
    family('denied-redirect-uri-omitted', consents({ confirm: 'no', hasRedirectUri: false }), {
      expectation: 'either',
      enough: 8,
    }),
    // RFC 6749 section 3.1 treats them as omitted, but the contract does not say so.
    family('empty-optional', consents({ state: fc.constant(''), scope: fc.constant('') }), {
      expectation: 'either',
      enough: 8,
    }),
    family('scope-wider', consents({ scope: fc.constant(`${fixtureScope} conformance-unknown`) }), {
      expectation: 'either',
      enough: 8,
    }),
    // A value that is no scope token (RFC 6749 section 3.3) is refused or ignored.
    family('odd-scope', consents({ scope: inTurn(...oddScopes) }), {
      expectation: 'clean',
      enough: oddScopes.length * 2,
    }),
    family('odd-text:/state', consents({ state: oddText() }), { expectation: 'clean', enough: 60 }),
  ];
}
