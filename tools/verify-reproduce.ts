import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { faults } from '../targets/reference/faults/index.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { runScript, runTests, writeFindings } from './reproduce/show-again.ts';
import type { WrittenFindings } from './reproduce/show-again.ts';
import { Tally } from './tally.ts';

/**
 * Proves that what `--reproduce` and `--regressions` write shows each violation on the faulty target and not on the
 * clean one, for 50 faults from all areas. Arguments are names of faults to try alone.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20261123' },
    faults: { type: 'string', default: '50' },
    keep: { type: 'string' },
  },
});

/** A defect that many families show has as many scripts, which differ little. */
const mostScripts = 8;

const every = Math.max(1, Math.floor(faults.length / Number(values.faults)));
const chosen = faults.filter(({ id }, index) =>
  positionals.length === 0 ? index % every === 0 : positionals.includes(id),
);
const folder = values.keep ?? (await mkdtemp(path.join(tmpdir(), 'conformance-reproduce-')));
const tally = new Tally();
const counts = { faults: 0, shown: 0, scripts: 0, tests: 0 };
const clean = await spawnReference();
try {
  for (const { id, trips } of chosen) await verify(id, trips);
} finally {
  await clean.close();
  if (values.keep === undefined) await rm(folder, { recursive: true, force: true });
}
process.stdout.write(
  `${counts.shown} of ${counts.faults} faults have scripts; tried ${counts.scripts} scripts and ${counts.tests} tests\n`,
);
process.exitCode = tally.finish();

async function verify(id: string, rules: readonly string[]): Promise<void> {
  const faulty = await spawnReference({ faults: [id] });
  try {
    const written = await writeFindings(path.join(folder, id), {
      url: faulty.url,
      rules,
      seed: Number(values.seed),
    });
    counts.faults += 1;
    if (written.scripts.length > 0) counts.shown += 1;
    await verifyScripts(id, written, faulty.url);
    await verifyTests(id, written, faulty.url);
  } finally {
    await faulty.close();
  }
}

async function verifyScripts(id: string, written: WrittenFindings, faultyUrl: string): Promise<void> {
  for (const script of written.scripts.slice(0, mostScripts)) {
    counts.scripts += 1;
    const faulty = await runScript(written, script, faultyUrl);
    tally.expectNone(`${id}: ${script} shows the violation`, faulty.code === 1 ? [] : [faulty], describe);
    const other = await runScript(written, script, clean.url);
    tally.expectNone(
      `${id}: ${script} shows nothing on the clean target`,
      other.code === 0 ? [] : [other],
      describe,
    );
  }
}

function describe({ code, text }: { readonly code: number; readonly text: string }): string {
  return `exit ${code}: ${text.trim().replaceAll('\n', ' / ')}`;
}

async function verifyTests(id: string, written: WrittenFindings, faultyUrl: string): Promise<void> {
  const onFaulty = await runTests(written, faultyUrl);
  const onClean = await runTests(written, clean.url);
  counts.tests += onFaulty.size;
  tally.expectNone(`${id}: every test fails on the faulty target`, notEnded(onFaulty, 'failed'), String);
  tally.expectNone(`${id}: every test passes on the clean target`, notEnded(onClean, 'passed'), String);
}

function notEnded(outcomes: ReadonlyMap<string, string>, status: string): readonly string[] {
  return [...outcomes].filter(([, outcome]) => outcome !== status).map(([name]) => name);
}
