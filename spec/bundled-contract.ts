import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isJsonObject } from './json-object.ts';

const packageName = 'prism-oauth-conformance';

/**
 * Path of the project's own contract, `spec/openapi.yaml`. The file is not compiled, so its path starts from the root
 * of the package: the relative path from the sources differs from that from `dist`.
 */
export const bundledContract = join(
  packageRoot(dirname(fileURLToPath(import.meta.url))),
  'spec',
  'openapi.yaml',
);

function packageRoot(directory: string): string {
  const file = join(directory, 'package.json');
  if (existsSync(file)) {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (isJsonObject(value) && value['name'] === packageName) return directory;
  }
  const parent = dirname(directory);
  if (parent === directory) throw new Error(`no package.json of ${packageName} above ${import.meta.url}`);
  return packageRoot(parent);
}
