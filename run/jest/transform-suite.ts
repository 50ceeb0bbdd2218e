import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { SyncTransformer } from '@jest/transform';
import { createJiti } from 'jiti';
import { packageRoot, tool } from '../package-facts.ts';

/** The suites as they were transformed by the build, by the SHA-256 of their source. Loading a compiler takes longer. */
const built = readBuilt();

/** Turns a suite file, a TypeScript module, into the CommonJS that Jest runs. Nothing else of this package is transformed. */
const transformer: SyncTransformer = {
  process: (source, filename) => ({ code: built[sha256(source)] ?? transform(source, filename) }),
  getCacheKey: (source, filename) => sha256([tool.version, filename, source].join('\0')),
};

export default transformer;

/** Keeps each line where it is. */
function transform(source: string, filename: string): string {
  return createJiti(import.meta.url, { fsCache: false }).transform({
    source,
    filename,
    ts: true,
    async: false,
  });
}

function readBuilt(): Readonly<Record<string, string>> {
  try {
    const file = path.join(packageRoot, 'dist', 'run', 'jest', 'transformed-suites.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, string>>;
  } catch {
    return {};
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
