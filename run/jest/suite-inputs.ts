import path from 'node:path';
import { configFileNames } from '../options/load-config-file.ts';
import { packageRoot } from '../package-facts.ts';
import { suiteOfFile } from './projects.ts';

/** What every suite reads besides its own code. */
const inputs = [path.join(packageRoot, 'spec', 'openapi.yaml'), ...configFileNames.map(besideSuites)];

function besideSuites(name: string): string {
  return path.join(packageRoot, name);
}

/**
 * Jest calls this to learn what a file depends on. `jest --watch` runs a suite again when one of its dependencies
 * changes, and so when the contract or the configuration file does.
 */
export function extract(
  code: string,
  file: string,
  extractImports: (code: string) => Iterable<string>,
): Iterable<string> {
  const isSuite = suiteOfFile(file) !== null;
  return new Set([...extractImports(code), ...(isSuite ? inputs : [])]);
}
