import { createRequire } from 'node:module';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type * as Api from '../../api/index.ts';
import type * as JestApi from '../../api/jest.ts';
import { suiteIds } from '../../spec/operation-ids.ts';

// The CommonJS form, as the tests of other repositories get it.
const require = createRequire(path.resolve('package.json'));
const api = require('prism-oauth-conformance') as typeof Api;
const { conformanceProjects } = require('prism-oauth-conformance/jest') as typeof JestApi;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'conformance-api-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const few = { operation: ['oauth_client_post'], runs: 10, noReport: true } as const;

describe('runConformance', () => {
  it('writes to a result file of its caller, and tells each line that the command prints', async () => {
    const lines: string[] = [];
    const result = path.join(folder, 'result.json');
    const call = { log: (line: string) => lines.push(line), cwd: folder };
    const found = await api.runConformance({ ...few, operation: [...few.operation], result }, call);
    const { exitCode, ...file } = found;
    expect(exitCode).toBe(0);
    expect(file).toEqual(require(result));
    expect(lines).toContain('exit 0: the target conforms in all that was judged');
  });

  it.each([
    [{ runs: 0 }, 2, 'PRISM_RUNS: expected a whole number from 1 to 10000000, got "0"'],
    [{ target: 'http://127.0.0.1:1', username: 'admin', password: 'x' }, 3, 'no connection could be made'],
    [{ target: 'http://127.0.0.1:1' }, 2, 'the target needs a user'],
  ])('rejects where nothing can be tested: %j', async (options, exitCode, message) => {
    const rejected = api.runConformance({ ...options, noReport: true }, { cwd: folder });
    await expect(rejected).rejects.toMatchObject({
      name: 'ConformanceError',
      exitCode,
      message: expect.stringContaining(message),
    });
  });

  it.each([
    [{ tagret: 'http://127.0.0.1:1' }, 'tagret: is not an option of run'],
    [{ operation: [] }, 'operation: names nothing'],
  ])('refuses what would be left out without a word: %j', async (options, message) => {
    await expect(api.runConformance(options as Api.ConformanceOptions)).rejects.toThrow(message);
  });

  it('leaves an earlier result as it is if there is no new one', async () => {
    const result = path.join(folder, 'night.json');
    await api.runConformance({ ...few, operation: [...few.operation], result }, { cwd: folder });
    const before = readFileSync(result, 'utf8');
    await expect(api.runConformance({ runs: 0, result }, { cwd: folder })).rejects.toThrow('PRISM_RUNS');
    expect(readFileSync(result, 'utf8')).toBe(before);
    const again = { ...few, operation: [...few.operation], result, baseline: result };
    const { baseline } = await api.runConformance(again, { cwd: folder });
    expect(baseline).toBeDefined();
  });

  it('logs in with the password that it is given, whatever else is configured', async () => {
    const reference = await api.startReference({ password: 'of the call' });
    writeFileSync(path.join(folder, 'conformance.config.json'), '{"passwordEnv": "ANOTHER"}');
    const login = { target: reference.url, username: reference.username, password: reference.password };
    const options = { ...few, ...login, operation: [...few.operation] };
    const { exitCode } = await api.runConformance(options, { cwd: folder });
    await reference.close();
    expect(exitCode).toBe(0);
  });

  it('ends in an orderly way at a signal, with what was judged', async () => {
    const controller = new AbortController();
    const reference = await api.startReference();
    const login = { target: reference.url, username: reference.username, password: reference.password };
    // The first lines of progress are there once something was judged.
    const call = {
      signal: controller.signal,
      cwd: folder,
      log: () => {
        controller.abort();
      },
    };
    const { exitCode, residue } = await api.runConformance({ ...login, noReport: true }, call);
    await reference.close();
    expect(exitCode).toBe(130);
    expect(residue.left).toEqual([]);
  });
});

describe('compareTargets', () => {
  it('refuses options that only a run has', async () => {
    await expect(api.compareTargets('reference', 'reference', { rule: ['code.*'] })).rejects.toThrow(
      'rule: is not an option of compare',
    );
  });
});

describe('startReference', () => {
  it('says which name does not exist', async () => {
    await expect(api.startReference({ faults: ['no-such-fault'] })).rejects.toThrow(
      'no fault or variant is called no-such-fault',
    );
  });

  it('says why it cannot listen', async () => {
    const first = await api.startReference();
    const port = Number(new URL(first.url).port);
    await expect(api.startReference({ port })).rejects.toThrow('EADDRINUSE');
    await first.close();
  });
});

describe('conformanceProjects', () => {
  const names = (projects: ReturnType<typeof conformanceProjects>): readonly unknown[] =>
    projects.map((project) => project['displayName']);

  it('has a project for each suite, or for those that are asked for', () => {
    expect(names(conformanceProjects())).toEqual(suiteIds);
    expect(names(conformanceProjects({ operation: 'session, oauth_token_post' }))).toEqual([
      'session',
      'oauth_token_post',
    ]);
  });

  it('has all of them for a wrong name, so that a run can refuse it', () => {
    expect(names(conformanceProjects({ operation: ['oauth_tokens'] }))).toEqual(suiteIds);
  });
});
