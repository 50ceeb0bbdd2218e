import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnReference, type SpawnedReference } from '../../../targets/spawn-reference.ts';
import { behaviours } from '../../../tools/hostile/behaviours.ts';
import { judgeOutcome } from '../../../tools/hostile/judge-outcome.ts';
import { runAgainst } from '../../../tools/hostile/run-against.ts';

let folder = '';
let reference: SpawnedReference;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  reference = await spawnReference();
});
afterAll(async () => {
  await reference.close();
  await rm(folder, { recursive: true, force: true });
});

describe('hostile behaviours', () => {
  it('have names of their own', () => {
    const names = behaviours.map(({ name }) => name);
    expect(names.length).toBeGreaterThan(100);
    expect(new Set(names).size).toBe(names.length);
  });

  // The quick ones, one of each kind. `npm run hostile` drives all of them.
  it.each([
    'body-100000-levels',
    'body-endless-to-close-at-once',
    'head-of-10-mb-at-once',
    'chunk-size-no-number-at-once',
    'redirects-100-times',
    'two-answers-to-one-request',
    'silent-from-the-middle',
    'escapes-in-every-field',
    'ids-that-lead-elsewhere',
    'answers-503-for-ten-years',
  ])(
    '%s: come to what they have to',
    async (name) => {
      const behaviour = behaviours.find((one) => one.name === name);
      if (behaviour === undefined) throw new TypeError(`there is no ${name}`);
      const own = await mkdtemp(path.join(folder, 'run-'));
      const server = await behaviour.start(reference.url);
      try {
        const ended = await runAgainst(behaviour, server, own);
        expect(await judgeOutcome(behaviour, ended, server)).toEqual([]);
      } finally {
        await server.close();
      }
    },
    60_000,
  );

  it('that come to something else are told', async () => {
    const [behaviour] = behaviours;
    if (behaviour === undefined) throw new TypeError('there is none');
    const ended = {
      exitCode: 4,
      output: 'internal error: x\n    at run (/somewhere/file.js:1:2)\n',
      durationMs: 60_000,
      afterSignalMs: null,
      peakMiB: 500,
      folder,
    };
    const server = await behaviour.start(reference.url);
    const against = await judgeOutcome(behaviour, ended, server);
    await server.close();
    expect(against.join('\n')).toMatch(
      /exit 4, expected 1.*\ntook 60.0 s\n500 MiB.*\nshows a stack trace.*\nsays that it is our.*\nthere is no result file/,
    );
  });
});
