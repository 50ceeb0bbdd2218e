import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../user-error.ts';

const endings = ['ts', 'mts', 'js', 'mjs', 'cjs', 'json'] as const;

/** The names of a configuration file. They are read in this order: of several, only the first. */
export const configFileNames = endings.map((ending) => `conformance.config.${ending}`);

/** The options in a file. */
export interface ConfigFile {
  readonly path: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * The configuration file that is named, or else that of a folder, or null if it has none, with the files that look like
 * one but are not read. Throws a {@link UserError} if the file cannot be read.
 */
export async function loadConfigFile(
  folder: string,
  named: string | null = null,
): Promise<{ readonly file: ConfigFile | null; readonly ignored: readonly string[] }> {
  if (named !== null) {
    if (!endings.some((ending) => named.endsWith(`.${ending}`)))
      throw new UserError(`--config: ${named} has to end in one of .${endings.join(', .')}`);
    return { file: await load(folder, named), ignored: [] };
  }
  const name = configFileNames.find((candidate) => existsSync(path.join(folder, candidate)));
  const ignored = similarFiles(folder).filter((other) => other !== name);
  return { file: name === undefined ? null : await load(folder, name), ignored };
}

function similarFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.startsWith('conformance.config.'))
      .toSorted();
  } catch {
    // A folder that may be used need not be readable.
    return [];
  }
}

/** What to tell about files that look like a configuration file but are not read. */
export function ignoredNotes({
  file,
  ignored,
}: Awaited<ReturnType<typeof loadConfigFile>>): readonly string[] {
  const why = file === null ? `it has to be one of ${configFileNames.join(', ')}` : `${file.path} is`;
  return ignored.map((name) => `${name} is not read: ${why}`);
}

async function load(folder: string, name: string): Promise<ConfigFile> {
  const file = path.resolve(folder, name);
  // Loaded here, because most commands find no file and need no parser.
  const [{ mebibyte, readText }, { parseJson, UnreadableError }] = await Promise.all([
    import('../../spec/read-text.ts'),
    import('../../spec/parse-document.ts'),
  ]);
  // A file with every option takes 2 KiB.
  const text = await readText(file, { maxBytes: mebibyte }).catch((error: unknown) => {
    throw error instanceof UnreadableError ? new UserError(`${name}: ${error.message}`) : error;
  });
  const loaded = name.endsWith('.json') ? Promise.resolve(text).then(parseJson) : loadModuleOf(file);
  const values = await loaded.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.trim().split('\n', 1)[0] : String(error);
    throw new UserError(`${name}: cannot be read: ${reason ?? ''}`);
  });
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    const what = values === undefined ? 'has no default export' : 'is not an object of options';
    throw new UserError(`${name}: ${what}`);
  }
  return { path: name, values: values as Readonly<Record<string, unknown>> };
}

/** The default export of a module, as the file is now: `jest --watch` reads it again. Node 20 does not load TypeScript. */
async function loadModuleOf(file: string): Promise<unknown> {
  const { mtimeMs } = statSync(file);
  Reflect.deleteProperty(createRequire(import.meta.url).cache, file);
  const loading = file.endsWith('ts')
    ? importTypeScript(file)
    : import(`${pathToFileURL(file).href}?changed=${mtimeMs}`);
  return ((await loading) as { readonly default?: unknown }).default;
}

async function importTypeScript(file: string): Promise<unknown> {
  const { createJiti } = await import('jiti');
  return createJiti(import.meta.url, { fsCache: false, moduleCache: false, interopDefault: false }).import(
    file,
  );
}
