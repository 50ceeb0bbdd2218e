import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand, type EndedCommand } from './command.ts';

type Environment = Readonly<Record<string, string>>;

const account = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'nutanix/4u' };
const shards = ['shard-1.json', 'shard-2.json'];
let cwd = '';
let faulty: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  await mkdir(path.join(cwd, 'our api'));
  faulty = await spawnReference({ faults: ['register-answers-201', 'no-date'] });
  const operations = ['--operation', 'oauth_client_post', 'oauth_idp_login_get'];
  await Promise.all(
    shards.map((file, index) =>
      driven([...operations, '--shard', `${index + 1}/2`, '--result', file, '--report', `shard-${index}`]),
    ),
  );
});
afterAll(async () => {
  await faulty.close();
  await rm(cwd, { recursive: true, force: true });
});

const textOf = (file: string): Promise<string> => readFile(path.join(cwd, file), 'utf8');
const jsonOf = async (file: string): Promise<unknown> => JSON.parse(await textOf(file)) as unknown;

function driven(words: readonly string[]): Promise<EndedCommand> {
  const target = ['--target', faulty.url, '--seed', '3', '--runs', '8', '--no-report'];
  return runCommand(['run', ...target, ...words], { cwd, env: account });
}

function merged(words: readonly string[], env: Environment = {}): Promise<EndedCommand> {
  return runCommand(['merge', ...shards, '--no-report', ...words], { cwd, env });
}

/** An entry of a Code Quality report at an operation's line. */
const entryAt = (file: string, line: number): unknown =>
  expect.objectContaining({ severity: 'major', location: { path: file, lines: { begin: line } } });

/** The line of the registration in the contract of this package. */
async function bundledLine(): Promise<number> {
  const lines = (await readFile('spec/openapi.yaml', 'utf8')).split('\n');
  return lines.findIndex((text) => text.endsWith('operationId: oauth_client_post'));
}

const outputs = ['--markdown', 'new/summary.md', '--code-quality', 'quality.json', '--sarif', 'a.sarif'];

describe('the outputs for CI', () => {
  it('are written by a run, at the line of the operation in the contract', async () => {
    const { code, stdout, stderr } = await driven(['--operation', 'oauth_client_post', ...outputs]);
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(/^::/m);
    expect(await textOf('new/summary.md')).toMatch(
      /^## ❌ OAuth conformance: the target violates the contract\n/,
    );
    const line = await bundledLine();
    expect(await jsonOf('quality.json')).toContainEqual(entryAt('spec/openapi.yaml', line));
    expect(await textOf('a.sarif')).toContain(`"startLine": ${line}`);
  });

  it('are written by merge for the run as a whole', async () => {
    expect((await merged(outputs)).code).toBe(1);
    expect(await textOf('new/summary.md')).toContain('`oauth_client_post`, `oauth_idp_login_get`');
    expect(await jsonOf('quality.json')).toContainEqual(entryAt('spec/openapi.yaml', await bundledLine()));
    expect(await textOf('a.sarif')).toContain('"oauth_idp_login_get"');
  });

  it('name --spec in place of the contract where that is a file of the repository', async () => {
    const spec = path.join('our api', 'prism.yaml');
    await writeFile(path.join(cwd, spec), `# ours\n${await readFile('spec/openapi.yaml', 'utf8')}`);
    const named = async (env: Environment = {}): Promise<unknown> => {
      await merged(['--spec', spec, '--code-quality', 'own.json'], env);
      return jsonOf('own.json');
    };
    const line = await bundledLine();
    const root = path.join(cwd, 'our api');
    expect(await named()).toContainEqual(entryAt('our api/prism.yaml', line + 1));
    expect(await named({ CI_PROJECT_DIR: root })).toContainEqual(entryAt('prism.yaml', line + 1));
    expect(await named({ GITHUB_WORKSPACE: tmpdir() })).toContainEqual(
      entryAt(`${path.basename(cwd)}/our api/prism.yaml`, line + 1),
    );
    expect(await named({ GITHUB_WORKSPACE: process.cwd() })).toContainEqual(
      entryAt('spec/openapi.yaml', line),
    );
  });

  it('are refused where they cannot be written, or would replace an input or each other', async () => {
    const folder = await merged(['--markdown', 'our api', '--sarif', 'x', '--code-quality', 'x']);
    expect(folder.code).toBe(2);
    expect(folder.stderr).toMatch(/--markdown: our api is a folder; name a file in it/);
    expect(folder.stderr).toMatch(/--sarif: x is also named by --code-quality/);
    const input = await merged(['--sarif', 'shard-1.json']);
    expect(input.stderr).toContain('--sarif: shard-1.json is also named by an argument');
  });
});

describe('in GitHub Actions', () => {
  it('the job is annotated on standard error, and the summary of its step goes on', async () => {
    await writeFile(path.join(cwd, 'step.md'), 'before\n');
    const env = { GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: path.join(cwd, 'step.md') };
    const { code, stdout, stderr } = await merged([], env);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^::error title=[^:,]+::[^\n]*%0Anpm run -s conformance -- run --target /m);
    expect(stderr).toMatch(/^::warning title=[^:,]+::response\.date\.present/m);
    expect(stdout).not.toMatch(/^::/m);
    expect(await textOf('step.md')).toMatch(/^before\n## ❌ OAuth conformance/);
  });

  it('the run counts without the summary where that cannot be written, or would be too long', async () => {
    await writeFile(path.join(cwd, 'full.md'), 'x'.repeat(2 ** 20 - 100));
    const full = await merged([], { GITHUB_STEP_SUMMARY: path.join(cwd, 'full.md') });
    expect(full.code).toBe(1);
    expect(full.stderr).toContain('note: nothing was added to the summary of the job: it would exceed 1 MiB');
    const missing = await merged([], { GITHUB_STEP_SUMMARY: path.join(cwd, 'none.md') });
    expect(missing.code).toBe(1);
    expect(missing.stderr).toMatch(/^note: nothing was added to the summary of the job: ENOENT/m);
  });
});
