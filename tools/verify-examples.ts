import { catalogue } from '../checks/catalogue.ts';
import { sampleOf } from './examples/sample-of.ts';
import { isSame, storedExamples, takeAll } from './examples/take-all.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the answers which `explain` shows are those of the reference target: takes the examples of some rules
 * again. What a race or a slow answer shows is chance, and is left out. The argument is the seed by which they are
 * chosen; by default each day has its own.
 */
const seed = Number(process.argv[2] ?? Math.floor(Date.now() / 86_400_000));
const tally = new Tally();
const stored = await storedExamples();
const missing = catalogue.filter(({ id }) => stored[id] === undefined);
tally.expectNone('every rule has an example', missing, ({ id }) => id);
const changed: string[] = [];
const steady = catalogue.filter(({ families, id }) => !isOfRaces(families) && !id.endsWith('.prompt'));
await takeAll(sampleOf(steady, seed), ({ id }, example) => {
  process.stdout.write(`${id}, by ${example?.fault ?? 'no fault'}\n`);
  if (!isSame(example, stored[id])) changed.push(id);
});
tally.expectNone(
  `examples are as stored (seed ${seed}; else run "npm run examples -- RULE")`,
  changed,
  String,
);
process.exitCode = tally.finish();

function isOfRaces(families: readonly string[] | undefined): boolean {
  return families?.some((family) => family.startsWith('race')) === true;
}
