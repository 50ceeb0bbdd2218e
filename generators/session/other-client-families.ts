import type * as fc from 'fast-check';
import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { slot } from '../request/build-request.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { otherClient, otherTokenFlow, tokenFlow } from './flow-steps.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { twoClients, withMembers } from './session-client.ts';

/** A client while another one is updated or deleted. */
export function otherClientFamilies(): readonly Family[] {
  return [
    othersFamily('update'),
    othersFamily('delete'),
    tokensFamily('delete-with-tokens', twoClients),
    tokensFamily('delete-namesake', namesakes),
  ];
}

function othersFamily(kind: 'update' | 'delete'): Family {
  return sessionFamily({
    name: `client.others.${kind}`,
    expectation: 'accept',
    aspect: 'client-id',
    values: twoClients,
    steps: ([one, other]) => [
      registerStep(one.input),
      otherClient(other),
      asMain(
        kind === 'delete' ? deleteStep() : updateStep(withMembers(one.input, { client_description: 'New.' })),
      ),
      ...otherProbes(other),
    ],
  });
}

/** The tokens of one client when the other one is deleted. */
function tokensFamily(
  name: FamilyKind<'client.others'>,
  clients: fc.Arbitrary<readonly [SessionClient, SessionClient]>,
): Family {
  return sessionFamily({
    name: `client.others.${name}`,
    expectation: 'accept',
    aspect: 'client-id',
    values: clients,
    steps: ([one, other]) => [
      ...tokenFlow(one),
      ...otherTokenFlow(other),
      asSetup(useTokenStep(slot('other.access_token')), 'use-other-before'),
      asMain(deleteStep()),
      asProbe(readStep(slot('other.id')), 'read-other'),
      asProbe(useTokenStep(slot('other.access_token')), 'use-other'),
    ],
    // A target that ends the tokens of all clients would spoil every other case, too.
    isAlone: true,
    enough: 4,
  });
}

/** Client names are not keys. A target that refuses a name in use gives nothing to judge. */
const namesakes = twoClients.map(([one, { uri }]): readonly [SessionClient, SessionClient] => [
  one,
  { uri, input: withMembers(one.input, { redirect_uris: [uri] }) },
]);

function otherProbes({ uri }: SessionClient): readonly Step[] {
  return [
    asProbe(readStep(slot('other.id')), 'read-other'),
    asProbe(
      authorizeStep({ clientId: slot('other.id'), redirectUri: uri, code: 'other.code' }),
      'authorize-other',
    ),
  ];
}
