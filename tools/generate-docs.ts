import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { rulePages } from '../reports/explain/explain-rule.ts';
import { packageRoot } from '../run/package-facts.ts';
import { faults } from '../targets/reference/faults/index.ts';
import { withRowsOf } from './detection/detection-table.ts';
import { makeRulePages } from './docs/rule-pages.ts';
import { configurationPage } from './docs/configuration-page.ts';
import { familiesPage } from './docs/families-page.ts';
import { rulesPage } from './docs/rules-page.ts';

/**
 * Writes the parts of the documents that follow from the code: rules, options, families, faults, and their numbers.
 * `--check` only reports what is out of date.
 */
const pages = await makeRulePages();
const documents: Readonly<Record<string, (text: string) => string>> = {
  'docs/rules.md': rulesPage,
  'docs/configuration.md': configurationPage,
  'docs/families.md': familiesPage,
  'docs/detection.md': (text) => withRowsOf(text, faults),
  ...Object.fromEntries(Object.entries(pages).map(([name, page]) => [name, () => page])),
  'docs/figures.md': (text) => text.replace(/all \d+ faults/, `all ${faults.length} faults`),
};
const isCheck = process.argv.includes('--check');

for (const [name, write] of Object.entries(documents)) {
  const file = path.join(packageRoot, name);
  const old = await readFile(file, 'utf8').catch(() => '');
  const text = write(old);
  if (text === old) continue;
  if (isCheck) complain(`${name} is not what the code says`);
  else {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
}
const found = await readdir(path.join(packageRoot, rulePages), { recursive: true });
for (const name of found.filter((file) => file.endsWith('.md'))) {
  const page = path.posix.join(rulePages, name.split(path.sep).join('/'));
  if (page in pages) continue;
  if (isCheck) complain(`${page} is the page of no rule`);
  else await rm(path.join(packageRoot, page));
}

function complain(problem: string): void {
  process.stderr.write(`${problem}: run "npm run generate"\n`);
  process.exitCode = 1;
}
