import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeWhole } from '../../reports/write-whole.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'write-whole-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('a file written whole', () => {
  it('replaces what was there', async () => {
    const file = join(folder, 'a');
    await writeFile(file, 'something longer than that');
    await writeWhole(file, 'é');
    expect(await readFile(file, 'utf8')).toBe('é');
  });

  it('leaves nothing behind where it cannot be written', async () => {
    const file = join(folder, 'a');
    await mkdir(join(file, 'occupied'), { recursive: true });
    await expect(writeWhole(file, 'x')).rejects.toThrow();
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('goes straight into a pipe, which stays a pipe', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const [received] = await Promise.all([readFile(pipe, 'utf8'), writeWhole(pipe, 'through')]);
    expect(received).toBe('through');
  });

  it('never shows half of itself to a reader', async () => {
    const file = join(folder, 'a');
    const contents = ['a', 'b'].map((letter) => letter.repeat(2_000_000));
    await writeWhole(file, contents[0] ?? '');
    const writing = contents.flatMap((content) => [writeWhole(file, content), writeWhole(file, content)]);
    const seen = await Promise.all(Array.from({ length: 20 }, () => readFile(file, 'utf8')));
    await Promise.all(writing);
    expect(seen.every((content) => contents.includes(content))).toBe(true);
  });
});
