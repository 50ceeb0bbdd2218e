import type { Exchange, WireRequest } from './exchange.ts';
import { plainRequest, type TargetLogin } from './plain-request.ts';

/**
 * The least that browsers keep for one host (RFC 6265 section 6.1). More would make a request head that no server
 * accepts.
 */
const mostCookies = 50;

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * Replaces the right user name and password in requests by a session cookie, as a browser does after login. The login
 * is a list of clients, which changes nothing. It is repeated when a session has expired (Prism's last 15 minutes). If
 * a target sets no cookie, requests keep the user name and password.
 */
export class SessionLogin {
  readonly #send: Send;
  readonly #user: TargetLogin;
  readonly #authorization: string;
  #login: Promise<string | null> | null = null;

  constructor(send: Send, user: TargetLogin) {
    this.#send = send;
    this.#user = user;
    this.#authorization = authorizationOf(this.#question()) ?? '';
  }

  /** The Cookie value of the session, or null if the target sets none. */
  cookie(): Promise<string | null> {
    this.#login ??= this.#send(this.#question()).then(cookieOf);
    return this.#login;
  }

  async send(request: WireRequest): Promise<Exchange> {
    if (authorizationOf(request) !== this.#authorization) return this.#send(request);
    const login = this.cookie();
    const cookie = await login;
    if (cookie === null) return this.#send(request);
    const exchange = await this.#send(withCookie(request, cookie));
    if (exchange.response?.status !== 401 || (await this.#isOpen(cookie))) return exchange;
    // The gateway refused the request, so nothing was done. Of many requests refused at once, the first logs in again.
    if (this.#login === login) this.#login = null;
    const next = await this.cookie();
    return this.#send(next === null ? request : withCookie(request, next));
  }

  /** Whether the session is still valid. A 401 may come from the operation, for instance for a wrong client secret. */
  async #isOpen(cookie: string): Promise<boolean> {
    const { response } = await this.#send(withCookie(this.#question(), cookie));
    return response?.status !== 401;
  }

  #question(): WireRequest {
    return plainRequest(this.#user, 'POST', '/oauth/client/list', { length: 1 });
  }
}

function authorizationOf({ headers }: WireRequest): string | undefined {
  return headers.find(([name]) => name === 'Authorization')?.[1];
}

function withCookie(request: WireRequest, cookie: string): WireRequest {
  const own = request.headers.flatMap(([name, value]) => (name === 'Cookie' ? [value] : []));
  const others = request.headers.filter(([name]) => name !== 'Authorization' && name !== 'Cookie');
  // All cookies share one header (RFC 6265 section 5.4).
  return { ...request, headers: [['Cookie', [cookie, ...own].join('; ')], ...others] };
}

/** All cookies that an answer sets, in the form for a request (RFC 6265 section 4.2.1). */
function cookieOf({ response }: Exchange): string | null {
  const pairs = (response?.headers.get('set-cookie') ?? []).map((line) =>
    (line.split(';', 1)[0] ?? '').trim(),
  );
  const kept = pairs.filter((pair) => /^[^=\s]+=./.test(pair)).slice(0, mostCookies);
  return response === null || response.status >= 400 || kept.length === 0 ? null : kept.join('; ');
}
