import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { serveMock } from '../../cli/commands/mock.ts';
import { output } from '../../run/terminal.ts';

const main = path.resolve('dist/cli/main.js');

afterEach(() => {
  jest.restoreAllMocks();
});

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

  it('can be told to stop as soon as it says that it serves', async () => {
    const said = jest.spyOn(output, 'lines').mockImplementation(() => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        // Without a listener, it would end the process.
        expect(process.listenerCount(signal)).toBeGreaterThan(before[signal]);
      }
      process.emit('SIGTERM', 'SIGTERM');
    });
    const before = { SIGINT: process.listenerCount('SIGINT'), SIGTERM: process.listenerCount('SIGTERM') };
    await serveMock({ port: '0' });
    expect(said).toHaveBeenCalledTimes(1);
    process.emit('SIGINT', 'SIGINT');
  });
});
