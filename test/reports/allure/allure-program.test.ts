import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AllureProgram } from '../../../reports/allure/allure-program.ts';

let workDir = '';
beforeAll(async () => {
  workDir = await mkdtemp(path.join(tmpdir(), 'allure-program-'));
});
afterAll(async () => {
  await rm(workDir, { recursive: true });
});

describe('AllureProgram', () => {
  it('runs with its words, once it was told them', async () => {
    const program = new AllureProgram();
    await setTimeout(100);
    await expect(program.run({ words: ['--version'], workDir })).resolves.toBeUndefined();
  });

  it('throws what the program wrote when it fails', async () => {
    const program = new AllureProgram();
    await expect(program.run({ words: ['no-such-command'], workDir })).rejects.toThrow(/no-such-command/);
  });

  it('starts another one if the first was ended from outside', async () => {
    const program = new AllureProgram();
    program.close();
    await setTimeout(300);
    await expect(program.run({ words: ['--version'], workDir })).resolves.toBeUndefined();
  });

  it('is ended when it is no longer needed', async () => {
    const program = new AllureProgram();
    await expect(program.run({ words: ['--version'], workDir }, AbortSignal.abort())).rejects.toThrow(
      'Allure was ended before it was done',
    );
  });
});
