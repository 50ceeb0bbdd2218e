import type { GivenOptions } from './options.ts';
import { flagOf } from './options.ts';
import { UserError } from './user-error.ts';

/** One case to send again. */
export interface Replay {
  readonly seed: number;
  readonly path: string;
}

/** Reads which case is to be sent again; null where none is named. Throws a UserError where it cannot be read. */
export function parseReplay({ replay, operation }: GivenOptions): Replay | null {
  if (replay === undefined) return null;
  const [, seed, casePath] = /^(-?\d+):(.+@\d+@\d+(?::\d+)*)$/.exec(replay) ?? [];
  if (seed === undefined || casePath === undefined) {
    throw new UserError(`--replay: expected SEED:FAMILY@CHUNK@STEPS as a finding names it, got "${replay}"`);
  }
  if (operation?.length !== 1) throw new UserError('--replay: name the operation of the case by --operation');
  return { seed: Number(seed), path: casePath };
}

/** What decides which target and contract are met, and how. Never a secret. */
const carried = [
  ...(['from', 'spec', 'allowRefs', 'profile', 'username', 'passwordEnv', 'passwordFile', 'login'] as const),
  ...(['ca', 'cert', 'key', 'proxy', 'insecure'] as const),
  ...(['timeoutMs', 'latencyLimitMs', 'rate', 'readOnly', 'level'] as const),
] satisfies readonly (keyof GivenOptions)[];

/** The arguments that a replay has to repeat, so that it meets the same target and contract. */
export function carriedArguments(options: GivenOptions): readonly string[] {
  return carried.flatMap((key) => argumentsOf(flagOf(key), options[key]));
}

function argumentsOf(flag: string, value: string | number | boolean | undefined): readonly string[] {
  // A proxy with credentials came from elsewhere than the command line, and comes from there again.
  if (value === undefined || value === false || (flag === '--proxy' && String(value).includes('@')))
    return [];
  return value === true ? [flag] : [flag, String(value)];
}
