import type { Exchange, WireRequest } from '../../../driver/exchange.ts';

/** A client as a target stores it. */
export interface FakeClient {
  readonly client_id: string;
  readonly client_name: string;
  readonly client_description?: string;
}

export const login = { basePath: '/v3', username: 'admin', password: 'secret-word' };

/** An exchange of a request with a JSON answer, or with none. */
export function exchangeOf(request: WireRequest, status: number | null, json: unknown = {}): Exchange {
  const facts = { request, durationMs: 1 };
  if (status === null) return { ...facts, response: null, failure: { kind: 'hang', message: 'nothing' } };
  const text = JSON.stringify(json);
  const body = new TextEncoder().encode(text);
  return {
    ...facts,
    response: { status, headers: new Map(), body, isCut: false, text, json },
    failure: null,
  };
}

/** A target that stores clients: it lists, reads and removes them. `cap` is the maximum page length. */
export function fakeClients(
  clients: readonly FakeClient[],
  cap = 500,
): { readonly ids: () => readonly string[]; readonly send: (request: WireRequest) => Promise<Exchange> } {
  const kept = new Map(clients.map((client) => [client.client_id, client]));
  const answer = (request: WireRequest): Exchange => {
    if (request.path === '/v3/oauth/client/list') {
      const { length, offset } = JSON.parse(new TextDecoder().decode(request.body ?? new Uint8Array())) as {
        readonly length: number;
        readonly offset: number;
      };
      const page = [...kept.values()].slice(offset, offset + Math.min(length, cap));
      return exchangeOf(request, 200, { entities: page });
    }
    const id = decodeURIComponent(request.path.replace('/v3/oauth/client/', ''));
    const client = kept.get(id);
    if (client === undefined) return exchangeOf(request, 404);
    if (request.method === 'DELETE') kept.delete(id);
    return exchangeOf(request, 200, request.method === 'GET' ? client : {});
  };
  return { ids: () => [...kept.keys()], send: (request) => Promise.resolve(answer(request)) };
}
