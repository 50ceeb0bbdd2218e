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
import { asMain, atOnce, sessionFamily } from './session-case.ts';
import type { SessionClient } from './session-client.ts';
import { inventedValue, sessionClient, withMembers } from './session-client.ts';
import { codeGrantStep, revokeStep } from './token-steps.ts';
import type { HardTextName } from '../text/hard-texts.ts';
import { inAnyOrder } from '../text/in-any-order.ts';

/**
 * Once a request surely takes so long, or is not answered at all, the rest of its case is not sent: a target that needs
 * a minute for each such text would be kept busy for an hour.
 */
const patienceMs = 1_000;

/** Texts that are sent at the same instant: as many as a run has cases in flight by default. */
const waveWidth = 8;

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
 * text. They come in any order, because the first that takes long ends its case.
 */
export function hardInputFamilies(): readonly Family[] {
  return plans.map(hardInputFamily);
}

/** A text in a place. */
interface Hard {
  readonly place: HardPlaceName;
  readonly text: HardTextName;
}

/** Runs alone, so that a target that is kept busy by a text is not taken to be slow for other cases. */
function hardInputFamily({ kind, places, usual }: Plan): Family {
  const all = places.flatMap((place) =>
    hardPlaces[place].texts.map((texts) => [texts].flat().map((text): Hard => ({ place, text }))),
  );
  const values = fc.record({ client: sessionClient, invented: inventedValue });
  return sessionFamily({
    name: `hard-input.${kind}`,
    isAlone: true,
    isHangProne: true,
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
        ...wavesOf(texts).flatMap((wave, index) =>
          waveSteps(
            wave.map((one, place) =>
              hardStep(one, usual({ ...numbered(client, index * waveWidth + place), invented }).step),
            ),
            index,
          ),
        ),
      ];
    },
    enough: 3,
  });
}

/** A usual step with a text that is hard to parse. */
type HardStep = Omit<Step, 'name'> & { readonly name: `hard-${string}` };

function hardStep({ place, text }: Hard, usual: Step): HardStep {
  const request = hardPlaces[place].put(usual.request, hardText(hardPlaces[place], text));
  return { ...usual, name: `hard-${place}-${text}`, role: 'probe', captures: [], request };
}

/** The texts in waves. Of a ladder, each text comes in a later wave than the one before it. */
function wavesOf(ladders: readonly (readonly Hard[])[]): readonly (readonly Hard[])[] {
  const waves: Hard[][] = [];
  for (let rung = 0; ladders.some(({ length }) => length > rung); rung += 1) {
    const level = ladders.flatMap((ladder) => ladder.slice(rung, rung + 1));
    for (let at = 0; at < level.length; at += waveWidth) waves.push(level.slice(at, at + waveWidth));
  }
  return waves;
}

/**
 * Sends the steps at the same instant, and those that take long a second time, each by itself: anything may take long
 * once, and whatever is sent beside a text that keeps the target busy does.
 */
function waveSteps(steps: readonly HardStep[], index: number): readonly Step[] {
  const first = steps.map((step): Step => ({ ...step, patience: { ms: patienceMs } }));
  return [
    ...(first.length > 1 ? atOnce(`wave-${index}`, first) : first),
    ...steps.map((step) => ({
      ...step,
      name: `${step.name}-again` as const,
      patience: { ms: patienceMs, repeats: step.name },
    })),
  ];
}

/** Each registration has a name of its own. */
function numbered(client: SessionClient, index: number): SessionClient {
  const { input } = client;
  return { ...client, input: withMembers(input, { client_name: `${input.client_name}-${index}` }) };
}
