import type { z } from 'zod';
import type { Effort } from '../../generators/effort.ts';
import { flagOf } from './option-names.ts';
import { runOptions, type OptionKey, type RunOption } from './options.ts';

type Options = typeof runOptions;
type ValueOf<Key extends OptionKey> = z.output<Options[Key]['schema']>;

/** The options as given, each validated, without defaults. */
export type GivenOptions = { readonly [Key in OptionKey]?: ValueOf<Key> };

/**
 * Options that a plan holds in another form: files as their content, and values that depend on the target or a replay.
 */
const resolvedKeys = [
  'target',
  'username',
  'ca',
  'proxy',
  'profile',
  'deviations',
  'seed',
  'concurrency',
  'rate',
  'replay',
  'maxTime',
  'effort',
  'runs',
] as const satisfies readonly OptionKey[];

/** All other options with their defaults. No secrets, because plans contain them. */
export type RunSettings = {
  readonly [Key in Exclude<OptionKey, (typeof resolvedKeys)[number]>]: Options[Key] extends {
    readonly default: unknown;
  }
    ? ValueOf<Key>
    : ValueOf<Key> extends boolean
      ? boolean
      : ValueOf<Key> | null;
} & { readonly runs: Effort };

/** The keys of all options, in the order of the help. */
export const optionKeys = Object.keys(runOptions) as readonly OptionKey[];

/** The definition of an option. */
export function optionOf(key: OptionKey): RunOption {
  return runOptions[key];
}

/** The settings of a command, for all its processes. */
export function settingsOf(options: GivenOptions, command: 'run' | 'compare' = 'run'): RunSettings {
  const resolved = new Set<OptionKey>(resolvedKeys);
  const settings = optionKeys
    .filter((key) => !resolved.has(key))
    .map((key) => [key, options[key] ?? defaultOf(key, command)]);
  const runs = options.runs ?? options.effort ?? runOptions.effort.default;
  return { ...(Object.fromEntries(settings) as Omit<RunSettings, 'runs'>), runs };
}

/** The value of an option that is not given. */
export function defaultOf(
  key: OptionKey,
  command: 'run' | 'compare' = 'run',
): string | number | false | null {
  const option = optionOf(key);
  const ofCompare = command === 'compare' ? option.defaultOfCompare : undefined;
  return ofCompare ?? option.default ?? (option.argument === undefined ? false : null);
}

/** The keys of the given options that match a condition. A switch that is given as off does not count. */
export function givenOf(
  options: Readonly<Partial<Record<OptionKey, unknown>>>,
  isOfKind: (option: RunOption) => boolean,
): readonly OptionKey[] {
  return optionKeys.filter((key) => isOfKind(optionOf(key)) && isGiven(options[key]));
}

/** The arguments that a replay must repeat to use the same target and contract. */
export function carriedArguments(options: GivenOptions): readonly string[] {
  return givenOf(options, ({ isCarried }) => isCarried === true).flatMap((key) =>
    argumentsOf(flagOf(key), options[key]),
  );
}

function argumentsOf(flag: string, value: unknown): readonly string[] {
  // A proxy address with credentials did not come from the command line, and a replay reads it from the same source
  // again.
  if (flag === '--proxy' && String(value).includes('@')) return [];
  return value === true ? [flag] : [flag, String(value)];
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false;
}
