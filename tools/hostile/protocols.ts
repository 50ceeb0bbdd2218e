import { spawn } from 'node:child_process';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { HostileBehaviour } from './behaviour.ts';
import { serve, type HostileServer } from './hostile-server.ts';

/** A TLS alert: handshake failure. */
const tlsAlert = Buffer.from([0x15, 3, 1, 0, 2, 2, 40]);

/** A process that listens, is stopped, and never accepts again. Its queue is filled here. */
async function neverAccepting(): Promise<HostileServer> {
  const script =
    'const s=require("node:net").createServer(()=>{});s.listen({port:0,host:"127.0.0.1",backlog:1},()=>console.log(s.address().port))';
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  child.kill('SIGSTOP');
  const queued = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  return {
    url: `http://127.0.0.1:${port}`,
    requests: [],
    close: async () => {
      for (const socket of queued) socket.destroy();
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

async function plainUnderHttps(): Promise<HostileServer> {
  const server = await serve(
    (socket) => socket.end(),
    (socket) => {
      socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'));
    },
  );
  return { ...server, url: server.url.replace('http:', 'https:') };
}

async function silentUnderHttps(): Promise<HostileServer> {
  const server = await serve(
    () => undefined,
    (socket) => void socket.resume(),
  );
  return { ...server, url: server.url.replace('http:', 'https:') };
}

/** Targets that speak a different protocol than expected. */
export const protocols: readonly HostileBehaviour[] = [
  {
    name: 'tls-bytes-on-a-plain-port',
    exit: 3,
    says: /does not answer: the answer is not HTTP/,
    start: () =>
      serve(
        () => undefined,
        (socket) => void socket.once('data', () => socket.end(tlsAlert)),
      ),
  },
  {
    name: 'plain-answer-on-a-tls-port',
    exit: 3,
    says: /TLS handshake failed/,
    start: plainUnderHttps,
  },
  {
    name: 'tls-port-that-says-nothing',
    exit: 3,
    says: /no connection in time/,
    start: silentUnderHttps,
  },
  { name: 'never-accepts', exit: 3, says: /no connection in time|does not answer/, start: neverAccepting },
  {
    name: 'ssh-banner',
    exit: 3,
    says: /does not answer/,
    start: () =>
      serve(
        () => undefined,
        (socket) => void socket.end('SSH-2.0-OpenSSH_9.6\r\n'),
      ),
  },
];
