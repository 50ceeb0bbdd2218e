import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { ZooError } from './mock.ts';

/** What is started: a program, its words, and the folder that relative paths in them are relative to. */
export interface Startable {
  readonly name: string;
  readonly command: (port: number) => readonly [program: string, ...words: string[]];
  readonly folder: string;
}

/** A server that is started again whenever it ends by itself. */
export interface KeptServer {
  readonly origin: string;
  /** Resolves when it listens, which after a crash takes a while. */
  readonly ready: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** The slowest of the mocks, on Java, listens after some ten seconds of a busy machine. */
const startMs = 90_000;
const pollMs = 100;

/** Starts a server on a free port of loopback and waits until it listens. */
export async function keepRunning({ name, command, folder }: Startable): Promise<KeptServer> {
  const port = await freePort();
  const [program, ...words] = command(port);
  let crashes = 0;
  let isClosing = false;
  let child = start();
  process.once('exit', () => child.kill('SIGKILL'));
  function start(): ChildProcess {
    // Its log is nobody's: some mocks write each request, with its credentials.
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
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
  // One that ends before it has listened would end again.
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

/** What the mocks would report to their makers, they do not. */
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

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const settle = (isAccepted: boolean): void => {
      socket.destroy();
      resolve(isAccepted);
    };
    socket.once('connect', () => {
      settle(true);
    });
    socket.once('error', () => {
      settle(false);
    });
  });
}
