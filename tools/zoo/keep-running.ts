import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ZooError } from './mock.ts';

/** A program to start, with its arguments, and the folder for relative paths in them. */
export interface Startable {
  readonly name: string;
  readonly command: (port: number) => readonly [program: string, ...words: string[]];
  readonly folder: string;
}

/** A server that is restarted whenever it exits by itself. */
export interface KeptServer {
  readonly origin: string;
  /** Resolves when it is listening, which takes a while after a crash. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The slowest mock, on Java, takes about ten seconds to listen on a busy machine. */
const startMs = 90_000;
const pollMs = 100;

/** Starts a server on a free loopback port and waits until it is listening. */
export async function keepRunning({ name, command, folder }: Startable): Promise<KeptServer> {
  const port = await freePort();
  const [program, ...words] = command(port);
  let crashes = 0;
  let isClosing = false;
  let child = start();
  const kill = (): void => {
    child.kill('SIGKILL');
  };
  process.once('exit', kill);
  function start(): ChildProcess {
    // Output is discarded: some mocks log every request, with its credentials.
    const started = spawn(program, words, { cwd: folder, stdio: 'ignore', env: quietEnvironment() });
    started.once('error', () => undefined);
    started.once('exit', () => {
      if (isClosing) return;
      crashes += 1;
      child = start();
    });
    return started;
  }
  const close = async (): Promise<void> => {
    isClosing = true;
    process.off('exit', kill);
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    kill();
    await once(child, 'exit');
  };
  // A server that exits before it has ever listened would exit again.
  let isHopeless = (): boolean => child.pid === undefined || crashes > 0;
  const ready = async (): Promise<void> => {
    if (await listens(port, isHopeless)) return;
    await close();
    throw new ZooError(`${name} does not start: ${[program, ...words].join(' ')}`);
  };
  await ready();
  isHopeless = () => false;
  return { origin: `http://127.0.0.1:${port}`, ready, close };
}

/** Turns off the mocks' telemetry. */
function quietEnvironment(): NodeJS.ProcessEnv {
  return { ...process.env, SCARF_ANALYTICS: 'false', DO_NOT_TRACK: '1' };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

async function listens(port: number, isHopeless: () => boolean): Promise<boolean> {
  const until = Date.now() + startMs;
  while (Date.now() < until && !isHopeless()) {
    if (await accepts(port)) return true;
    await wait(pollMs);
  }
  return false;
}

/** Whether a connection is taken, and kept: a server that is about to end takes one too. */
function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1').resume();
    const settle = (isAccepted: boolean): void => {
      socket.destroy();
      resolve(isAccepted);
    };
    socket.once('connect', () => {
      setTimeout(settle, pollMs, true);
    });
    for (const event of ['close', 'error'] as const)
      socket.once(event, () => {
        settle(false);
      });
  });
}
