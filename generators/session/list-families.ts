import * as fc from 'fast-check';
import { entriesOf } from '../family.ts';
import type { Family } from '../family.ts';
import { longestPage } from '../request/judge-domain.ts';
import type { OauthClientInput } from '../../spec/models.ts';
import { emptyMembers, fixtureName } from '../setup/fixture-client.ts';
import { fixturePrefix } from '../setup/run-mark.ts';
import { runMark } from '../setup/run-mark.ts';
import { registerStep } from '../setup/setup-steps.ts';
import { deleteStep, listStep, readStep, updateStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { otherClient } from './flow-steps.ts';
import { asMain, asProbe, asSetup, sessionFamily } from './session-case.ts';
import { redirectUri, sessionClient, twoClients, withMembers } from './session-client.ts';

const whole = { length: longestPage } as const;

/** Lists on a target that has other clients as well: only the clients of the case are checked. */
export function listFamilies(): readonly Family[] {
  return [
    ...entriesOf(emptied).map(([kind, members]) => listedFamily(kind, members)),
    updatedFamily(),
    deletedFamily(),
    pagesFamily(),
    orderFamily(),
  ];
}

/** The members that the listed client leaves empty, by the last word of the family's name. */
const emptied = {
  whole: fc.constant({}),
  'without-uris': fc.constant({ redirect_uris: [] }),
  'without-scopes': fc.constant({ default_scopes: [] }),
  emptied: emptyMembers,
} satisfies Readonly<Record<string, fc.Arbitrary<Partial<OauthClientInput>>>>;

/** Two lists with one more client between them: if both have the same length, the target may cap its pages. */
function listedFamily(
  kind: FamilyKind<'list.listed'>,
  members: fc.Arbitrary<Partial<OauthClientInput>>,
): Family {
  return sessionFamily({
    name: `list.listed.${kind}`,
    isAlone: true,
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({ clients: twoClients, members }),
    steps: ({ clients: [one, other], members }) => [
      registerStep(withMembers(one.input, members)),
      asSetup(listStep(whole), 'list-before'),
      readStep(),
      otherClient(other),
      asMain(listStep(whole)),
    ],
    enough: 4,
  });
}

/** A long text with markup shows what one operation escapes or cuts and another does not. */
function updatedFamily(): Family {
  return sessionFamily({
    name: 'list.updated',
    expectation: 'accept',
    aspect: 'input',
    values: fc.record({ client: sessionClient, second: redirectUri }),
    steps: ({ client: { input, uri }, second }) => [
      registerStep(input),
      updateStep(
        withMembers(input, {
          client_name: `${input.client_name}-2`,
          client_description: `<b>"Updated" & so on</b> ${'d'.repeat(500)}`,
          redirect_uris: [second, uri],
          default_scopes: [...input.default_scopes, 'read'],
        }),
      ),
      readStep(),
      asMain(listStep(whole)),
    ],
  });
}

function deletedFamily(): Family {
  return sessionFamily({
    name: 'list.deleted',
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input }) => [registerStep(input), deleteStep(), asMain(listStep(whole))],
  });
}

/** Sorts before the clients that other cases of a run register. */
const firstName = `${fixturePrefix}!session-${runMark}`;

/**
 * The first page is requested again at the end, to tell whether it changed meanwhile. The clients of the case probably
 * sort first, so that changes by others come after them.
 */
function pagesFamily(): Family {
  const byName = { sort_attribute: 'client_name', sort_order: 'ASCENDING' } as const;
  return sessionFamily({
    name: 'list.pages',
    isAlone: true,
    // The sort attribute is free text in the contract: a target may not know this one.
    expectation: 'either',
    aspect: 'input',
    values: twoClients,
    steps: ([one, other]) => [
      registerStep(
        withMembers(one.input, { client_name: `${firstName}-${one.input.client_name.slice(-4)}` }),
      ),
      otherClient({
        ...other,
        input: withMembers(other.input, { client_name: `${firstName}-${other.input.client_name.slice(-4)}` }),
      }),
      asSetup(listStep({ ...byName, length: 2, offset: 0 }), 'list-first'),
      asMain(listStep({ ...byName, length: 2, offset: 1 })),
      asProbe(listStep({ ...byName, length: 2, offset: 0 }), 'list-first-again'),
    ],
  });
}

function orderFamily(): Family {
  return sessionFamily({
    name: 'list.order',
    // The sort attribute is free text in the contract: a target may not know this one.
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ clients: twoClients, swapped: fc.boolean() }),
    steps: ({ clients: [one, other], swapped }) => {
      const names = swapped ? (['zz', 'aa'] as const) : (['aa', 'zz'] as const);
      const sorted = (order: string): ReturnType<typeof listStep> =>
        listStep({ ...whole, sort_attribute: 'client_name', sort_order: order });
      return [
        registerStep(withMembers(one.input, { client_name: fixtureName(`session-${names[0]}`) })),
        otherClient({
          ...other,
          input: withMembers(other.input, { client_name: fixtureName(`session-${names[1]}`) }),
        }),
        asMain(sorted('ASCENDING')),
        asProbe(sorted('DESCENDING'), 'list-descending'),
      ];
    },
  });
}
