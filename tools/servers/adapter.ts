import { Pool } from 'undici';
import type { OauthClientResponse } from '../../spec/models.ts';
import type { Call } from '../../targets/reference/call.ts';

/** An answer of an adapter. Header values are as they came: one character is one byte. */
export interface AdapterAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What an adapter knows of a living token. */
export interface FoundToken {
  readonly client_id: string;
  readonly scope: string;
}

/**
 * The way to an adapter: a process on loopback that serves a library's own OAuth endpoints, and three of its own that
 * keep its store in step with the gateway's clients.
 */
export interface Adapter {
  /** Sends a form of the gateway to one of the library's endpoints. */
  readonly post: (endpoint: Endpoint, body: string) => Promise<AdapterAnswer>;
  /** Sends a call on to one of the library's endpoints, with its own query, Content-Type and body. */
  readonly pass: (endpoint: Endpoint, call: Call) => Promise<AdapterAnswer>;
  /** Opens the library's protected resource with an Authorization header. */
  readonly open: (authorization: string) => Promise<AdapterAnswer>;
  readonly putClient: (client: AdapterClient) => Promise<void>;
  readonly removeClient: (clientId: string) => Promise<void>;
  readonly lookUp: (token: string) => Promise<FoundToken | null>;
  readonly close: () => Promise<void>;
}

export type Endpoint = 'authorize' | 'token' | 'revoke';

/** A client, with the lifetime of its tokens where one was asked for. */
export interface AdapterClient extends OauthClientResponse {
  readonly token_lifetime?: number;
}

const form = 'application/x-www-form-urlencoded';

/** As many as the suite has cases in flight, so that races reach the library. */
const connections = 64;

export function openAdapter(origin: string): Adapter {
  const pool = new Pool(origin, { connections });
  const send = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array | string | null,
  ): Promise<AdapterAnswer> => {
    const answer = await pool.request({ method, path, headers, body });
    return { status: answer.statusCode, headers: flatten(answer.headers), body: await answer.body.text() };
  };
  const tell = async (method: 'POST' | 'PUT', path: string, value: unknown): Promise<AdapterAnswer> =>
    send(method, path, { 'content-type': 'application/json' }, JSON.stringify(value));
  const clientPath = (id: string): string => `/admin/clients/${encodeURIComponent(id)}`;
  return {
    post: (endpoint, body) => send('POST', `/oauth/${endpoint}`, { 'content-type': form }, body),
    pass: (endpoint, { query, headers, body }) =>
      send('POST', `/oauth/${endpoint}?${query}`, { 'content-type': headers['content-type'] ?? '' }, body),
    open: (authorization) => send('GET', '/resource', { authorization }, null),
    putClient: async (client) => {
      expectDone(await tell('PUT', clientPath(client.client_id), client));
    },
    removeClient: async (id) => {
      expectDone(await send('DELETE', clientPath(id), {}, null));
    },
    lookUp: async (token) => {
      const answer = await tell('POST', '/admin/lookup', { token });
      if (answer.status === 404) return null;
      expectDone(answer);
      return JSON.parse(answer.body) as FoundToken;
    },
    close: () => pool.destroy(),
  };
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Buffer.from(String(value), 'utf8').toString('latin1'),
    ]),
  );
}

/** A store that did not take a change would make every verdict after it wrong. */
function expectDone({ status, body }: AdapterAnswer): void {
  if (status >= 300) throw new TypeError(`the adapter's own store answered ${status}: ${body.slice(0, 200)}`);
}
