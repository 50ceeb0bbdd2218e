import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';

const main = path.resolve('dist/cli/main.js');

describe('mock', () => {
  it('serves until it is told to stop', async () => {
    const child = spawn(process.execPath, [main, 'mock', '--port', '0'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    const url = /^serving (http:\S+)$/.exec(line)?.[1] ?? '';
    // Long enough for it to end by itself if nothing kept it running.
    await wait(500);
    expect((await fetch(`${url}/oauth/client/x`)).status).toBe(401);
    child.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
  });
});
