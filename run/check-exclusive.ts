import { isLoopbackOrigin } from '../driver/target-address.ts';
import type { GivenOptions } from './options/run-settings.ts';
import { UserError } from './user-error.ts';

/**
 * Refuses `--exclusive` if others may use the target of the options. Called before anything is sent. Throws a UserError
 * that begins with the side of a comparison.
 */
export function checkExclusive({ exclusive, target, proxy }: GivenOptions, side = ''): void {
  // Whether the target is an address at all is checked elsewhere.
  if (exclusive !== true || target === undefined || !URL.canParse(target)) return;
  const { host, origin } = new URL(target);
  if (!isLoopbackOrigin(origin))
    throw new UserError(
      `${side}--exclusive: others may use ${host}; it is taken only for 127.0.0.0/8, ::1 and localhost: leave it out`,
    );
  // To a proxy, loopback is its own machine.
  if (proxy !== undefined) throw new UserError('--exclusive: cannot be combined with --proxy; leave one out');
}
