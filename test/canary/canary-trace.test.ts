import { mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { runCommand } from '../cli/command.ts';
import { canary, canaryPassword, startCanaryTarget, type CanaryTarget } from './canary-target.ts';
import { findCanary } from './find-canary.ts';

let folder = '';
let target: CanaryTarget;
let live: ResultFile;

/** Records the target that reveals its secrets, into an otherwise empty folder. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  target = await startCanaryTarget();
  await mkdir(path.join(folder, 'tmp'));
  const { code, stderr } = await runCommand(
    [
      ...['record', '--target', target.url, '--runs', '4', '--shrinks', '20', '--seed', '7'],
      ...['--no-report', '--report', 'out'],
      ...['--trace', 'trace.har.gz', '--ledger', 'ledger.json', '--result', 'live.json'],
    ],
    {
      cwd: folder,
      env: {
        PRISM_USERNAME: 'admin',
        PRISM_PASSWORD: canaryPassword,
        TMPDIR: path.join(folder, 'tmp'),
      },
    },
  );
  expect([code, stderr]).toEqual([1, expect.stringContaining('recorded as trace.har.gz and ledger.json')]);
  live = JSON.parse(await readFile(path.join(folder, 'live.json'), 'utf8')) as ResultFile;
  await target.close();
}, 400_000);
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function traceText(): Promise<string> {
  return gunzipSync(await readFile(path.join(folder, 'trace.har.gz'))).toString();
}

describe('the trace of a target that tells its secrets to everybody', () => {
  it('holds none of them, and only its owner can read it', async () => {
    const text = await traceText();
    expect(findCanary(Buffer.from(text), canary).slice(0, 5)).toEqual([]);
    expect(text.length).toBeGreaterThan(1_000_000);
    expect((await stat(path.join(folder, 'trace.har.gz'))).mode & 0o777).toBe(0o600);
    for (const kind of ['secret', 'code', 'token', 'cookie'])
      expect(target.given.get(kind)).toBeGreaterThan(10);
  }, 120_000);

  it('has a ledger that holds none either', async () => {
    const ledger = await readFile(path.join(folder, 'ledger.json'));
    expect(findCanary(ledger, canary)).toEqual([]);
    expect(ledger.length).toBeGreaterThan(10_000);
  });

  it('would be found out: a secret that is planted in it is seen', async () => {
    const planted = (await traceText()).replace(
      '"value":"application/json"',
      `"value":${JSON.stringify(canary)}`,
    );
    expect(findCanary(Buffer.from(planted), canary).length).toBeGreaterThan(0);
  }, 120_000);

  it('is judged as the target was, which is gone', async () => {
    const { code } = await runCommand(
      ['run', '--from', 'trace.har.gz', '--no-report', '--report', 'out', '--result', 'offline.json'],
      { cwd: folder },
    );
    expect(code).toBe(1);
    const offline = JSON.parse(await readFile(path.join(folder, 'offline.json'), 'utf8')) as ResultFile;
    expect(offline.target.trace?.ageDays).toBe(0);
    const told = ({ verdicts }: ResultFile): readonly string[] =>
      verdicts.map(({ operation, rule, verdict }) => `${operation} ${rule} ${verdict}`);
    expect(told(offline)).toEqual(told(live));
  }, 120_000);
});
