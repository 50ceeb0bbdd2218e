import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { codeFlow, laterCodeStep, otherClient } from './flow-steps.ts';
import { asMain, asSetup, capturingNothing, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { sessionClient, twoClients, twoUris, withMembers } from './session-client.ts';
import { codeGrantStep } from './token-steps.ts';

const refused = { expectation: 'refuse', brokenAt: 'form:code' } as const;
const refusedUri = { expectation: 'refuse', brokenAt: 'form:redirect_uri' } as const;

/** What a code is bound to: its client, and the redirect URI of its authorization. */
export function codeBindingFamilies(): readonly Family[] {
  return [
    otherClientFamily('own-uri'),
    otherClientFamily('same-uri'),
    sameNameFamily(),
    otherClientTwiceFamily(),
    redirectFamily('missing', () => null),
    redirectFamily('suffix', ({ uri }) => `${uri}/more`),
    redirectFamily('slash', ({ uri }) => `${uri}/`),
    redirectFamily('query', ({ uri }) => `${uri}?more=1`),
    redirectFamily('case', ({ uri }) =>
      uri.replace(/[a-z]$|[a-z](?=[^a-z]*$)/, (letter) => letter.toUpperCase()),
    ),
    redirectFamily('other-host', () => 'https://evil.invalid/stolen'),
    otherRegisteredFamily(),
    laterRedirectFamily(),
    redirectTwiceFamily(),
  ];
}

function otherClientFamily(kind: 'own-uri' | 'same-uri'): Family {
  return sessionFamily({
    name: `code.other-client.${kind}`,
    ...refused,
    values: twoClients,
    steps: ([one, other]) => {
      const uris = kind === 'same-uri' ? [one.uri] : [other.uri];
      return [
        ...codeFlow(one),
        otherClient({ ...other, input: withMembers(other.input, { redirect_uris: uris }) }),
        asMain(otherRedeemStep(kind === 'same-uri' ? one : other)),
      ];
    },
  });
}

/** Client names are not unique, so a code must not be bound to a name. */
function sameNameFamily(): Family {
  return sessionFamily({
    name: 'code.other-client.same-name',
    ...refused,
    values: sessionClient,
    steps: (client) => [...codeFlow(client), otherClient(client), asMain(otherRedeemStep(client))],
    enough: 4,
  });
}

/** A failed attempt does not bind the code to another client. */
function otherClientTwiceFamily(): Family {
  return sessionFamily({
    name: 'code.other-client.twice',
    ...refused,
    values: twoClients,
    steps: ([one, other]) => [
      ...codeFlow(one),
      otherClient({ ...other, input: withMembers(other.input, { redirect_uris: [one.uri] }) }),
      asSetup(capturingNothing(otherRedeemStep(one)), 'redeem-before'),
      asMain(otherRedeemStep(one)),
    ],
    enough: 4,
  });
}

function otherRedeemStep({ uri }: SessionClient): Step {
  return codeGrantStep({
    clientId: slot('other.id'),
    clientSecret: slot('other.secret'),
    redirectUri: uri,
  });
}

function redirectFamily(
  kind: FamilyKind<'code.redirect'>,
  uriOf: (client: SessionClient) => string | null,
): Family {
  return sessionFamily({
    name: `code.redirect.${kind}`,
    ...refusedUri,
    values: sessionClient,
    steps: (client) => [...codeFlow(client), asMain(codeGrantStep({ redirectUri: uriOf(client) }))],
  });
}

function otherRegisteredFamily(): Family {
  return sessionFamily({
    name: 'code.redirect.other-registered',
    ...refusedUri,
    values: twoUris,
    steps: ({ client: { input, uri }, second }) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      authorizeStep({ redirectUri: uri }),
      asMain(codeGrantStep({ redirectUri: second })),
    ],
  });
}

/** Each code is bound to the redirect URI of its own authorization, not to that of the client's last one. */
function laterRedirectFamily(): Family {
  return sessionFamily({
    name: 'code.redirect.of-later',
    ...refusedUri,
    values: twoUris,
    steps: ({ client: { input, uri }, second }) => [
      registerStep(withMembers(input, { redirect_uris: [uri, second] })),
      authorizeStep({ redirectUri: uri }),
      laterCodeStep({ input, uri: second }),
      asMain(codeGrantStep({ redirectUri: second })),
    ],
    enough: 4,
  });
}

/** A failed attempt does not bind the code to another redirect URI either. */
function redirectTwiceFamily(): Family {
  return sessionFamily({
    name: 'code.redirect.twice',
    ...refusedUri,
    values: sessionClient,
    steps: (client) => {
      const redeem = codeGrantStep({ redirectUri: `${client.uri}/more` });
      return [...codeFlow(client), asSetup(capturingNothing(redeem), 'redeem-before'), asMain(redeem)];
    },
    enough: 4,
  });
}
