import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { ResultFile } from '../reports/result-file.ts';
import { Tally } from './tally.ts';

/**
 * Proves that one seed sends the same cases. The hash over the log of cases, in which names replace the values that the
 * target chose, is equal at any concurrency, with any number of workers and with any filter.
 */
const main = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'cli', 'main.js');
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-verify-'));
const tally = new Tally();

try {
  const base = await hashes(['--concurrency', '32']);
  const filtered = ['oauth_token_post', 'oauth_client_list_post', 'session'];
  compare('at concurrency 1', base, await hashes(['--concurrency', '1']));
  compare('with 2 workers', base, await hashes(['--workers', '2']));
  compare('with a filter', base, await hashes(['--operation', ...filtered]), filtered);
  const other = await hashes(['--concurrency', '32'], 8);
  const same = [...base].filter(([suite, hash]) => other.get(suite) === hash);
  tally.expectNone('another seed sends other cases', same, ([suite]) => suite);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = tally.finish();

async function hashes(words: readonly string[], seed = 7): Promise<ReadonlyMap<string, string>> {
  const file = path.join(folder, 'result.json');
  const options = [
    'run',
    '--seed',
    String(seed),
    '--runs',
    '60',
    '--no-report',
    '--report',
    folder,
    '--result',
    file,
  ];
  await promisify(execFile)(process.execPath, [main, ...options, ...words], { maxBuffer: 2 ** 26 });
  const { cases } = JSON.parse(await readFile(file, 'utf8')) as ResultFile;
  return new Map(cases.map(({ operation, hash }) => [operation, hash]));
}

function compare(
  how: string,
  base: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, string>,
  suites: Iterable<string> = base.keys(),
): void {
  const changed = [...suites].filter(
    (suite) => base.get(suite) === undefined || base.get(suite) !== found.get(suite),
  );
  tally.expectNone(`the same cases are sent ${how}`, changed, (suite) => suite);
}
