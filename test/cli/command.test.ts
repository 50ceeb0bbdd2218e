import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand, type EndedCommand } from './command.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
});
afterAll(async () => {
  await rm(cwd, { recursive: true, force: true });
});

const login = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };

/** JSON that is neither a trace nor a ledger. */
const manifest = path.resolve('package.json');

/** No stack, no path of a module, and not more than a few lines. */
function expectPlain({ stderr }: EndedCommand): void {
  expect(stderr).not.toMatch(/\n\s+at |node:internal|\.js:\d+/);
  expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(4);
}

describe('bad input', () => {
  it.each([
    ['an unknown option', ['run', '--frobnicate'], 2, /unknown option '--frobnicate'/],
    ['a word too many', ['run', 'now'], 2, /too many arguments/],
    [
      'runs that are no number',
      ['--runs', 'abc'],
      2,
      /--runs: expected a whole number from 1 to 10000000, got "abc"/,
    ],
    [
      'an operation that is none',
      ['--operation', 'oauth_nothing'],
      2,
      /--operation: there is no oauth_nothing/,
    ],
    ['a rule that is none', ['--rule', 'no.such.*'], 2, /--rule: no rule/],
    ['a shard that is none', ['--shard', '5/4', '--seed', '1'], 2, /--shard: expected I\/N with I from 1/],
    ['a shard without a seed', ['--shard', '1/4'], 2, /--shard: give --seed, the same one to every shard/],
    ['a replay in a shard', ['--shard', '1/2', '--replay', '1:a@0@0'], 2, /--replay: name the operation/],
    ['a merge of nothing', ['merge'], 2, /missing required argument 'result'/],
    ['a merge of what is not there', ['merge', 'nowhere.json'], 2, /nowhere\.json cannot be read/],
    ['a history without a report', ['--history', 'h', '--no-report'], 2, /leave out --no-report/],
    [
      'a baseline that is not there',
      ['--baseline', 'nowhere.json'],
      2,
      /--baseline: nowhere\.json cannot be/,
    ],
    ['a comparison with nothing', ['compare', 'reference'], 2, /missing required argument 'B'/],
    [
      'a comparison of what is no address',
      ['compare', 'reference', 'nowhere'],
      2,
      /^error: B: --target: it is not an http or https address/,
    ],
    [
      'a comparison with a fault that is none',
      ['compare', 'reference', 'reference', '--fault', 'nothing'],
      2,
      /--fault: there is no nothing; "mock --list-faults" lists/,
    ],
    [
      'a comparison with a fault of another target',
      ['compare', 'reference', 'http://127.0.0.1:1', '--fault', 'no-date'],
      2,
      /only the target "reference" has faults/,
    ],
    [
      'a fidelity that is none',
      ['compare', 'reference', 'reference', '--min-fidelity', '101'],
      2,
      /--min-fidelity: expected a number from 0 to 100, got "101"/,
    ],
    [
      'a level that is none',
      ['--level', 'deep'],
      2,
      /--level: expected one of shape, validation, memory, OAuth/,
    ],
    ['a recording of nothing', ['record'], 2, /record: give --trace FILE, --ledger FILE, or both/],
    ['a trace that is not there', ['--from', 'nowhere.har'], 2, /--from: nowhere\.har cannot be read/],
    ['a trace that is none', ['--from', manifest], 2, /package\.json is no usable trace: it is no trace/],
    ['a seed for a trace', ['--from', 'nowhere.har', '--seed', '1'], 2, /--from: .*leave out --seed/],
    ['an age of no trace', ['--max-age', '3'], 2, /--max-age: it is the age of a trace; give --from/],
    ['a mock of a trace that is none', ['mock', '--from', manifest], 2, /package\.json is no usable/],
    ['a ledger that is none', ['compare', manifest, manifest], 2, /is no behaviour ledger/],
    ['a replay of another form', ['--replay', 'x'], 2, /--replay: expected SEED:FAMILY@CHUNK@STEPS/],
    ['a replay of no operation', ['--replay', '1:valid.domain@0@0'], 2, /name the operation/],
    ['a contract that is not there', ['--spec', 'nowhere.yaml'], 2, /nowhere\.yaml/],
    [
      'a target that is no address',
      ['--target', 'nowhere'],
      2,
      /--target: it is not an http or https address/,
    ],
    [
      'a target without a user',
      ['--target', 'http://127.0.0.1:1'],
      2,
      /give --username or set PRISM_USERNAME/,
    ],
    ['a fault that is none', ['mock', '--fault', 'nothing'], 2, /--fault: there is no nothing/],
    ['a port that is none', ['mock', '--port', 'x'], 2, /--port: expected a port number/],
  ])('%s is told in a line, exit %#', async (_, words, code, message) => {
    const ended = await runCommand(words, { cwd });
    expect(ended.stderr).toMatch(message);
    expect(ended.code).toBe(code);
    expectPlain(ended);
  });

  it.each([
    [
      'a baseline that is no result',
      ['--baseline', 'hello.json'],
      /hello\.json: is no result file .*schemaVersion/,
    ],
    [
      'a history that is none',
      ['--history', 'hello.json'],
      /--history: hello\.json:1: is no past run; remove/,
    ],
    ['a merge of what is no result', ['merge', 'hello.json'], /hello\.json: is no result file/],
  ])('%s is told in a line', async (_, words, message) => {
    await writeFile(path.join(cwd, 'hello.json'), '{"hello": "world"}');
    const ended = await runCommand(words, { cwd });
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(message);
    expectPlain(ended);
  });

  it('a file that is not OpenAPI is told in a line', async () => {
    await writeFile(path.join(cwd, 'notes.json'), '{"hello": "world"}');
    const ended = await runCommand(['--spec', 'notes.json'], { cwd });
    expect(ended).toMatchObject({ code: 2 });
    expect(ended.stderr).toMatch(/notes\.json.*OpenAPI/);
    expectPlain(ended);
  });
});

describe('a target that cannot be driven', () => {
  it('is told by exit 3 where nobody listens', async () => {
    const ended = await runCommand(['--target', 'http://127.0.0.1:1'], { cwd, env: login });
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/check host and port of --target/);
    expectPlain(ended);
  });

  it('is told by exit 3 where the password is wrong, without the password', async () => {
    const reference = await spawnReference();
    const env = { ...login, PRISM_PASSWORD: 'not-the-password' };
    const ended = await runCommand(['--target', reference.url], { cwd, env });
    await reference.close();
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/refuses the credentials with 401/);
    expect(ended.stderr + ended.stdout).not.toContain('not-the-password');
    expectPlain(ended);
  });

  it('is told by exit 3 where the base path is wrong', async () => {
    const reference = await spawnReference();
    const { origin } = new URL(reference.url);
    const ended = await runCommand(['--target', `${origin}/api/v9`], { cwd, env: login });
    await reference.close();
    expect(ended.code).toBe(3);
    expect(ended.stderr).toMatch(/check the base path of --target/);
  });

  it('is told by exit 3 where something else than HTTP answers', async () => {
    const server = createServer((socket) => socket.end('SSH-2.0-nothing\r\n'));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
    const ended = await runCommand(['--target', `http://127.0.0.1:${port}`], { cwd, env: login });
    server.close();
    expect(ended.code).toBe(3);
    expectPlain(ended);
  });
});

describe('a run', () => {
  const words = ['run', '--operation', 'oauth_client_post', '--runs', '30', '--seed', '1'];
  let faulty: SpawnedReference;
  beforeAll(async () => {
    faulty = await spawnReference({ faults: ['register-answers-201'] });
  });
  afterAll(async () => {
    await faulty.close();
  });

  it('against the embedded target conforms, and leaves the report and nothing else', async () => {
    const ended = await runCommand(words, { cwd });
    expect(ended.code).toBe(0);
    expect(await readdir(path.join(cwd, 'reports', 'out'))).toEqual([
      '.prism-oauth-conformance',
      'allure-results',
      'index.html',
    ]);
  });

  it('leaves a report folder alone that another run is writing to, and takes over that of a dead one', async () => {
    const folder = path.join(cwd, 'shared');
    const lock = path.join(folder, 'run.lock');
    await mkdir(folder);
    await writeFile(lock, `${process.ppid}\n`);
    const refused = await runCommand([...words, '--report', 'shared'], { cwd });
    expect(refused.code).toBe(2);
    expectPlain(refused);
    expect(refused.stderr).toContain(`in use by another run, process ${process.ppid}`);
    const longAgo = new Date(Date.now() - 3_600_000);
    await utimes(lock, longAgo, longAgo);
    expect((await runCommand([...words, '--report', 'shared'], { cwd })).code).toBe(0);
    expect(existsSync(lock)).toBe(false);
  });

  it('without a report writes no page', async () => {
    const ended = await runCommand([...words, '--no-report', '--report', 'bare'], { cwd });
    expect(ended.code).toBe(0);
    expect(existsSync(path.join(cwd, 'bare', 'index.html'))).toBe(false);
  });

  it('against a faulty target exits 1, and its replay command shows the same violation', async () => {
    const target = [
      ...words,
      '--no-report',
      '--target',
      faulty.url,
      '--result',
      'r.json',
      '--junit',
      'j.xml',
    ];
    const ended = await runCommand(target, { cwd, env: login });
    expect(ended.code).toBe(1);
    const result = JSON.parse(await readFile(path.join(cwd, 'r.json'), 'utf8')) as ResultFile;
    const failed = result.verdicts.find(({ verdict }) => verdict === 'fail');
    expect(await readFile(path.join(cwd, 'j.xml'), 'utf8')).toContain('<failure');
    const replay = ['--replay', `${result.seed}:${failed?.replay?.path ?? ''}`, '--rule', failed?.rule ?? ''];
    const again = [
      'run',
      '--operation',
      'oauth_client_post',
      '--target',
      faulty.url,
      '--no-report',
      ...replay,
    ];
    const replayed = await runCommand([...again, '--result', 'again.json'], { cwd, env: login });
    expect(replayed.code).toBe(1);
    const second = JSON.parse(await readFile(path.join(cwd, 'again.json'), 'utf8')) as ResultFile;
    expect(second.verdicts.map(({ verdict, fingerprint }) => ({ verdict, fingerprint }))).toEqual([
      { verdict: 'fail', fingerprint: failed?.fingerprint },
    ]);
  });

  it('sends no more cases to make findings smaller than --shrinks allows', async () => {
    const target = [...words, '--no-report', '--target', faulty.url, '--result', 'shrunk.json'];
    const requests: number[] = [];
    for (const shrinks of ['0', '5']) {
      const ended = await runCommand([...target, '--shrinks', shrinks], { cwd, env: login });
      expect(ended.code).toBe(1);
      const result = JSON.parse(await readFile(path.join(cwd, 'shrunk.json'), 'utf8')) as ResultFile;
      requests.push(result.requests);
    }
    const [none = 0, some = 0] = requests;
    expect(some).toBeGreaterThan(none);
  });

  it('keeps the password out of everything it writes', async () => {
    const env = { ...login, PRISM_CANARY: 'nutanix/4u' };
    const ended = await runCommand([...words, '--target', faulty.url, '--report', 'leak'], { cwd, env });
    const files = await readdir(path.join(cwd, 'leak'), { recursive: true, withFileTypes: true });
    const texts = await Promise.all(
      files
        .filter((entry) => entry.isFile())
        .map((entry) => readFile(path.join(entry.parentPath, entry.name), 'utf8')),
    );
    const forms = ['nutanix/4u', 'nutanix%2F4u', Buffer.from('admin:nutanix/4u').toString('base64')];
    for (const form of forms) {
      expect([ended.stdout, ended.stderr, ...texts].filter((text) => text.includes(form))).toEqual([]);
    }
  });
});
