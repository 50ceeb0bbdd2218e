import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { UserError } from './user-error.ts';

const names = ['conformance.config.ts', 'conformance.config.js', 'conformance.config.json'];

/** The configuration file of a folder, or null where it has none. Throws a {@link UserError} for one that cannot be read. */
export async function loadConfigFile(
  folder: string,
): Promise<{ readonly path: string; readonly values: Readonly<Record<string, unknown>> } | null> {
  const name = names.find((candidate) => existsSync(path.join(folder, candidate)));
  if (name === undefined) return null;
  const values = await loadValues(path.join(folder, name)).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
    throw new UserError(`${name}: cannot be read: ${reason ?? ''}`);
  });
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new UserError(`${name}: holds no object of options`);
  }
  return { path: name, values: values as Readonly<Record<string, unknown>> };
}

async function loadValues(file: string): Promise<unknown> {
  if (file.endsWith('.json')) return JSON.parse(await readFile(file, 'utf8')) as unknown;
  const url = file.endsWith('.ts') ? await stripTypes(file) : pathToFileURL(file).href;
  const loaded = (await import(url)) as { readonly default?: unknown };
  return loaded.default;
}

/** Node 20 does not read TypeScript; the compiler that Jest uses is at hand. The file's own imports do not work then. */
async function stripTypes(file: string): Promise<string> {
  const { transform } = await import('@swc/core');
  const { code } = await transform(await readFile(file, 'utf8'), {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    module: { type: 'es6' },
  });
  return `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`;
}
