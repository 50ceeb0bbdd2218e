import { flagOf, type GivenOptions } from './run-options.ts';

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
