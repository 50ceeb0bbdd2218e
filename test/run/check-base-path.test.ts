import { afterEach, describe, expect, it } from '@jest/globals';
import { checkBasePath } from '../../run/connect-target.ts';
import type { CheckedBasePath } from '../../run/connect-target.ts';
import { openTarget } from '../../driver/open-target.ts';
import { plainAnswer, rawServer } from '../driver/raw-server.ts';

const opened: { close(): Promise<void> }[] = [];
const list = plainAnswer('{"entities":[],"metadata":{}}');

afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

/** Checks a server that gives one answer under the base path and another at its root. */
async function check(underBasePath: string, atRoot: string, basePath = '/v3'): Promise<CheckedBasePath> {
  const server = await rawServer((socket, request) =>
    socket.write(request.split(' ')[1]?.startsWith('/v3/') === true ? underBasePath : atRoot),
  );
  const target = openTarget({ origin: server.origin, connections: 1, timeoutMs: 500 });
  opened.push(target, server);
  return checkBasePath(target, { basePath, username: 'admin', password: 'canary' });
}

function status(code: number, body: string): string {
  return plainAnswer(body).replace('200 OK', `${code} X`);
}

const notFound = status(404, '{}');

describe('a target without base path in its address', () => {
  it.each<[string, string, string, boolean, string]>([
    ['lists clients under the base path', list, list, false, 'ready'],
    ['answers 404 there and lists at its root', notFound, list, true, 'ready'],
    [
      'answers 400 there and lists at its root',
      status(400, 'no contract for this path'),
      list,
      true,
      'ready',
    ],
    ['answers a page there and lists at its root', plainAnswer('<html>'), list, true, 'ready'],
    ['answers 404 there and fails at its root', notFound, status(500, 'oops'), true, 'not-prism'],
    ['answers a page everywhere', plainAnswer('<html>'), plainAnswer('<html>'), false, 'not-prism'],
    ['fails there and answers 404 at its root', status(500, 'oops'), notFound, false, 'not-prism'],
    ['knows nothing at all', notFound, notFound, false, 'not-found'],
    ['refuses the credentials', status(401, '{}'), list, false, 'credentials-refused'],
  ])('that %s is driven where it answers', async (_name, underBasePath, atRoot, isAtRoot, code) => {
    expect(await check(underBasePath, atRoot)).toMatchObject({ isAtRoot, result: { code } });
  });

  it('is asked once where the contract has no base path', async () => {
    expect(await check(list, notFound, '')).toMatchObject({ isAtRoot: false, result: { code: 'not-found' } });
  });
});
