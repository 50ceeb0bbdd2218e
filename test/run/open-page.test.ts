import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { openPage } from '../../run/open-page.ts';
import { messages } from '../../run/terminal.ts';

let folder = '';
let told: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'open-page-'));
  told = [];
  jest.spyOn(messages, 'lines').mockImplementation((...lines: readonly string[]) => {
    told.push(...lines);
  });
});

afterEach(async () => {
  jest.restoreAllMocks();
  await rm(folder, { recursive: true, force: true });
});

async function contentOf(file: string): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text.endsWith('end\n')) return text;
    await wait(50);
  }
  return '';
}

describe('a page', () => {
  it('is opened by the opener of the platform, which does not see the password', async () => {
    const seen = path.join(folder, 'seen');
    await writeFile(
      path.join(folder, 'xdg-open'),
      `#!/bin/sh\n{ echo "$1"; /usr/bin/env; echo end; } > '${seen}'\n`,
    );
    await chmod(path.join(folder, 'xdg-open'), 0o755);
    const environment = { PATH: folder, DISPLAY: ':0', PRISM_PASSWORD: 'geheim', MY_PASSWORD: 'geheim' };
    await openPage('out/summary.html', environment, 'linux');
    const text = await contentOf(seen);
    expect(text).toMatch(/^out\/summary\.html\n/);
    expect(text).toContain('DISPLAY=:0');
    expect(text).not.toContain('geheim');
    expect(told).toEqual([]);
  });

  it.each([
    ['in CI', { CI: 'true', DISPLAY: ':0' }, 'this is CI'],
    ['without a display', { CI: '' }, 'there is no display'],
    ['without an opener', { DISPLAY: ':0', PATH: '/nowhere' }, 'spawn xdg-open ENOENT'],
  ])('is not opened %s, and a note says so', async (_name, environment, reason) => {
    await openPage('out/summary.html', environment, 'linux');
    expect(told).toEqual([`note: --open: out/summary.html was not opened: ${reason}`]);
  });
});
