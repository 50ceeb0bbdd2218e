import { writeFile } from 'node:fs/promises';
import { catalogue } from '../checks/catalogue.ts';
import { isSame, storedExamples, storedFile, takeAll } from './examples/take-all.ts';

/**
 * Takes the good and the bad answer of each rule from the reference target, and writes them for `explain` and the pages
 * of rules. With ids of rules, only theirs. Afterwards, `npm run generate` writes the pages.
 */
const named = process.argv.slice(2);
const chosen = catalogue.filter(({ id }) => named.length === 0 || named.includes(id));
const stored = await storedExamples();
const taken = await takeAll(chosen, ({ id }, example) => {
  if (example === null) process.exitCode = 1;
  const how = isSame(example, stored[id]) ? 'as it was' : 'changed';
  process.stdout.write(`${id}: ${example === null ? 'NO EXAMPLE' : `${how}, by ${example.fault}`}\n`);
});
const examples = catalogue.flatMap(({ id }) => {
  const example = taken[id] ?? stored[id];
  return example === undefined ? [] : [[id, example] as const];
});
await writeFile(storedFile, `${JSON.stringify(Object.fromEntries(examples), null, 2)}\n`);
