import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadConfigFile } from '../../../run/options/load-config-file.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'conformance-test-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe('the configuration file', () => {
  it('is not needed', async () => {
    expect(await loadConfigFile(folder)).toEqual({ file: null, ignored: [] });
  });

  it('is read as JSON', async () => {
    await writeFile(path.join(folder, 'conformance.config.json'), '{"runs": 7}');
    expect(await loadConfigFile(folder)).toEqual({
      file: { path: 'conformance.config.json', values: { runs: 7 } },
      ignored: [],
    });
  });

  it.each([
    ['{"runs": 7', /^conformance\.config\.json: cannot be read: /],
    ['[1]', /is not an object of options/],
    ['null', /is not an object of options/],
  ])('%s is refused in one line that names it', async (text, message) => {
    await writeFile(path.join(folder, 'conformance.config.json'), text);
    await expect(loadConfigFile(folder)).rejects.toThrow(message);
  });
});
