import * as fc from 'fast-check';
import type { Credentials, Piece, Step } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, generateStep } from '../setup/setup-steps.ts';
import { fixtureClient, fixtureScope } from '../setup/fixture-client.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import type { StepName } from '../step-name.ts';
import { deleteStep } from './client-steps.ts';
import { codeFlow, twoGrantsFlow, usedTokenFlow } from './flow-steps.ts';
import { asMain, asProbe, sessionFamily } from './session-case.ts';
import { inventedValue, sessionClient } from './session-client.ts';
import { codeGrantStep } from './token-steps.ts';

/** Bearer tokens at the gateway: which ones it accepts, and in what form. */
export function bearerFamilies(): readonly Family[] {
  return [
    useFamily(),
    unredeemedFamily(),
    deletedClientFamily(),
    deletedWithTwoGrantsFamily(),
    expiredFamily(),
  ];
}

/** Everything that may be sent as a Bearer token, after a valid token. */
function useFamily(): Family {
  return sessionFamily({
    name: 'bearer.use',
    expectation: 'accept',
    values: fc.record({ client: sessionClient, invented: inventedValue }),
    steps: ({ client, invented }) => [
      ...codeFlow(client),
      asMain(codeGrantStep({ redirectUri: client.uri })),
      useTokenStep(),
      gatewayProbe('use-lower-case', bearer(slot('access_token'), 'bearer')),
      gatewayProbe('use-upper-case', bearer(slot('access_token'), 'BEARER')),
      gatewayProbe('use-other-scheme', bearer(slot('access_token'), 'Other')),
      gatewayProbe('use-basic-scheme', bearer(slot('access_token'), 'Basic')),
      gatewayProbe('use-digest-scheme', bearer(slot('access_token'), 'Digest')),
      gatewayProbe('use-truncated', bearer(slot('access_token', 'truncated'))),
      gatewayProbe('use-padded', bearer(slot('access_token', 'padded'))),
      gatewayProbe('use-case-swapped', bearer(slot('access_token', 'case-swapped'))),
      gatewayProbe('use-changed', bearer(slot('access_token', 'first-character-changed'))),
      gatewayProbe('use-changed-end', bearer(slot('access_token', 'last-character-changed'))),
      gatewayProbe('use-unsigned', bearer(slot('access_token', 'unsigned'))),
      gatewayProbe('use-invented', bearer(invented)),
      gatewayProbe('use-refresh-token', bearer(slot('refresh_token'))),
      gatewayProbe('use-code', bearer(slot('code'))),
      gatewayProbe('use-client-secret', bearer(slot('client.secret'))),
      gatewayProbe('use-client-id', bearer(slot('client.id'))),
      gatewayProbe('use-nothing', { type: 'none' }),
      gatewayProbe('use-query', { type: 'none' }, slot('access_token')),
    ],
  });
}

/** A redeemed code may be deleted altogether, so this one is unredeemed and still valid as a code. */
function unredeemedFamily(): Family {
  return sessionFamily({
    name: 'bearer.unredeemed-code',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      asMain(authorizeStep({ redirectUri: client.uri, code: 'second.code' })),
      gatewayProbe('use-code', bearer(slot('second.code'))),
    ],
    enough: 3,
  });
}

function bearer(token: Piece, scheme?: string): Credentials {
  return { type: 'bearer', token, ...(scheme === undefined ? {} : { scheme }) };
}

function gatewayProbe(name: StepName, credentials: Credentials, queryToken?: Piece): Step {
  const step = useTokenStep();
  const query = queryToken === undefined ? [] : [['access_token', queryToken] as const];
  return asProbe({ ...step, request: { ...step.request, credentials, query } }, name);
}

function deletedClientFamily(): Family {
  return sessionFamily({
    name: 'bearer.deleted-client',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [...usedTokenFlow(client), asMain(deleteStep()), useTokenStep()],
  });
}

/** What ends one grant of a client may miss its others. */
function deletedWithTwoGrantsFamily(): Family {
  return sessionFamily({
    name: 'bearer.deleted-client-two-grants',
    expectation: 'accept',
    values: sessionClient,
    steps: (client) => [
      ...twoGrantsFlow(client),
      asMain(deleteStep()),
      useTokenStep(),
      asProbe(useTokenStep(slot('later.access_token')), 'use-later'),
    ],
    enough: 4,
  });
}

/** A target may give longer lifetimes than requested. Then nothing expires within so short a time. */
function expiredFamily(): Family {
  const token = slot('generated.access_token');
  const { client_name, client_description } = fixtureClient('session-expired');
  return sessionFamily({
    name: 'bearer.expired',
    expectation: 'either',
    aspect: 'input',
    values: fc.constant({ client_name, client_description, scopes: [fixtureScope], expires_in: 2 }),
    steps: (body) => [
      asMain(generateStep(body)),
      asProbe(useTokenStep(token), 'use-fresh'),
      { ...asProbe(useTokenStep(token), 'use-expired'), waitMs: 4000 },
    ],
    enough: 1,
    isPatient: true,
  });
}
