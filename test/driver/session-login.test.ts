import { describe, expect, it } from '@jest/globals';
import type { Exchange, WireRequest } from '../../driver/exchange.ts';
import { plainRequest } from '../../driver/plain-request.ts';
import { SessionLogin } from '../../driver/session-login.ts';
import { login as account, exchangeOf } from './clients/fake-clients.ts';

/** A target that accepts user and password, or one of its sessions until that has expired. */
class SessionTarget {
  logins = 0;
  readonly seen: WireRequest[] = [];
  readonly open = new Set<string>();

  send = (request: WireRequest): Promise<Exchange> => {
    this.seen.push(request);
    const { Authorization, Cookie = '' } = Object.fromEntries(request.headers);
    if (Authorization === undefined && !this.open.has(Cookie))
      return Promise.resolve(exchangeOf(request, 401));
    const status = request.path.endsWith('/token') ? 401 : 200;
    const exchange = exchangeOf(request, status);
    const cookies = Authorization === undefined || status !== 200 ? [] : this.#begin();
    return Promise.resolve(
      exchange.response === null
        ? exchange
        : { ...exchange, response: { ...exchange.response, headers: new Map([['set-cookie', cookies]]) } },
    );
  };

  #begin(): readonly string[] {
    this.logins += 1;
    this.open.add(`SESSION=s${this.logins}; OTHER=o`);
    return [`SESSION=s${this.logins}; Path=/; HttpOnly`, 'OTHER=o', 'GONE=; Max-Age=0'];
  }
}

const read = plainRequest(account, 'GET', '/oauth/client/c');
const names = ({ headers }: WireRequest): readonly string[] => headers.map(([name]) => name);

describe('a session login', () => {
  it('shows the cookies of one login in place of user and password', async () => {
    const target = new SessionTarget();
    const login = new SessionLogin(target.send, account);
    const exchanges = await Promise.all([login.send(read), login.send(read)]);
    expect(target.logins).toBe(1);
    expect(exchanges.map(({ request }) => request.headers[0])).toEqual([
      ['Cookie', 'SESSION=s1; OTHER=o'],
      ['Cookie', 'SESSION=s1; OTHER=o'],
    ]);
    expect(exchanges.flatMap(({ request }) => names(request))).not.toContain('Authorization');
  });

  it('shows them beside the cookies of the request', async () => {
    const target = new SessionTarget();
    const login = new SessionLogin(target.send, account);
    const { request } = await login.send({ ...read, headers: [...read.headers, ['Cookie', 'tenant=1']] });
    expect(request.headers.filter(([name]) => name === 'Cookie')).toEqual([
      ['Cookie', 'SESSION=s1; OTHER=o; tenant=1'],
    ]);
  });

  it('logs in once more when the session is over, however many learn so at once', async () => {
    const target = new SessionTarget();
    const login = new SessionLogin(target.send, account);
    await login.send(read);
    target.open.clear();
    const exchanges = await Promise.all([login.send(read), login.send(read), login.send(read)]);
    expect(exchanges.map(({ response }) => response?.status)).toEqual([200, 200, 200]);
    expect(target.logins).toBe(2);
  });

  it('sends nothing twice that an operation has refused by itself', async () => {
    const target = new SessionTarget();
    const login = new SessionLogin(target.send, account);
    const { response } = await login.send(plainRequest(account, 'POST', '/oauth/token', {}));
    expect(response?.status).toBe(401);
    expect(target.seen.filter(({ path }) => path.endsWith('/token'))).toHaveLength(1);
    expect(target.logins).toBe(1);
  });

  it('leaves requests alone that have no credentials, or others', async () => {
    const target = new SessionTarget();
    const login = new SessionLogin(target.send, account);
    const anonymous = { ...read, headers: [] };
    const wrong = plainRequest({ ...account, password: 'wrong' }, 'GET', '/oauth/client/c');
    await login.send(anonymous);
    await login.send(wrong);
    expect(target.seen).toEqual([anonymous, wrong]);
  });

  it('is none where the target sets no cookie', async () => {
    const login = new SessionLogin((request) => Promise.resolve(exchangeOf(request, 200)), account);
    expect(await login.cookie()).toBeNull();
    const { request } = await login.send(read);
    expect(names(request)).toContain('Authorization');
  });
});
