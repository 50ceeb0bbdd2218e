import * as fc from 'fast-check';
import type { Family } from '../family.ts';
import { registerStep } from '../setup/register-step.ts';
import { deleteStep, listStep, readStep } from './client-steps.ts';
import { otherClient } from './flow-steps.ts';
import { sessionClient, twoClients, withMembers } from './session-client.ts';
import { sessionFamily } from './session-case.ts';
import { asMain, asProbe, asSetup } from './step-role.ts';

/** 500 is the largest length that any build of the description documents. */
const whole = { length: 500 } as const;

/** Lists on a target that others use as well: only the clients of the case are looked for. */
export function listFamilies(): readonly Family[] {
  return [listedFamily(), deletedFamily(), pagesFamily(), orderFamily()];
}

/** Two lists with one more client between them: where both have the same length, the target may cap its pages. */
function listedFamily(): Family {
  return sessionFamily({
    name: 'list.listed',
    expectation: 'accept',
    aspect: 'input',
    values: twoClients,
    steps: ([one, other]) => [
      registerStep(one.input),
      readStep(),
      asSetup(listStep(whole), 'list-before'),
      otherClient(other),
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

/** The first page again at the end tells whether the list stood still meanwhile. */
function pagesFamily(): Family {
  return sessionFamily({
    name: 'list.pages',
    expectation: 'accept',
    aspect: 'input',
    values: twoClients,
    steps: ([one, other]) => [
      registerStep(one.input),
      otherClient(other),
      asSetup(listStep({ length: 2, offset: 0 }), 'list-first'),
      asMain(listStep({ length: 1, offset: 1 })),
      asProbe(listStep({ length: 2, offset: 0 }), 'list-first-again'),
    ],
  });
}

function orderFamily(): Family {
  return sessionFamily({
    name: 'list.order',
    // A sort attribute is free text in the contract: a target may not know this one.
    expectation: 'either',
    aspect: 'input',
    values: fc.record({ clients: twoClients, swapped: fc.boolean() }),
    steps: ({ clients: [one, other], swapped }) => {
      const names = swapped ? (['zz', 'aa'] as const) : (['aa', 'zz'] as const);
      const sorted = (order: string): ReturnType<typeof listStep> =>
        listStep({ ...whole, sort_attribute: 'client_name', sort_order: order });
      return [
        registerStep(withMembers(one.input, { client_name: `conformance-session-${names[0]}` })),
        otherClient({
          ...other,
          input: withMembers(other.input, { client_name: `conformance-session-${names[1]}` }),
        }),
        asMain(sorted('ASCENDING')),
        asProbe(sorted('DESCENDING'), 'list-descending'),
      ];
    },
  });
}
