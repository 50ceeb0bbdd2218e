import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packageRoot } from '../run/package-facts.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { withRowsOf } from './detection/detection-table.ts';
import { configurationPage } from './docs/configuration-page.ts';
import { familiesPage } from './docs/families-page.ts';
import { rulesPage } from './docs/rules-page.ts';

/**
 * Writes the parts of the documents that follow from the code: rules, options, families, faults, and their numbers. `--check` only reports
 * what is out of date.
 */
const documents: Readonly<Record<string, (text: string) => string>> = {
  'docs/rules.md': rulesPage,
  'docs/configuration.md': configurationPage,
  'docs/families.md': familiesPage,
  'docs/detection.md': (text) => withRowsOf(text, faults),
  'docs/figures.md': (text) => text.replace(/all \d+ faults/, `all ${faults.length} faults`),
};

for (const [name, write] of Object.entries(documents)) {
  const file = path.join(packageRoot, name);
  const old = await readFile(file, 'utf8').catch(() => '');
  const text = write(old);
  if (text === old) continue;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${name} is not what the code says: run "npm run generate"\n`);
    process.exitCode = 1;
  } else await writeFile(file, text);
}
