import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkoutInvocation, installedInvocation } from '../reports/replay-command.ts';

const name = 'prism-oauth-conformance';

/** The root folder of this package, which contains its package.json, whether run from `dist` or elsewhere. */
export const packageRoot = findPackageRoot(path.dirname(fileURLToPath(import.meta.url)));

/** Name and version of this tool. */
export const tool = { name, version: readManifest(packageRoot)?.version ?? '0.0.0' };

/**
 * How this command is called here: with npm in a checkout, with npx where it is installed. Printed in commands for the
 * reader to copy.
 */
export const invocation = packageRoot.split(path.sep).includes('node_modules')
  ? installedInvocation
  : checkoutInvocation;

function findPackageRoot(folder: string): string {
  if (readManifest(folder)?.name === name) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error(`no package.json of ${name} above ${import.meta.url}`);
  return findPackageRoot(parent);
}

function readManifest(folder: string): { readonly name?: string; readonly version?: string } | null {
  try {
    return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { readonly name?: string };
  } catch {
    return null;
  }
}
