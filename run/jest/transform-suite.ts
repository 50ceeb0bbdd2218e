import { createHash } from 'node:crypto';
import type { SyncTransformer } from '@jest/transform';
import { createJiti } from 'jiti';
import { tool } from '../package-facts.ts';

const jiti = createJiti(import.meta.url, { fsCache: false });

/** Turns a suite file, a TypeScript module, into the CommonJS that Jest runs. Nothing else of this package is transformed. */
const transformer: SyncTransformer = {
  process: (source, filename) => ({ code: jiti.transform({ source, filename, ts: true, async: false }) }),
  getCacheKey: (source, filename) =>
    createHash('sha256').update([tool.version, filename, source].join('\0')).digest('hex'),
};

export default transformer;
