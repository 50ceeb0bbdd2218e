import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { readBackStep, useTokenStep } from '../setup/probe-steps.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import { slot } from '../request/build-request.ts';
import { usedTokenFlow } from './flow-steps.ts';
import type { SessionClient } from './session-client.ts';
import { sessionClient, withMembers } from './session-client.ts';
import { inRounds, race, racers } from './race-steps.ts';
import { asSetup, sessionFamily } from './session-case.ts';
import { codeGrantStep, refreshStep, revokeStep } from './token-steps.ts';

/**
 * Simultaneous requests. They are judged only by the state that they may leave behind. Those of many requests run alone,
 * since the requests of other cases would keep them from being sent at the same moment.
 */
export function raceFamilies(): readonly Family[] {
  return [
    redeemFamily(),
    refreshFamily(),
    revokeFamily(),
    updateFamily(),
    deleteFamily(),
    registerFamily(),
    namesakesFamily(),
  ];
}

function numberedAuthorize({ uri }: SessionClient, number: number): Step {
  return authorizeStep({ name: `authorize-${number}`, redirectUri: uri, code: `code.${number}` });
}

function redeemFamily(): Family {
  return sessionFamily({
    name: 'race.redeem',
    isAlone: true,
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [
      registerStep(client.input),
      ...inRounds(
        (number) => [numberedAuthorize(client, number)],
        (number) => codeGrantStep({ code: slot(`code.${number}`), redirectUri: client.uri }),
      ),
    ],
    weight: 4,
    enough: 4,
  });
}

function refreshFamily(): Family {
  return sessionFamily({
    name: 'race.refresh',
    isAlone: true,
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [
      registerStep(client.input),
      ...inRounds(
        (number) => [
          numberedAuthorize(client, number),
          asSetup(
            codeGrantStep({ code: slot(`code.${number}`), redirectUri: client.uri, into: `${number}.` }),
            `redeem-${number}`,
          ),
        ],
        (number) => refreshStep({ refreshToken: slot(`${number}.refresh_token`) }),
      ),
    ],
    weight: 2,
    enough: 2,
  });
}

/** Whatever a token is used for while it is revoked must not bring it back. */
function revokeFamily(): Family {
  return sessionFamily({
    name: 'race.revoke',
    isAlone: true,
    expectation: 'clean',
    values: sessionClient,
    steps: (client) => [
      ...usedTokenFlow(client),
      ...race(
        Array.from({ length: racers }, (_, index) => (index % 2 === 0 ? useTokenStep() : revokeStep())),
      ),
      useTokenStep(),
    ],
    weight: 2,
    enough: 4,
  });
}

function updateFamily(): Family {
  return sessionFamily({
    name: 'race.update',
    isAlone: true,
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
    isAlone: true,
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

/** A target may refuse a second client of a name. Those that it registers are clients of their own. */
function namesakesFamily(): Family {
  return sessionFamily({
    name: 'race.register-namesakes',
    isAlone: true,
    expectation: 'clean',
    aspect: 'input',
    values: sessionClient,
    steps: ({ input }) => race(Array.from({ length: racers }, () => registerStep(input))),
    enough: 4,
  });
}
