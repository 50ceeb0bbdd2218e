import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { readBackStep, useTokenStep } from '../setup/probe-steps.ts';
import { deleteStep, readStep, updateStep } from './client-steps.ts';
import { slot } from '../request/build-request.ts';
import { usedTokenFlow } from './flow-steps.ts';
import type { SessionClient } from './session-client.ts';
import { sessionClient, withMembers } from './session-client.ts';
import { asMain, asProbe, asSetup, atOnce, capturingNothing, sessionFamily } from './session-case.ts';
import { codeGrantStep, refreshStep, revokeStep } from './token-steps.ts';

/** Requests at once: more than a target is likely to have workers, so that all of them are busy at the same moment. */
const racers = 16;

/** Rounds of a case, and the values that are raced for in each. A server that fails for one in twenty is found. */
const rounds = 6;
const raced = 2;

/**
 * Simultaneous requests. They are judged only by the state that they may leave behind. They run alone, since the
 * requests of other cases would keep them from being sent at the same moment.
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

/** The first request of a case to an operation is the main step. The steps capture nothing, since it is open whose value would be kept. */
function race(steps: readonly Step[], round = 0): readonly Step[] {
  const main = steps.findIndex(({ operation }) => operation !== 'gateway');
  return atOnce(
    round === 0 ? 'race' : `race-${round}`,
    steps.map((step, index) => {
      const position = round * racers + index;
      return capturingNothing(
        round === 0 && position === main ? asMain(step) : asProbe(step, `race-${position}`),
      );
    }),
  );
}

/**
 * Rounds of requests in which several values are raced for at once. `prepare` obtains a value under the given number,
 * and `use` uses it. What fails in a later round does not spoil the ones before.
 */
function inRounds(
  prepare: (number: number) => readonly Step[],
  use: (number: number) => Step,
): readonly Step[] {
  return Array.from({ length: rounds }, (_, round) => round).flatMap((round) => {
    const numbers = Array.from({ length: raced }, (_, index) => round * raced + index);
    const prepared = numbers.flatMap(prepare);
    return [
      ...(round === 0 ? prepared : prepared.map((step) => asProbe(step, step.name))),
      ...race(
        Array.from({ length: racers }, (_, index) => use(round * raced + (index % raced))),
        round,
      ),
    ];
  });
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
