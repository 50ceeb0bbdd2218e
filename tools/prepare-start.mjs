import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createJiti } from 'jiti';
import { parseJsonOrYaml } from '../dist/spec/parse-document.js';

/**
 * Does at build time what every run would do at its start: parses the bundled contract, and turns the suites into
 * CommonJS. Each result is found by the SHA-256 of its source, so that none is used for a source that has been edited.
 */
const sha256 = (content) => createHash('sha256').update(content).digest('hex');

const contract = await readFile('spec/openapi.yaml');
await writeFile(
  'dist/spec/parsed-contract.json',
  JSON.stringify({ sha256: sha256(contract), ...parseJsonOrYaml(contract.toString('utf8')) }),
);

const jiti = createJiti(import.meta.url, { fsCache: false });
const names = (await readdir('suites')).filter((name) => name.endsWith('.suite.ts'));
const suites = {};
for (const filename of [...names, 'judged-tests.ts']) {
  const source = await readFile(`suites/${filename}`, 'utf8');
  suites[sha256(source)] = jiti.transform({ source, filename, ts: true, async: false });
}
await writeFile('dist/run/jest/transformed-suites.json', JSON.stringify(suites));
