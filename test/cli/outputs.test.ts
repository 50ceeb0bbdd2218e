import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { checkOutputs } from '../../run/check-outputs.ts';
import { claimResults, takeLock } from '../../run/folder-lock.ts';
import { markerName, ownReportFolder } from '../../run/report-folder.ts';
import { runCommand } from './command.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'outputs-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

const within = (name: string): string => path.join(folder, name);
const noReport = { noReport: true };

describe('the outputs of a command', () => {
  it.each<[string, (file: string) => unknown, RegExp]>([
    ['a folder', (file) => mkdir(file), /is a folder; name a file in it/],
    ['a link to nothing', (file) => symlink('nowhere', file), /is a link to nowhere, which does not exist/],
    ['a link to another file', (file) => symlink(__filename, file), /is a link to .*; name that file itself/],
  ])('are not %s', async (_name, make, message) => {
    await make(within('out'));
    await expect(checkOutputs({ ...noReport, result: within('out') })).rejects.toThrow(message);
    await expect(checkOutputs({ ...noReport, junit: within('out') })).rejects.toThrow(/^--junit: /);
  });

  it('are not below a file, in a file system that takes none, or on a full device', async () => {
    await writeFile(within('file'), '');
    const below = checkOutputs({ ...noReport, trace: within('file/out') });
    await expect(below).rejects.toThrow(/--trace: .* cannot be written: ENOTDIR/);
    if (process.platform !== 'linux') return;
    await expect(checkOutputs({ ...noReport, ledger: '/proc/out' })).rejects.toThrow(/\/proc\/out cannot be/);
    await expect(checkOutputs({ ...noReport, result: '/dev/full' })).rejects.toThrow(/ENOSPC/);
  });

  it('are all told that cannot be written, a line each', async () => {
    const both = checkOutputs({ ...noReport, result: folder, junit: folder });
    await expect(both).rejects.toThrow(/^--result: .*\n--junit: .*folder/);
  });

  it('are each a file of its own, and none that is read', async () => {
    await writeFile(within('in'), '');
    await symlink(folder, within('same'));
    const [result, junit] = [within('a'), within('same/a')];
    await expect(checkOutputs({ ...noReport, result, junit })).rejects.toThrow(/is also named by --result/);
    await expect(checkOutputs({ ...noReport, result, trace: within('a/b') })).rejects.toThrow(/--trace/);
    const profile = within('in');
    await expect(checkOutputs({ ...noReport, profile, result: profile })).rejects.toThrow(
      /is also named by --profile/,
    );
    const merged = checkOutputs({ ...noReport, result: profile }, { inputs: [profile] });
    await expect(merged).rejects.toThrow(/is also named by an argument/);
    const page = within('r/index.html');
    await expect(checkOutputs({ report: within('r'), result: page })).rejects.toThrow(/report folder/);
  });

  it('may be new folders deep, pipes and devices, the baseline and the deviations', async () => {
    execFileSync('mkfifo', [within('pipe')]);
    await writeFile(within('old'), '');
    const old = within('old');
    await checkOutputs({ report: within('r'), result: within('x/y/z'), junit: within('pipe'), history: old });
    await checkOutputs({ ...noReport, result: old, baseline: old, junit: '/dev/null', trace: '/dev/null' });
    await checkOutputs({ ...noReport, updateDeviations: old, deviations: old });
    expect(await readdir(folder)).toEqual(['old', 'pipe']);
  });
});

describe('a report folder', () => {
  it.each([
    ['allure-results', 'keep.txt'],
    ['allure-results', '0-result.json'],
    ['index.html', ''],
    ['comparison.html', ''],
    ['run.lock', ''],
  ])('that holds a foreign %s is refused, and nothing of it is touched', async (name, inner) => {
    if (inner === '') await writeFile(within(name), 'mine');
    else {
      await mkdir(within(name));
      await writeFile(path.join(within(name), inner), 'mine');
    }
    await expect(ownReportFolder(folder)).rejects.toThrow(`holds ${name} that this suite did not write`);
    expect(await readFile(path.join(within(name), inner), 'utf8')).toBe('mine');
    expect(existsSync(within(markerName))).toBe(false);
  });

  it('is ours where it is new, marked, or holds nothing that a run replaces', async () => {
    await ownReportFolder(within('a/b'));
    await writeFile(within('a/b/index.html'), 'whatever stands here now');
    await ownReportFolder(within('a/b'));
    await writeFile(within('notes.txt'), 'mine');
    await ownReportFolder(folder);
    expect(await readdir(within('a/b'))).toEqual([markerName, 'index.html']);
  });

  it('of a version that did not mark it yet is ours by what it holds', async () => {
    await mkdir(within('allure-results'));
    const name = '00000000-0000-4000-8000-000000000000-result.json';
    await writeFile(within(`allure-results/${name}`), '{"labels":[{"value":"Prism Central v3 OAuth"}]}');
    await writeFile(within('index.html'), '<html><title> Prism OAuth conformance </title>');
    await writeFile(within('run.lock'), '1\n');
    await ownReportFolder(folder);
    expect(existsSync(within(markerName))).toBe(true);
  });

  it('is marked through no link', async () => {
    await symlink(within('elsewhere'), within(markerName));
    await expect(ownReportFolder(folder)).rejects.toThrow(/--report: .*ELOOP/);
    expect(existsSync(within('elsewhere'))).toBe(false);
  });
});

describe('a lock', () => {
  it('that was left behind is had by one of several processes, and gone when that lets go of it', async () => {
    const file = within('run.lock');
    await writeFile(file, '999999999\n');
    const script = `
      const { takeLock } = await import(${JSON.stringify(path.resolve('dist/run/folder-lock.js'))});
      const answer = await takeLock(${JSON.stringify(file)});
      console.log('release' in answer ? 'had' : 'held');
      // Until all have asked.
      process.stdin.resume().once('end', () => answer.release?.());`;
    const askers = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ['--input-type=module', '--eval', script], {
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    const answers = await Promise.all(
      askers.map(async ({ stdout }) => String((await once(stdout, 'data'))[0]).trim()),
    );
    expect(answers.sort()).toEqual(['had', 'held', 'held', 'held']);
    await Promise.all(askers.map((asker) => (asker.stdin.end(), once(asker, 'exit'))));
    expect(await readdir(folder)).toEqual([]);
  });

  it('of a process that lives is respected, on this machine or another', async () => {
    const file = within('run.lock');
    await writeFile(file, `${process.ppid}\n`);
    expect(await takeLock(file)).toEqual({ heldBy: { pid: process.ppid, host: null } });
    await writeFile(file, '999999999 other-host\n');
    expect(await takeLock(file)).toEqual({ heldBy: { pid: 999_999_999, host: 'other-host' } });
  });

  it('is not taken through a link, which stays', async () => {
    await writeFile(within('victim'), '1\n');
    await symlink('victim', within('run.lock'));
    await expect(takeLock(within('run.lock'))).rejects.toThrow(/ELOOP/);
    expect(await readFile(within('victim'), 'utf8')).toBe('1\n');
  });

  it('is not asked for by a run without a report', async () => {
    const claim = { reportDir: within('r'), resultsDir: null };
    const releases = await Promise.all([claimResults(claim), claimResults(claim)]);
    for (const release of releases) await release();
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a run', () => {
  const words = ['run', '--operation', 'oauth_idp_login_get', '--runs', '1', '--shrinks', '0'];

  it('tells its verdict before it builds the HTML report, and then where that is', async () => {
    const child = spawn(process.execPath, [path.resolve('dist/cli/main.js'), ...words], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const pages: (readonly [text: string, isWritten: boolean])[] = [];
    for await (const chunk of child.stdout)
      pages.push([String(chunk), existsSync(within('reports/out/index.html'))]);
    const [summary, ...rest] = pages;
    expect(summary).toEqual([expect.stringMatching(/judged in \d+ requests[^]*summary .*\n$/), false]);
    expect(rest).toEqual([[expect.stringMatching(/^report .*index\.html\nexit 0: .*\n$/), true]]);
  });

  it('keeps nothing where others can prepare it, and goes side by side with another without a report', async () => {
    await mkdir(within('tmp'));
    const env = { TMPDIR: within('tmp') };
    const runs = await Promise.all(
      [0, 1].map(() => runCommand([...words, '--no-report'], { cwd: folder, env })),
    );
    expect(runs.map(({ code }) => code)).toEqual([0, 0]);
    expect(await readdir(within('tmp'))).toEqual([]);
    const files = await readdir(folder, { recursive: true });
    expect(files.filter((file) => file.includes('allure'))).toEqual([]);
  });

  it('writes to the file that standard output is, after what is there', async () => {
    const main = path.resolve('dist/cli/main.js');
    const line = [...words, '--no-report', '--junit', '/dev/stdout'].join(' ');
    execFileSync('sh', ['-c', `(echo first; "$0" ${main} ${line}) > out`, process.execPath], {
      cwd: folder,
      stdio: 'ignore',
    });
    expect(await readFile(within('out'), 'utf8')).toMatch(
      /^first\n<\?xml [\s\S]*<\/testsuites>\n[\s\S]*exit 0/,
    );
  });
});
