import type { Exchange, WireRequest } from './exchange.ts';
import { plainRequest, type TargetLogin } from './plain-request.ts';

/** What browsers keep of one host at least (RFC 6265 section 6.1). More would make heads that no server takes. */
const mostCookies = 50;

type Send = (request: WireRequest) => Promise<Exchange>;

/**
 * Sends requests that have the right user and password with a session cookie in their place, as a browser does after
 * its login. The login is a list of clients, which changes nothing; it is done again when a session is over (Prism's
 * last 15 minutes). A target that sets no cookie gets user and password as before.
 */
export class SessionLogin {
  readonly #send: Send;
  readonly #account: TargetLogin;
  readonly #authorization: string;
  #login: Promise<string | null> | null = null;

  constructor(send: Send, account: TargetLogin) {
    this.#send = send;
    this.#account = account;
    this.#authorization = authorizationOf(this.#question()) ?? '';
  }

  /** The value of Cookie that stands for the session, or null where the target gives none. */
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
    // The gateway has turned it away: nothing was done. Of many that learn so at once, the first logs in again.
    if (this.#login === login) this.#login = null;
    const next = await this.cookie();
    return this.#send(next === null ? request : withCookie(request, next));
  }

  /** A 401 may be the operation's own, such as that of a wrong client secret. */
  async #isOpen(cookie: string): Promise<boolean> {
    const { response } = await this.#send(withCookie(this.#question(), cookie));
    return response?.status !== 401;
  }

  #question(): WireRequest {
    return plainRequest(this.#account, 'POST', '/oauth/client/list', { length: 1 });
  }
}

function authorizationOf({ headers }: WireRequest): string | undefined {
  return headers.find(([name]) => name === 'Authorization')?.[1];
}

function withCookie(request: WireRequest, cookie: string): WireRequest {
  const others = request.headers.filter(([name]) => name !== 'Authorization');
  return { ...request, headers: [['Cookie', cookie], ...others] };
}

/** All cookies that an answer sets, as a request sends them (RFC 6265 section 4.2.1). */
function cookieOf({ response }: Exchange): string | null {
  const pairs = (response?.headers.get('set-cookie') ?? []).map((line) =>
    (line.split(';', 1)[0] ?? '').trim(),
  );
  const kept = pairs.filter((pair) => /^[^=\s]+=./.test(pair)).slice(0, mostCookies);
  return response === null || response.status >= 400 || kept.length === 0 ? null : kept.join('; ');
}
