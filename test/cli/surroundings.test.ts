import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import type { EndedCommand } from './command.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'surroundings-'));
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const command = `'${process.execPath}' '${path.resolve('dist/cli/main.js')}'`;
const short = 'run --operation oauth_idp_login_get --runs 1 --shrinks 0 --no-report';

/** Runs a line of shell in which `conformance` is the compiled command. */
function shell(line: string): Promise<EndedCommand> {
  const script = `conformance() { ${command} "$@"; }\n${line}`;
  return new Promise((resolve) => {
    execFile('bash', ['-o', 'pipefail', '-c', script], { cwd: folder }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

describe('a command', () => {
  it.each<[string, string, number, RegExp]>([
    ['whose reader goes away', 'conformance rules | head -1 >/dev/null', 0, /^$/],
    ['whose standard output is closed', 'conformance rules >&-', 0, /^$/],
    ['whose standard input is closed', 'conformance rules <&- >/dev/null', 0, /^$/],
    ['that may not tell what is wrong', 'conformance run --frobnicate 2>&-', 2, /^$/],
    ['without a home', `env -u HOME TERM=dumb LANG=C ${command} ${short} >/dev/null`, 0, /ok/],
    [
      'whose working folder is gone',
      'mkdir g && cd g && rmdir ../g && conformance rules',
      2,
      /folder is gone/,
    ],
    [
      'without room for temporary files',
      `TMPDIR=/nowhere conformance ${short}`,
      2,
      /set TMPDIR to another\n$/,
    ],
  ])('%s ends with the code of what it did', async (_name, line, code, message) => {
    const ended = await shell(line);
    expect(ended.stderr).toMatch(message);
    expect(ended.code).toBe(code);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  (isLinux ? it : it.skip).each<[string, string, number, RegExp]>([
    ['on a full device', 'conformance rules > /dev/full', 2, /standard output cannot be written: ENOSPC/],
    [
      'that may open few files',
      'ulimit -n 64; conformance rules',
      2,
      /only 64 files may be open .*ulimit -n/,
    ],
    [
      'that may open fewer',
      'ulimit -n 20; conformance rules',
      2,
      /cannot be loaded: .*EMFILE|too few to load this command/,
    ],
  ])('%s says so in a line', async (_name, line, code, message) => {
    const ended = await shell(line);
    expect(ended.stderr).toMatch(message);
    expect(ended.code).toBe(code);
    expect(ended.stderr.trim().split('\n')).toHaveLength(1);
  });

  // Only root can switch to another user, and only a user other than root can lack write permission.
  (isLinux && isRoot ? it : it.skip)('of a user who may write nothing here says what it needs', async () => {
    const nobody = 'setpriv --reuid 65534 --clear-groups';
    const ended = await shell(`mkdir closed && cd closed && ${nobody} ${command} ${short} && echo driven`);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    expect(ended.stderr).toMatch(
      /^error: --report: .*ledger.*EACCES: permission denied; give another folder\n$/,
    );
    expect(existsSync(path.join(folder, 'closed', 'reports'))).toBe(false);
  });

  it('shows what steers a terminal, in messages and in results', async () => {
    const ended = await shell(`conformance run --operation $'\\e[31mred\\u202e\\u009b2J'`);
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('\\u{1b}[31mred');
    expect(ended.stderr).not.toMatch(/[\u001b\u009b\u202e]/);
  });
});

describe('a run whose files take no more', () => {
  it('breaks the operation off, removes what it made, and reports the others', async () => {
    const words =
      '--operation oauth_adfs_login_get oauth_client_post --runs 60 --shrinks 0 --seed 1 --no-report';
    await mkdir(path.join(folder, 'w'));
    const line = `cd w; ulimit -f 400; conformance record --trace t.har.gz --result r.json ${words}`;
    const ended = await shell(line);
    expect(ended.code).toBe(3);
    expect(ended.stderr).not.toMatch(/internal error|\n\s+at /);
    const result = JSON.parse(await readFile(path.join(folder, 'w', 'r.json'), 'utf8')) as ResultFile;
    const broken = result.verdicts.filter(({ verdict }) => verdict === 'broken');
    expect(broken.map(({ operation }) => operation)).toEqual(['oauth_client_post']);
    expect(broken[0]?.reason).toMatch(/could not be written: EFBIG/);
    expect(result.summary.pass).toBeGreaterThan(0);
    expect(result.residue.left).toEqual([]);
  });
});
