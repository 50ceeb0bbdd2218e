import path from 'node:path';
import { optionsOf } from '../options/read-options.ts';
import { flagOf, variableOf } from '../options/option-names.ts';
import type { OptionKey } from '../options/options.ts';
import { optionKeys, optionOf } from '../options/run-settings.ts';
import type { GivenOptions } from '../options/run-settings.ts';

/** Where a run under Jest alone finds its options, besides the environment. */
export interface JestSources {
  /** The root of Jest's own configuration. Files are relative to it, wherever Jest is started. */
  readonly rootDir: string;
  /** The options that the Jest configuration declares; null if it declares none. */
  readonly declared: Readonly<Record<string, unknown>> | null;
}

/**
 * The options of a run under Jest alone: those in the environment, and those in the Jest configuration, or in
 * `conformance.config.*` beside it. Throws a UserError that lists every invalid option.
 */
export async function jestOptions({ rootDir, declared }: JestSources): Promise<GivenOptions> {
  const options = await optionsOf({}, { folder: rootDir, declared });
  if (path.relative(rootDir, process.cwd()) === '') return options;
  const report = options.report ?? String(optionOf('report').default);
  return Object.fromEntries(
    Object.entries({ ...options, report }).map(([key, value]) => [
      key,
      isFile(key as OptionKey, value) ? path.resolve(rootDir, value) : value,
    ]),
  );
}

function isFile(key: OptionKey, value: unknown): value is string {
  const isNamed = key === 'report' || optionOf(key).file !== undefined;
  return isNamed && typeof value === 'string' && !/^https?:/.test(value);
}

/** A message about options for somebody who gives them by environment variables, and not on a command line. */
export function inJestWords(message: string): string {
  return optionKeys
    .toSorted((one, other) => other.length - one.length)
    .reduce(
      (text, key) => text.replaceAll(new RegExp(`${flagOf(key)}(?![\\w-])`, 'g'), variableOf(key)),
      message,
    );
}
