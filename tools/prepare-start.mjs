import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { parseJsonOrYaml } from '../dist/spec/parse-document.js';

/**
 * Does at build time what every run would do at its start: parses the bundled contract. The result is found by the
 * SHA-256 of its source, so that it is not used for a source that has been edited.
 */
const contract = await readFile('spec/openapi.yaml');
await writeFile(
  'dist/spec/parsed-contract.json',
  JSON.stringify({
    sha256: createHash('sha256').update(contract).digest('hex'),
    ...parseJsonOrYaml(contract.toString('utf8')),
  }),
);
