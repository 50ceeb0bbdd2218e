import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from '../run/user-error.ts';

const names = ['conformance.config.ts', 'conformance.config.js', 'conformance.config.json'];

/**
 * The configuration file of a folder, or null if it has none. Throws a {@link UserError} if the file cannot be read.
 */
export async function loadConfigFile(
  folder: string,
): Promise<{ readonly path: string; readonly values: Readonly<Record<string, unknown>> } | null> {
  const name = names.find((candidate) => existsSync(path.join(folder, candidate)));
  if (name === undefined) return null;
  const file = path.join(folder, name);
  // Loaded here, because most commands find no file and need no parser.
  const [{ mebibyte, readText }, { parseJson, UnreadableError }] = await Promise.all([
    import('../spec/read-text.ts'),
    import('../spec/parse-document.ts'),
  ]);
  // A file with every option takes 2 KiB.
  const text = await readText(file, { maxBytes: mebibyte }).catch((error: unknown) => {
    throw error instanceof UnreadableError ? new UserError(`${name}: ${error.message}`) : error;
  });
  const values = await loadValues(file, text, parseJson).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new UserError(`${name}: cannot be read: ${reason ?? ''}`);
  });
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new UserError(`${name}: is not an object of options`);
  }
  return { path: name, values: values as Readonly<Record<string, unknown>> };
}

async function loadValues(
  file: string,
  text: string,
  parseJson: (text: string) => unknown,
): Promise<unknown> {
  if (file.endsWith('.json')) return parseJson(text);
  const url = file.endsWith('.ts') ? await stripTypes(text) : pathToFileURL(file).href;
  const loaded = (await import(url)) as { readonly default?: unknown };
  return loaded.default;
}

/** Node 20 does not load TypeScript, but the compiler that Jest uses is available. Imports in the file do not work. */
async function stripTypes(text: string): Promise<string> {
  const { transform } = await import('@swc/core');
  const { code } = await transform(text, {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}
