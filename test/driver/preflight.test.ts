import { afterEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { openTarget } from '../../driver/open-target.ts';
import type { TargetOptions } from '../../driver/open-target.ts';
import { checkTarget } from '../../driver/preflight.ts';
import type { PreflightResult } from '../../driver/preflight.ts';
import { plainAnswer, rawServer } from './raw-server.ts';
import { certificate, key } from './self-signed.ts';

const opened: { close(): Promise<void> }[] = [];
const account = { basePath: '/api/nutanix/v3', username: 'admin', password: 'canary' };
const list = plainAnswer('{"entities":[],"metadata":{}}', 'X-Ntnx-Product: pc.2024.3\r\nServer: envoy\r\n');

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

function check(origin: string, options: Partial<TargetOptions> = {}): Promise<PreflightResult> {
  const target = openTarget({ origin, connections: 1, timeoutMs: 200, ...options });
  opened.push(target);
  return checkTarget(target, account);
}

async function checkServer(
  answer: (socket: Socket, request: string, turn: number) => void,
): Promise<PreflightResult> {
  const server = await rawServer(answer);
  opened.push(server);
  return check(server.origin);
}

function status(code: number, body = '', head = ''): string {
  return plainAnswer(body, head).replace('200 OK', `${code} X`);
}

describe('a target', () => {
  it('that lists clients is ready, and names its build', async () => {
    const requests: string[] = [];
    const result = await checkServer((socket, request) => {
      requests.push(request);
      socket.write(list);
    });
    expect(result).toMatchObject({ canDrive: true, code: 'ready', build: 'pc.2024.3' });
    expect(requests).toHaveLength(1);
    expect(requests[0]).toContain('POST /api/nutanix/v3/oauth/client/list HTTP/1.1');
    expect(requests[0]?.endsWith('{"length":1}')).toBe(true);
  });

  it('that refuses once is ready', async () => {
    const result = await checkServer((socket, _request, turn) =>
      socket.write(turn === 1 ? status(401) : list),
    );
    expect(result.code).toBe('ready');
  });

  it.each<[string, string, boolean, string]>([
    ['refuses the credentials everywhere', 'credentials-refused', false, status(401, '{"state":"ERROR"}')],
    ['forbids everything', 'credentials-refused', false, status(403, 'no')],
    ['knows no such path', 'not-found', false, status(404, '<html>')],
    ['answers 404 with an envelope', 'not-found', false, status(404, '{"state":"ERROR","message_list":[]}')],
    ['answers with another page', 'not-prism', true, plainAnswer('<html>')],
    ['fails', 'not-prism', true, status(500, 'oops')],
    ['redirects', 'not-prism', true, status(302, '', 'location: /login\r\n')],
    ['says no more than its head', 'no-answer', false, 'HTTP/1.1 200 OK\r\n'],
    ['is no HTTP server', 'no-answer', false, 'SSH-2.0\r\n'],
  ])('that %s is %s', async (_name, code, canDrive, answer) => {
    const result = await checkServer((socket) => socket.write(answer));
    expect(result).toMatchObject({ code, canDrive });
    expect(result.message).toMatch(/^http:\/\/127[^\n]+$/);
    expect(result.message).not.toContain('canary');
  });

  it.each<[string, (socket: Socket) => unknown]>([
    ['refuses the credentials', (socket) => socket.write(status(401))],
    ['hangs', () => undefined],
    ['resets', (socket) => socket.resetAndDestroy()],
  ])('whose list alone %s is driven', async (_name, answerList) => {
    const result = await checkServer((socket, request) => {
      if (request.startsWith('POST')) answerList(socket);
      else socket.write(status(404, '{"state":"ERROR","message_list":[]}'));
    });
    expect(result.canDrive).toBe(true);
  });

  it('that is not there is refused or unresolved', async () => {
    const server = await rawServer(() => undefined);
    await server.close();
    expect(await check(server.origin)).toMatchObject({ canDrive: false, code: 'refused' });
    expect(await check('http://no-such-host.invalid')).toMatchObject({ canDrive: false, code: 'unresolved' });
  });

  it('with a certificate nobody vouches for needs --ca or --insecure', async () => {
    const server = createServer({ cert: certificate, key }, (_request, response) => {
      response.end('{"entities":[]}');
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    opened.push({
      close: async () => {
        server.closeAllConnections();
        server.close();
        await once(server, 'close');
      },
    });
    const origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const options = { timeoutMs: 2000 };
    const refused = await check(origin, options);
    expect(refused).toMatchObject({ canDrive: false, code: 'tls' });
    expect(refused.message).toMatch(/--ca.*--insecure/);
    expect(await check(origin, { ...options, insecure: true })).toMatchObject({ code: 'ready' });
    expect(await check(origin, { ...options, ca: certificate })).toMatchObject({ code: 'ready' });
  });
});

describe('the name of a build', () => {
  it.each(['canary', 'CANARY', 'Y2FuYXJ5', encodeURIComponent('admin:canary')])(
    'is told without the password that a server repeats in it as %s',
    async (echo) => {
      const { build } = await checkServer((socket) =>
        socket.end(plainAnswer('{"entities":[]}', `X-Ntnx-Product: pc.1 ${echo} end\r\n`)),
      );
      expect(build).toBe('pc.1 [redacted] end');
    },
  );
});
