import type { GivenOptions } from './run-settings.ts';
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
