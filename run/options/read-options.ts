import { ignoredLines, loadConfigFile } from './load-config-file.ts';
import type { ConfigFile } from './load-config-file.ts';
import { messages } from '../terminal.ts';
import { UserError } from '../user-error.ts';
import { flagOf, variableOf } from './option-names.ts';
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
    return readOptions({
      commandLine,
      environment,
      file: { path: 'the Jest configuration', values: declared },
    });
  const found = await loadConfigFile(folder);
  messages.lines(...ignoredLines(found));
  return readOptions({ commandLine, environment, file: found.file });
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
    if (found === null) continue;
    const parsed = optionOf(key).schema.safeParse(found.value);
    if (parsed.success) {
      given[key] = parsed.data;
      if (found.name === '--proxy' && String(found.value).includes('@')) problems.push(openCredentials);
    } else
      problems.push(
        `${found.name}: ${parsed.error.issues[0]?.message ?? 'is not valid'}, got ${show(found.value)}`,
      );
  }
  if (problems.length > 0) throw new UserError(problems.join('\n'));
  return given;
}

/** Every user of the machine can read command lines. */
const openCredentials = '--proxy: the address has credentials; give it in PRISM_PROXY';

function findValue(
  key: string,
  sources: OptionSources,
): { readonly name: string; readonly value: unknown } | null {
  const fromLine = sources.commandLine[key];
  if (fromLine !== undefined) return { name: flagOf(key), value: fromLine };
  const variable = variableOf(key);
  const fromEnvironment = sources.environment[variable];
  if (fromEnvironment !== undefined && fromEnvironment !== '')
    return { name: variable, value: fromEnvironment };
  const fromFile = sources.file?.values[key];
  return fromFile === undefined ? null : { name: `${sources.file?.path ?? ''}: ${key}`, value: fromFile };
}

function* unknownKeys({ file }: OptionSources): Generator<string> {
  const known = new Set<string>(optionKeys);
  for (const key of Object.keys(file?.values ?? {})) {
    if (!known.has(key)) yield `${file?.path ?? ''}: ${key} is not an option; see "run --help"`;
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
