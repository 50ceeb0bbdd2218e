import * as fc from 'fast-check';
import type { Step } from '../case.ts';
import type { Family } from '../family.ts';
import { fixtureState } from '../setup/fixture-client.ts';
import { authorizeStep, registerStep } from '../setup/setup-steps.ts';
import { listStep, readStep, updateStep } from './client-steps.ts';
import type { FamilyKind } from './family-name.ts';
import { hardPlaces, hardText } from './hard-input-places.ts';
import type { HardPlaceName } from './hard-input-places.ts';
import { loginStep } from './login-steps.ts';
import { asMain, asProbe, capturingNothing, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { inventedValue, sessionClient, withMembers } from './session-client.ts';
import { codeGrantStep, revokeStep } from './token-steps.ts';
import type { StepName } from '../step-name.ts';
import type { HardTextName } from '../text/hard-texts.ts';
import { inAnyOrder } from '../text/in-any-order.ts';

/**
 * Once a request took so long, or was not answered at all, the rest of its case is not sent: a target that needs a
 * minute for each such text would be kept busy for an hour.
 */
const patienceMs = 1_000;

/** A usual request of an operation, and the steps before it. */
interface Usual {
  readonly before: readonly Step[];
  readonly step: Step;
}

/** What the usual requests of a case are made of. */
interface Values extends SessionClient {
  readonly invented: string;
}

interface Plan {
  readonly kind: FamilyKind<'hard-input'>;
  readonly places: readonly HardPlaceName[];
  readonly usual: (values: Values) => Usual;
}

const plans: readonly Plan[] = [
  {
    kind: 'registration',
    places: ['redirect-uris', 'default-scopes', 'member-name', 'json', 'content-type'],
    usual: ({ input }) => ({ before: [], step: registerStep(input) }),
  },
  {
    kind: 'update',
    places: ['redirect-uris', 'default-scopes', 'member-name'],
    usual: ({ input }) => ({
      before: [registerStep(input)],
      step: updateStep(withMembers(input, { client_description: 'New.' })),
    }),
  },
  {
    kind: 'authorization',
    places: ['redirect-uri', 'scope', 'state', 'form', 'content-type'],
    usual: ({ input, uri }) => ({
      before: [registerStep(input)],
      step: authorizeStep({ redirectUri: uri }),
    }),
  },
  {
    kind: 'token',
    places: ['redirect-uri', 'code', 'form'],
    usual: ({ input, uri }) => ({
      before: [registerStep(input), authorizeStep({ redirectUri: uri })],
      step: codeGrantStep({ redirectUri: uri }),
    }),
  },
  {
    kind: 'list',
    places: ['filter', 'member-name', 'json'],
    usual: () => ({ before: [], step: listStep({ length: 1 }) }),
  },
  {
    kind: 'revocation',
    places: ['token', 'query'],
    usual: ({ invented }) => ({ before: [], step: revokeStep({ token: invented }) }),
  },
  {
    kind: 'callback',
    places: ['callback-state', 'query', 'cookie'],
    usual: ({ invented }) => ({
      before: [],
      step: loginStep('oauth_idp_callback_get', [
        ['code', invented],
        ['state', fixtureState],
      ]),
    }),
  },
  {
    kind: 'read',
    places: ['path', 'accept', 'basic', 'bearer'],
    usual: ({ input }) => ({ before: [registerStep(input)], step: readStep() }),
  },
];

/**
 * Texts that are hard to parse, in every part of a request that a target parses, each after the same request with usual
 * text. They come in any order, because the first that takes long ends its case. Never two at once: several would keep
 * all workers of a target busy, for minutes after the run too, and hold up others that would then be accused.
 */
export function hardInputFamilies(): readonly Family[] {
  return plans.map(hardInputFamily);
}

/** A text in a place. */
interface Hard {
  readonly place: HardPlaceName;
  readonly text: HardTextName;
}

/** Runs alone, so that a target that is kept busy by one text is not taken to be slow for another. */
function hardInputFamily({ kind, places, usual }: Plan): Family {
  const all = places.flatMap((place) =>
    hardPlaces[place].texts.map((texts) => [texts].flat().map((text): Hard => ({ place, text }))),
  );
  const values = fc.record({ client: sessionClient, invented: inventedValue });
  return sessionFamily({
    name: `hard-input.${kind}`,
    isAlone: true,
    isHangProne: true,
    isExhaustive: true,
    isCrashProne: true,
    expectation: 'clean',
    aspect: 'input',
    // The texts first, so that shrinking finds the one that matters before anything else.
    values: fc.tuple(inAnyOrder(all), values),
    steps: ([texts, { client, invented }]) => {
      const { before, step } = usual({ ...client, invented });
      return [
        ...before,
        asMain(step),
        ...texts
          .flat()
          .flatMap((one, index) => hardSteps(one, usual({ ...numbered(client, index), invented }).step)),
      ];
    },
    enough: 3,
  });
}

/** If it takes long, it is sent twice: anything may take long once. */
function hardSteps({ place, text }: Hard, usual: Step): readonly Step[] {
  const request = hardPlaces[place].put(usual.request, hardText(hardPlaces[place], text));
  const probe = (name: StepName): Step => capturingNothing(asProbe({ ...usual, request }, name));
  return [
    { ...probe(`hard-${place}-${text}`), unlessSlowMs: patienceMs },
    { ...probe(`hard-${place}-${text}-again`), onlyIfSlowMs: patienceMs },
  ];
}

/** Each registration has a name of its own. */
function numbered(client: SessionClient, index: number): SessionClient {
  const { input } = client;
  return { ...client, input: withMembers(input, { client_name: `${input.client_name}-${index}` }) };
}
