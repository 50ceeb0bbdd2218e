import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readPassword } from '../../run/read-password.ts';

let folder = '';
const before = process.env['PRISM_PASSWORD'];
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  await writeFile(path.join(folder, 'password'), 'of the file\r\nsecond line\n');
  await writeFile(path.join(folder, 'empty'), '\nsecond line\n');
});
afterEach(() => {
  delete process.env['OTHER_PASSWORD'];
  if (before === undefined) delete process.env['PRISM_PASSWORD'];
  else process.env['PRISM_PASSWORD'] = before;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = (name: string): string => path.join(folder, name);
const ask = (options: Parameters<typeof readPassword>[0]): Promise<string> =>
  readPassword(options, 'Password: ');

describe('the password', () => {
  it('comes from its variable, or from the one that is named', async () => {
    process.env['PRISM_PASSWORD'] = 'of the variable';
    process.env['OTHER_PASSWORD'] = 'of the other';
    expect(await ask({})).toBe('of the variable');
    expect(await ask({ passwordEnv: 'OTHER_PASSWORD' })).toBe('of the other');
  });

  it('comes from the first line of a file, before the variable', async () => {
    process.env['PRISM_PASSWORD'] = 'of the variable';
    expect(await ask({ passwordFile: file('password') })).toBe('of the file');
  });

  it.each([
    [{}, 'set the environment variable PRISM_PASSWORD or give --password-file'],
    [{ passwordEnv: 'OTHER_PASSWORD' }, 'set the environment variable OTHER_PASSWORD'],
    [{ passwordFile: 'no-such-file' }, '--password-file: no-such-file cannot be read'],
    [{ passwordFile: 'p', passwordEnv: 'OTHER_PASSWORD' }, 'leave one out'],
  ])('is asked for in one line where it is missing: %j', async (options, message) => {
    delete process.env['PRISM_PASSWORD'];
    await expect(ask(options)).rejects.toThrow(message);
  });

  it('is not the second line of a file', async () => {
    await expect(ask({ passwordFile: file('empty') })).rejects.toThrow('is empty');
  });
});
