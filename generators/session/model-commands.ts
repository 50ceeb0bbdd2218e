import * as fc from 'fast-check';
import type { Step } from '../case.ts';
import { slot } from '../request/build-request.ts';
import { longestPage } from '../request/judge-domain.ts';
import { generatedCaptures, generateStep } from '../setup/setup-steps.ts';
import { useTokenStep } from '../setup/probe-steps.ts';
import { sequenceActions } from '../step-name.ts';
import { authorizeMain } from './authorize-main.ts';
import { deleteStep, listStep, readStep, updateStep } from './client-steps.ts';
import type { SessionClient } from './session-client.ts';
import { withMembers } from './session-client.ts';
import { asProbe } from './session-case.ts';
import { codeGrantStep, refreshStep, revokeStep } from './token-steps.ts';

/** One action of a sequence. Numbers pick from what exists when it runs, so a shortened sequence stays valid. */
export interface ModelCommand {
  readonly kind: (typeof sequenceActions)[number];
  readonly client: 0 | 1;
  /** Which of the codes or tokens so far, counted from the last one. */
  readonly pick: number;
  /** Whether the other client's credentials are used. */
  readonly isForeign: boolean;
}

type Kind = ModelCommand['kind'];

function commandOf(...some: readonly Kind[]): fc.Arbitrary<ModelCommand> {
  return fc.record({
    kind: fc.constantFrom(...some),
    client: fc.constantFrom(0, 1),
    pick: fc.nat(2),
    isForeign: fc.oneof(
      { weight: 5, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  });
}

/** Commands mostly about codes and tokens, with few deletions. */
export const grantCommand = commandOf(
  ...sequenceActions.slice(0, 5),
  ...sequenceActions.slice(0, 6),
  ...sequenceActions,
);

/** Commands about clients, with some codes and tokens. */
export const clientCommand = commandOf(
  'read',
  'update',
  'delete',
  'list',
  'authorize',
  'redeem',
  'generate',
  'use',
);

/** The slots of one code or one pair of tokens, and of the client that they were issued to. */
interface Grant {
  readonly prefix: string;
  readonly client: string;
}

interface Made {
  readonly codes: readonly Grant[];
  readonly tokens: readonly Grant[];
}

const clientSlots = ['client', 'other'] as const;

/** The steps of a sequence. A command whose code or token does not exist yet gives no steps. */
export function modelSteps(
  clients: readonly [SessionClient, SessionClient],
  commands: readonly ModelCommand[],
): readonly Step[] {
  const steps: Step[] = [];
  let made: Made = { codes: [], tokens: [] };
  for (const [index, command] of commands.entries()) {
    const step = commandStep(clients, command, made, `${index}.`);
    if (step === null) continue;
    steps.push(asProbe(step, `${index}-${command.kind}`));
    made = madeAfter(made, command, `${index}.`);
  }
  return steps;
}

function madeAfter(made: Made, { kind, client, pick }: ModelCommand, prefix: string): Made {
  const withToken = (owner: string): Made => ({
    ...made,
    tokens: [...made.tokens, { prefix, client: owner }],
  });
  switch (kind) {
    case 'authorize':
      return { ...made, codes: [...made.codes, { prefix, client: clientSlots[client] }] };
    case 'generate':
      return withToken(prefix.slice(0, -1));
    case 'redeem':
    case 'refresh': {
      const source = pickGrant(kind === 'redeem' ? made.codes : made.tokens, pick);
      return source === undefined ? made : withToken(source.client);
    }
    default:
      return made;
  }
}

function pickGrant(from: readonly Grant[], pick: number): Grant | undefined {
  return from[from.length - 1 - (pick % Math.max(1, from.length))];
}

function commandStep(
  clients: readonly [SessionClient, SessionClient],
  command: ModelCommand,
  made: Made,
  into: string,
): Step | null {
  const { kind, client, pick } = command;
  switch (kind) {
    case 'authorize':
    case 'deny':
      return authorizeCommand(clients[client], client, kind === 'deny', into);
    case 'redeem':
    case 'refresh':
    case 'use':
    case 'revoke-access':
    case 'revoke-refresh': {
      const grant = pickGrant(kind === 'redeem' ? made.codes : made.tokens, pick);
      return grant === undefined ? null : grantStep(clients, command, grant, into);
    }
    case 'read':
      return readStep(slot(`${clientSlots[client]}.id`));
    case 'delete':
      return deleteStep(slot(`${clientSlots[client]}.id`));
    case 'list':
      return listStep({ length: longestPage });
    case 'generate':
      return { ...generateStep(), captures: generatedCaptures(into.slice(0, -1)) };
    case 'update':
      return updateStep(withMembers(clients[client].input, { client_description: `Updated ${into}` }), {
        clientId: slot(`${clientSlots[client]}.id`),
        secretInto: `${clientSlots[client]}.secret`,
      });
  }
}

function authorizeCommand({ uri }: SessionClient, client: 0 | 1, isDenied: boolean, into: string): Step {
  const step = authorizeMain({
    clientId: slot(`${clientSlots[client]}.id`),
    redirectUri: uri,
    confirm: isDenied ? 'no' : 'yes',
  });
  return {
    ...step,
    captures: isDenied ? [] : [{ slot: `${into}code`, from: 'location', parameter: 'code' }],
  };
}

function grantStep(
  clients: readonly [SessionClient, SessionClient],
  { kind, isForeign }: ModelCommand,
  { prefix, client }: Grant,
  into: string,
): Step {
  const user = isForeign ? (client === 'client' ? 'other' : 'client') : client;
  const credentials = { clientId: slot(`${user}.id`), clientSecret: slot(`${user}.secret`), into };
  switch (kind) {
    case 'redeem':
      return codeGrantStep({
        ...credentials,
        code: slot(`${prefix}code`),
        redirectUri: clients[client === 'client' ? 0 : 1].uri,
      });
    case 'refresh':
      return refreshStep({ ...credentials, refreshToken: slot(`${prefix}refresh_token`) });
    case 'revoke-access':
      return revokeStep({ token: slot(`${prefix}access_token`), hint: 'access_token' });
    case 'revoke-refresh':
      return revokeStep({ token: slot(`${prefix}refresh_token`), hint: 'refresh_token' });
    default:
      return useTokenStep(slot(`${prefix}access_token`));
  }
}
