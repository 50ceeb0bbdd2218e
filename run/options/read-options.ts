import { didYouMean, nearest } from '../../spec/names/did-you-mean.ts';
import { ignoredNotes, loadConfigFile } from './load-config-file.ts';
import type { ConfigFile } from './load-config-file.ts';
import { messages } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { flagOf, otherVariables, variableOf } from './option-names.ts';
import type { OptionKey } from './options.ts';
import { optionKeys, optionOf } from './run-settings.ts';
import type { GivenOptions } from './run-settings.ts';

/** The sources of options, by precedence. */
export interface OptionSources {
  readonly commandLine: Readonly<Record<string, unknown>>;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly file: ConfigFile | null;
}

/** Where options are found that neither the command line nor the environment has. */
interface DeclaredOptions {
  /** The folder of the configuration file. Default: the working folder. */
  readonly folder?: string;
  /** Options in place of the configuration file; null to read it. */
  readonly declared?: Readonly<Record<string, unknown>> | null;
}

/** The options of a run: those on its command line, those in the environment, and those in the configuration file. */
export async function optionsOf(
  commandLine: OptionSources['commandLine'],
  { folder = process.cwd(), declared = null }: DeclaredOptions = {},
): Promise<GivenOptions> {
  const environment = process.env;
  if (declared !== null)
    return withNotes([], {
      commandLine,
      environment,
      file: { path: 'the Jest configuration', values: declared },
    });
  const named = commandLine['config'] ?? environment[variableOf('config')];
  const found = await loadConfigFile(folder, typeof named === 'string' && named !== '' ? named : null);
  return withNotes(ignoredNotes(found), { commandLine, environment, file: found.file });
}

/** Tells what was given and has no effect, even if the options turn out to be wrong. */
function withNotes(notes: readonly string[], sources: OptionSources): GivenOptions {
  try {
    const options = readOptions(sources);
    messages.isQuiet = options.quiet === true;
    return options;
  } finally {
    messages.notes(...notes, ...strangeVariables(sources));
  }
}

const prefix = 'PRISM_';

/** The variables that look like options and are none: mistyped, most likely. */
function strangeVariables({ commandLine, environment, file }: OptionSources): readonly string[] {
  const passwords = [
    commandLine['passwordEnv'],
    environment['PRISM_PASSWORD_ENV'],
    file?.values['passwordEnv'],
  ];
  const known = [...optionKeys.map(variableOf), ...otherVariables];
  return Object.keys(environment)
    .filter((name) => name.startsWith(prefix) && ![...known, ...passwords].includes(name))
    .map((name) => {
      const meant = nearest(
        name.slice(prefix.length),
        known.map((one) => one.slice(prefix.length)),
      );
      const hint = meant === null ? '' : ` (did you mean ${prefix}${meant}?)`;
      return `the environment variable ${name} is no option and has no effect${hint}`;
    });
}

/**
 * Combines the options from command line, environment and file. Throws a {@link UserError} that lists every invalid
 * option, named as it was given.
 */
export function readOptions(sources: OptionSources): GivenOptions {
  const problems: string[] = [...unknownKeys(sources)];
  const given: Record<string, unknown> = {};
  for (const key of optionKeys) {
    const found = findValue(key, sources);
    if (found === null || isReplaced(key, found, sources)) continue;
    const parsed = optionOf(key).schema.safeParse(found.value);
    if (parsed.success) {
      given[key] = parsed.data;
      if (found.name === '--proxy' && String(found.value).includes('@')) problems.push(openCredentials);
    } else
      problems.push(
        `${found.name}: ${parsed.error.issues[0]?.message ?? 'is not valid'}, got ${show(found.value)}`,
      );
  }
  problems.push(...contradictions(given, sources));
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return given;
}

/** Every user of the machine can read command lines. */
const openCredentials = '--proxy: the address has credentials; give it in PRISM_PROXY';

function* contradictions(given: GivenOptions, { file }: OptionSources): Generator<string> {
  if (given.quiet === true && given.verbose === true)
    yield '--quiet: cannot be combined with --verbose; leave one out';
  if (given.failFast === true && given.maxFailures !== undefined)
    yield '--fail-fast: cannot be combined with --max-failures; leave one out';
  if (given.effort !== undefined && given.runs !== undefined)
    yield '--effort: cannot be combined with --runs; leave one out';
  if (file?.values['config'] !== undefined)
    yield `${file.path}: config cannot be set in a configuration file; give --config or ${variableOf('config')}`;
}

/** The value of an option, as it was given, and by which source: the first one has precedence. */
interface FoundValue {
  readonly name: string;
  readonly value: unknown;
  readonly source: number;
}

function findValue(key: string, sources: OptionSources): FoundValue | null {
  const fromLine = sources.commandLine[key];
  if (fromLine !== undefined) return { name: flagOf(key), value: fromLine, source: 0 };
  const variable = variableOf(key);
  const fromEnvironment = sources.environment[variable];
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return { name: variable, value: fromEnvironment, source: 1 };
  const fromFile = sources.file?.values[key];
  return fromFile === undefined
    ? null
    : { name: `${sources.file?.path ?? ''}: ${key}`, value: fromFile, source: 2 };
}

/** Two ways to say one thing. */
const alternatives: Readonly<Record<string, OptionKey>> = { effort: 'runs', runs: 'effort' };

/** Whether a source with precedence says the same thing in another way. */
function isReplaced(key: string, { source }: FoundValue, sources: OptionSources): boolean {
  const alternative = alternatives[key];
  const other = alternative === undefined ? null : findValue(alternative, sources);
  return other !== null && other.source < source;
}

function* unknownKeys({ file }: OptionSources): Generator<string> {
  const known = new Set<string>(optionKeys);
  for (const key of Object.keys(file?.values ?? {})) {
    if (!known.has(key))
      yield `${file?.path ?? ''}: ${key} is not an option${didYouMean(key, known)}; see "run --help"`;
  }
}

function show(value: unknown): string {
  const text = asJson(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A configuration file that is a module may have values that JSON has not. */
function asJson(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
