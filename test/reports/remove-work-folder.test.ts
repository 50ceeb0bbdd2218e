import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { removeWorkFolder } from '../../reports/remove-work-folder.ts';

it('removes a folder in which a killed process writes its last files', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
  const inner = path.join(folder, 'jest-cache');
  mkdirSync(inner);
  for (let count = 0; count < 200; count += 1) writeFileSync(path.join(inner, `${count}`), '');
  let written = 0;
  const writer = setInterval(() => {
    if (existsSync(inner)) writeFileSync(path.join(inner, `late-${(written += 1)}`), '');
  }, 0);
  setTimeout(() => {
    clearInterval(writer);
  }, 50);
  await removeWorkFolder(folder);
  expect(existsSync(folder)).toBe(false);
});

it('does not fail where there is nothing to remove', async () => {
  await expect(removeWorkFolder(path.join(tmpdir(), 'conformance-never-made'))).resolves.toBeUndefined();
});
