import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ResultFile } from '../../reports/result-file.ts';
import { spawnReference, type SpawnedReference } from '../../targets/spawn-reference.ts';
import { runCommand, type EndedCommand } from './command.ts';

let cwd = '';
let other: SpawnedReference;
beforeAll(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'conformance-compare-'));
  other = await spawnReference({ username: 'mary', password: 'quite contrary', faults: ['no-allow'] });
});
afterAll(async () => {
  await other.close();
  await rm(cwd, { recursive: true, force: true });
});

/** Each test starts the command up to three times, with two targets, while the machine may be busy. */
const testTimeoutMs = 180_000;

const some = ['--operation', 'oauth_client_client_id_get', '--runs', '80', '--seed', '5'];

function compare(
  words: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<EndedCommand> {
  return runCommand(['compare', ...words, ...some], { cwd, env });
}

describe('compare with a trace', () => {
  it(
    'measures B by what was recorded, with nobody there, and tells what is wrong with it',
    async () => {
      const of = [...some, '--no-report'];
      const recorded = await runCommand(['record', '--trace', 't.har.gz', ...of], { cwd });
      expect(recorded.code).toBe(0);
      const words = ['compare', 't.har.gz', 'reference', ...some.slice(0, 2), '--no-report'];
      const same = await runCommand(words, { cwd });
      expect(same.stdout).toContain('exit 0: fidelity 100 %: no difference');
      const other = await runCommand([...words, '--fault', 'registration-lost'], { cwd });
      expect(other.stdout).toContain('status of main: A 200, B 404');
      expect(other.code).toBe(1);
    },
    testTimeoutMs,
  );

  it(
    'draws the cases of the trace and no others',
    async () => {
      const { code, stderr } = await compare(['t.har.gz', 'reference']);
      expect(stderr).toMatch(/a trace is judged as it was recorded; leave out --runs and --seed\n/);
      expect(code).toBe(2);
    },
    testTimeoutMs,
  );
});

describe('compare', () => {
  it(
    'finds a target like itself, and leaves nothing there',
    async () => {
      const { code, stdout } = await compare(['reference', 'reference']);
      expect(stdout).toContain('exit 0: fidelity 100 %: no difference');
      expect(stdout).toContain(
        'levels: shape holds, validation holds, memory holds, OAuth holds; none fails',
      );
      expect(code).toBe(0);
      expect(existsSync(path.join(cwd, 'reports/out/comparison.html'))).toBe(true);
      expect(existsSync(path.join(cwd, 'reports/out/ledger'))).toBe(false);
    },
    testTimeoutMs,
  );

  it(
    'tells what is wrong with B, with the case, and sends that case again',
    async () => {
      const words = ['reference', 'reference', '--fault', 'registration-lost', '--result', 'lost.json'];
      const { code, stdout } = await compare(words);
      expect(code).toBe(1);
      expect(stdout).toMatch(/TOO STRICT|NO MEMORY/);
      expect(stdout).toContain('status of main: A 200, B 404');
      const { differences } = JSON.parse(await readFile(path.join(cwd, 'lost.json'), 'utf8')) as {
        readonly differences: readonly { readonly path: string }[];
      };
      const again = await runCommand(
        ['compare', 'reference', 'reference', '--fault', 'registration-lost', '--no-report'].concat(
          ...[some.slice(0, 2), ['--replay', `5:${differences[0]?.path ?? ''}`]],
        ),
        { cwd },
      );
      expect(again.code).toBe(1);
      expect(again.stdout).toContain('status of main: A 200, B 404');
    },
    testTimeoutMs,
  );

  it(
    'groups what one wrong constant changes, and tells two faults apart',
    async () => {
      const causesOf = async (...faults: readonly string[]): Promise<readonly (readonly number[])[]> => {
        const words = [
          'reference',
          'reference',
          '--no-report',
          '--runs',
          '60',
          '--seed',
          '5',
          '--result',
          'c.json',
        ];
        const operations = [
          '--operation',
          'oauth_client_post',
          'oauth_client_client_id_get',
          'oauth_token_post',
        ];
        await runCommand(['compare', ...words, ...operations, '--fault', ...faults], { cwd });
        const { causes, differences } = JSON.parse(await readFile(path.join(cwd, 'c.json'), 'utf8')) as {
          readonly causes: readonly { readonly differences: readonly number[] }[];
          readonly differences: readonly { readonly isCounted: boolean }[];
        };
        return causes
          .map((cause) => cause.differences.filter((place) => differences[place]?.isCounted === true))
          .filter(({ length }) => length > 0);
      };
      const [constant = [], ...others] = await causesOf('api-version-v4');
      expect(constant.length).toBeGreaterThan(2);
      expect(others).toEqual([]);
      expect(await causesOf('api-version-v4', 'register-answers-201')).toHaveLength(2);
    },
    testTimeoutMs,
  );

  it(
    'counts only up to a level, and passes from a score on',
    async () => {
      const faulty = ['reference', 'reference', '--fault', 'text-lower-cased', '--no-report'];
      const upTo = await compare([...faulty, '--level', 'validation']);
      expect(upTo.stdout).toMatch(/\d+ differences beyond the level validation, which was asked for/);
      expect(upTo.code).toBe(0);
      const gated = await compare([...faulty, '--min-fidelity', '5']);
      expect(gated.stdout).toMatch(/exit 0: fidelity [\d.]+ %, enough for 5 %/);
      expect(gated.code).toBe(0);
      const strict = await compare([...faulty, '--min-fidelity', '99.9']);
      expect(strict.stdout).toMatch(/exit 1: fidelity [\d.]+ %, less than 99.9 %/);
      expect(strict.code).toBe(1);
    },
    testTimeoutMs,
  );

  it(
    'drives B with its own user, and shows the password of neither',
    async () => {
      const env = {
        PRISM_B_USERNAME: 'mary',
        PRISM_B_PASSWORD: 'quite contrary',
      };
      const { code, stdout, stderr } = await compare(
        ['reference', other.url, '--result', 'allow.json', '--report', 'own'],
        env,
      );
      expect(code).toBe(1);
      expect(stdout).toContain('header allow of main: A ');
      expect(stdout).toContain('by method.not-allowed.allow');
      const files = await Promise.all(
        ['allow.json', 'own/comparison.html'].map((file) => readFile(path.join(cwd, file), 'utf8')),
      );
      expect([stdout, stderr, ...files].join()).not.toMatch(/quite contrary|nutanix\/4u/);
    },
    testTimeoutMs,
  );

  it(
    'says which of the targets cannot be driven',
    async () => {
      const env = { PRISM_USERNAME: 'admin', PRISM_PASSWORD: 'x' };
      const { code, stderr } = await compare(['reference', 'http://127.0.0.1:1'], env);
      expect(stderr).toMatch(/^error: B: .*127\.0\.0\.1:1/);
      expect(code).toBe(3);
    },
    testTimeoutMs,
  );
});

describe('run with a level', () => {
  it(
    'fails by nothing beyond it, and tells the levels in its result',
    async () => {
      const env = { PRISM_USERNAME: 'mary', PRISM_PASSWORD: 'quite contrary' };
      const result = async (level: string): Promise<{ readonly code: number; readonly file: ResultFile }> => {
        const words = ['run', '--target', other.url, ...some, '--no-report', '--result', 'run.json'];
        const { code } = await runCommand([...words, '--level', level], { cwd, env });
        return { code, file: JSON.parse(await readFile(path.join(cwd, 'run.json'), 'utf8')) as ResultFile };
      };
      const shape = await result('shape');
      expect(shape).toMatchObject({ code: 0, file: { levels: { firstFailing: null } } });
      const beyond = shape.file.verdicts.find(({ rule }) => rule === 'method.not-allowed.allow');
      expect(beyond).toMatchObject({ verdict: 'not applicable', violations: [] });
      expect(beyond?.reason).toMatch(
        /^beyond the level shape, which was asked for: \d+ of \d+ judged violate it/,
      );
      expect(await result('validation')).toMatchObject({
        code: 1,
        file: { levels: { firstFailing: 'validation', verdicts: { validation: 'fail' } } },
      });
    },
    testTimeoutMs,
  );
});
