import { readFile, writeFile } from 'node:fs/promises';
import { Tally } from '../tally.ts';
import { mutationPage, type MutationReport, type SurvivalReason } from './mutation-page.ts';

/**
 * Writes `docs/mutation.md` from Stryker's output in `reports/mutation/`. Fails if a survivor has no reason in
 * `survivors.json`, or a reason no longer has a survivor.
 */
const readJson = async (file: string): Promise<unknown> => JSON.parse(await readFile(file, 'utf8'));
const report = (await readJson('reports/mutation/mutation.json')) as MutationReport;
const reasons = (await readJson('tools/mutation/survivors.json')) as readonly SurvivalReason[];
const page = mutationPage(report, reasons);
await writeFile('docs/mutation.md', page.text);

const tally = new Tally();
tally.expectNone('every survivor is explained', page.unexplained, String);
tally.expectNone('every explanation is of a survivor', page.unused, String);
tally.expectNone('the score is at least 90 %', page.score < 90 ? [page.score] : [], (score) => `${score} %`);
process.exitCode = tally.finish();
