import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { readBackStep } from '../setup/probe-steps.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import { codeFlow, tokenFlow } from './flow-steps.ts';
import { sessionClient, withMembers } from './session-client.ts';
import { asMain, asProbe, atOnce, capturingNothing, sessionFamily } from './session-case.ts';
import { codeGrantStep, refreshStep } from './token-steps.ts';

/** As many as a target is likely to have workers, so that two of them handle requests at the same moment. */
const racers = 8;

/** Simultaneous requests. They are judged only by the state that they may leave behind. */
export function raceFamilies(): readonly Family[] {
  return [redeemFamily(), refreshFamily(), updateFamily(), deleteFamily(), registerFamily()];
}

/** The first is the main step. The steps capture nothing, since it is open whose value would be kept. */
function race(steps: readonly Step[]): readonly Step[] {
  return atOnce(
    'race',
    steps.map((step, index) => capturingNothing(index === 0 ? asMain(step) : asProbe(step, `race-${index}`))),
  );
}

function redeemFamily(): Family {
  return sessionFamily({
    name: 'race.redeem',
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [
      ...codeFlow(client),
      ...race(Array.from({ length: racers }, () => codeGrantStep({ redirectUri: client.uri }))),
    ],
    enough: 12,
  });
}

function refreshFamily(): Family {
  return sessionFamily({
    name: 'race.refresh',
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [...tokenFlow(client), ...race(Array.from({ length: racers }, () => refreshStep()))],
  });
}

function updateFamily(): Family {
  return sessionFamily({
    name: 'race.update',
    expectation: 'clean',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input, uri }) => {
      const states = ['a', 'b'].map((mark) =>
        withMembers(input, {
          client_name: `${input.client_name}-${mark}`,
          client_description: mark.repeat(500),
          redirect_uris: [`${uri}/${mark}`, `${uri}/${mark}${mark}`],
        }),
      );
      const updates = Array.from({ length: racers / 2 }, () =>
        states.map((state) => updateStep(state)),
      ).flat();
      return [registerStep(input), ...race(updates), readBackStep()];
    },
    enough: 12,
  });
}

function deleteFamily(): Family {
  return sessionFamily({
    name: 'race.delete',
    expectation: 'clean',
    aspect: 'client-id',
    values: sessionClient,
    steps: ({ input, uri }) => [
      registerStep(input),
      ...race([
        deleteStep(),
        updateStep(withMembers(input, { client_description: 'Raced.' })),
        readStep(),
        authorizeStep({ redirectUri: uri }),
        updateStep(withMembers(input, { client_description: 'Raced again.' })),
        deleteStep(),
        updateStep(withMembers(input, { client_description: 'Raced at last.' })),
        readStep(),
      ]),
      readBackStep(),
    ],
    enough: 12,
  });
}

function registerFamily(): Family {
  return sessionFamily({
    name: 'race.register',
    expectation: 'accept',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input }) =>
      race(
        Array.from({ length: racers }, (_, index) =>
          registerStep(withMembers(input, { client_name: `${input.client_name}-${index}` })),
        ),
      ),
  });
}
