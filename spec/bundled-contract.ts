import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isJsonObject } from './json-object.ts';

const packageName = 'prism-oauth-conformance';

const root = packageRoot(dirname(fileURLToPath(import.meta.url)));

/**
 * Path of the project's own contract, `spec/openapi.yaml`. The file is not compiled, so its path starts from the root
 * of the package: the relative path from the sources differs from that from `dist`.
 */
export const bundledContract = join(root, 'spec', 'openapi.yaml');

/**
 * The content of the project's own contract as it was parsed by the build; undefined if its bytes have another SHA-256
 * (hexadecimal), or nothing was built.
 */
export function parsedByBuild(sha256: string): unknown {
  try {
    const built: unknown = JSON.parse(
      readFileSync(join(root, 'dist', 'spec', 'parsed-contract.json'), 'utf8'),
    );
    return isJsonObject(built) && built['sha256'] === sha256 ? built['value'] : undefined;
  } catch {
    return undefined;
  }
}

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
