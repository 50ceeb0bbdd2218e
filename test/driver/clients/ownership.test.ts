import { describe, expect, it } from '@jest/globals';
import { createdId } from '../../../driver/clients/creation.ts';
import type { Exchange, WireRequest } from '../../../driver/exchange.ts';
import type { ClientsBefore } from '../../../driver/clients/client-register.ts';
import { Ownership } from '../../../driver/clients/ownership.ts';
import { clientPath, plainRequest } from '../../../driver/plain-request.ts';
import { WithheldRequest } from '../../../driver/clients/foreign-value.ts';
import { login, exchangeOf } from './fake-clients.ts';

const sent = { client_name: 'a', client_description: 'b' };
const register = plainRequest(login, 'POST', '/oauth/client', sent);
const generate = plainRequest(login, 'POST', '/oauth/generate_token', sent);
const list = plainRequest(login, 'POST', '/oauth/client/list', { length: 9 });
const on = (method: string, id: string): WireRequest => plainRequest(login, method, clientPath(id), sent);
const form = (path: string, text: string): WireRequest => ({
  ...plainRequest(login, 'POST', path),
  body: new TextEncoder().encode(text),
});

/** A target that answers each request with the next of these answers, and an Ownership around it. */
function around(
  answers: readonly (readonly [status: number, json: unknown])[],
  before?: ClientsBefore,
): { readonly send: (request: WireRequest) => Promise<Exchange>; readonly asked: string[] } {
  const ownership = new Ownership(before);
  const left = [...answers];
  const asked: string[] = [];
  const send = (request: WireRequest): Promise<Exchange> => {
    asked.push(`${request.method} ${request.path}`);
    const [status, json] = left.shift() ?? [500, {}];
    return Promise.resolve(exchangeOf(request, status, json));
  };
  return { send: ownership.guard(ownership.mark(send, login), login), asked };
}

const reasons = async (target: ReturnType<typeof around>, request: WireRequest): Promise<readonly string[]> =>
  ((await target.send(request)).foreign ?? []).map(({ at, why }) => `${at} ${why}`);

describe('an answer that gives an id to a new client', () => {
  const old = { ids: ['old'], isWhole: true };

  it('is marked by nothing where the id is new', async () => {
    const target = around([[200, { client_id: 'new' }]], old);
    const exchange = await target.send(register);
    expect(exchange.foreign).toBeUndefined();
    expect(createdId(exchange)).toBe('new');
    expect(target.asked).toHaveLength(1);
  });

  it.each([
    [register, []],
    [generate, []],
    [on('PUT', 'made-up'), [[404, {}]]],
  ] as const)('is marked where the client was there', async (request, read) => {
    const target = around([...read, [200, { client_id: 'old' }]], old);
    const exchange = await target.send(request);
    expect(exchange.foreign).toEqual([{ at: '/client_id', why: 'before' }]);
    expect(createdId(exchange)).toBeNull();
    await expect(target.send(on('DELETE', 'old'))).rejects.toThrow(WithheldRequest);
  });

  it('is marked where a list or a reading has shown the client before', async () => {
    const target = around([
      [200, { entities: [{ client_id: 'x' }] }],
      [200, { client_id: 'y' }],
      [200, { client_id: 'x' }],
      [200, { client_id: 'y' }],
    ]);
    await target.send(list);
    await target.send(on('GET', 'y'));
    expect(await reasons(target, register)).toEqual(['/client_id meanwhile']);
    expect(await reasons(target, register)).toEqual(['/client_id meanwhile']);
  });

  it('is not marked where a list that was under way at the same time shows it first', async () => {
    const ownership = new Ownership();
    const answers = new Map<WireRequest, (exchange: Exchange) => void>();
    const send = ownership.mark((request) => new Promise((resolve) => answers.set(request, resolve)), login);
    const registered = send(register);
    const listed = send(list);
    answers.get(list)?.(exchangeOf(list, 200, { entities: [{ client_id: 'ours' }] }));
    await listed;
    answers.get(register)?.(exchangeOf(register, 200, { client_id: 'ours' }));
    expect((await registered).foreign).toBeUndefined();
    expect(ownership.objectionTo(on('DELETE', 'ours'))).toBeNull();
  });

  it('is marked where an earlier registration had the id, which is ours all the same', async () => {
    const target = around([
      [200, { client_id: 'a' }],
      [200, { client_id: 'a' }],
      [200, {}],
    ]);
    await target.send(register);
    const again = await target.send(register);
    expect(again.foreign).toEqual([{ at: '/client_id', why: 'earlier' }]);
    expect(createdId(again)).toBe('a');
    expect((await target.send(on('DELETE', 'a'))).response?.status).toBe(200);
  });

  it('is not marked where a client of ours answers to its own id', async () => {
    const target = around([
      [200, { client_id: 'a' }],
      [200, { client_id: 'a' }],
    ]);
    await target.send(register);
    expect(await reasons(target, on('PUT', 'a'))).toEqual([]);
  });
});

describe('a client that nothing proves to be ours', () => {
  const unknown = { ids: [], isWhole: false };
  const read = (client: object): readonly [number, unknown] => [200, { client_id: 'a', ...client }];

  it('is read, and ours where it is called and described as was sent', async () => {
    const target = around([[200, { client_id: 'a' }], read(sent)], unknown);
    expect(await reasons(target, register)).toEqual([]);
    expect(target.asked[1]).toBe('GET /v3/oauth/client/a');
  });

  it('is ours where a target strips control characters', async () => {
    const request = plainRequest(login, 'POST', '/oauth/client', { ...sent, client_name: 'a\u0007' });
    const target = around([[200, { client_id: 'a' }], read(sent)], unknown);
    expect(await reasons(target, request)).toEqual([]);
  });

  it.each([
    ['has another name', read({ ...sent, client_name: 'theirs' })],
    ['has another description', read({ ...sent, client_description: 'theirs' })],
    ['has another id', [200, { ...sent, client_id: 'b' }] as const],
    ['is not there', [404, {}] as const],
  ])('is that of another where it %s', async (_, answer) => {
    const target = around([[200, { client_id: 'a' }], answer], unknown);
    expect(await reasons(target, register)).toEqual(['/client_id another']);
    await expect(target.send(on('PUT', 'a'))).rejects.toThrow('it names a client that is not ours');
  });

  it('is left alone, and held against nobody, where it cannot be read', async () => {
    const target = around([[200, { client_id: 'a' }]], unknown);
    expect(await reasons(target, register)).toEqual(['/client_id unread']);
    expect(target.asked).toHaveLength(3);
    const generated = around(
      [
        [200, { client_id: 'a' }],
        [404, {}],
        [404, {}],
      ],
      unknown,
    );
    expect(await reasons(generated, generate)).toEqual(['/client_id unread']);
    await expect(generated.send(on('DELETE', 'a'))).rejects.toThrow(WithheldRequest);
  });

  it('is read where an update is answered with another id', async () => {
    const target = around([
      [200, { client_id: 'a' }],
      [200, { client_id: 'b' }],
      [200, { ...sent, client_id: 'b' }],
    ]);
    await target.send(register);
    expect(await reasons(target, on('PUT', 'a'))).toEqual([]);
    expect(target.asked[2]).toBe('GET /v3/oauth/client/b');
  });
});

describe('a request that names what is not ours', () => {
  it.each([
    on('GET', 'old'),
    on('PUT', 'OLD'),
    on('PATCH', 'old'),
    on('DELETE', 'old '),
    on('DELETE', 'x/../old'),
    form('/oauth/authorize', 'client_id=old&confirm=yes'),
    form('/oauth/token', 'client_id=old'),
    plainRequest(login, 'POST', '/oauth/client', { client_id: 'old' }),
  ])('does not leave: $method $path', async (request) => {
    const target = around([], { ids: ['old'], isWhole: true });
    await expect(target.send(request)).rejects.toThrow(WithheldRequest);
    expect(target.asked).toEqual([]);
  });

  it('leaves where the id is made up, and nothing is read by it', async () => {
    const target = around(
      [
        [404, {}],
        [404, {}],
      ],
      { ids: ['old'], isWhole: true },
    );
    expect((await target.send(on('DELETE', 'invented'))).response?.status).toBe(404);
    expect(target.asked).toEqual(['GET /v3/oauth/client/invented', 'DELETE /v3/oauth/client/invented']);
  });

  it.each([on('DELETE', '%'), on('PUT', '..'), on('PATCH', '*'), on('DELETE', '')])(
    'does not leave where a client of others is read by it: $method $path',
    async (request) => {
      const target = around([[200, { client_id: 'old' }]], { ids: ['old'], isWhole: true });
      await expect(target.send(request)).rejects.toThrow('by its path, a client that is not ours is read');
      expect(target.asked).toEqual([`GET ${request.path}`]);
    },
  );

  it('does not leave where a client is read by it, and it is not known whose', async () => {
    const target = around([[200, { client_id: 'a' }]], { ids: [], isWhole: false });
    await expect(target.send(on('DELETE', '%'))).rejects.toThrow(WithheldRequest);
  });

  it.each([
    ['a client of ours', [200, { client_id: 'ours' }]],
    ['a client that only this answer names', [200, { client_id: 'static' }]],
    ['nothing that is a client', [200, [1]]],
  ] as const)('leaves where %s is read by it', async (_what, answer) => {
    const target = around([[200, { client_id: 'ours' }], answer, [404, {}]], { ids: ['old'], isWhole: true });
    await target.send(register);
    expect((await target.send(on('DELETE', 'OUR'))).response?.status).toBe(404);
  });

  it('is a revocation of a token that two clients were given', async () => {
    const token = { access_token: 't', refresh_token: 'r' };
    const target = around([
      [200, token],
      [200, { ...token, refresh_token: 'q' }],
      [200, {}],
    ]);
    await target.send(form('/oauth/token', 'client_id=a'));
    expect(await reasons(target, form('/oauth/token', 'client_id=b'))).toEqual(['/access_token earlier']);
    await expect(target.send(plainRequest(login, 'POST', '/oauth/revoke_token?token=t'))).rejects.toThrow(
      'it names a token that is not ours alone',
    );
    await target.send(plainRequest(login, 'POST', '/oauth/revoke_token?token=q'));
    expect(target.asked).toHaveLength(3);
  });

  it('is a revocation of a token that came with the client of somebody else', async () => {
    const answer = { client_id: 'old', oauth_token: { access_token: 't', refresh_token: 'r' } };
    const target = around([[200, answer]], { ids: ['old'], isWhole: true });
    expect(await reasons(target, generate)).toEqual(['/client_id before']);
    await expect(target.send(plainRequest(login, 'POST', '/oauth/revoke_token?token=r'))).rejects.toThrow(
      WithheldRequest,
    );
  });
});

describe('on a target that belongs to the run', () => {
  const shared = { ids: ['old'], isWhole: true };
  const own = { ...shared, areOurs: true };
  const requests = [
    on('GET', 'old'),
    on('PUT', 'OLD'),
    on('PATCH', 'x/../old'),
    on('DELETE', 'old'),
    form('/oauth/authorize', 'client_id=old&confirm=yes'),
    form('/oauth/token', 'client_id=old'),
  ];

  it.each(requests)(
    'a client that was there may be named, and on any other it may not: $method $path',
    async (request) => {
      const target = around([[200, {}]], own);
      expect((await target.send(request)).response?.status).toBe(200);
      expect(target.asked).toEqual([`${request.method} ${request.path}`]);
      await expect(around([[200, {}]], shared).send(request)).rejects.toThrow(WithheldRequest);
    },
  );

  it('no client is read to know whose it is', async () => {
    const target = around(
      [
        [200, { client_id: 'a' }],
        [404, {}],
      ],
      { ...own, isWhole: false },
    );
    expect(await reasons(target, register)).toEqual([]);
    await target.send(on('DELETE', '%'));
    expect(target.asked).toHaveLength(2);
  });

  it('an id that a client had before is marked and used, and after that it is an earlier one', async () => {
    const target = around(
      [
        [200, { client_id: 'old' }],
        [200, { client_id: 'old' }],
      ],
      own,
    );
    const exchange = await target.send(register);
    expect(exchange.foreign).toEqual([{ at: '/client_id', why: 'inherited' }]);
    expect(createdId(exchange)).toBe('old');
    expect(await reasons(target, generate)).toEqual(['/client_id earlier']);
  });

  it('an id is new although a list or a reading has shown it first', async () => {
    const target = around(
      [
        [200, { entities: [{ client_id: 'a' }] }],
        [200, { client_id: 'a' }],
      ],
      own,
    );
    await target.send(list);
    expect(await reasons(target, register)).toEqual([]);
  });

  it('an update that is answered with the id of another client is marked by nothing', async () => {
    const target = around([[200, { client_id: 'old' }]], own);
    expect(await reasons(target, on('PUT', 'made-up'))).toEqual([]);
  });

  it('a token that two clients were given is marked, and may be revoked', async () => {
    const target = around(
      [
        [200, { access_token: 't' }],
        [200, { access_token: 't' }],
        [200, {}],
      ],
      own,
    );
    await target.send(form('/oauth/token', 'client_id=a'));
    expect(await reasons(target, form('/oauth/token', 'client_id=b'))).toEqual(['/access_token earlier']);
    await target.send(plainRequest(login, 'POST', '/oauth/revoke_token?token=t'));
    expect(target.asked).toHaveLength(3);
  });
});
