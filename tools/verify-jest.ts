import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { ResultFile } from '../reports/result-file.ts';
import { packageRoot } from '../run/package-facts.ts';
import { spawnReference } from '../targets/spawn-reference.ts';
import { Tally } from './tally.ts';

/**
 * Proves that the suites judge alike under plain Jest and under the command: on the clean reference target and under ten
 * of its faults, one seed gives the same verdicts and the same exit code.
 */
const main = path.join(packageRoot, 'dist', 'cli', 'main.js');
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const folder = await mkdtemp(path.join(tmpdir(), 'conformance-verify-'));
const tally = new Tally();
/** From as many areas, and none that makes its target slow or its answers a matter of chance. */
const chosen = [
  'access-token-outlives-revocation',
  'challenge-without-realm',
  'empty-password-accepted',
  'hint-required',
  'kind-error',
  'list-sorted-upside-down',
  'nosniff-missing',
  'refresh-by-access-token',
  'register-answers-201',
  'scope-lost-by-refresh',
];

try {
  await verify([]);
  for (const id of chosen) await verify([id]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exitCode = tally.finish();

async function verify(switchedOn: readonly string[]): Promise<void> {
  const byCommand = await outcome(switchedOn, [main, 'run'], 'command');
  const byJest = await outcome(switchedOn, [jest, '--silent'], 'jest');
  const name = switchedOn.join() || 'the clean target';
  const all = new Set([...byCommand.verdicts.keys(), ...byJest.verdicts.keys()]);
  tally.expectNone(`${name}: there are verdicts`, all.size > 0 ? [] : [name], String);
  tally.expectNone(
    `${name}: the command and Jest agree on ${all.size} verdicts`,
    [...all].filter((rule) => byCommand.verdicts.get(rule) !== byJest.verdicts.get(rule)),
    (rule) => `${rule}: ${byCommand.verdicts.get(rule) ?? 'none'}, ${byJest.verdicts.get(rule) ?? 'none'}`,
  );
  tally.expectNone(
    `${name}: the command and Jest end with the same exit code`,
    byCommand.code === byJest.code ? [] : [`${byCommand.code}, ${byJest.code}`],
    String,
  );
}

interface Outcome {
  readonly code: number;
  readonly verdicts: ReadonlyMap<string, string>;
}

/** Each on a target of its own: what one run leaves out of sight must not decide about the other. */
async function outcome(
  switchedOn: readonly string[],
  words: readonly string[],
  name: string,
): Promise<Outcome> {
  const target = await spawnReference({ faults: switchedOn });
  const result = path.join(folder, `${name}.json`);
  const code = await promisify(execFile)(process.execPath, [...words], {
    cwd: packageRoot,
    maxBuffer: 2 ** 26,
    env: {
      ...process.env,
      ...{ PRISM_TARGET: target.url, PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' },
      ...{ PRISM_SEED: '11', PRISM_RUNS: '40', PRISM_RESULT: result, PRISM_REPORT: path.join(folder, name) },
    },
  }).then(
    () => 0,
    (error: unknown) => Number((error as { readonly code?: unknown }).code),
  );
  await target.close();
  const { verdicts } = JSON.parse(await readFile(result, 'utf8')) as ResultFile;
  await rm(result);
  return {
    code,
    verdicts: new Map(verdicts.map(({ operation, rule, verdict }) => [`${operation} ${rule}`, verdict])),
  };
}
