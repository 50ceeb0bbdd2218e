import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type * as Api from '../../api/index.ts';
import type * as JestApi from '../../api/jest.ts';
import { suiteIds } from '../../spec/operation-ids.ts';

// The CommonJS form, as the tests of other repositories get it.
const require = createRequire(path.resolve('package.json'));
const api = require('prism-oauth-conformance') as typeof Api;
const { conformanceProjects } = require('prism-oauth-conformance/jest') as typeof JestApi;

let folder = '';
const environment = { ...process.env };
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'conformance-api-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});
afterAll(() => {
  process.env = environment;
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
